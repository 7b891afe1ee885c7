import {
  capital,
  either,
  extendPath,
  jointOf,
  oddNextBit,
  openPath,
  placeOf,
  prefixBits,
  small,
  wholeBits,
} from './hashes.ts';
import { ask } from './look-up.ts';
import { filterAt, filterWords, joints, particlesAt } from './memory.ts';
import { begins } from './starts.ts';
import { kindAt, line, other, smallLetter, space } from './units.ts';
import {
  apart,
  beginWith,
  count,
  dropWords,
  endOf,
  gapOf,
  hashOf,
  isAmong,
  isSmall,
  next as nextWord,
  readWord,
  startOf,
} from './words.ts';

/** Words that are dropped at once, so that a text of nothing but names does not pile them up. */
const wordsDropped = 256;
/** Words of a name, far more than any has; of a longer one only the beginning could be followed. */
const longestName = 256;

/** The filter's word for a beginning. */
export function cellOf(path: i32): i32 {
  return load<i32>(filterAt + (placeOf(path, filterWords) << 2));
}

export function passes(path: i32): bool {
  const bits = prefixBits(path);
  return (cellOf(path) & bits) == bits;
}

/** Whether the filter lets a first word through, and it is a whole name, or what follows may be in one. */
export function mayBeName(path: i32, end: i32): bool {
  const cell = cellOf(path);
  const bits = prefixBits(path);
  const whole = wholeBits(path);
  // All of it, without a branch: which of them decides no processor can foresee.
  const goesOn = i32((cell & oddNextBit(path)) != 0) | (isOddNext(end) ^ 1);
  return (i32((cell & bits) == bits) & (i32((cell & whole) == whole) | goesOn)) != 0;
}

/** 1 where a mark follows, or a space and a small letter: as behind most words of a text, and inside few names. */
function isOddNext(at: i32): i32 {
  const kind = kindAt(at);
  return i32(kind == other) | i32(kind == line) | (i32(kind == space) & i32(kindAt(at + 1) == smallLetter));
}

/** Follows names from a word on if the filter lets it through; answers where the last word that was read ends. */
export function followIfKnown(start: i32, end: i32, hash: i32, isSmallWord: i32): i32 {
  const path = openPath(hash, isSmallWord == 1 ? small : capital);
  return passes(path) ? followFrom(start, end, hash, isSmallWord, path) : end;
}

/**
 * Names that begin with the word, and with each that is read on the way, so that none is read twice. Answers where the
 * last word ends.
 */
export function followFrom(start: i32, end: i32, hash: i32, isSmallWord: i32, path: i32): i32 {
  beginWith(start, end, hash, isSmallWord);
  follow(0, path);
  for (let first = 1; first < count; first++) {
    if (first == wordsDropped) {
      dropWords(first);
      first = 0;
    }
    if (isSmall(first) && begins(startOf(first)) == 0) continue;
    const opened = openPath(hashOf(first), isSmall(first) ? small : capital);
    if (passes(opened)) follow(first, opened);
  }
  return endOf(count - 1);
}

/** Follows names from this word on, as far as the filter lets them go; `opened` has passed it. */
function follow(first: i32, opened: i32): void {
  store<i32>(joints, jointOf(0, isSmall(first) ? small : capital));
  let path = opened;
  let cell = cellOf(path);
  for (let length = 1; ; length++) {
    const whole = wholeBits(path);
    if ((cell & whole) == whole) ask(path, first, length);
    if (length == longestName) return;
    const next = first + length;
    if (next == count) {
      if ((cell & oddNextBit(path)) == 0 && isOddNext(nextWord) == 1) return;
      if (!readWord()) return;
    }
    const gap = gapOf(next);
    if (gap == apart) return;
    const word = hashOf(next);
    const joint = jointOf(gap, isAmong(particlesAt, word) ? either : isSmall(next) ? small : capital);
    path = extendPath(path, word, joint);
    cell = cellOf(path);
    const bits = prefixBits(path);
    if ((cell & bits) != bits) return;
    store<i32>(joints + ((<usize>length) << 2), joint);
  }
}
