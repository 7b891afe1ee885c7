import { characterAt, characterTables, isLetterAt, isSmallAt, kindAt, kinds, lastSimple } from './characters.ts';
import { type Finds, takeFinds } from './finds.ts';
import { followFrom, isAlone, passes } from './follow.ts';
import { capital, hashWord, openPath, small, wordPrime, wordSeed } from './hashes.ts';
import { placeOf, prefixBits } from './layout.ts';
import { settle } from './look-up.ts';
import type { Gazetteer } from './open.ts';
import { halt, learnScan, lettersRead, mayBegin, outside, scanClasses, scanTable } from './scan.ts';
import { growWord, mayGoOn, possessiveOr, tokenEnd } from './word-ends.ts';
import { beginWith } from './words.ts';

const { kinds: kindOf, simple } = characterTables;

const lineBreak = 0x0a;

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

function scan(gazetteer: Gazetteer, text: string): void {
  const { transitions } = gazetteer;
  const { length } = text;
  gazetteer.finds.count = 0;
  gazetteer.asked.count = 0;
  let at = 0;
  let state = outside;
  for (;;) {
    // The loop in which the time goes: one branch, which only what may begin a name takes.
    while (at < length) {
      const next = transitions[state + (scanTable[text.charCodeAt(at)] as number)] as number;
      if (next === halt) break;
      state = next;
      at += 1;
    }
    const kind = at === length ? scanClasses.look : (scanTable[text.charCodeAt(at)] as number);
    if (kind === scanClasses.unknown) {
      learnScan(text.charCodeAt(at));
      continue;
    }
    const start = at - lettersRead(state);
    if (start < at && (kind !== scanClasses.look || mayBegin(gazetteer, text, start))) {
      at = readPlainWord(gazetteer, text, start);
    } else {
      if (at === length) break;
      at = readHere(gazetteer, text, { at, isInside: state !== outside });
    }
    // A word has ended, or a mark: either way what follows is another word.
    state = outside;
  }
  settle(gazetteer, text);
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
  let unit = lineBreak;
  do {
    hash = Math.imul(hash ^ folded, wordPrime);
    end += 1;
    unit = end < length ? text.charCodeAt(end) : lineBreak;
    folded = simple[unit] as number;
  } while (folded !== 0);
  const next = unit === 0x20 ? kinds.space : kindAt(text, end);
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
