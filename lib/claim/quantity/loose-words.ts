import type { Lexeme } from '../syntax/lexemes.ts';
import { readNumber } from './numbers.ts';
import { readUnit } from './units.ts';
import { isCapital, isCountedNoun, isTitleCase, type NumberPlace } from '../syntax/words-after.ts';

/** Number words that count nothing: "one of them", "no one", "two" as a pronoun, "Formula One". */
export function isLooseWord(place: NumberPlace): boolean {
  const { lexemes, first, end, value } = place;
  const next = lexemes[end];
  const previous = lexemes[first - 1]?.folded ?? '';
  if (lexemes[first]?.folded === 'second' || lexemes[first]?.folded === 'zero') return true;
  if (/^(?:no|any|every|some|each|the|this|that|another|day|number|page)$/u.test(previous) && value === 1) return true;
  if (value === 1 && readUnit(lexemes, end) === null) return true;
  // "the two would own 600 pubs"
  if (
    previous === 'the' &&
    /^(?:would|will|could|can|have|had|were|are|did|do|met|said|agreed)$/u.test(next?.folded ?? '')
  )
    return true;
  // "ten past four", "half past six"
  if (next?.folded === 'past' || previous === 'past' || next?.folded === "o'clock") return true;
  // "on their phones at eleven may"
  const counts = isCountedNoun(next) || isCountedNoun(lexemes[end + 1]) || readUnit(lexemes, end) !== null;
  if (previous === 'at' && value <= 12 && next?.kind === 'word' && !counts && !isTotal(lexemes, first)) return true;
  // "the Big Ten", "News at Ten"
  if (isCapital(lexemes[first]) && lexemes[first - 1]?.kind === 'word' && !isTitleCase(lexemes)) return true;
  if (opensRange(lexemes, { end, value, previous })) return false;
  if (isTotal(lexemes, first)) return false;
  const isCounting =
    next?.kind === 'word' &&
    next.spaceBefore &&
    !/^(?:of|in|and|or|to|at|on|was|were|is|are|had|has|who|that|which|said|by|from|with|for|as|but|years?|minus|plus)$/u.test(
      next.folded,
    );
  return !isCounting && readUnit(lexemes, end) === null && value < 13 && next?.folded !== 'of';
}

const farthest = 8;

/** "put the number at five", "the toll rose to nine": what is counted stands before. */
function isTotal(lexemes: readonly Lexeme[], first: number): boolean {
  if (!/^(?:at|to)$/u.test(lexemes[first - 1]?.folded ?? '')) return false;
  for (let at = first - 2; at >= Math.max(0, first - farthest); at -= 1)
    if (/^(?:number|toll|total|tally|figure)$/u.test(lexemes[at]?.folded ?? '')) return true;
  return false;
}

/** "four to six euros", "between two and three years" */
function opensRange(
  lexemes: readonly Lexeme[],
  { end, value, previous }: { readonly end: number; readonly value: number; readonly previous: string },
): boolean {
  const join = lexemes[end]?.folded;
  if (join !== 'to' && join !== 'or' && !(join === 'and' && previous === 'between')) return false;
  const next = readNumber(lexemes, end + 1, lexemes.length);
  return next !== null && next.value > value && readUnit(lexemes, next.end) !== null;
}
