import type { Quantity } from '../../model/claim.ts';
import { readCounted } from './counted.ts';
import { readAmount } from './amount.ts';
import type { AmountReading } from './amount-reading.ts';
import { isNounAt } from './counted-phrase.ts';
import { isMoney } from '../../model/money.ts';
import { findDates } from '../time/dates.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { mayOpenNumber, readNumber } from './numbers.ts';
import { mayOpenRatio, readRatioWord } from './ratios.ts';
import type { Pound } from './units.ts';
import { votesOf } from './votes.ts';

/**
 * Quantities of a sentence in order. Dates, times, ages, ordinals, scores, addresses and bare years are none. Shares
 * ("a third", "one in five") are percentages; both ends of a range are given.
 */
export function findQuantities(lexemes: readonly Lexeme[], pound: Pound = 'money'): Quantity[] {
  const read: AmountReading[] = [];
  for (let at = 0; at < lexemes.length; at += 1) {
    const lexeme = lexemes[at];
    if (lexeme === undefined || !(mayOpenNumber(lexeme) || mayOpenRatio(lexeme.folded))) continue;
    const number = readNumber(lexemes, at, lexemes.length);
    const amount = number === null ? readRatioWord(lexemes, at) : readAmount(lexemes, number, pound);
    // "0 of 0", and figures of hundreds of digits: no number stands for them.
    if (amount !== null && Number.isFinite(amount.value)) read.push(amount);
    at = Math.max(at, (amount?.end ?? number?.end ?? 0) - 1);
  }
  const amounts = read.length === 0 ? [] : withoutTimes(lexemes, read);
  const measured = asPoints(lexemes, shareUnits(lexemes, amounts));
  const counted = measured.map((amount, i) => ({
    amount,
    // "9,800, or four in five of its members" says itself of what.
    isAgain:
      (isSaidAgain(lexemes, measured, i) || isOthers(lexemes, measured[i - 1], amount)) &&
      lexemes[amount.end]?.folded !== 'of',
    of: votesOf(lexemes, measured[i - 1], amount) || readCounted(lexemes, amount),
    isCompared: /^(?:with|to|against|versus|from)$/u.test(lexemes[amount.first - 1]?.folded ?? ''),
  }));
  return counted.map(({ amount, of, isAgain }, i): Quantity => {
    const first = lexemes[amount.first];
    const last = lexemes[amount.end - 1];
    const next = counted[i + 1];
    // "between one and five million borrowers": both of them
    const isLow =
      next !== undefined && isBetween(lexemes, amount, next.amount.first) && next.amount.unit === amount.unit;
    const both = isLow && isNounAt(lexemes, next.amount.end) ? next.of : '';
    return {
      value: round(amount.value),
      unit: amount.unit,
      of:
        both ||
        ((of === '' && !isActing(lexemes, amount.end)) || isAgain || isFrom(lexemes, measured[i - 1], amount)
          ? besideOf(counted, { lexemes, at: i }) || of
          : of),
      span: { start: first?.start ?? 0, end: last?.end ?? 0 },
    };
  });
}

/** "on a turnout of 82%, 88% voted against": what follows is what those who are counted did. */
const isActing = (lexemes: readonly Lexeme[], at: number): boolean =>
  /^(?:\p{Ll}{2,}ed|said|say|want|believe|support|oppose|favou?r|think|think|chose|were|are|have|had)$/u.test(
    lexemes[at]?.plain ?? '',
  );

/** "to 50% from 10%", "between 5% and 8%": where the figure before has come from, or what it goes up to. */
const isFrom = (
  lexemes: readonly Lexeme[],
  before: AmountReading | undefined,
  { first, end, unit }: AmountReading,
): boolean => {
  if (before?.unit !== unit || before.end !== first - 1) return false;
  return lexemes[first - 1]?.folded === 'from' || (isBetween(lexemes, before, first) && !isNounAt(lexemes, end));
};

/** "306 votes to Reed's 232": of two the other one's. */
function isOthers(
  lexemes: readonly Lexeme[],
  before: AmountReading | undefined,
  { first, unit }: AmountReading,
): boolean {
  if (before === undefined || before.unit !== unit || first - before.end > longestOther) return false;
  const isOwned = lexemes[first - 1]?.folded === 's' && /^['’]$/u.test(lexemes[first - 2]?.plain ?? '');
  return isOwned && lexemes.slice(before.end, first).some(({ folded }) => /^(?:to|against)$/u.test(folded));
}

/** Words from an amount to the other one's: what is counted, "to", and a name. */
const longestOther = 10;

const isBetween = (lexemes: readonly Lexeme[], low: AmountReading, high: number): boolean =>
  lexemes[low.first - 1]?.folded === 'between' && low.end === high - 1 && lexemes[low.end]?.folded === 'and';

/** Any day: where a time stands does not hang on the article's date. */
const anyDay = '2000-06-14';
/** Years are written with no higher figure. */
const mostYears = 2100;
const durations: ReadonlySet<string> = new Set(['hours', 'minutes', 'seconds', 'days', 'weeks', 'months', 'years']);

/** Without denominators, the figures of a time ("3 to 5 March", "two weeks ago", "the 12 weeks to May") and of a gap ("two days later"). */
function withoutTimes(lexemes: readonly Lexeme[], amounts: readonly AmountReading[]): AmountReading[] {
  // No time is told in money, shares or measures, nor in so many.
  const times = amounts.some(({ unit, value }) => (unit === 'count' && value < mostYears) || durations.has(unit))
    ? findDates(lexemes, anyDay)
    : [];
  return amounts.filter(({ first, end, unit }) => {
    // "500 BC", "5,316 BCE"
    if (unit === 'count' && /^(?:BCE?|AD|CE)$/u.test(lexemes[end]?.plain ?? '')) return false;
    // "12 per 100,000 people": what the first figure is of.
    if (unit === 'count' && lexemes[first - 1]?.folded === 'per') return false;
    if (durations.has(unit) && /^(?:ago|earlier|later)$/u.test(lexemes[end]?.folded ?? '')) return false;
    const [from, to] = [lexemes[first]?.start ?? 0, lexemes[end - 1]?.end ?? 0];
    return !times.some((time) => time.start <= from && to <= time.end);
  });
}

interface Counted {
  readonly amount: AmountReading;
  readonly of: string;
  /** Behind "compared with", "against", "up from". */
  readonly isCompared: boolean;
  /** Gives the amount before it in another unit. */
  readonly isAgain: boolean;
}

/** "from $1.97 to $1.92", "£84m to £90m": an amount without a noun counts what the one right beside it counts. */
function besideOf(
  counted: readonly Counted[],
  { lexemes, at }: { readonly lexemes: readonly Lexeme[]; readonly at: number },
): string {
  const own = counted[at]?.amount;
  const before = counted[at - 1];
  if (own !== undefined && before !== undefined && counted[at]?.isAgain === true) return before.of;
  for (const other of [before, counted[at + 1]]) {
    if (own === undefined || other === undefined || other.of === '' || other.amount.unit !== own.unit) continue;
    const isBefore = other.amount.first < own.first;
    const gap = isBefore ? own.first - other.amount.end : other.amount.first - own.end;
    // "102 murders in 2022, compared with 87"
    const isCompared = isBefore && own.unit === 'count' && counted[at]?.isCompared === true;
    // "by 31 to 18 to close nine branches": what is counted behind a verb is something else.
    const isJoined = isBefore || lexemes.slice(own.end, other.amount.first).every(({ folded }) => joins.test(folded));
    if ((gap <= 3 && isJoined) || (isCompared && gap <= 12)) return other.of;
  }
  return '';
}

const joins =
  /^(?:to|or|and|of|the|from|up|down|about|around|nearly|some|almost|over|under|more|less|than|out|as|many|against|its|their|but|by|in|on|at|for|with|[^\p{L}\p{N}])$/u;

/** Floating-point dust of scales and conversions goes; seven significant digits stay. */
const round = (value: number): number => (Number.isInteger(value) ? value : Number(value.toPrecision(9)));

const polled =
  /^(?:polls?|polling|survey|surveys|approval|ratings?|lead|support|turnout|swing|majority|unemployment|inflation)$/u;

/** "fell by five points to 32 per cent", "up 3 points in the polls": points of a percentage; "300 points, or 0.8%" are an index's. */
const asPoints = (lexemes: readonly Lexeme[], amounts: readonly AmountReading[]): AmountReading[] =>
  amounts.map((amount, i) => {
    if (amount.unit !== 'count' || !/^points?$/u.test(lexemes[amount.end]?.folded ?? '')) return amount;
    const next = amounts[i + 1];
    const isIndex = next !== undefined && saysAgain(lexemes, { ...amount, end: amount.end + 1 }, next);
    const isBeside = [amounts[i - 1], next].some((other) => other?.unit === 'percent');
    const isShare = Math.abs(amount.value) <= 100 && (isBeside || lexemes.some(({ folded }) => polled.test(folded)));
    // "The index fell 300 points"
    if (isIndex || amount.value > 100) return { ...amount, unit: 'points', end: amount.end + 1 };
    return isShare ? { ...amount, unit: 'percentage-points', end: amount.end + 1 } : amount;
  });

function isSaidAgain(lexemes: readonly Lexeme[], amounts: readonly AmountReading[], at: number): boolean {
  const [before, own] = [amounts[at - 1], amounts[at]];
  if (before === undefined || own === undefined) return false;
  const isCounted = before.unit === 'count' && own.unit === 'percent' && lexemes[before.end + 1]?.plain === ',';
  return saysAgain(lexemes, isCounted ? { ...before, end: before.end + 1 } : before, own);
}

/** "300 points, or 0.8 percent", "12 km (7.5 miles)": the same amount once more in another unit. */
function saysAgain(lexemes: readonly Lexeme[], amount: AmountReading, again: AmountReading): boolean {
  const between = lexemes.slice(amount.end, again.first).map(({ folded }) => folded);
  return again.unit !== amount.unit && /^(?:(?:, )?or|\()$/u.test(between.join(' '));
}

/** In a range the first figure takes the unit of the second: "10 to 20 per cent", "between £3 and 4 million". */
function shareUnits(lexemes: readonly Lexeme[], amounts: readonly AmountReading[]): AmountReading[] {
  return amounts.map((amount, i) => {
    const [before, next] = [amounts[i - 1], amounts[i + 1]];
    if (before !== undefined && endsMoney(lexemes, before, amount)) return { ...amount, unit: before.unit };
    if (before !== undefined && isComparedMoney(lexemes, before, amount)) return { ...amount, unit: before.unit };
    const opensMoney = next !== undefined && endsMoney(lexemes, amount, next);
    if (next === undefined || (amount.unit !== 'count' && amount.unit !== next.unit && !opensMoney)) return amount;
    const between = lexemes.slice(amount.end, next.first).map((lexeme) => lexeme.folded);
    const isRange = between.length === 1 && /^(?:to|or|and|-|–|—)$/u.test(between[0] ?? '');
    const isFromTo = lexemes[amount.first - 1]?.folded === 'from' && between[0] === 'to';
    // "by 51 to 49 percent"
    const isWhole = next.unit === 'percent' && amount.value + next.value === 100;
    const factor = amount.unit === next.unit ? 1 : factorOf(lexemes, next);
    if (!isRange || (amount.value * factor >= next.value && !isFromTo && !isWhole)) return amount;
    // "1.5 to 2 million": the magnitude belongs to both.
    const isScaled = amount.scale === 1 && next.scale > 1 && amount.value <= next.value / next.scale;
    return {
      ...amount,
      unit: opensMoney ? amount.unit : next.unit,
      value: amount.value * (isScaled ? next.scale : 1) * factor,
    };
  });
}

/** "10 to 20 miles": what turns the figure as written into the unit that it is brought to. */
function factorOf(lexemes: readonly Lexeme[], { first, value, unit }: AmountReading): number {
  const written = isMoney(unit) && !isHundredth(lexemes, first + 1) ? null : readNumber(lexemes, first, lexemes.length);
  return written === null || written.isShare || written.value === 0 ? 1 : value / written.value;
}

/** "75 cents": the hundredth part of what it is brought to. */
const isHundredth = (lexemes: readonly Lexeme[], at: number): boolean =>
  /^(?:cents?|pence)$/u.test(lexemes[at]?.folded ?? '');

/** "60 billion kroner …, compared with 45 billion last year": of the same money. */
const isComparedMoney = (
  lexemes: readonly Lexeme[],
  before: AmountReading,
  { first, end, unit, scale }: AmountReading,
): boolean =>
  unit === 'count' &&
  scale >= 1e6 &&
  isMoney(before.unit) &&
  before.scale >= 1e6 &&
  /^(?:with|against|from|versus|than|to)$/u.test(lexemes[first - 1]?.folded ?? '') &&
  (!isNounAt(lexemes, end) || /^(?:last|this|next|previous)$/u.test(lexemes[end]?.folded ?? ''));

/** "$3-4 million", "£3 to 4 million": the sign stands before the lower figure only. */
const endsMoney = (lexemes: readonly Lexeme[], low: AmountReading, high: AmountReading): boolean =>
  high.unit === 'count' &&
  high.scale > 1 &&
  isMoney(low.unit) &&
  high.first === low.end + 1 &&
  low.value < high.value &&
  /^(?:to|-|–|or)$/u.test(lexemes[low.end]?.folded ?? '');
