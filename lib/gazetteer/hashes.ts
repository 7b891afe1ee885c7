import { foldWord, plainForm } from '../text/fold.ts';
import { characterAt, characterTables, kindAt, kinds, lastSimple, learn } from './characters.ts';

/**
 * Two independent 32-bit hashes of word sequences. The first finds, the second (another seed, another multiplier, over
 * the folded letters or, for aliases that count letter for letter, over the letters as they are) verifies.
 */

export const wordSeed = 0x811c9dc5 | 0;
/** FNV-1a's prime. */
export const wordPrime = 0x01000193;

const { kinds: kindOf, folds } = characterTables;

/** First hash of a word's folded letters; points of abbreviations and invisible characters do not count. */
export function hashWord(text: string, start: number, end: number): number {
  let hash = wordSeed;
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    const kind = kindOf[unit] || learn(unit);
    if (kind === kinds.oddLetter || kind === kinds.unspaced || kind === kinds.surrogate) {
      const character = characterAt(text, at);
      const folded = foldWord(character);
      for (let i = 0; i < folded.length; i += 1) hash = Math.imul(hash ^ folded.charCodeAt(i), wordPrime);
      at += character.length;
    } else {
      if (!isSilent(text, at, end, kind)) hash = Math.imul(hash ^ (folds[unit] ?? unit), wordPrime);
      at += 1;
    }
  }
  return hash;
}

/** Second hash of a word; `exact` takes the letters as they are instead of their folded form. */
export const verifyWord = (text: string, start: number, end: number, form: Form): number =>
  form === 'exact' ? verifyExact(text, start, end) : verifyFolded(text, start, end);

const checkSeed = 0x2f0b4a27;

function addCheck(hash: number, unit: number): number {
  const mixed = Math.imul(hash ^ unit, 0x5bd1e995);
  return mixed ^ (mixed >>> 13);
}

function verifyFolded(text: string, start: number, end: number): number {
  let hash = checkSeed;
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    const kind = kindOf[unit] || learn(unit);
    if (kind <= lastSimple) {
      hash = addCheck(hash, folds[unit] ?? unit);
      at += 1;
    } else if (kind === kinds.oddLetter || kind === kinds.unspaced || kind === kinds.surrogate) {
      const character = characterAt(text, at);
      const folded = foldWord(character);
      for (let i = 0; i < folded.length; i += 1) hash = addCheck(hash, folded.charCodeAt(i));
      at += character.length;
    } else {
      if (!isSilent(text, at, end, kind)) hash = addCheck(hash, folds[unit] ?? unit);
      at += 1;
    }
  }
  return hash;
}

/** First unit of the combining marks: below it a letter is one unit in one form. */
const firstMark = 0x300;
const softHyphen = 0xad;
const point = 0x2e;

function verifyExact(text: string, start: number, end: number): number {
  let hash = checkSeed;
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit >= firstMark) return verifyNormalised(plainForm(text.slice(start, end)));
    if (unit !== softHyphen && (unit !== point || isDigit(text, at + 1, end))) hash = addCheck(hash, unit);
  }
  return hash;
}

function verifyNormalised(word: string): number {
  let hash = checkSeed;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    if (unit !== point || isDigit(word, at + 1, word.length)) hash = addCheck(hash, unit);
  }
  return hash;
}

export type Form = 'folded' | 'exact';

const isDigit = (text: string, at: number, end: number): boolean => at < end && kindAt(text, at) === kinds.digit;

const isSilent = (text: string, at: number, end: number, kind: number): boolean =>
  kind === kinds.mark ||
  kind === kinds.invisibleMark ||
  kind === kinds.invisible ||
  (kind === kinds.point && !isDigit(text, at + 1, end));

/** How a word is written, as far as it decides: small first letter, else; `either` is a particle inside a name. */
export const small = 1;
export const capital = 2;
export const either = 3;

/** First hash of a name's first word. */
export function openPath(word: number, written: number): number {
  let hash = Math.imul(word ^ (written * 0x3c6ef372), 0x2c1b3c6d);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x297a2d39);
  return hash ^ (hash >>> 14);
}

/** First hash of a name that is one word longer; `gap` is the mark between the words, 0 for none. */
export function extendPath(path: number, word: number, joint: number): number {
  let hash = Math.imul(path ^ Math.imul(joint + 1, 0x61c88647), 0x01000193) + word;
  hash = Math.imul(hash ^ (hash >>> 16), 0x21f0aaad);
  hash = Math.imul(hash ^ (hash >>> 15), 0x735a2d97);
  return hash ^ (hash >>> 15);
}

/** What stands before a word, and how it is written, as one number. */
export const jointOf = (gap: number, written: number): number => (gap << 2) | written;

/** Second hash of a name that is one word longer. */
export function extendCheck(check: number, word: number, joint: number): number {
  let hash = Math.imul(check ^ (check >>> 16) ^ Math.imul(joint + 7, 0x85ebca6b), 0x7feb352d) ^ word;
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return hash ^ (hash >>> 16);
}
