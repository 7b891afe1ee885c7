import type { Lexeme } from '../syntax/lexemes.ts';
import { scales } from './number-words.ts';

const halved =
  /^(?:hour|hourly|day|week|month|century|decade|mile|inch|foot|metre|meter|kilo|kilometre|kilometer|acre|ton|tonne|pint|litre|liter|pound|dollar|cent|point|percent|percentage|share|size|full)$/u;

/** "at half-time", "her half-brother", "half-finished": no half of anything that is counted. */
export const isHalfOfNoAmount = (tokens: readonly Lexeme[], at: number): boolean => {
  const [hyphen, word] = [tokens[at + 1], tokens[at + 2]];
  // "on the half hour"
  if (hyphen?.folded === 'hour' && tokens[at - 1]?.folded === 'the') return true;
  if (hyphen?.plain !== '-' || hyphen.spaceBefore || word === undefined || word.spaceBefore) return false;
  return word.kind === 'word' && !scales.has(word.folded) && !halved.test(word.folded);
};

/** "a third of", "by a fifth, "a quarter more": shares; "a third man" is not. */
export const isShareContext = (tokens: readonly Lexeme[], at: number): boolean => {
  const next = tokens[at + 1];
  // "added a third from the spot": one more.
  if (scoring.test(tokens[at - 2]?.folded ?? '')) return false;
  return (
    next === undefined ||
    next.kind === 'punctuation' ||
    /^(?:of|more|less|fewer|in|to|from|since|on|over|the|this|last|compared|after|were|was|is|are|have|had|said|say)$/u.test(
      next.folded,
    ) ||
    tokens[at - 2]?.folded === 'by'
  );
};

const scoring = /^(?:add(?:s|ed|ing)|scor(?:es|ed|ing)|headed|netted|grabbed|bagged|struck)$/u;

/** "nine times out of ten", "one household in six": where "in" or "out of" stands behind the noun of a share, or null. */
export function inMiddle(
  tokens: readonly Lexeme[],
  { end, value }: { readonly end: number; readonly value: number },
): number | null {
  const noun = tokens[end];
  if (noun?.kind !== 'word' || !/^\p{Ll}{3,}$/u.test(noun.plain)) return null;
  const isOutOf = tokens[end + 1]?.folded === 'out' && tokens[end + 2]?.folded === 'of';
  if (noun.folded === 'times') return isOutOf ? end + 1 : null;
  return value === 1 && people.test(noun.folded) && (isOutOf || tokens[end + 1]?.folded === 'in') ? end + 1 : null;
}
/** Of whom a share is told so; "one match in six games" is none. */
const people =
  /^(?:person|adult|child|woman|man|boy|girl|pupil|student|patient|worker|employee|voter|driver|parent|tenant|household|family|home|house|firm|company|school|job|pensioner|teenager|resident|respondent|customer|birth|death|baby)$/u;
