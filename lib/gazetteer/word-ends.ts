import { characterAt, characterTables, isLetterAt, kindAt, kinds, lastSimple, learn } from './characters.ts';

const { kinds: kindOf } = characterTables;

/** Where words end, in agreement with the tokeniser of lib/text (a test holds the two together). */

const capitalLetter = /\p{Lu}/u;
const abbreviation = /^\p{L}(?:\.\p{L})+$/u;
const numberPattern = /\p{Nd}+(?:[.,\u00A0\u202F]\p{Nd}+)*/uy;
const ordinalTail = /(?:st|nd|rd|th|s|m|bn|k|tn|pm|am)(?![\p{L}\p{Nd}])/uy;

/** End of a run of letters and digits with invisible characters between them, from `at` on. */
function runEnd(text: string, from: number): number {
  let at = from;
  let solid = from;
  while (at < text.length) {
    const kind = kindAt(text, at);
    const length = text.charCodeAt(at) < 0xd800 ? 1 : characterAt(text, at).length;
    if (isSolid(kind)) solid = at + length;
    else if (kind !== kinds.invisible) break;
    at += length;
  }
  return solid;
}

const isSolid = (kind: number): boolean =>
  (kind >= kinds.letter && kind <= kinds.digit) || (kind >= kinds.oddLetter && kind <= kinds.invisibleMark);

/** `kind`, or `possessive` for an apostrophe that opens a possessive 's behind a word. */
export const possessiveOr = (text: string, at: number, kind: number): number =>
  kind === kinds.apostrophe && isPossessiveAt(text, at) ? kinds.possessive : kind;

/** The end of the word, number or possessive that starts at `at` with a character of this kind; `at` where none does. */
export function tokenEnd(text: string, at: number, kind: number): number {
  if (kind === kinds.letter || kind === kinds.smallLetter) return wordEnd(text, at);
  if (kind === kinds.oddLetter || kind === kinds.mark) return growWord(text, at, at);
  if (kind === kinds.digit) return numberEnd(text, at);
  if (kind === kinds.unspaced) return unspacedEnd(text, at);
  return kind === kinds.possessive ? at + 2 : at;
}

/** As `growWord` from the start, quick for the words that hold nothing but letters and digits. */
function wordEnd(text: string, start: number): number {
  let end = start;
  let kind: number = kinds.letter;
  while (kind <= lastSimple) {
    end += 1;
    if (end === text.length) return end;
    const unit = text.charCodeAt(end);
    kind = kindOf[unit] || learn(unit);
  }
  return kind !== kinds.space && mayGoOn(text, end, kind) ? growWord(text, start, end) : end;
}

/** One character of its own, with the marks that hang on it. */
function unspacedEnd(text: string, start: number): number {
  let end = start + characterAt(text, start).length;
  while (kindAt(text, end) === kinds.mark) end += 1;
  return end;
}

/** Whether a word may reach over the character at `at`, or hold it; false for nearly all that end one. */
export function mayGoOn(text: string, at: number, kind: number): boolean {
  if (kind === kinds.apostrophe || kind === kinds.point || kind === kinds.ampersand)
    return isLetterAt(text, at + 1) && !(kind === kinds.apostrophe && isPossessiveAt(text, at));
  return (kind >= kinds.oddLetter && kind <= kinds.invisible) || kind === kinds.surrogate;
}

/** The end of the word that starts at `start` and is known to reach `from`: over inner apostrophes, points, `&`. */
export function growWord(text: string, start: number, from: number): number {
  let end = runEnd(text, from);
  while (isLetterAt(text, end + 1)) {
    const kind = kindAt(text, end);
    const next = runEnd(text, end + 1);
    const isJoint =
      (kind === kinds.apostrophe && !isPossessiveAt(text, end)) ||
      (kind === kinds.point && isAbbreviationPart(text, start, end, next)) ||
      (kind === kinds.ampersand && capitalLetter.test(characterAt(text, end + 1)) && end - start <= 3);
    if (!isJoint || next === end + 1) break;
    end = next;
  }
  if (kindAt(text, end) === kinds.point && end - start > 2 && abbreviation.test(text.slice(start, end))) end += 1;
  return end;
}

const isAbbreviationPart = (text: string, start: number, point: number, end: number): boolean => {
  const left = text.slice(Math.max(start, text.lastIndexOf('.', point - 1) + 1), point);
  return (left.length === 1 || left === 'Ph') && end - point === 2;
};

/** Whether the apostrophe at `at` opens a possessive 's. */
function isPossessiveAt(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  return (next === 0x73 || next === 0x53) && !isLetterAt(text, at + 2);
}

/** The end of the number, ordinal or word (5G) that starts with the digit at `at`. */
function numberEnd(text: string, at: number): number {
  let plain = at + 1;
  while (kindAt(text, plain) === kinds.digit) plain += 1;
  const after = kindAt(text, plain);
  if (after === kinds.line || after === kinds.hyphen) return plain;
  if (after === kinds.space && text.charCodeAt(plain) === 0x20) return plain;
  let end = plainNumberEnd(text, plain);
  if (kindAt(text, end) === kinds.oddLetter || kindAt(text, end + 1) === kinds.oddLetter) {
    numberPattern.lastIndex = at;
    end = at + (numberPattern.exec(text)?.[0].length ?? 1);
  }
  if (!isLetterAt(text, end)) return end;
  ordinalTail.lastIndex = end;
  end += ordinalTail.exec(text)?.[0].length ?? 0;
  return isLetterAt(text, end) && kindAt(text, end) !== kinds.unspaced ? growWord(text, at, at) : end;
}

/** As `numberPattern` has it for digits of one unit, of which the first run ends at `plain`. */
function plainNumberEnd(text: string, plain: number): number {
  let end = plain;
  while (joinsDigits(text.charCodeAt(end)) && kindAt(text, end + 1) === kinds.digit) {
    end += 2;
    while (kindAt(text, end) === kinds.digit) end += 1;
  }
  return end;
}

/** Points, commas and the spaces that part thousands. */
const joinsDigits = (unit: number): boolean => unit === 0x2e || unit === 0x2c || unit === 0xa0 || unit === 0x202f;
