import { foldWord, isInvisible } from '../text/fold.ts';

/**
 * What a UTF-16 unit is to the scanner, one byte each. Everything up to `lastSimple` belongs to a word and folds to
 * exactly one unit, so that the inner loop needs one comparison. 0 means that the unit was not looked at yet.
 */
export const kinds = {
  unknown: 0,
  /** A letter that is no small letter: capital, title case, or of a script without case. */
  letter: 1,
  smallLetter: 2,
  digit: 3,
  space: 4,
  line: 5,
  /** A letter that folds to several units or to none, or needs a second unit to tell. */
  oddLetter: 6,
  /** Combining mark; counts as part of a word and folds to nothing. */
  mark: 7,
  /** As `mark` inside a word, nothing at all before one (variation selectors). */
  invisibleMark: 8,
  invisible: 9,
  apostrophe: 10,
  point: 11,
  ampersand: 12,
  hyphen: 13,
  /** A letter of a script that writes no spaces between words: a word by itself. */
  unspaced: 14,
  /** First half of a surrogate pair. */
  surrogate: 15,
  other: 16,
  /** Given by `possessiveOr`, not by a character alone. */
  possessive: 17,
} as const;

export const lastSimple = kinds.digit;

const letter = /\p{L}/u;
const smallLetter = /\p{Ll}/u;
const markOnly = /\p{M}/u;
const digit = /\p{Nd}/u;
const space = /[\s\u0085]/u;
const quotes = /["\u00AB\u00BB\u201C-\u201F\u2039\u203A\u300C\u300D]/u;
const unspacedScript =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

const kindOfUnit = new Uint8Array(65536);
const foldOfUnit = new Uint16Array(65536);
const codeOfUnit = new Uint8Array(65536);
const splitOfUnit = new Uint8Array(65536);

/** Tables for the scanner's inner loops; a kind of `unknown` asks for `learn`. Filled page by page on first use. */
export const characterTables: {
  readonly kinds: Uint8Array;
  readonly folds: Uint16Array;
  /** The folded letter of such a unit, 1 to 26, or digit, 27 to 36; else 0. */
  readonly codes: Uint8Array;
  /** 1 where the folded form is not one unit. */
  readonly isSplit: Uint8Array;
} = { kinds: kindOfUnit, folds: foldOfUnit, codes: codeOfUnit, isSplit: splitOfUnit };

/** Fills the tables for the 256 units around this one, answers its kind. */
export function learn(unit: number): number {
  const first = unit & 0xff00;
  for (let at = first; at < first + 256; at += 1) learnOne(at);
  return kindOfUnit[unit] ?? kinds.other;
}

function learnOne(unit: number): void {
  if (unit >= 0xd800 && unit <= 0xdfff) {
    kindOfUnit[unit] = unit <= 0xdbff ? kinds.surrogate : kinds.other;
    foldOfUnit[unit] = unit;
    return;
  }
  const character = String.fromCharCode(unit);
  const folded = foldWord(character);
  kindOfUnit[unit] = kindOf(character, folded);
  foldOfUnit[unit] = folded.length === 1 ? foldedUnit(character, folded) : unit;
  splitOfUnit[unit] = folded.length === 1 ? 0 : 1;
  if ((kindOfUnit[unit] ?? 0) > lastSimple) return;
  const fold = foldOfUnit[unit] ?? 0;
  if (fold >= 0x61 && fold <= 0x7a) codeOfUnit[unit] = fold - 0x60;
  else if (fold >= 0x30 && fold <= 0x39) codeOfUnit[unit] = fold - 0x30 + 27;
}

function foldedUnit(character: string, folded: string): number {
  // A capital sigma becomes one small letter or the other by its place in the word.
  if (folded === '\u03C2') return 0x3c3;
  return quotes.test(character) ? 0x22 : folded.charCodeAt(0);
}

function kindOf(character: string, folded: string): number {
  if (character === '\n') return kinds.line;
  if (isInvisible(character)) return markOnly.test(character) ? kinds.invisibleMark : kinds.invisible;
  if (space.test(character)) return kinds.space;
  if (digit.test(character)) return folded.length === 1 ? kinds.digit : kinds.oddLetter;
  if (letter.test(character)) return kindOfLetter(character, folded);
  if (markOnly.test(character)) return folded.length === 0 ? kinds.mark : kinds.oddLetter;
  if (/['\u2018\u2019]/u.test(character)) return kinds.apostrophe;
  if (character === '.') return kinds.point;
  if (character === '&') return kinds.ampersand;
  return /[-\u2010-\u2013]/u.test(character) ? kinds.hyphen : kinds.other;
}

function kindOfLetter(character: string, folded: string): number {
  if (unspacedScript.test(character)) return kinds.unspaced;
  if (folded.length !== 1) return kinds.oddLetter;
  return smallLetter.test(character) ? kinds.smallLetter : kinds.letter;
}

/** Kind of the character at `at`, whole code points considered; `line` beyond the end. */
export function kindAt(text: string, at: number): number {
  if (at >= text.length) return kinds.line;
  const unit = text.charCodeAt(at);
  const kind = kindOfUnit[unit] || learn(unit);
  if (kind !== kinds.surrogate) return kind;
  const character = characterAt(text, at);
  if (letter.test(character)) return unspacedScript.test(character) ? kinds.unspaced : kinds.oddLetter;
  if (digit.test(character) || markOnly.test(character)) return kinds.oddLetter;
  return isInvisible(character) ? kinds.invisible : kinds.surrogate;
}

export const characterAt = (text: string, at: number): string => {
  const point = text.codePointAt(at);
  return point === undefined ? '' : String.fromCodePoint(point);
};

/** Letters and marks, as the tokeniser of lib/text understands them. */
export function isLetterAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  if (kind === kinds.oddLetter) return /[\p{L}\p{M}]/u.test(characterAt(text, at));
  return (
    kind === kinds.letter ||
    kind === kinds.smallLetter ||
    kind === kinds.unspaced ||
    kind === kinds.mark ||
    kind === kinds.invisibleMark
  );
}

export function isSmallAt(text: string, at: number): boolean {
  const kind = kindAt(text, at);
  return kind === kinds.smallLetter || (kind === kinds.oddLetter && smallLetter.test(characterAt(text, at)));
}
