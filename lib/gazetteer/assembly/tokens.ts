import { lettersAt } from './memory.ts';
import {
  ampersand,
  apostrophe,
  codeAt,
  digit,
  foldOf,
  isLetterKind,
  isOdd,
  kindAt,
  letter,
  mark,
  oddLetter,
  point,
  smallLetter,
  surrogate,
  unitAt,
  unspaced,
} from './units.ts';
import { wordPrime, wordSeed } from './hashes.ts';

/** Where words end, as ../word-ends.ts has it; what takes a second thought is left to that. */

/** In place of an end: odd.ts is to say. */
export const unsure: i32 = -1;

/** Whether a letter or digit of one unit stands there. */
export function isInRun(at: i32): bool {
  return ((load<u64>(lettersAt + ((<usize>(at >> 6)) << 3)) >> <u64>(at & 63)) & 1) == 1;
}

/** End of the letters and digits that stand from there on. */
export function runEnd(at: i32): i32 {
  let block = <usize>(at >> 6);
  let others = ~load<u64>(lettersAt + (block << 3)) & (~(<u64>0) << (<u64>(at & 63)));
  while (others == 0) {
    block++;
    others = ~load<u64>(lettersAt + (block << 3));
  }
  return ((<i32>block) << 6) + <i32>ctz(others);
}

/** First hash of a run of letters and digits. */
export function hashLetters(start: i32, end: i32): i32 {
  let hash = wordSeed;
  for (let at = start; at < end; at++) hash = (hash ^ foldOf(unitAt(at))) * wordPrime;
  return hash;
}

/** First hash of what stands there, units in one form. Points count in front of digits only. */
export function hashRun(start: i32, end: i32): i32 {
  let hash = wordSeed;
  for (let at = start; at < end; at++) {
    const unit = unitAt(at);
    if (unit == 0x2e && !isPointOfNumber(at, end)) continue;
    hash = (hash ^ foldOf(unit)) * wordPrime;
  }
  return hash;
}

/** Whether a digit of the word follows the point. */
export function isPointOfNumber(at: i32, end: i32): bool {
  return at + 1 < end && kindAt(at + 1) == digit;
}

/** The end of the word of letters that stands at `start` and is known to reach `from`, over apostrophes inside of it. */
export function wordEnd(start: i32, from: i32): i32 {
  let end = runEnd(from);
  while (codeAt(end) != 0) {
    const kind = kindAt(end);
    if (kind >= apostrophe && kind <= ampersand) {
      const next = kindAt(end + 1);
      if (next == oddLetter || next == surrogate) return unsure;
      if (!isLetterKind(next)) return end;
      if (kind != apostrophe) return kind == point ? abbreviationEnd(start, end) : unsure;
      const owned = possessive(end);
      if (owned == 1) return end;
      if (owned == unsure || next > smallLetter) return unsure;
      end = runEnd(end + 1);
    } else return isOdd(kind) ? unsure : end;
  }
  return end;
}

/** The end of letters with a point behind each (U.S., a.m.), of which the first ends at `from`. */
function abbreviationEnd(at: i32, from: i32): i32 {
  let end = from;
  if (end - at != 1) return unsure;
  while (unitAt(end) == 0x2e) {
    const next = kindAt(end + 1);
    if (next == letter || next == smallLetter) {
      if (runEnd(end + 1) != end + 2) return unsure;
      end += 2;
    } else return isOdd(next) || next == unspaced ? unsure : end + 1;
  }
  const kind = kindAt(end);
  return isOdd(kind) || kind == apostrophe || kind == ampersand ? unsure : end;
}

/** 1 where the apostrophe there opens a possessive 's, else 0. */
export function possessive(at: i32): i32 {
  const next = unitAt(at + 1);
  if (next != 0x73 && next != 0x53) return 0;
  const beyond = kindAt(at + 2);
  if (beyond == oddLetter || beyond == surrogate) return unsure;
  return isLetterKind(beyond) ? 0 : 1;
}

/** The end of the digits that stand there, with the points, commas and spaces that join them. */
export function numberEnd(at: i32): i32 {
  let end = at + 1;
  for (;;) {
    while (kindAt(end) == digit) end++;
    const unit = unitAt(end);
    const isJoined = unit == 0x2e || unit == 0x2c || unit == 0xa0 || unit == 0x202f;
    if (!isJoined || kindAt(end + 1) != digit) break;
    end += 2;
  }
  const kind = kindAt(end);
  if (isOdd(kind) || kind == unspaced || kindAt(end + 1) == oddLetter) return unsure;
  if (kind > smallLetter) return end;
  const tailEnd = runEnd(end);
  const after = kindAt(tailEnd);
  if (isOdd(after) || after == unspaced) return unsure;
  // 5th and 5m are numbers, 5G is a word.
  return isOrdinalTail(end, tailEnd - end) ? tailEnd : wordEnd(at, at);
}

/** Whether one of st nd rd th bn tn pm am s m k stands there. */
function isOrdinalTail(at: i32, length: i32): bool {
  const first = unitAt(at);
  if (length == 1) return first == 0x73 || first == 0x6d || first == 0x6b;
  if (length != 2) return false;
  const both = (first << 8) | unitAt(at + 1);
  return (
    both == 0x7374 ||
    both == 0x6e64 ||
    both == 0x7264 ||
    both == 0x7468 ||
    both == 0x626e ||
    both == 0x746e ||
    both == 0x706d ||
    both == 0x616d
  );
}

/** The end of a character that is a word by itself. */
export function unspacedEnd(at: i32): i32 {
  const next = kindAt(at + 1);
  return next == mark || next == surrogate ? unsure : at + 1;
}

/** The end of the word, number or possessive there; where none begins, there. `isLoose`: behind white space. */
export function tokenEnd(at: i32, kind: i32, isLoose: bool): i32 {
  if (kind == letter || kind == smallLetter) return wordEnd(at, at);
  if (kind == digit) return numberEnd(at);
  if (kind == unspaced) return unspacedEnd(at);
  if (kind != apostrophe || isLoose) return at;
  const owned = possessive(at);
  return owned == unsure ? unsure : owned == 1 ? at + 2 : at;
}
