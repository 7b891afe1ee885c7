import { characterAt, characterTables, isLetterAt, isSmallAt, kindAt, kinds, lastSimple } from './characters.ts';
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
import {
  emptySlot,
  endKey,
  exactFlag,
  extraCheck,
  extraMask,
  placeOf,
  prefixBits,
  oddNextBit,
  wholeBits,
} from './layout.ts';
import type { Gazetteer } from './open.ts';
import { isParticle } from './particles.ts';
import { learnScan, mayBegin, scanBits } from './scan.ts';
import { growWord, mayGoOn, possessiveOr, tokenEnd } from './word-ends.ts';
import { apart, beginWith, dropWords, readWord } from './words.ts';

const { kinds: kindOf, simple } = characterTables;

/**
 * Every alias in the text, longest first where they overlap, then leftmost; in reading order. No name crosses a line
 * break. Linear in the text.
 */
export const findNames = (gazetteer: Gazetteer, text: string): Finds => {
  scan(gazetteer, text);
  return takeFinds(gazetteer.finds, 'longest', gazetteer.postings);
};

/** Every alias in the text, overlapping ones too, by start, then by end: for joining the finds of several indexes. */
export const findEveryName = (gazetteer: Gazetteer, text: string): Finds => {
  scan(gazetteer, text);
  return takeFinds(gazetteer.finds, 'all', gazetteer.postings);
};

const smallStart = scanBits.known | scanBits.start;

function scan(gazetteer: Gazetteer, text: string): void {
  const { scan: table, filter, words } = gazetteer;
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
    // A small letter behind a border, as most words of a text begin; few names do.
    if (bits === smallStart && !mayBegin(gazetteer, text, at)) {
      before = bits;
      at += 1;
      continue;
    }
    if ((bits & scanBits.known) === 0) {
      learnScan(gazetteer, unit);
      continue;
    }
    const kind = kindOf[unit] as number;
    const isInside = (before & scanBits.border) === 0;
    // A word ends below, or a mark: either way what follows is another word.
    before = scanBits.border;
    if (kind >= kinds.apostrophe && kind <= kinds.ampersand && !isLetterAt(text, at + 1)) {
      // The end of a sentence, a quotation mark: neither joins letters nor begins a word.
      at += 1;
      continue;
    }
    if (kind === kinds.digit && !isInside && !mayBegin(gazetteer, text, at)) {
      at = tokenEnd(text, at, kind);
      continue;
    }
    if (kind > kinds.smallLetter || isInside) {
      const end = lookAt(gazetteer, text, at, isInside);
      at = end > at ? end : at + (unit < 0xd800 ? 1 : characterAt(text, at).length);
      continue;
    }
    // Nearly all that is looked at: a word of letters that are one unit in one form.
    let hash = wordSeed;
    let end = at;
    let folded = simple[unit] as number;
    do {
      hash = Math.imul(hash ^ folded, wordPrime);
      end += 1;
      if (end === length) break;
      folded = simple[text.charCodeAt(end)] as number;
    } while (folded !== 0);
    const next = kindAt(text, end);
    if (next !== kinds.space && (next <= lastSimple || mayGoOn(text, end, next))) {
      at = lookAt(gazetteer, text, at, false);
      continue;
    }
    const written = kind === kinds.smallLetter ? small : capital;
    const path = openPath(hash, written);
    const wanted = prefixBits(path);
    const cell = filter[placeOf(path, filter.length)] as number;
    if ((cell & wanted) === wanted && !isAlone(cell, path, text, end)) {
      beginWith(words, at, end, hash, written === small ? 1 : 0);
      end = followFrom(gazetteer, text, path);
    }
    at = end;
  }
}

/**
 * Reads the word here, whatever it is made of, and follows the names that begin with it or with a word that was read
 * on the way; answers where the last of them ends, `at` where there is no word. `isInside`: the scan has run into it
 * from inside a word.
 */
function lookAt(gazetteer: Gazetteer, text: string, at: number, isInside: boolean): number {
  const kind = kindAt(text, at);
  if (isInside && (kind <= lastSimple || mayGoOn(text, at, kind))) {
    let start = at;
    while (start > 0 && kindAt(text, start - 1) <= lastSimple) start -= 1;
    const end = growWord(text, start, at);
    if (end > at) return end;
  }
  const end = tokenEnd(text, at, isLoose(text, at) ? kind : possessiveOr(text, at, kind));
  if (end === at) return at;
  const hash = hashWord(text, at, end);
  const isSmall = isSmallAt(text, at);
  const path = openPath(hash, isSmall ? small : capital);
  if (!passes(gazetteer.filter, path)) return end;
  beginWith(gazetteer.words, at, end, hash, isSmall ? 1 : 0);
  return followFrom(gazetteer, text, path);
}

/** Whether a beginning is no whole name and what follows is in none, as the filter has it: the commonest case. */
function isAlone(cell: number, path: number, text: string, end: number): boolean {
  const whole = wholeBits(path);
  return (cell & whole) !== whole && (cell & oddNextBit(path)) === 0 && isOddNext(text, end);
}

/** Words that are dropped at once, so that a text of nothing but names does not pile them up. */
const wordsDropped = 256;

/**
 * Names that begin with the first word, and with each that is read on the way, so that none is read twice. Answers
 * where the last word ends.
 */
function followFrom(gazetteer: Gazetteer, text: string, path: number): number {
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

/** Whether white space, or the start of the line, stands before, invisible characters left aside. */
function isLoose(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const kind = kindAt(text, before);
    if (kind !== kinds.invisible && kind !== kinds.invisibleMark) return kind === kinds.space || kind === kinds.line;
    if (text.charCodeAt(before) === 0x200b) return true;
  }
  return true;
}

const passes = (filter: Uint32Array, path: number): boolean => {
  const bits = prefixBits(path);
  return ((filter[placeOf(path, filter.length)] as number) & bits) === bits;
};

/** Follows names from this word on, as far as the filter lets them go; `opened` has passed it. */
function follow(gazetteer: Gazetteer, text: string, first: number, opened: number): void {
  const { words, filter, joints } = gazetteer;
  joints[0] = jointOf(0, words.smalls[first] === 1 ? small : capital);
  let path = opened;
  let cell = filter[placeOf(path, filter.length)] as number;
  for (let length = 1; ; length += 1) {
    const whole = wholeBits(path);
    if ((cell & whole) === whole) lookUp(gazetteer, text, path, first, length);
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

/** Whether a mark follows, or a space and a small letter: as behind most words of a text, and inside few names. */
function isOddNext(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  if (kind === kinds.space) return kindAt(text, at + 1) === kinds.smallLetter;
  return kind === kinds.other || kind === kinds.line;
}

/** Adds what so many words are the alias of, by either case rule. In numbers alone: nothing is made for a word. */
function lookUp(gazetteer: Gazetteer, text: string, path: number, first: number, length: number): void {
  const { table, words, finds } = gazetteer;
  const slots = table.length >>> 1;
  const extra = extraCheck(path);
  const before = lastBound(finds);
  let bound = before;
  let asked = 0;
  let folded = 0;
  let exact = 0;
  let place = placeOf(endKey(path), slots);
  for (let tried = 0; tried < slots; tried += 1) {
    const payload = table[place * 2 + 1] as number;
    if (payload === emptySlot) break;
    if ((payload & extraMask) === extra) {
      const form = payload & exactFlag ? askedExact : askedFolded;
      if ((asked & form) === 0) {
        asked |= form;
        if (form === askedExact) exact = checkOf(gazetteer, text, first, length, 'exact');
        else folded = checkOf(gazetteer, text, first, length, 'folded');
      }
      if ((table[place * 2] as number) === (form === askedExact ? exact : folded) >>> 0) {
        addPayload(finds, bound, payload);
        bound += 1;
      }
    }
    place = place + 1 === slots ? 0 : place + 1;
  }
  if (bound > before) addFind(finds, words.starts[first] as number, words.ends[first + length - 1] as number, bound);
}

/** Which second hashes of the words are known. */
const askedFolded = 1;
const askedExact = 2;

/** Second hash of the words. */
function checkOf({ words, joints }: Gazetteer, text: string, first: number, length: number, form: Form): number {
  let check = 0;
  for (let at = 0; at < length; at += 1) {
    const start = words.starts[first + at] as number;
    const word = verifyWord(text, start, words.ends[first + at] as number, form);
    check = extendCheck(check, word, joints[at] as number);
  }
  return check;
}
