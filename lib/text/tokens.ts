import type { Span } from '../model/span.ts';
import { foldWord, isInvisible, plainForm } from './fold.ts';

export type TokenKind = 'word' | 'number' | 'possessive' | 'punctuation' | 'symbol';

export interface Token extends Span {
  readonly kind: TokenKind;
  /** As written, without invisible characters, with plain apostrophes and hyphens. */
  readonly plain: string;
  /** The form for comparing. */
  readonly folded: string;
  /** Whether white space (or the start of a line) stands before it. */
  readonly spaceBefore: boolean;
}

const anyLetter = /[\p{L}\p{M}]/u;
const anyDigit = /\p{Nd}/u;
const apostrophe = /['\u2019\u02BC\u02BB\u2018]/u;
const anySpace = /[\s\u0085\u200B]/u;

// A comparison of characters is several times as fast as a pattern with Unicode classes, and most text is ASCII.
const isAscii = (character: string): boolean => character < '\u0080';
const isLetter = (character: string): boolean =>
  isAscii(character)
    ? (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z')
    : anyLetter.test(character);
const isDigit = (character: string): boolean =>
  isAscii(character) ? character >= '0' && character <= '9' : anyDigit.test(character);
const isSpace = (character: string): boolean =>
  isAscii(character) ? character === ' ' || (character >= '\t' && character <= '\r') : anySpace.test(character);

const codePointAt = (text: string, at: number): string => {
  const unit = text.codePointAt(at);
  return unit === undefined ? '' : String.fromCodePoint(unit);
};

/** Length of a run of characters that belong to one word: letters, digits, and invisible characters between them. */
function wordEnd(text: string, start: number): number {
  let at = start;
  let solid = start;
  while (at < text.length) {
    const character = codePointAt(text, at);
    if (isLetter(character) || isDigit(character)) solid = at + character.length;
    else if (!isInvisible(character)) break;
    at += character.length;
  }
  return solid;
}

/** Grows a word over inner apostrophes (O'Neill, hasn't), inner points (U.S., J.K.) and ampersands (AT&T). */
function growWord(text: string, start: number): number {
  let end = wordEnd(text, start);
  for (;;) {
    const joint = text[end] ?? '';
    const next = codePointAt(text, end + 1);
    if (!isLetter(next)) break;
    const afterNext = wordEnd(text, end + 1);
    const isJoint =
      (apostrophe.test(joint) && !isPossessive(text, end)) ||
      (joint === '.' && isAbbreviationPart(text, start, end, afterNext)) ||
      (joint === '&' && /\p{Lu}/u.test(next) && end - start <= 3);
    if (!isJoint) break;
    end = afterNext;
  }
  // The last point of an abbreviation made of single letters ("U.S.", "a.m.") belongs to it.
  const word = text.slice(start, end);
  if (text[end] === '.' && /^\p{L}(?:\.\p{L})+$/u.test(word)) end += 1;
  return end;
}

/** `U.S`, `J.K`, `a.m`: one letter, point, one letter (`Ph.D` too). */
const isAbbreviationPart = (text: string, start: number, dot: number, end: number): boolean => {
  const left = text.slice(Math.max(start, text.lastIndexOf('.', dot - 1) + 1), dot);
  const right = text.slice(dot + 1, end);
  return (left.length === 1 || left === 'Ph') && right.length === 1;
};

/** Whether the apostrophe at `at` opens a possessive (or contracted) 's that stands by itself. */
const isPossessive = (text: string, at: number): boolean => {
  const next = text[at + 1];
  if (next !== 's' && next !== 'S') return false;
  return !isLetter(codePointAt(text, at + 2));
};

const isAsciiLetter = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
const isAsciiDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** Whether a word of ASCII letters may go on behind what follows it: over an apostrophe, a point, an ampersand, other letters. */
function mayGoOn(text: string, end: number): boolean {
  const unit = text.charCodeAt(end);
  if (unit >= 128 || unit === 39 || unit === 38) return true;
  const next = unit === 46 ? text.charCodeAt(end + 1) : 0;
  return next >= 128 || isAsciiLetter(next);
}

/** The end of a word of plain letters and digits, which most are; -1 where it takes a closer look. */
function plainWordEnd(text: string, start: number): number {
  if (!isAsciiLetter(text.charCodeAt(start))) return -1;
  let end = start + 1;
  for (let unit = text.charCodeAt(end); isAsciiLetter(unit) || isAsciiDigit(unit); unit = text.charCodeAt(end))
    end += 1;
  return mayGoOn(text, end) ? -1 : end;
}

const numberPattern = /\p{Nd}+(?:[.,\u00A0\u202F]\p{Nd}+)*/uy;
const ordinalTail = /(?:st|nd|rd|th|s|m|bn|k|tn|pm|am)(?![\p{L}\p{Nd}])/uy;

/** Tokens of a text in order; white space is left out, everything else is in exactly one token. Linear time. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  let spaceBefore = true;
  const push = (kind: TokenKind, end: number): void => {
    const raw = text.slice(at, end);
    tokens.push({ start: at, end, kind, plain: plainForm(raw), folded: foldWord(raw), spaceBefore });
    spaceBefore = false;
    at = end;
  };
  while (at < text.length) {
    if (text.charCodeAt(at) === 32) {
      spaceBefore = true;
      at += 1;
      continue;
    }
    const plainEnd = plainWordEnd(text, at);
    if (plainEnd > 0) {
      const plain = text.slice(at, plainEnd);
      tokens.push({ start: at, end: plainEnd, kind: 'word', plain, folded: plain.toLowerCase(), spaceBefore });
      spaceBefore = false;
      at = plainEnd;
      continue;
    }
    const character = codePointAt(text, at);
    if (isSpace(character) || isInvisible(character)) {
      if (isSpace(character)) spaceBefore = true;
      at += character.length;
    } else if (isDigit(character)) {
      numberPattern.lastIndex = at;
      let end = at + (numberPattern.exec(text)?.[0].length ?? character.length);
      ordinalTail.lastIndex = end;
      const tail = ordinalTail.exec(text);
      if (tail !== null) end += tail[0].length;
      if (isLetter(codePointAt(text, end))) push('word', growWord(text, at));
      else push('number', end);
    } else if (isLetter(character)) {
      push('word', growWord(text, at));
    } else if (apostrophe.test(character) && !spaceBefore && isPossessive(text, at) && tokens.length > 0) {
      push('possessive', at + 2);
    } else {
      push(/\p{P}/u.test(character) ? 'punctuation' : 'symbol', at + character.length);
    }
  }
  return tokens;
}
