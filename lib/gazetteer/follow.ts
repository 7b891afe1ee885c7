import { ask, hasRoom } from './asked.ts';
import { kindAt, kinds } from './characters.ts';
import { capital, either, extendPath, jointOf, openPath, small } from './hashes.ts';
import { oddNextBit, placeOf, prefixBits, wholeBits } from './layout.ts';
import { settle } from './look-up.ts';
import type { Gazetteer } from './open.ts';
import { isParticle } from './particles.ts';
import { mayBegin } from './scan.ts';
import { apart, dropWords, readWord } from './words.ts';

/** Words that are dropped at once, so that a text of nothing but names does not pile them up. */
const wordsDropped = 256;

/**
 * Names that begin with the first word, and with each that is read on the way, so that none is read twice. Answers
 * where the last word ends.
 */
export function followFrom(gazetteer: Gazetteer, text: string, path: number): number {
  const { words, filter } = gazetteer;
  follow(gazetteer, text, 0, path);
  for (let first = 1; first < words.count; first += 1) {
    if (first === wordsDropped) {
      dropWords(words, first);
      first = 0;
    }
    const isSmall = words.smalls[first] === 1;
    if (isSmall && !mayBegin(gazetteer, text, words.starts[first] as number)) continue;
    const opened = openPath(words.hashes[first] as number, isSmall ? small : capital);
    if (passes(filter, opened)) follow(gazetteer, text, first, opened);
  }
  return words.ends[words.count - 1] ?? 0;
}

/** Whether the filter lets a first word through. */
export const passes = (filter: Uint32Array, path: number): boolean => {
  const bits = prefixBits(path);
  return ((filter[placeOf(path, filter.length)] as number) & bits) === bits;
};

/** Follows names from this word on, as far as the filter lets them go; `opened` has passed it. */
function follow(gazetteer: Gazetteer, text: string, first: number, opened: number): void {
  const { words, filter, joints, asked } = gazetteer;
  joints[0] = jointOf(0, words.smalls[first] === 1 ? small : capital);
  let path = opened;
  let cell = filter[placeOf(path, filter.length)] as number;
  for (let length = 1; ; length += 1) {
    const whole = wholeBits(path);
    if ((cell & whole) === whole) {
      if (!hasRoom(asked, length)) settle(gazetteer, text);
      ask(asked, path, { words, joints, first, length });
    }
    if (length === joints.length) return;
    const next = first + length;
    if (next === words.count) {
      if ((cell & oddNextBit(path)) === 0 && isOddNext(text, words.next)) return;
      if (!readWord(text, words)) return;
    }
    const gap = words.gaps[next] as number;
    if (gap === apart) return;
    const word = words.hashes[next] as number;
    const joint = jointOf(gap, isParticle(word) ? either : words.smalls[next] === 1 ? small : capital);
    path = extendPath(path, word, joint);
    cell = filter[placeOf(path, filter.length)] as number;
    const bits = prefixBits(path);
    if ((cell & bits) !== bits) return;
    joints[length] = joint;
  }
}

/** Whether a beginning is no whole name and what follows is in none, as the filter has it: the commonest case. */
export function isAlone(cell: number, path: number, text: string, end: number): boolean {
  const whole = wholeBits(path);
  return (cell & whole) !== whole && (cell & oddNextBit(path)) === 0 && isOddNext(text, end);
}

/** Whether a mark follows, or a space and a small letter: as behind most words of a text, and inside few names. */
function isOddNext(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  if (kind === kinds.space) return kindAt(text, at + 1) === kinds.smallLetter;
  return kind === kinds.other || kind === kinds.line;
}
