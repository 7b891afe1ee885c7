import type { Quantity } from '../model/claim.ts';
import { readCounted } from './counted.ts';
import type { Lexeme } from './lexemes.ts';
import { type NumberReading, readNumber } from './numbers.ts';
import { type Pound, readCurrencyBefore, readUnit, type UnitReading } from './units.ts';

/** A number in its sentence, before it is told what it counts. */
interface Amount {
  readonly value: number;
  readonly unit: string;
  /** Lexemes from the currency sign to the unit, half-open. */
  readonly first: number;
  readonly end: number;
  readonly scale: number;
}

/**
 * Quantities of a sentence in order. Dates, times, ages, ordinals, scores, addresses and bare years are none. Shares
 * ("a third", "one in five") are percentages; both ends of a range are given.
 */
export function findQuantities(lexemes: readonly Lexeme[], pound: Pound = 'money'): Quantity[] {
  const amounts: Amount[] = [];
  for (let at = 0; at < lexemes.length; at += 1) {
    const number = readNumber(lexemes, at, lexemes.length);
    if (number === null) continue;
    const amount = readAmount(lexemes, number, pound);
    if (amount !== null) amounts.push(amount);
    at = Math.max(at, (amount?.end ?? number.end) - 1);
  }
  const counted = asPoints(lexemes, shareUnits(lexemes, amounts)).map((amount) => ({
    amount,
    of: readCounted(lexemes, amount),
    isCompared: /^(?:with|to|against|versus|from)$/u.test(lexemes[amount.first - 1]?.folded ?? ''),
  }));
  return counted.map(({ amount, of }, i): Quantity => {
    const first = lexemes[amount.first];
    const last = lexemes[amount.end - 1];
    return {
      value: round(amount.value),
      unit: amount.unit,
      of: of === '' ? besideOf(counted, i) : of,
      span: { start: first?.start ?? 0, end: last?.end ?? 0 },
    };
  });
}

interface Counted {
  readonly amount: Amount;
  readonly of: string;
  /** Behind "compared with", "against", "up from". */
  readonly isCompared: boolean;
}

/** "from $1.97 to $1.92", "£84m to £90m": an amount without a noun counts what the one right beside it counts. */
function besideOf(counted: readonly Counted[], at: number): string {
  const own = counted[at]?.amount;
  for (const other of [counted[at - 1], counted[at + 1]]) {
    if (own === undefined || other === undefined || other.of === '' || other.amount.unit !== own.unit) continue;
    const isBefore = other.amount.first < own.first;
    const gap = isBefore ? own.first - other.amount.end : other.amount.first - own.end;
    // "102 murders in 2022, compared with 87"
    const isCompared = isBefore && own.unit === 'count' && counted[at]?.isCompared === true;
    if (gap <= 3 || (isCompared && gap <= 12)) return other.of;
  }
  return '';
}

/** Floating-point dust of scales and conversions goes; seven significant digits stay. */
const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(9)));

function readAmount(lexemes: readonly Lexeme[], number: NumberReading, pound: Pound): Amount | null {
  const { first, end, value, scale } = number;
  const currency = readCurrencyBefore(lexemes, first);
  if (currency !== null && !number.isShare) return { value, unit: currency.unit, first: currency.first, end, scale };
  if (number.isShare) {
    const unit = readUnit(lexemes, end);
    // "half an hour", "two-thirds of a mile"
    if (unit !== null && lexemes[end]?.folded !== 'of' && number.hasDigits)
      return { value: value * unit.factor, unit: unit.unit, first, end: unit.end, scale };
    const whole = readWhole(lexemes, end);
    if (whole !== null) return { value: value * whole.factor, unit: whole.unit, first, end: whole.end, scale };
    return { value: value * 100, unit: 'percent', first, end, scale };
  }
  if (isNoQuantity(lexemes, number)) return null;
  const unit = readUnit(lexemes, end, pound);
  if (unit !== null) {
    if (unit.unit === 'years' && isAge(lexemes, unit.end, first)) return null;
    return { value: value * unit.factor, unit: unit.unit, first, end: unit.end, scale };
  }
  const times = lexemes[end]?.folded;
  if ((times === 'times' || times === 'fold') && value < 1000) {
    const isRatio =
      times === 'fold' || /^(?:as|the|more|less|fewer|its|that|\p{L}+er)$/u.test(lexemes[end + 1]?.folded ?? '');
    return { value, unit: isRatio ? 'ratio' : 'count', first, end: isRatio ? end + 1 : end, scale };
  }
  return { value, unit: 'count', first, end, scale };
}

/** "a quarter of a million", "three-quarters of a mile", "a quarter of a percentage point": a share of one unit. */
function readWhole(lexemes: readonly Lexeme[], end: number): UnitReading | null {
  if (lexemes[end]?.folded !== 'of' || !/^(?:an?|one)$/u.test(lexemes[end + 1]?.folded ?? '')) return null;
  const scale = readNumber(lexemes, end + 1, lexemes.length);
  if (scale !== null && scale.value >= 1000) return { unit: 'count', factor: scale.value, end: scale.end };
  return readUnit(lexemes, end + 2);
}

const monthName =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/u;
const beforeLabels =
  /^(?:page|p|no|number|chapter|section|article|room|route|flight|channel|grade|class|level|category|phase|stage|lot|exhibit|act|scene|ftse|cac|dax|nikkei|fortune|game|match|week|day|year|group|type|version|unit|bus|lane|highway|psalm|covid|boeing|airbus|area|district|ward|gate|pier|platform|local|unit|annex|rule|clause|under|u|top)$/u;

/** Dates, years, times, ordinals, ages, scores, labels and decades. */
function isNoQuantity(lexemes: readonly Lexeme[], { first, end, value, hasDigits }: NumberReading): boolean {
  const token = lexemes[first];
  const before = lexemes[first - 1];
  const after = lexemes[end];
  if (token === undefined) return true;
  const touchesBefore = before !== undefined && !token.spaceBefore;
  const touchesAfter = after !== undefined && !after.spaceBefore;
  const next = after?.folded ?? '';
  const previous = before?.folded ?? '';
  if (!hasDigits) return isLooseWord(lexemes, { first, end, value });
  if (touchesAfter && /^(?:st|nd|rd|th|s|am|pm|a)$/u.test(next)) return true;
  if (/^(?:am|pm|bst|gmt|hrs|est)$/u.test(next) || (next === 'a' && lexemes[end + 1]?.plain === '.')) return true;
  if (
    monthName.test(next) ||
    (monthName.test(previous) && value <= 31) ||
    (monthName.test(previous) && isYear(token.plain))
  )
    return true;
  // "2GB", "5G", "3D"
  if (touchesAfter && after.kind === 'word' && readUnit(lexemes, end) === null) return true;
  if (next === 'of' && monthName.test(lexemes[end + 1]?.folded ?? '')) return true;
  if (isYear(token.plain) && end === first + 1 && !isCountedYear(lexemes, end)) return true;
  if (touchesAfter && (next === ':' || next === '/') && lexemes[end + 1]?.kind === 'number') return true;
  if (touchesBefore && (previous === ':' || previous === '/') && lexemes[first - 2]?.kind === 'number') return true;
  if (isScore(lexemes, first, end)) return true;
  // "in ’09"
  if (
    touchesBefore &&
    previous === "'" &&
    /^\d\d$/u.test(token.plain) &&
    shortYears.test(lexemes[first - 2]?.folded ?? '')
  )
    return true;
  // "G20", "Covid-19", "A350", "#4", "12-A"
  if (touchesBefore && (before.kind === 'word' || previous === '#' || previous === '@')) return true;
  if (touchesBefore && previous === '-' && lexemes[first - 2]?.kind === 'word' && !lexemes[first - 1]?.spaceBefore)
    return true;
  if (beforeLabels.test(previous) && /^\p{L}/u.test(before?.plain ?? '') && !touchesBefore && end === first + 1)
    return isLabel(lexemes, first);
  // "the ages of 25 and 54"; the S&P 500
  for (let at = first - 1; at >= Math.max(0, first - 4); at -= 1) if (lexemes[at]?.folded === 'ages') return true;
  if (previous === 'p' && lexemes[first - 2]?.plain === '&') return true;
  // "X, 54, said" and "said X, 54.": an age.
  const endsThere = next === '.' || end >= lexemes.length;
  if (previous === ',' && endsThere && Number.isInteger(value) && value < 110 && value > 14) {
    if (/^\p{Lu}/u.test(lexemes[first - 2]?.plain ?? '') && !/^\p{Lu}/u.test(lexemes[end + 1]?.plain ?? ''))
      return true;
  }
  if (previous === ',' && next === ',' && Number.isInteger(value) && value < 110 && value > 3) return true;
  if (
    previous === 'aged' ||
    (previous === 'age' && value < 120) ||
    (next === '-' && lexemes[end + 1]?.folded === 'year' && lexemes[end + 3]?.folded === 'old')
  )
    return true;
  // A numbered line: "1. …".
  return first === 0 && (next === '.' || next === ')') && value < 100;
}

const shortYears = /^(?:in|since|from|until|till|by|before|after|of|summer|winter|spring|autumn|class|back)$/u;

const isYear = (plain: string): boolean => /^(?:1[5-9]\d\d|20\d\d)$/u.test(plain);
const isCountedYear = (lexemes: readonly Lexeme[], end: number): boolean => {
  const unit = readUnit(lexemes, end);
  return unit !== null && unit.unit !== 'years';
};

/** "flight 12", but "under 12 people", "week 3", but "day 30 people": a label unless a lower-case noun follows. */
const isLabel = (lexemes: readonly Lexeme[], first: number): boolean => {
  const label = lexemes[first - 1]?.folded ?? '';
  if (label === 'under' || label === 'top') return false;
  return !/^\p{Ll}{4,}/u.test(lexemes[first + 1]?.plain ?? '');
};

/** "3-1", "6–4": two small figures around a touching dash with no counted noun after them. */
function isScore(lexemes: readonly Lexeme[], first: number, end: number): boolean {
  const dash = (at: number): boolean => /^[-–]$/u.test(lexemes[at]?.plain ?? '') && !lexemes[at]?.spaceBefore;
  const isSmall = (at: number): boolean =>
    lexemes[at]?.kind === 'number' && /^\d{1,3}$/u.test(lexemes[at]?.plain ?? '') && !lexemes[at]?.spaceBefore;
  if (dash(end) && isSmall(end + 1)) return !isRangeEnd(lexemes, end + 1, first);
  // "$3-4 million" is no score.
  if (end > first + 1) return false;
  if (dash(first - 1) && lexemes[first]?.spaceBefore === false && lexemes[first - 2]?.kind === 'number')
    return !isRangeEnd(lexemes, first, first - 2);
  return false;
}

/** Whether the second figure counts something and is the larger one. */
const isRangeEnd = (lexemes: readonly Lexeme[], at: number, low: number): boolean => {
  const isLarger = Number(lexemes[at]?.plain.replaceAll(',', '')) > Number(lexemes[low]?.plain.replaceAll(',', ''));
  if (!isLarger) return false;
  const next = lexemes[at + 1];
  return (
    readUnit(lexemes, at + 1) !== null ||
    (next?.kind === 'word' &&
      next.spaceBefore &&
      /^(?:\p{Ll}{3,}s|people|men|women|children|police|staff)$/u.test(next.plain)) ||
    next?.plain === '%'
  );
};

const isAge = (lexemes: readonly Lexeme[], at: number, first: number): boolean =>
  lexemes[at]?.folded === 'old' ||
  (lexemes[at]?.plain === '-' && lexemes[at + 1]?.folded === 'old') ||
  lexemes[first - 1]?.folded === 'aged';

/** Number words that count nothing: "one of them", "no one", "two" as a pronoun, "the one who". */
function isLooseWord(
  lexemes: readonly Lexeme[],
  { first, end, value }: Pick<NumberReading, 'first' | 'end' | 'value'>,
): boolean {
  const next = lexemes[end];
  const previous = lexemes[first - 1]?.folded ?? '';
  if (lexemes[first]?.folded === 'second' || lexemes[first]?.folded === 'zero') return true;
  if (/^(?:no|any|every|some|each|the|this|that|another|day|number|page)$/u.test(previous) && value === 1) return true;
  if (value === 1 && readUnit(lexemes, end) === null) return true;
  // "ten past four", "half past six"
  if (next?.folded === 'past' || previous === 'past' || next?.folded === "o'clock") return true;
  if (opensRange(lexemes, { end, value, previous })) return false;
  const isCounting =
    next?.kind === 'word' &&
    next.spaceBefore &&
    !/^(?:of|in|and|or|to|at|on|was|were|is|are|had|has|who|that|which|said|by|from|with|for|as|but|years?)$/u.test(
      next.folded,
    );
  return !isCounting && readUnit(lexemes, end) === null && value < 13 && next?.folded !== 'of';
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

/** "fell by five points to 32 per cent": points beside a percentage are percentage points. */
const asPoints = (lexemes: readonly Lexeme[], amounts: readonly Amount[]): Amount[] =>
  amounts.map((amount, i) => {
    const isPoint = amount.unit === 'count' && /^points?$/u.test(lexemes[amount.end]?.folded ?? '');
    const isBeside = [amounts[i - 1], amounts[i + 1]].some((other) => other?.unit === 'percent');
    return isPoint && isBeside ? { ...amount, unit: 'percentage-points', end: amount.end + 1 } : amount;
  });

/** In a range the first figure takes the unit of the second: "10 to 20 per cent", "between £3 and 4 million". */
function shareUnits(lexemes: readonly Lexeme[], amounts: readonly Amount[]): Amount[] {
  return amounts.map((amount, i) => {
    const [before, next] = [amounts[i - 1], amounts[i + 1]];
    if (before !== undefined && endsMoney(lexemes, before, amount)) return { ...amount, unit: before.unit };
    const opensMoney = next !== undefined && endsMoney(lexemes, amount, next);
    if (next === undefined || (amount.unit !== 'count' && amount.unit !== next.unit && !opensMoney)) return amount;
    const between = lexemes.slice(amount.end, next.first).map((lexeme) => lexeme.folded);
    const isRange = between.length === 1 && /^(?:to|or|and|-|–|—)$/u.test(between[0] ?? '');
    if (!isRange || amount.value >= next.value) return amount;
    // "1.5 to 2 million": the magnitude belongs to both.
    const isScaled = amount.scale === 1 && next.scale > 1 && amount.value <= next.value / next.scale;
    return {
      ...amount,
      unit: opensMoney ? amount.unit : next.unit,
      value: isScaled ? amount.value * next.scale : amount.value,
    };
  });
}

/** "$3-4 million", "£3 to 4 million": the sign stands before the lower figure only. */
const endsMoney = (lexemes: readonly Lexeme[], low: Amount, high: Amount): boolean =>
  high.unit === 'count' &&
  high.scale > 1 &&
  /^[A-Z]{3}$/u.test(low.unit) &&
  high.first === low.end + 1 &&
  low.value < high.value &&
  /^(?:to|-|–|or)$/u.test(lexemes[low.end]?.folded ?? '');
