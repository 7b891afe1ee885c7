import { characterAt, characterTables, isLetterAt, isSmallAt, kindAt, kinds, lastSimple } from './characters.ts';
import { type Finds, takeFinds } from './finds.ts';
import { followFrom, isAlone, passes } from './follow.ts';
import { capital, hashWord, openPath, small, wordPrime, wordSeed } from './hashes.ts';
import { placeOf, prefixBits } from './layout.ts';
import { settle } from './look-up.ts';
import type { Gazetteer } from './open.ts';
import { codeBits, learnScan, mayBegin, placeMask, scanBits, scanTable } from './scan.ts';
import { growWord, mayGoOn, possessiveOr, tokenEnd } from './word-ends.ts';
import { beginWith } from './words.ts';

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

/** Where the bits of `scanBits` lie. */
const borderShift = 5;
const lookShift = 6;

function scan(gazetteer: Gazetteer, text: string): void {
  const { beginnings } = gazetteer;
  const { length } = text;
  gazetteer.finds.count = 0;
  gazetteer.asked.count = 0;
  let at = 0;
  // Codes of the last three units, and which of the last ones are borders; before the text there is nothing else.
  let place = 0;
  let borders = 1;
  for (;;) {
    let bits: number = scanBits.look | scanBits.known;
    // The loop in which the time goes: one branch, which only what may begin a name takes. A small letter that does is
    // known by the third unit of its word.
    while (at < length) {
      bits = scanTable[text.charCodeAt(at)] as number;
      place = ((place << codeBits) | (bits & scanBits.code)) & placeMask;
      borders = (borders << 1) | ((bits >> borderShift) & 1);
      const begins = ((beginnings[place >> 3] as number) >> (place & 7)) & (borders >> 3);
      if (((begins | (bits >> lookShift)) & 1) !== 0) break;
      at += 1;
    }
    if (at === length) {
      borders <<= 1;
      bits = scanBits.look | scanBits.known;
    } else if ((bits & scanBits.known) === 0) {
      learnScan(text.charCodeAt(at));
      place >>= codeBits;
      borders >>= 1;
      continue;
    }
    const start = (bits & scanBits.look) === 0 ? at - 2 : startBefore(gazetteer, text, { at, borders });
    if (start === length) break;
    if (start < at) at = readPlainWord(gazetteer, text, start);
    else at = readHere(gazetteer, text, { at, isInside: (borders & 2) === 0 });
    // A word has ended, or a mark: either way what follows is another word.
    place = 0;
    borders = 1;
  }
  settle(gazetteer, text);
}

interface Place {
  readonly at: number;
  readonly borders: number;
}

/** Where a word of one or two small letters began that ends here, if a name may begin so; else here. */
function startBefore(gazetteer: Gazetteer, text: string, { at, borders }: Place): number {
  const start = (borders & 0b110) === 0b100 ? at - 1 : (borders & 0b1100) === 0b1000 ? at - 2 : at;
  return start < at && mayBegin(gazetteer, text, start) ? start : at;
}

interface Reached {
  readonly at: number;
  /** The scan has run into it from inside a word. */
  readonly isInside: boolean;
}

/** Reads what is worth a look; answers where to go on. */
function readHere(gazetteer: Gazetteer, text: string, { at, isInside }: Reached): number {
  const unit = text.charCodeAt(at);
  const kind = kindOf[unit] as number;
  if (kind <= kinds.smallLetter && !isInside) return readPlainWord(gazetteer, text, at);
  // The end of a sentence, a quotation mark: neither joins letters nor begins a word.
  if (kind >= kinds.apostrophe && kind <= kinds.ampersand && !isLetterAt(text, at + 1)) return at + 1;
  if (kind === kinds.digit && !isInside && !mayBegin(gazetteer, text, at)) return tokenEnd(text, at, kind);
  const end = lookAt(gazetteer, text, at, isInside);
  return end > at ? end : at + (unit < 0xd800 ? 1 : characterAt(text, at).length);
}

/** Nearly all that is looked at: a word of letters that are one unit in one form. Answers where the last word ends. */
function readPlainWord(gazetteer: Gazetteer, text: string, at: number): number {
  const { filter, words } = gazetteer;
  const { length } = text;
  const initial = text.charCodeAt(at);
  let hash = wordSeed;
  let end = at;
  let folded = simple[initial] as number;
  do {
    hash = Math.imul(hash ^ folded, wordPrime);
    end += 1;
    if (end === length) break;
    folded = simple[text.charCodeAt(end)] as number;
  } while (folded !== 0);
  const next = kindAt(text, end);
  if (next !== kinds.space && (next <= lastSimple || mayGoOn(text, end, next)))
    return lookAt(gazetteer, text, at, false);
  const isSmall = kindOf[initial] === kinds.smallLetter;
  const path = openPath(hash, isSmall ? small : capital);
  const wanted = prefixBits(path);
  const cell = filter[placeOf(path, filter.length)] as number;
  if ((cell & wanted) !== wanted || isAlone(cell, path, text, end)) return end;
  beginWith(words, at, end, hash, isSmall ? 1 : 0);
  return followFrom(gazetteer, text, path);
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

/** Whether white space, or the start of the line, stands before, invisible characters left aside. */
function isLoose(text: string, at: number): boolean {
  for (let before = at - 1; before >= 0; before -= 1) {
    const kind = kindAt(text, before);
    if (kind !== kinds.invisible && kind !== kinds.invisibleMark) return kind === kinds.space || kind === kinds.line;
    if (text.charCodeAt(before) === 0x200b) return true;
  }
  return true;
}
