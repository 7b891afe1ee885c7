import type { Span } from '../model/span.ts';
import { capital, either, extendCheck, extendPath, jointOf, openPath, small, verifyWord, type Form } from './hashes.ts';
import {
  emptySlot,
  endKey,
  exactFlag,
  extraCheck,
  extraMask,
  filterBits,
  ordinalMask,
  placeOf,
  postingsFlag,
} from './layout.ts';
import type { Gazetteer } from './open.ts';
import { isParticle } from './particles.ts';
import { keepLongest } from './overlaps.ts';
import { apart, readLine } from './words.ts';

/** A span of text that is an alias, with the entities that bear it, in no order, each once. */
export interface GazetteerHit extends Span {
  readonly ordinals: readonly number[];
}

/**
 * Every alias in the text, longest first where they overlap, then leftmost; in reading order. No name crosses a line
 * break. Linear in the text.
 */
export const findNames = (gazetteer: Gazetteer, text: string): GazetteerHit[] =>
  keepLongest(findEveryName(gazetteer, text));

/** Every alias in the text, overlapping ones too, by start, then by end: for joining the finds of several indexes. */
export function findEveryName(gazetteer: Gazetteer, text: string): GazetteerHit[] {
  const hits: GazetteerHit[] = [];
  const { words, filter } = gazetteer;
  const filterWords = filter.length;
  for (let at = 0; at < text.length; ) {
    at = readLine(text, at, words);
    const { count, hashes, smalls } = words;
    for (let i = 0; i < count; i += 1) {
      const path = openPath(hashes[i] ?? 0, smalls[i] === 1 ? small : capital);
      const bits = filterBits(path);
      if (((filter[placeOf(path, filterWords)] ?? 0) & bits) === bits) followFrom(gazetteer, text, i, path, hits);
    }
  }
  return hits;
}

const passes = (filter: Uint32Array, key: number): boolean => {
  const bits = filterBits(key);
  return ((filter[placeOf(key, filter.length)] ?? 0) & bits) === bits;
};

/** Follows names from a line's word on as far as the filter lets them go. */
function followFrom(gazetteer: Gazetteer, text: string, first: number, opened: number, hits: GazetteerHit[]): void {
  const { words, filter, joints } = gazetteer;
  joints[0] = jointOf(0, words.smalls[first] === 1 ? small : capital);
  let path = opened;
  for (let last = first; ; ) {
    if (passes(filter, endKey(path))) {
      const ordinals = lookUp(gazetteer, text, { path, first, last });
      if (ordinals !== null) hits.push({ start: words.starts[first] ?? 0, end: words.ends[last] ?? 0, ordinals });
    }
    last += 1;
    const gap = last < words.count ? (words.gaps[last] ?? apart) : apart;
    if (gap === apart) return;
    const word = words.hashes[last] ?? 0;
    const joint = jointOf(gap, isParticle(word) ? either : words.smalls[last] === 1 ? small : capital);
    path = extendPath(path, word, joint);
    if (!passes(filter, path)) return;
    joints[last - first] = joint;
    if (last - first === joints.length) return;
  }
}

interface Question {
  readonly path: number;
  /** Words of the line, both included. */
  readonly first: number;
  readonly last: number;
}

/** Entities of the alias that these words are, by either case rule; null where they are none. */
function lookUp(gazetteer: Gazetteer, text: string, question: Question): number[] | null {
  const { table } = gazetteer;
  const slots = table.length / 2;
  const extra = extraCheck(question.path);
  let folded: number | null = null;
  let exact: number | null = null;
  let found: number[] | null = null;
  let place = placeOf(endKey(question.path), slots);
  for (let tried = 0; tried < slots; tried += 1) {
    const payload = table[place * 2 + 1] ?? emptySlot;
    if (payload === emptySlot) break;
    if ((payload & extraMask) === extra) {
      const check = table[place * 2] ?? 0;
      const isExact = (payload & exactFlag) !== 0;
      if (isExact) exact ??= checkOf(gazetteer, text, question, 'exact');
      else folded ??= checkOf(gazetteer, text, question, 'folded');
      if (check === (isExact ? exact : folded)) found = addOrdinals(gazetteer, payload, found);
    }
    place = place + 1 === slots ? 0 : place + 1;
  }
  return found;
}

/** Second hash of the words, unsigned. */
function checkOf({ words, joints }: Gazetteer, text: string, { first, last }: Question, form: Form): number {
  let check = 0;
  for (let at = first; at <= last; at += 1) {
    const word = verifyWord(text, words.starts[at] ?? 0, words.ends[at] ?? 0, form);
    check = extendCheck(check, word, joints[at - first] ?? 0);
  }
  return check >>> 0;
}

function addOrdinals({ postings }: Gazetteer, payload: number, found: number[] | null): number[] {
  const place = payload & ordinalMask;
  if ((payload & postingsFlag) === 0) {
    if (found === null) return [place];
    if (!found.includes(place)) found.push(place);
    return found;
  }
  const ordinals = found ?? [];
  const count = postings[place] ?? 0;
  for (const ordinal of postings.subarray(place + 1, place + 1 + count))
    if (!ordinals.includes(ordinal)) ordinals.push(ordinal);
  return ordinals;
}
