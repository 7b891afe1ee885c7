import type { Lexeme } from '../syntax/lexemes.ts';
import type { AmountReading } from './amount-reading.ts';

/** How far behind the votes for something those against it stand, in words. */
const longest = 12;

/**
 * Of what a bare figure behind a count of votes is: "passed with 141 votes in favour and five against, with 35 abstentions". Empty where
 * it is none of votes.
 */
export function votesOf(
  lexemes: readonly Lexeme[],
  before: AmountReading | undefined,
  { first, end, unit }: AmountReading,
): string {
  const side = lexemes[end]?.folded ?? '';
  if (before === undefined || unit !== 'count' || !/^(?:against|for|opposed|in)$/u.test(side)) return '';
  if (side === 'in' && !/^favou?r$/u.test(lexemes[end + 1]?.folded ?? '')) return '';
  if (first - before.end > longest) return '';
  const isOfVotes = lexemes.slice(before.end, first).some(({ folded }) => /^votes?$/u.test(folded));
  const isClosed = /^(?:[.,;)]|and|with|while)$/u.test(lexemes[side === 'in' ? end + 2 : end + 1]?.folded ?? '.');
  if (!isOfVotes || !isClosed) return '';
  return side === 'in' ? 'votes in favour' : side === 'for' ? 'votes for' : 'votes against';
}
