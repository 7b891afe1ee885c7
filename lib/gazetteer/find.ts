import { characterAt, characterTables, isSmallAt, kindAt, kinds, lastSimple, learn } from './characters.ts';
import { addFind, addPayload, type Finds, lastBound, takeFinds } from './finds.ts';
import {
  capital,
  either,
  extendCheck,
  extendPath,
  type Form,
  hashWord,
  jointOf,
  openPath,
  small,
  verifyWord,
  wordPrime,
  wordSeed,
} from './hashes.ts';
import { emptySlot, endKey, exactFlag, extraCheck, extraMask, filterBits, placeOf } from './layout.ts';
import type { Gazetteer } from './open.ts';
import { isParticle } from './particles.ts';
import { learnScan, scanBits } from './scan.ts';
import { growWord, mayGoOn, possessiveOr, tokenEnd } from './word-ends.ts';
import { apart, beginWith, dropWords, readWord } from './words.ts';

const { kinds: kindOf, folds } = characterTables;

/**
 * Every alias in the text, longest first where they overlap, then leftmost; in reading order. No name crosses a line
 * break. Linear in the text.
 */
export const findNames = (gazetteer: Gazetteer, text: string): Finds => {
  scan(gazetteer, text);
  return takeFinds(gazetteer.finds, 'longest', gazetteer);
};

/** Every alias in the text, overlapping ones too, by start, then by end: for joining the finds of several indexes. */
export const findEveryName = (gazetteer: Gazetteer, text: string): Finds => {
  scan(gazetteer, text);
  return takeFinds(gazetteer.finds, 'all', gazetteer);
};

function scan(gazetteer: Gazetteer, text: string): void {
  const { scan: table } = gazetteer;
  const { length } = text;
  gazetteer.finds.count = 0;
  let before: number = scanBits.border;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    const bits = table[unit] as number;
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
    const end = lookAt(gazetteer, text, { at, kind: known, isInside });
    // A word ended here, or a mark: either way what follows is another word.
    before = scanBits.border;
    at = end > at ? end : at + (unit < 0xd800 ? 1 : characterAt(text, at).length);
  }
}

interface Place {
  readonly at: number;
  readonly kind: number;
  /** Whether the scan has run into it from inside a word. */
  readonly isInside: boolean;
}

/**
 * Reads the word here and follows the names that begin with it or with a word that was read on the way; answers where
 * the last of them ends, `at` where there is no word.
 */
function lookAt(gazetteer: Gazetteer, text: string, { at, kind, isInside }: Place): number {
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
  if (!passes(gazetteer.filter, path)) return end;
  beginWith(gazetteer.words, at, end, hash, written === small ? 1 : 0);
  follow(gazetteer, text, 0, path);
  return followNext(gazetteer, text);
}

/** Words that are dropped at once, so that a text of nothing but names does not pile them up. */
const wordsDropped = 256;

/** Names that begin with the words that were read on the way, so that none is read twice. */
function followNext(gazetteer: Gazetteer, text: string): number {
  const { words, filter, smallStarts } = gazetteer;
  for (let first = 1; first < words.count; first += 1) {
    if (first === wordsDropped) {
      dropWords(words, first);
      first = 0;
    }
    const isSmall = words.smalls[first] === 1;
    if (isSmall && smallStarts === 0) continue;
    const path = openPath(words.hashes[first] ?? 0, isSmall ? small : capital);
    if (passes(filter, path)) follow(gazetteer, text, first, path);
  }
  return words.ends[words.count - 1] ?? 0;
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

/** Follows names from this word on, as far as the filter lets them go. */
function follow(gazetteer: Gazetteer, text: string, first: number, opened: number): void {
  const { words, filter, joints } = gazetteer;
  joints[0] = jointOf(0, words.smalls[first] === 1 ? small : capital);
  let path = opened;
  for (let length = 1; ; length += 1) {
    if (passes(filter, endKey(path))) lookUp(gazetteer, text, { path, first, length });
    if (length === joints.length) return;
    const next = first + length;
    if (next === words.count && !readWord(text, words)) return;
    const gap = words.gaps[next] ?? apart;
    if (gap === apart) return;
    const word = words.hashes[next] ?? 0;
    const joint = jointOf(gap, isParticle(word) ? either : words.smalls[next] === 1 ? small : capital);
    path = extendPath(path, word, joint);
    if (!passes(filter, path)) return;
    joints[length] = joint;
  }
}

/** Words in a row that may be a name. */
interface Phrase {
  readonly path: number;
  readonly first: number;
  readonly length: number;
}

/** Adds what the words are the alias of, by either case rule. */
function lookUp(gazetteer: Gazetteer, text: string, phrase: Phrase): void {
  const { table, words, finds } = gazetteer;
  const slots = table.length / 2;
  const extra = extraCheck(phrase.path);
  const before = lastBound(finds);
  let bound = before;
  let folded: number | null = null;
  let exact: number | null = null;
  let place = placeOf(endKey(phrase.path), slots);
  for (let tried = 0; tried < slots; tried += 1) {
    const payload = table[place * 2 + 1] ?? emptySlot;
    if (payload === emptySlot) break;
    if ((payload & extraMask) === extra) {
      const check = table[place * 2] ?? 0;
      const isExact = (payload & exactFlag) !== 0;
      if (isExact) exact ??= checkOf(gazetteer, text, phrase, 'exact');
      else folded ??= checkOf(gazetteer, text, phrase, 'folded');
      if (check === (isExact ? exact : folded)) {
        addPayload(finds, bound, payload);
        bound += 1;
      }
    }
    place = place + 1 === slots ? 0 : place + 1;
  }
  if (bound > before)
    addFind(finds, words.starts[phrase.first] ?? 0, words.ends[phrase.first + phrase.length - 1] ?? 0, bound);
}

/** Second hash of the words, unsigned. */
function checkOf({ words, joints }: Gazetteer, text: string, { first, length }: Phrase, form: Form): number {
  let check = 0;
  for (let at = 0; at < length; at += 1) {
    const word = verifyWord(text, words.starts[first + at] ?? 0, words.ends[first + at] ?? 0, form);
    check = extendCheck(check, word, joints[at] ?? 0);
  }
  return check >>> 0;
}
