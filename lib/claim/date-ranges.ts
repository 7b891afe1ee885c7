import {
  countOf,
  type DateContext,
  type Days,
  type DaySpan,
  dateOf,
  foldedOf,
  monthOf,
  type Now,
  utc,
  wholeMonth,
  wholeYear,
  yearOf,
} from './date-parts.ts';
import type { Lexeme } from './lexemes.ts';

/** Times with two ends or a length: "between 2015 and 2020", "2019-20", "the third quarter", "the year to March". */
export const readRange = (context: DateContext, at: number): Days | null =>
  readYears(context.lexemes, at) ??
  readMonths(context, at) ??
  readPart(context, at) ??
  readLengthTo(context, at) ??
  readRolling(context, at);

const fiscal = /^(?:fiscal|financial|fy|season)$/u;

/** "between 2015 and 2020", "from 2010 to 2019", "2015-2020", "2019-20", "2022/23", "fiscal 2023", "the 1980s". */
function readYears(lexemes: readonly Lexeme[], at: number): Days | null {
  const word = foldedOf(lexemes, at);
  if (fiscal.test(word)) {
    const own = foldedOf(lexemes, at + 1) === 'year' ? at + 2 : at + 1;
    const year = yearOf(lexemes[own]);
    return year === null ? null : (yearPair(lexemes, own) ?? { days: wholeYear(year), end: own + 1 });
  }
  if (word === 'between' || word === 'from') {
    const [first, last] = [yearOf(lexemes[at + 1]), yearOf(lexemes[at + 3])];
    const join = foldedOf(lexemes, at + 2);
    const joins = word === 'between' ? join === 'and' : /^(?:to|until|through|till)$/u.test(join);
    if (joins && first !== null && last !== null && last > first)
      return { days: [utc(first, 0, 1), utc(last, 11, 31)], end: at + 4 };
    return null;
  }
  const year = yearOf(lexemes[at]);
  if (year === null) return null;
  const next = lexemes[at + 1];
  if (year % 10 === 0 && next?.folded === 's' && !next.spaceBefore)
    return { days: [utc(year, 0, 1), utc(year + (year % 100 === 0 ? 99 : 9), 11, 31)], end: at + 2 };
  return yearPair(lexemes, at);
}

/** "2015-2020", "2019-20", "2022/23": nothing but the dash between two years that follow each other. */
export function yearPair(lexemes: readonly Lexeme[], at: number): Days | null {
  const [year, join, last] = [yearOf(lexemes[at]), lexemes[at + 1], lexemes[at + 2]];
  if (year === null || join === undefined || last === undefined) return null;
  if (!/^[-–/]$/u.test(join.plain) || join.spaceBefore || last.spaceBefore) return null;
  // "2024-03-12" is one day.
  if (/^[-–/]$/u.test(lexemes[at + 3]?.plain ?? '') && lexemes[at + 3]?.spaceBefore === false) return null;
  const end = /^\d\d$/u.test(last.plain) ? Math.floor(year / 100) * 100 + Number(last.plain) : yearOf(last);
  return end === null || end <= year ? null : { days: [utc(year, 0, 1), utc(end, 11, 31)], end: at + 3 };
}

/** "between January and March", "from June to August 2023", "January to March 2023". */
function readMonths({ lexemes, now }: DateContext, at: number): Days | null {
  const word = foldedOf(lexemes, at);
  const isLed = word === 'between' || word === 'from';
  const first = isLed ? at + 1 : at;
  const [from, to] = [monthOf(lexemes[first]), monthOf(lexemes[first + 2])];
  const join = foldedOf(lexemes, first + 1);
  const joins = word === 'between' ? join === 'and' : /^(?:to|-|–|until|through)$/u.test(join);
  if (from === null || to === null || !joins) return null;
  const told = yearOf(lexemes[first + 3]);
  if (told === null && (now === null || now.known === 'year' || !isLed)) return null;
  const last = told ?? lastYearOf(now, to);
  return {
    days: [utc(from > to ? last - 1 : last, from, 1), utc(last, to + 1, 0)],
    end: first + (told === null ? 3 : 4),
  };
}

/** The latest year in which a month had begun. */
const lastYearOf = (now: Now | null, month: number): number => {
  const date = new Date(now?.time ?? 0);
  return month <= date.getUTCMonth() ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
};

const ordinals: ReadonlyMap<string, number> = new Map([
  ['first', 0],
  ['second', 1],
  ['third', 2],
  ['fourth', 3],
  ['final', 3],
]);

/** "the third quarter of 2023", "the first half of last year", "Q3 2023", "the first six months of 2023". */
function readPart({ lexemes, now }: DateContext, at: number): Days | null {
  const isShort = foldedOf(lexemes, at) === 'q' && lexemes[at + 1]?.spaceBefore === false;
  const number = isShort ? Number(lexemes[at + 1]?.plain) - 1 : ordinals.get(foldedOf(lexemes, at));
  if (number === undefined || !(number >= 0 && number <= 3)) return null;
  const unit = isShort ? 'quarter' : foldedOf(lexemes, at + 1);
  const months = unit === 'quarter' ? 3 : unit === 'half' ? 6 : null;
  const some = number === 0 && months === null ? countOf(lexemes[at + 1]) : null;
  const length = months ?? (some !== null && foldedOf(lexemes, at + 2) === 'months' ? some : null);
  if (length === null || (unit === 'half' && number > 1)) return null;
  const end = at + (months === null ? 3 : 2);
  const told = yearAfter({ lexemes, now }, end);
  // "in the third quarter" alone; without a year a half belongs to a match, and some months to anything.
  const mayStandAlone = unit === 'quarter' && (isShort || /^(?:in|for|during|the)$/u.test(foldedOf(lexemes, at - 1)));
  if (told === null && (!mayStandAlone || now === null || now.known === 'year')) return null;
  const year = told?.year ?? lastYearOf(now, number * length);
  const start = number * length;
  return { days: [utc(year, start, 1), utc(year, start + length, 0)], end: told?.end ?? end };
}

/** "of 2023", "2023", "of last year", "this year" at a place. */
export function yearAfter(
  { lexemes, now }: DateContext,
  at: number,
): { readonly year: number; readonly end: number } | null {
  const first = foldedOf(lexemes, at) === 'of' || foldedOf(lexemes, at) === ',' ? at + 1 : at;
  const year = yearOf(lexemes[first]);
  if (year !== null) return { year, end: first + 1 };
  const step = { last: -1, this: 0, next: 1 }[foldedOf(lexemes, first)];
  if (step === undefined || foldedOf(lexemes, first + 1) !== 'year' || now === null) return null;
  return { year: new Date(now.time).getUTCFullYear() + step, end: first + 2 };
}

/** "the three months to December", "the year to 31 March 2023", "the week ending 10 March": a length before its end. */
function readLengthTo({ lexemes, now }: DateContext, at: number): Days | null {
  const count = countOf(lexemes[at]);
  const unit = foldedOf(lexemes, count === null ? at : at + 1).replace(/s$/u, '');
  if (!/^(?:week|month|quarter|year)$/u.test(unit)) return null;
  const join = at + (count === null ? 1 : 2);
  if (!/^(?:to|ended|ending)$/u.test(foldedOf(lexemes, join))) return null;
  const last = readEnd({ lexemes, now }, join + 1);
  if (last === null) return null;
  const steps = count ?? 1;
  const date = new Date(last.days[1]);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const months = { month: 1, quarter: 3, year: 12 }[unit];
  const isMonthEnd = utc(year, month, day) === utc(year, month + 1, 0);
  const from =
    months === undefined
      ? utc(year, month, day - 7 * steps + 1)
      : isMonthEnd
        ? utc(year, month - months * steps + 1, 1)
        : utc(year, month - months * steps, day + 1);
  return { days: [from, last.days[1]], end: last.end };
}

/** "December", "the end of March 2023", "31 March", "March 31, 2023". */
function readEnd({ lexemes, now }: DateContext, start: number): Days | null {
  let at = start;
  for (const word of ['the', 'end', 'of']) if (foldedOf(lexemes, at) === word) at += 1;
  const before = dateOf(lexemes[at]);
  const month = monthOf(lexemes[before === null ? at : at + 1]);
  if (month === null) return null;
  let end = at + (before === null ? 1 : 2);
  const date = before ?? dateOf(lexemes[end]);
  if (before === null && date !== null) end += 1;
  const told = yearAfter({ lexemes, now }, end);
  if (told === null && (now === null || now.known === 'year')) return null;
  const year = told?.year ?? lastYearOf(now, month);
  const last = date === null ? utc(year, month + 1, 0) : utc(year, month, date);
  return { days: [last, last], end: told?.end ?? end };
}

/** "over the past five years", "in the last decade", "the next 12 months": counted from the article's day. */
function readRolling({ lexemes, now }: DateContext, at: number): Days | null {
  const way = foldedOf(lexemes, at);
  if (!/^(?:past|last|previous|next|coming)$/u.test(way) || now === null || now.known !== 'day') return null;
  const count = countOf(lexemes[at + 1]);
  const unit = foldedOf(lexemes, count === null ? at + 1 : at + 2);
  // "last year" is the one of the calendar, "the past year" the twelve months up to now.
  if (count === null && way !== 'past' && way !== 'coming' && !/^(?:decade|century)$/u.test(unit)) return null;
  if (foldedOf(lexemes, at + (count === null ? 2 : 3)) === 'to') return null;
  const far = shifted(now.time, unit.replace(/s$/u, ''), (way === 'next' || way === 'coming' ? 1 : -1) * (count ?? 1));
  if (far === null) return null;
  return { days: far < now.time ? [far, now.time] : [now.time, far], end: at + (count === null ? 2 : 3) };
}

/** A time moved by so many units, or null for a word that is none. */
export function shifted(time: number, unit: string, count: number): number | null {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (unit) {
    case 'day':
      return utc(year, month, day + count);
    case 'week':
      return utc(year, month, day + 7 * count);
    case 'fortnight':
      return utc(year, month, day + 14 * count);
    case 'month':
      return utc(year, month + count, Math.min(day, new Date(utc(year, month + count + 1, 0)).getUTCDate()));
    case 'year':
      return utc(year + count, month, day);
    case 'decade':
      return utc(year + 10 * count, month, day);
    default:
      return null;
  }
}

/** "this year", "the end of the month" and the like: the calendar's own unit that holds a day, moved by whole units. */
export function calendarUnit(time: number, unit: string, step: number): DaySpan | null {
  const date = new Date(time);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (unit) {
    case 'week': {
      // Weeks start on Monday, ISO 8601.
      const monday = day - ((date.getUTCDay() + 6) % 7) + 7 * step;
      return [utc(year, month, monday), utc(year, month, monday + 6)];
    }
    case 'weekend': {
      const saturday = day - ((date.getUTCDay() + 6) % 7) + 5 + 7 * step;
      return [utc(year, month, saturday), utc(year, month, saturday + 1)];
    }
    case 'month':
      return wholeMonth(year, month + step);
    case 'quarter': {
      const first = Math.floor(month / 3) * 3 + step * 3;
      return [utc(year, first, 1), utc(year, first + 3, 0)];
    }
    case 'year':
      return wholeYear(year + step);
    case 'decade': {
      const first = Math.floor(year / 10) * 10 + 10 * step;
      return [utc(first, 0, 1), utc(first + 9, 11, 31)];
    }
    default:
      return null;
  }
}
