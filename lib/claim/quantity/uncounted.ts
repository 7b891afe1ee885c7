import { isAge } from './ages.ts';
import { months } from '../syntax/grammar.ts';
import { isLabel } from './labels.ts';
import { isLooseWord } from './loose-words.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import type { NumberReading } from './numbers.ts';
import { isScore } from './scores.ts';
import { isDialled } from './telephone.ts';
import { readUnit } from './units.ts';
import { isCapital, isCountedNoun, isTitleCase } from '../syntax/words-after.ts';

/** Whether a number counts and measures nothing: dates, years, times, ordinals, ages, scores, names and labels. */
export function isUncounted(lexemes: readonly Lexeme[], number: NumberReading): boolean {
  const place = { lexemes, first: number.first, end: number.end, value: number.value };
  if (isLabel(place)) return true;
  if (!number.hasDigits) return isAge(place) || isLooseWord(place);
  return (
    isDialled(lexemes, number.first) ||
    isCalendar(lexemes, number) ||
    isClock(lexemes, number) ||
    isPartOfWord(lexemes, number) ||
    isScreen(lexemes, number) ||
    isScore(lexemes, number.first, number.end) ||
    isAge(place) ||
    isNumberedLine(lexemes, number)
  );
}

const isMonth = (lexeme: Lexeme | undefined): boolean => months.has(lexeme?.folded ?? '');

/** "7 March", "March 7", "the 7th of March", "March 2019", "2019", "in ’09", "the 1990s". */
function isCalendar(lexemes: readonly Lexeme[], { first, end, value }: NumberReading): boolean {
  const [token, before, after] = [lexemes[first], lexemes[first - 1], lexemes[end]];
  if (token === undefined) return true;
  if (after?.spaceBefore === false && /^(?:st|nd|rd|th|s)$/u.test(after.folded)) return true;
  if (isMonth(after) && isCapital(after)) return true;
  if (isMonth(before) && (value <= 31 || isYear(token.plain))) return true;
  if (after?.folded === 'of' && isMonth(lexemes[end + 1])) return true;
  if (isYear(token.plain) && end === first + 1 && !isCountedYear(lexemes, first, end)) return true;
  const isShort = before?.spaceBefore === true && before.plain === "'" && /^\d\d$/u.test(token.plain);
  return isShort && !token.spaceBefore && shortYears.test(lexemes[first - 2]?.folded ?? '');
}

const shortYears = /^(?:in|since|from|until|till|by|before|after|of|summer|winter|spring|autumn|class|back)$/u;
const isYear = (plain: string): boolean => /^(?:1[5-9]\d\d|20\d\d)$/u.test(plain);
const roughly = /^(?:some|about|around|nearly|almost|roughly|than|least|most|approximately|only|just|another|to|all)$/u;
const afterYears = /^(?:in|since|from|until|till|by|before|after|of|during|the|for|through)$/u;

/** "1800 tonnes", "some 2000 people", but not "the 2022 elections". */
function isCountedYear(lexemes: readonly Lexeme[], first: number, end: number): boolean {
  const unit = readUnit(lexemes, end);
  if (unit !== null) return unit.unit !== 'years';
  const before = lexemes[first - 1]?.folded ?? '';
  if (!isCountedNoun(lexemes[end])) return false;
  return (
    roughly.test(before) ||
    (!afterYears.test(before) && /^(?:people|men|women|children|staff)$/u.test(lexemes[end]?.plain ?? ''))
  );
}

/** "4.20am", "10:30", "8 in the morning", "1400 GMT", "9/11", "24/7". */
function isClock(lexemes: readonly Lexeme[], { first, end, value }: NumberReading): boolean {
  const [before, after] = [lexemes[first - 1], lexemes[end]];
  const next = after?.folded ?? '';
  if (/^(?:am|pm|bst|gmt|hrs|est|utc|cet|hours?gmt)$/u.test(next)) return true;
  if (next === 'a' && (lexemes[end + 1]?.plain === '.' || after?.spaceBefore === false)) return true;
  if (value <= 12 && next === 'in' && /^(?:morning|afternoon|evening)$/u.test(lexemes[end + 2]?.folded ?? ''))
    return true;
  if (next === 'p' && lexemes[end + 1]?.plain === '.' && lexemes[end + 2]?.folded === 'm') return true;
  const isBeside = (mark: Lexeme | undefined, other: Lexeme | undefined): boolean =>
    /^[:/]$/u.test(mark?.plain ?? '') && mark?.spaceBefore === false && other?.kind === 'number' && !other.spaceBefore;
  if (isBeside(after, lexemes[end + 1])) return true;
  return isBeside(before, lexemes[first]) && lexemes[first - 2]?.kind === 'number';
}

/** "2GB", "5G", "G20", "Covid-19", "A350", "#4", "12-A", "7-Eleven". */
function isPartOfWord(lexemes: readonly Lexeme[], { first, end }: NumberReading): boolean {
  const [before, after] = [lexemes[first - 1], lexemes[end]];
  if (after?.spaceBefore === false) {
    if (after.kind === 'word' && readUnit(lexemes, end) === null) return true;
    const joined = lexemes[end + 1];
    // "20-something men"
    if (after.plain === '-' && joined?.folded === 'something') return true;
    if (after.plain === '-' && joined?.spaceBefore === false && isCapital(joined) && readUnit(lexemes, end) === null)
      return !isTitleCase(lexemes);
  }
  if (before === undefined || lexemes[first]?.spaceBefore !== false) return false;
  if (before.kind === 'word' || before.plain === '#' || before.plain === '@') return true;
  // "batted .304"
  if (before.plain === '.' && before.spaceBefore) return true;
  const joined = lexemes[first - 2];
  // "£10m-12m" is a range.
  const isRange = joined?.kind === 'word' && !joined.spaceBefore && lexemes[first - 3]?.kind === 'number';
  return before.plain === '-' && !before.spaceBefore && joined?.kind === 'word' && !isRange;
}

/** "a 4K screen", "films in 8K"; "4K followers" are counted. */
const isScreen = (lexemes: readonly Lexeme[], { first, end }: NumberReading): boolean =>
  /^[48]$/u.test(lexemes[first]?.plain ?? '') &&
  lexemes[end - 1]?.plain === 'K' &&
  !/^(?:people|followers|fans|users|subscribers|copies|views|likes|votes|jobs|homes|members|workers|students|troops|cases|deaths|steps)$/u.test(
    lexemes[end]?.folded ?? '',
  );

/** "1. …" */
const isNumberedLine = (lexemes: readonly Lexeme[], { first, end, value }: NumberReading): boolean =>
  first === 0 && /^[.)]$/u.test(lexemes[end]?.plain ?? '') && lexemes.length > end + 1 && value < 100;
