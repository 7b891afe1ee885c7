import { monthOf, weekdayOf, yearOf } from './date-parts.ts';
import type { Lexeme } from '../syntax/lexemes.ts';

/** Words without one of which, or a month, a weekday or a year, no time is told. */
const anchors: ReadonlySet<string> = new Set(
  `day days week weeks fortnight fortnights weekend month months quarter quarters year years decade decades century half
hour hours morning afternoon lunchtime evening night today tonight tomorrow yesterday overnight fy q h spring summer
autumn fall winter new valentine christmas boxing halloween good easter`.split(/\s+/u),
);

const date = /^\d{1,2}\.\d{1,2}\.\d{4}$/;
const shortDecade = /^\d0$/;

function isAnchor(lexemes: readonly Lexeme[], at: number): boolean {
  const lexeme = lexemes[at];
  if (lexeme === undefined) return false;
  if (lexeme.kind === 'word')
    return anchors.has(lexeme.folded) || monthOf(lexeme) !== null || weekdayOf(lexeme) !== null;
  if (lexeme.kind !== 'number') return false;
  const isShort = shortDecade.test(lexeme.plain) && lexemes[at + 1]?.folded === 's';
  return isShort || yearOf(lexeme) !== null || date.test(lexeme.plain);
}

/** The first such word from a place on; the number of lexemes where there is none. */
export function nextAnchor(lexemes: readonly Lexeme[], from: number): number {
  let at = from;
  while (at < lexemes.length && !isAnchor(lexemes, at)) at += 1;
  return at;
}

/** Lexemes before its first such word that a time has at most: "between the 3rd of and the 5th of March" has nine. */
export const longestLead = 12;
