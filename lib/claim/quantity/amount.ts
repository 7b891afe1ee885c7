import type { AmountReading } from './amount-reading.ts';
import { readCompound } from './compound-measures.ts';
import { readCurrencyBefore } from './currencies.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { type NumberReading, readNumber } from './numbers.ts';
import { readRatio } from './ratios.ts';
import { isUncounted } from './uncounted.ts';
import { type Pound, readUnit, type UnitReading } from './units.ts';

/** The amount that a number gives; null where it counts nothing. */
export function readAmount(lexemes: readonly Lexeme[], number: NumberReading, pound: Pound): AmountReading | null {
  const ratio = readRatio(lexemes, number);
  if (ratio !== null) return ratio;
  const plain = readUnsigned(lexemes, number, pound);
  if (plain === null) return null;
  const below = isBelowZero(lexemes, plain);
  const sign = below ? null : readSign(lexemes, plain);
  if (!below && sign === null) return plain;
  return { ...plain, value: -plain.value, first: sign ?? plain.first, end: below ? plain.end + 2 : plain.end };
}

/** "12 degrees below zero" */
const isBelowZero = (lexemes: readonly Lexeme[], { unit, end }: AmountReading): boolean =>
  lexemes[end]?.folded === 'below' &&
  (unit === '°C' ? /^(?:zero|freezing)$/u : unit === '°F' ? /^zero$/u : /^$/u).test(lexemes[end + 1]?.folded ?? '');

/** Where a sign stands before an amount: "minus 12 degrees", "−4%", "-£3m"; null for a subtraction, a range, a dash. */
function readSign(lexemes: readonly Lexeme[], { first, unit, value }: AmountReading): number | null {
  const [sign, before] = [lexemes[first - 1], lexemes[first - 2]];
  if (sign === undefined || value === 0) return null;
  const isAfterAmount = before?.kind === 'number' || before?.plain === '%' || endsUnit(lexemes, first - 2);
  if (sign.folded === 'minus' || sign.folded === 'negative')
    return isAfterAmount || (sign.folded === 'negative' && unit === 'count') ? null : first - 1;
  if (sign.plain !== '-' || lexemes[first]?.spaceBefore !== false) return null;
  const isFree = before === undefined || sign.spaceBefore || /^[([:“"/]$/u.test(before.plain);
  return isFree && !isAfterAmount && (unit !== 'count' || !Number.isInteger(value)) ? first - 1 : null;
}

const endsUnit = (lexemes: readonly Lexeme[], at: number): boolean =>
  readUnit(lexemes, at) !== null && lexemes[at - 1]?.kind === 'number';

function readUnsigned(lexemes: readonly Lexeme[], number: NumberReading, pound: Pound): AmountReading | null {
  const { first, end, value, scale } = number;
  const currency = readCurrencyBefore(lexemes, first);
  if (currency !== null && !number.isShare)
    return { value, unit: currency.unit, first: currency.first, end: pastRough(lexemes, end), scale };
  if (number.isShare) return ofShare(lexemes, number);
  const compound = readCompound(lexemes, number);
  if (compound !== null) return compound;
  if (isUncounted(lexemes, number)) return null;
  const unit = readUnit(lexemes, end, pound) ?? metresOfRace(lexemes, number);
  if (unit !== null && !isAgeOfCounted(lexemes, number))
    return {
      value: value * (unit.factor / (unit.isUnscaled ? scale : 1)),
      unit: unit.unit,
      first,
      end: unit.end,
      scale,
    };
  // "0.3 of a percentage point"
  const part = value < 1 && lexemes[end]?.folded === 'of' ? readUnit(lexemes, end + 2) : null;
  if (part?.unit === 'percentage-points' && lexemes[end + 1]?.folded === 'a')
    return { value, unit: part.unit, first, end: part.end, scale };
  const magnitude = lexemes[first - 1];
  if (magnitude?.folded === 'magnitude' || (magnitude?.plain === '-' && lexemes[first - 2]?.folded === 'magnitude'))
    return { value, unit: 'magnitude', first, end, scale };
  if (/^(?:as|at|of|to|from|was|is)$/u.test(magnitude?.folded ?? '') && isMagnitude(lexemes, first))
    return { value, unit: 'magnitude', first, end, scale };
  return { value, unit: 'count', first, end: pastRough(lexemes, end), scale };
}

/** "four century-old boats": so many boats of a hundred years, where no hyphen joins the figure. */
const isAgeOfCounted = (lexemes: readonly Lexeme[], { end, value }: NumberReading): boolean =>
  value !== 1 &&
  /^(?:century|decade|year|month|week|day)$/u.test(lexemes[end]?.folded ?? '') &&
  lexemes[end + 1]?.plain === '-' &&
  lexemes[end + 2]?.folded === 'old';

/** "put the magnitude at 6.9", "a magnitude of 7" */
function isMagnitude(lexemes: readonly Lexeme[], first: number): boolean {
  for (let at = first - 2; at >= Math.max(0, first - 4); at -= 1) if (lexemes[at]?.folded === 'magnitude') return true;
  return false;
}

/** "40-odd", "500+", "a million-plus" */
function pastRough(lexemes: readonly Lexeme[], end: number): number {
  if (lexemes[end]?.plain === '+' && !lexemes[end]?.spaceBefore) return end + 1;
  const isRough = lexemes[end]?.plain === '-' && /^(?:odd|plus|ish)$/u.test(lexemes[end + 1]?.folded ?? '');
  return isRough ? end + 2 : end;
}

/** "half an hour", "two-thirds of a mile" are lengths; other shares are percentages. */
function ofShare(lexemes: readonly Lexeme[], { first, end, value, scale, hasDigits }: NumberReading): AmountReading {
  const unit = readUnit(lexemes, end);
  if (unit !== null && lexemes[end]?.folded !== 'of' && hasDigits)
    return { value: value * unit.factor, unit: unit.unit, first, end: unit.end, scale };
  const whole = readWhole(lexemes, end);
  if (whole !== null) return { value: value * whole.factor, unit: whole.unit, first, end: whole.end, scale };
  return { value: value * 100, unit: 'percent', first, end, scale };
}

/** "a quarter of a million", "three-quarters of a mile", "a quarter of a percentage point": a share of one unit. */
function readWhole(lexemes: readonly Lexeme[], end: number): UnitReading | null {
  if (lexemes[end]?.folded !== 'of' || !/^(?:an?|one)$/u.test(lexemes[end + 1]?.folded ?? '')) return null;
  const scale = readNumber(lexemes, end + 1, lexemes.length);
  if (scale !== null && scale.value >= 1000) {
    const coin = readUnit(lexemes, scale.end);
    return coin === null
      ? { unit: 'count', factor: scale.value, end: scale.end }
      : { ...coin, factor: scale.value * coin.factor };
  }
  return readUnit(lexemes, end + 2);
}

const extents =
  /^(?:final|hurdles|race|races|sprint|freestyle|butterfly|backstroke|breaststroke|relay|dash|title|gold|record|heats?|semi|away|deep|thick|tall|high|wide|long|below|above|from|underwater)$/u;

/** "the 1,500m", "the 100m final", "400m away": metres, and no millions. */
function metresOfRace(
  lexemes: readonly Lexeme[],
  { first, end, scale }: NumberReading,
): (UnitReading & { readonly isUnscaled: true }) | null {
  const isTouching = lexemes[end - 1]?.plain === 'm' && lexemes[end - 1]?.spaceBefore === false && scale === 1e6;
  if (!isTouching || end !== first + 2) return null;
  if (isBesideLength(lexemes, first, end)) return { unit: 'metres', factor: 1, end, isUnscaled: true };
  const isLong = /^\d,?\d{3}$/u.test(lexemes[first]?.plain ?? '');
  return isLong || extents.test(lexemes[end]?.folded ?? '')
    ? { unit: 'metres', factor: 1, end, isUnscaled: true }
    : null;
}

const lengths = /^(?:ft|feet|foot|miles?|mi|yards?|yd|inch|inches)$/u;

/** "1,000ft (305m)", "305m (1,000ft)" */
function isBesideLength(lexemes: readonly Lexeme[], first: number, end: number): boolean {
  if (lexemes[first - 1]?.plain === '(') return lengths.test(lexemes[first - 2]?.folded ?? '');
  if (lexemes[end]?.plain !== '(') return false;
  const other = readNumber(lexemes, end + 1, lexemes.length);
  return other !== null && lengths.test(lexemes[other.end]?.folded ?? '');
}
