import type { Lexeme } from '../syntax/lexemes.ts';
import { readUnit } from './units.ts';
import { isCountedNoun } from '../syntax/words-after.ts';

const contests =
  /^(?:won|win|wins|beat|beats|beaten|lost|lose|loses|defeated|drew|draw|draws|led|leading|thrashed|edged|trailed|trailing|defeat|victory|winners)$/u;

/** "3-1", "6–4", "won 4 to 2": two small figures of a contest, with no noun that the second one counts. */
export function isScore(lexemes: readonly Lexeme[], first: number, end: number): boolean {
  const dash = (at: number): boolean => lexemes[at]?.plain === '-' && !lexemes[at]?.spaceBefore;
  if (dash(end) && isSmall(lexemes[end + 1]) && !lexemes[end + 1]?.spaceBefore)
    return !isRangeEnd(lexemes, end + 1, first);
  // "$3-4 million" is no score.
  if (end > first + 1) return false;
  if (dash(first - 1) && lexemes[first]?.spaceBefore === false && lexemes[first - 2]?.kind === 'number')
    return !isRangeEnd(lexemes, first, first - 2);
  return isScoreInWords(lexemes, first) || isScoreInWords(lexemes, first - 2);
}

/** "won 4 to 2", "beat Derby 3 to 1": a verb of contests close before, and nothing counted behind. */
function isScoreInWords(lexemes: readonly Lexeme[], first: number): boolean {
  if (!isSmall(lexemes[first]) || lexemes[first + 1]?.folded !== 'to' || !isSmall(lexemes[first + 2])) return false;
  if (readUnit(lexemes, first + 3) !== null || isCountedNoun(lexemes[first + 3])) return false;
  for (let at = first - 1; at >= Math.max(0, first - 4); at -= 1)
    if (contests.test(lexemes[at]?.folded ?? '')) return true;
  return false;
}

const isSmall = (lexeme: Lexeme | undefined): boolean => lexeme?.kind === 'number' && /^\d{1,3}$/u.test(lexeme.plain);

/** Whether the second figure counts something and is the larger one. */
const isRangeEnd = (lexemes: readonly Lexeme[], at: number, low: number): boolean => {
  const isLarger = Number(lexemes[at]?.plain.replaceAll(',', '')) > Number(lexemes[low]?.plain.replaceAll(',', ''));
  return isLarger && (readUnit(lexemes, at + 1) !== null || isCountedNoun(lexemes[at + 1]));
};
