import type { AmountReading } from './amount-reading.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { type NumberReading, readNumber } from './numbers.ts';

const foldWords: ReadonlyMap<string, number> = new Map(
  'twofold threefold fourfold fivefold sixfold sevenfold eightfold ninefold tenfold'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 2]),
);
/** Whether `readRatioWord` may find anything there. */
export const mayOpenRatio = (folded: string): boolean =>
  folded === 'twice' || folded === 'double' || foldWords.has(folded);
const compared = /^(?:as|the|more|less|fewer|its|that|what|\p{L}+er)$/u;

/** "three times as many", "twice the", "half as many", "tenfold", "a 3:1 ratio", "outnumbered them 7 to 1". */
export function readRatio(lexemes: readonly Lexeme[], number: NumberReading): AmountReading | null {
  const { first, end, value, scale } = number;
  const next = lexemes[end];
  // "half as many boats"
  if (number.isShare && value === 0.5 && next?.folded === 'as' && isMuch(lexemes, end + 1))
    return { value, unit: 'ratio', first, end: end + 2, scale };
  if (number.isShare) return null;
  const years = readReturn(lexemes, number);
  if (years !== null) return years;
  const fold = next?.plain === '-' ? end + 1 : end;
  if (lexemes[fold]?.folded === 'fold') return { value, unit: 'ratio', first, end: fold + 1, scale };
  const isMultiple = compared.test(lexemes[end + 1]?.folded ?? '') || !Number.isInteger(value);
  if (next?.folded === 'times' && value < 1000 && isMultiple)
    return { value, unit: 'ratio', first, end: end + 1, scale };
  return readAgainst(lexemes, number);
}

/** "a 1-in-200-year flood": how often it comes back. */
function readReturn(lexemes: readonly Lexeme[], { first, end, value }: NumberReading): AmountReading | null {
  const isJoined = lexemes[end]?.plain === '-' && lexemes[end + 1]?.folded === 'in' && lexemes[end + 2]?.plain === '-';
  const every = value === 1 && isJoined ? readNumber(lexemes, end + 3, lexemes.length) : null;
  if (every === null || lexemes[every.end]?.plain !== '-' || !/^years?$/u.test(lexemes[every.end + 1]?.folded ?? ''))
    return null;
  return { value: every.value, unit: 'years', first, end: every.end + 2, scale: 1 };
}

const isMuch = (lexemes: readonly Lexeme[], at: number): boolean =>
  /^(?:many|much|big|large|long|likely|often|fast)$/u.test(lexemes[at]?.folded ?? '');

/** Ratios in one word: "twice as many", "double the number", "a tenfold rise". */
export function readRatioWord(lexemes: readonly Lexeme[], at: number): AmountReading | null {
  const word = lexemes[at]?.folded ?? '';
  const fold = foldWords.get(word);
  if (fold !== undefined) return { value: fold, unit: 'ratio', first: at, end: at + 1, scale: 1 };
  const next = lexemes[at + 1]?.folded ?? '';
  const isTwice = word === 'twice' && (next === 'the' || (next === 'as' && isMuch(lexemes, at + 2)));
  const isDouble =
    word === 'double' &&
    next === 'the' &&
    /^(?:number|rate|amount|size|price|cost|average|figure|level|total)$/u.test(lexemes[at + 2]?.folded ?? '');
  if (!isTwice && !isDouble) return null;
  return { value: 2, unit: 'ratio', first: at, end: next === 'as' ? at + 3 : at + 1, scale: 1 };
}

const ratioWords = /^(?:ratio|ratios|odds|outnumber|outnumbers|outnumbered|outnumbering|majority|margin)$/u;
const scoring = /^(?:won|win|wins|beat|beats|lost|lose|drew|draw|led|defeated|score|scored)$/u;
/** How far before its figures the word for a ratio stands at most. */
const farthest = 8;

/** "3:1", "a ratio of 3 to 1", "outnumbered them two to one", "a 3-to-1 margin". */
function readAgainst(
  lexemes: readonly Lexeme[],
  { first, end, value, scale, hasDigits }: NumberReading,
): AmountReading | null {
  const hyphen = lexemes[end]?.plain === '-' ? 1 : 0;
  const [join, other] = [lexemes[end + hyphen], lexemes[end + 2 * hyphen + 1]];
  if (join === undefined || other === undefined) return null;
  const isColon = join.plain === ':' && hyphen === 0 && !join.spaceBefore && !other.spaceBefore && hasDigits;
  if (!isColon && join.folded !== 'to') return null;
  const whole = readNumber(lexemes, end + 2 * hyphen + 1, lexemes.length);
  if (whole === null || whole.isShare || whole.value < 1 || whole.scale !== 1) return null;
  const before = lexemes.slice(Math.max(0, first - farthest), first).map(({ folded }) => folded);
  if (before.some((word) => scoring.test(word))) return null;
  const isTold = before.some((word) => ratioWords.test(word)) || ratioWords.test(lexemes[whole.end]?.folded ?? '');
  // "3:1", but "10:30" is a time and "Genesis 3:16" a verse.
  if (
    isColon
      ? !(isTold || (whole.value === 1 && lexemes[whole.first]?.plain === '1'))
      : !(isTold && whole.value < value + 1)
  )
    return null;
  return { value: value / whole.value, unit: 'ratio', first, end: whole.end, scale };
}
