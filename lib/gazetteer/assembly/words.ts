import {
  abbreviationsAt,
  length,
  replyAt,
  wordCapacity,
  wordEnds,
  wordGaps,
  wordHashes,
  wordSmalls,
  wordStarts,
} from './memory.ts';
import { readNext } from './odd.ts';
import { hashLetters, hashRun, runEnd, tokenEnd, unsure } from './tokens.ts';
import { codeAt, foldOf, hyphen, isOdd, kindAt, line, point, smallLetter, space, unitAt } from './units.ts';

/** Words in a row, column by column, as in ../words.ts. */

/** `gap` of a word that no name can reach from the word before it. */
export const apart: i32 = -1;

export let count: i32 = 0;
/** Where the next word is looked for. */
export let next: i32 = 0;

export function startOf(word: i32): i32 {
  return load<i32>(wordStarts + ((<usize>word) << 2));
}
export function endOf(word: i32): i32 {
  return load<i32>(wordEnds + ((<usize>word) << 2));
}
export function hashOf(word: i32): i32 {
  return load<i32>(wordHashes + ((<usize>word) << 2));
}
export function gapOf(word: i32): i32 {
  return load<i32>(wordGaps + ((<usize>word) << 2));
}
export function isSmall(word: i32): bool {
  return load<u8>(wordSmalls + <usize>word) == 1;
}

/** Begins with a word that was read elsewhere. */
export function beginWith(start: i32, end: i32, hash: i32, small: i32): void {
  count = 0;
  addWord(start, end, hash, apart, small);
}

function addWord(start: i32, end: i32, hash: i32, gap: i32, small: i32): void {
  const at = (<usize>count) << 2;
  store<i32>(wordStarts + at, start);
  store<i32>(wordEnds + at, end);
  store<i32>(wordHashes + at, hash);
  store<i32>(wordGaps + at, gap);
  store<u8>(wordSmalls + <usize>count, small);
  count++;
  next = end;
}

/** Drops the first words; those that follow take their places. */
export function dropWords(dropped: i32): void {
  const from = (<usize>dropped) << 2;
  const bytes = (<usize>(count - dropped)) << 2;
  memory.copy(wordStarts, wordStarts + from, bytes);
  memory.copy(wordEnds, wordEnds + from, bytes);
  memory.copy(wordHashes, wordHashes + from, bytes);
  memory.copy(wordGaps, wordGaps + from, bytes);
  memory.copy(wordSmalls, wordSmalls + <usize>dropped, bytes >> 2);
  count -= dropped;
}

/** Adds the next word; false where the line ends before there is one. */
export function readWord(): bool {
  if (count == wordCapacity) return false;
  const start = next + 1;
  // Nearly every next word: letters behind one space.
  if (unitAt(next) == 0x20 && kindAt(start) <= smallLetter) {
    const end = runEnd(start);
    if (codeAt(end) == 0) {
      addWord(start, end, hashLetters(start, end), 0, i32(kindAt(start) == smallLetter));
      return true;
    }
  }
  return readAny();
}

function readAny(): bool {
  // What stands between the last word and here.
  let gap = 0;
  let marks = 0;
  /** White space anywhere since the word, and directly before here. */
  let spaced = false;
  let loose = false;
  /** The one mark so far is a hyphen or a point, which count only where no space stands beside them. */
  let closeOnly = false;
  for (let at = next; at < length; at++) {
    const kind = kindAt(at);
    if (kind == line) return false;
    if (isOdd(kind)) return readOdd();
    if (kind == space) {
      spaced = true;
      loose = true;
      continue;
    }
    const end = tokenEnd(at, kind, loose);
    if (end == unsure) return readOdd();
    if (end > at) {
      addWord(at, end, hashRun(at, end), closeOnly && spaced ? apart : gap, i32(kind == smallLetter));
      return true;
    }
    loose = false;
    if (kind == point && marks == 0 && !spaced && isAbbreviation()) continue;
    marks++;
    if (marks > 1) {
      gap = apart;
    } else if (kind == hyphen) {
      gap = spaced ? apart : gap;
      closeOnly = true;
    } else {
      gap = foldOf(unitAt(at));
      closeOnly = kind == point;
    }
  }
  return false;
}

function isAbbreviation(): bool {
  const last = count - 1;
  return endOf(last) - startOf(last) == 1 || isAmong(abbreviationsAt, hashOf(last));
}

/** Whether a set of words (see memory.ts) holds the word with this hash. */
export function isAmong(set: usize, hash: i32): bool {
  let place = <u32>hash >> 24;
  let present = load<i32>(set + ((<usize>place) << 2));
  while (present != hash && present != 0) {
    place = (place + 1) & 0xff;
    present = load<i32>(set + ((<usize>place) << 2));
  }
  return present != 0;
}

function readOdd(): bool {
  const last = count - 1;
  if (readNext(startOf(last), endOf(last), hashOf(last), next) == 0) return false;
  addWord(
    load<i32>(replyAt),
    load<i32>(replyAt, 4),
    load<i32>(replyAt, 8),
    load<i32>(replyAt, 12),
    load<i32>(replyAt, 16),
  );
  return true;
}
