import type { Span } from '../model/span.ts';
import { characterAt, characterTables, isSmallAt, kindAt, kinds, lastSimple, learn } from './characters.ts';
import {
  capital,
  either,
  extendCheck,
  extendPath,
  jointOf,
  openPath,
  small,
  verifyWord,
  type Form,
  hashWord,
  wordPrime,
  wordSeed,
} from './hashes.ts';
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
import { growWord, mayGoOn, possessiveOr, tokenEnd } from './word-ends.ts';
import { learnScan, scanBits } from './scan.ts';
import { apart, beginWith, readWord } from './words.ts';

const { kinds: kindOf, folds } = characterTables;

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
  const { scan } = gazetteer;
  const { length } = text;
  let before: number = scanBits.border;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const bits = scan[unit] as number;
    // The loop in which the time goes: one branch for each unit that can begin no name.
    if (((bits | ((bits >> 1) & (before >> 2))) & scanBits.look) === 0) {
      before = bits;
      at += 1;
      continue;
    }
    const known = kindOf[unit] || learn(unit);
    if ((bits & scanBits.known) === 0) {
      learnScan(gazetteer, unit);
      continue;
    }
    const isInside = (before & scanBits.border) === 0;
    const end = lookAt(gazetteer, text, { at, kind: known, isInside }, hits);
    // A word ended here, or a mark: either way what follows is another word.
    before = scanBits.border;
    at = end > at ? end : at + (unit < 0xd800 ? 1 : characterAt(text, at).length);
  }
  return hits;
}

interface Place {
  readonly at: number;
  readonly kind: number;
  /** Whether the scan has run into it from inside a word. */
  readonly isInside: boolean;
}

/** Reads the word here and follows the names that begin with it; answers the word's end, `at` where there is none. */
function lookAt(gazetteer: Gazetteer, text: string, { at, kind, isInside }: Place, hits: GazetteerHit[]): number {
  if (isInside && (kind <= lastSimple || mayGoOn(text, at, kind))) {
    let start = at;
    while (start > 0 && kindAt(text, start - 1) <= lastSimple) start -= 1;
    const end = growWord(text, start, at);
    if (end > at) return end;
  }
  let end = at;
  let hash = wordSeed;
  if (kind <= kinds.smallLetter) {
    let next = kind;
    do {
      hash = Math.imul(hash ^ (folds[text.charCodeAt(end)] ?? 0), wordPrime);
      end += 1;
      if (end === text.length) break;
      const unit = text.charCodeAt(end);
      next = kindOf[unit] || learn(unit);
    } while (next <= lastSimple);
    if (end < text.length && next !== kinds.space && mayGoOn(text, end, next)) {
      const grown = growWord(text, at, end);
      if (grown !== end) {
        end = grown;
        hash = hashWord(text, at, end);
      }
    }
  } else {
    const whole = kind === kinds.surrogate ? kindAt(text, at) : kind;
    end = tokenEnd(text, at, isLoose(text, at) ? whole : possessiveOr(text, at, whole));
    if (end === at) return at;
    hash = hashWord(text, at, end);
  }
  const written = kind === kinds.smallLetter || (kind > lastSimple && isSmallAt(text, at)) ? small : capital;
  const path = openPath(hash, written);
  if (passes(gazetteer.filter, path)) {
    beginWith(gazetteer.words, at, end, hash, written === small ? 1 : 0);
    follow(gazetteer, text, path, hits);
  }
  return end;
}

/** Whether white space, or the start of the line, stands before, invisible characters left aside. */
function isLoose(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const kind = kindAt(text, before);
    if (kind !== kinds.invisible && kind !== kinds.invisibleMark) return kind === kinds.space || kind === kinds.line;
    if (text.charCodeAt(before) === 0x200b) return true;
  }
  return true;
}

const passes = (filter: Uint32Array, key: number): boolean => {
  const bits = filterBits(key);
  return ((filter[placeOf(key, filter.length)] ?? 0) & bits) === bits;
};

/** Follows names from the first of the words on, as far as the filter lets them go. */
function follow(gazetteer: Gazetteer, text: string, opened: number, hits: GazetteerHit[]): void {
  const { words, filter, joints } = gazetteer;
  joints[0] = jointOf(0, words.smalls[0] === 1 ? small : capital);
  let path = opened;
  for (let last = 0; last < joints.length; last += 1) {
    if (last > 0) {
      const gap = readWord(text, words) ? (words.gaps[last] ?? apart) : apart;
      if (gap === apart) return;
      const word = words.hashes[last] ?? 0;
      const joint = jointOf(gap, isParticle(word) ? either : words.smalls[last] === 1 ? small : capital);
      path = extendPath(path, word, joint);
      if (!passes(filter, path)) return;
      joints[last] = joint;
    }
    if (passes(filter, endKey(path))) {
      const ordinals = lookUp(gazetteer, text, path, last);
      if (ordinals !== null) hits.push({ start: words.starts[0] ?? 0, end: words.ends[last] ?? 0, ordinals });
    }
  }
}

/** Entities of the alias that the words up to `last` are, by either case rule; null where they are none. */
function lookUp(gazetteer: Gazetteer, text: string, path: number, last: number): number[] | null {
  const { table } = gazetteer;
  const slots = table.length / 2;
  const extra = extraCheck(path);
  let folded: number | null = null;
  let exact: number | null = null;
  let found: number[] | null = null;
  let place = placeOf(endKey(path), slots);
  for (let tried = 0; tried < slots; tried += 1) {
    const payload = table[place * 2 + 1] ?? emptySlot;
    if (payload === emptySlot) break;
    if ((payload & extraMask) === extra) {
      const check = table[place * 2] ?? 0;
      const isExact = (payload & exactFlag) !== 0;
      if (isExact) exact ??= checkOf(gazetteer, text, last, 'exact');
      else folded ??= checkOf(gazetteer, text, last, 'folded');
      if (check === (isExact ? exact : folded)) found = addOrdinals(gazetteer, payload, found);
    }
    place = place + 1 === slots ? 0 : place + 1;
  }
  return found;
}

/** Second hash of the words, unsigned. */
function checkOf({ words, joints }: Gazetteer, text: string, last: number, form: Form): number {
  let check = 0;
  for (let at = 0; at <= last; at += 1) {
    const word = verifyWord(text, words.starts[at] ?? 0, words.ends[at] ?? 0, form);
    check = extendCheck(check, word, joints[at] ?? 0);
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
