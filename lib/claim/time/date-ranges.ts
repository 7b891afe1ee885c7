import {
  countOf,
  type DateContext,
  type Days,
  dateOf,
  foldedOf,
  monthOf,
  type Now,
  utc,
  wholeYear,
  yearOf,
} from './date-parts.ts';
import type { Lexeme } from '../syntax/lexemes.ts';

/** Times with two ends or a length: "between 2015 and 2020", "2019-20", "the third quarter", "the year to March". */
export const readRange = (context: DateContext, at: number): Days | null =>
  readYears(context.lexemes, at) ?? readMonths(context, at) ?? readPart(context, at) ?? readLengthTo(context, at);

const fiscal = /^(?:fiscal|financial|calendar|fy|season)$/u;

/** "between 2015 and 2020", "from 2010 to 2019", "2015-2020", "2019-20", "2022/23", "FY24", "the 1980s", "the ’90s". */
function readYears(lexemes: readonly Lexeme[], at: number): Days | null {
  const word = foldedOf(lexemes, at);
  if (fiscal.test(word)) return readFiscal(lexemes, at);
  if (word === 'between' || word === 'from') {
    const [first, last] = [yearOf(lexemes[at + 1]), yearOf(lexemes[at + 3])];
    const join = foldedOf(lexemes, at + 2);
    const joins = word === 'between' ? join === 'and' : /^(?:to|until|through|till)$/u.test(join);
    if (joins && first !== null && last !== null && last > first)
      return { days: [utc(first, 0, 1), utc(last, 11, 31)], end: at + 4 };
    return null;
  }
  return readDecade(lexemes, at) ?? (yearOf(lexemes[at]) === null ? null : yearPair(lexemes, at));
}

/** "fiscal 2023", "fiscal year 2023-24", "FY24". */
function readFiscal(lexemes: readonly Lexeme[], at: number): Days | null {
  const own = foldedOf(lexemes, at + 1) === 'year' ? at + 2 : at + 1;
  const isShort =
    foldedOf(lexemes, at) === 'fy' && /^\d\d$/u.test(lexemes[own]?.plain ?? '') && !lexemes[own]?.spaceBefore;
  const year = isShort ? 2000 + Number(lexemes[own]?.plain) : yearOf(lexemes[own]);
  return year === null ? null : (yearPair(lexemes, own) ?? { days: wholeYear(year), end: own + 1 });
}

/** "the 1980s", "the ’90s", "the 19th century". */
function readDecade(lexemes: readonly Lexeme[], at: number): Days | null {
  const next = lexemes[at + 1];
  if (next === undefined || next.spaceBefore) return null;
  const year = yearOf(lexemes[at]);
  const figure = Number(lexemes[at]?.plain);
  if (next.folded === 's') {
    const isShort =
      /^\d0$/u.test(lexemes[at]?.plain ?? '') && lexemes[at - 1]?.plain === "'" && !lexemes[at]?.spaceBefore;
    const first = year ?? (isShort ? (figure < 30 ? 2000 : 1900) + figure : null);
    if (first === null || first % 10 !== 0) return null;
    // "the 1900s" is a century, "the 2000s" are ten years.
    return { days: [utc(first, 0, 1), utc(first + (first % 100 === 0 && first < 2000 ? 99 : 9), 11, 31)], end: at + 2 };
  }
  const isCentury = /^(?:st|nd|rd|th)$/u.test(next.folded) && foldedOf(lexemes, at + 2) === 'century';
  if (!isCentury || !(figure >= firstCentury && figure <= 21)) return null;
  return { days: [utc(100 * (figure - 1) + 1, 0, 1), utc(100 * figure, 11, 31)], end: at + 3 };
}
/** Of older ones no article of news has figures, and years of two figures are none to `Date.UTC`. */
const firstCentury = 5;

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
  const listed = readMonthList({ lexemes, now }, at);
  if (listed !== null) return listed;
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

/** "in January and February", "in January, February and March 2021": months that follow each other. */
function readMonthList({ lexemes, now }: DateContext, at: number): Days | null {
  if (!/^(?:in|during|for|of)$/u.test(foldedOf(lexemes, at))) return null;
  const first = monthOf(lexemes[at + 1]);
  if (first === null) return null;
  let [last, end] = [first, at + 2];
  let isClosed = false;
  while (!isClosed && /^(?:,|and)$/u.test(foldedOf(lexemes, end)) && monthOf(lexemes[end + 1]) === last + 1) {
    isClosed = foldedOf(lexemes, end) === 'and';
    last += 1;
    end += 2;
  }
  if (!isClosed) return null;
  const told = yearAfter({ lexemes, now }, end);
  if (told === null && (now === null || now.known === 'year')) return null;
  const year = told?.year ?? lastYearOf(now, last);
  return { days: [utc(year, first, 1), utc(year, last + 1, 0)], end: told?.end ?? end };
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
  ['last', 3],
]);

const reported =
  /^(?:profits?|earnings|results|sales|revenues?|gdp|growth|loss|losses|figures|income|output|net|operating|report|data|orders|deliveries|dividend)$/u;

/** "the third quarter of 2023", "third-quarter profit", "the first half of last year", "Q3 2023", "H1", "the first six months of 2023". */
function readPart({ lexemes, now }: DateContext, at: number): Days | null {
  const short =
    /^[qh]$/u.test(foldedOf(lexemes, at)) && lexemes[at + 1]?.spaceBefore === false ? foldedOf(lexemes, at) : '';
  const number = short === '' ? ordinals.get(foldedOf(lexemes, at)) : Number(lexemes[at + 1]?.plain) - 1;
  if (number === undefined || !(number >= 0 && number <= 3)) return null;
  const hyphen = lexemes[at + 1]?.plain === '-' ? 1 : 0;
  const unit = short === 'q' ? 'quarter' : short === 'h' ? 'half' : foldedOf(lexemes, at + 1 + hyphen);
  const months = unit === 'quarter' ? 3 : unit === 'half' ? 6 : null;
  const isLast = foldedOf(lexemes, at) === 'last';
  const some = (number === 0 || isLast) && months === null ? countOf(lexemes[at + 1]) : null;
  const length = months ?? (some !== null && foldedOf(lexemes, at + 2) === 'months' ? some : null);
  if (length === null || (unit === 'half' && number > 1)) return null;
  const end = at + (months === null ? 3 : 2 + hyphen);
  const told = yearAfter({ lexemes, now }, end);
  if (told === null && (now === null || now.known === 'year')) return null;
  if (told === null && !mayStandAlone(lexemes, { at, end, isQuarter: unit === 'quarter', isShort: short !== '' }))
    return null;
  // "the last three months" of no year are those up to now.
  if (isLast && (told === null || months !== null)) return null;
  const start = isLast ? 12 - length : number * length;
  const year = told?.year ?? lastYearOf(now, start);
  return { days: [utc(year, start, 1), utc(year, start + length, 0)], end: told?.end ?? end };
}

/** "in the third quarter", "third-quarter profit", "Q3"; without a year a half or a quarter of something is of a match. */
function mayStandAlone(
  lexemes: readonly Lexeme[],
  {
    at,
    end,
    isQuarter,
    isShort,
  }: { readonly at: number; readonly end: number; readonly isQuarter: boolean; readonly isShort: boolean },
): boolean {
  if (!isQuarter || foldedOf(lexemes, end) === 'of') return false;
  const isHyphened = lexemes[at + 1]?.plain === '-';
  return (
    isShort ||
    (isHyphened ? reported.test(foldedOf(lexemes, end)) : /^(?:in|for|during|the)$/u.test(foldedOf(lexemes, at - 1)))
  );
}

/** "of 2023", "2023", "of last year", "this year", "of the year", "of fiscal 2024", "of its 2023-24 financial year" at a place. */
export function yearAfter(
  { lexemes, now }: DateContext,
  at: number,
): { readonly year: number; readonly end: number } | null {
  const isOf = foldedOf(lexemes, at) === 'of';
  let first = isOf || foldedOf(lexemes, at) === ',' ? at + 1 : at;
  const own = now === null ? null : new Date(now.time).getUTCFullYear();
  if (isOf && /^(?:the|its|their|our)$/u.test(foldedOf(lexemes, first))) first += 1;
  if (isOf && fiscal.test(foldedOf(lexemes, first)) && foldedOf(lexemes, first) !== 'season') {
    const told = readFiscal(lexemes, first);
    if (told !== null) return { year: new Date(told.days[1]).getUTCFullYear(), end: told.end };
  }
  if (isOf && first > at + 1) {
    if (foldedOf(lexemes, first) === 'year' && own !== null) return { year: own, end: first + 1 };
    const [year, pair] = [yearOf(lexemes[first]), yearPair(lexemes, first)];
    const end = pair?.end ?? first + 1;
    const isFiscal = /^(?:fiscal|financial)$/u.test(foldedOf(lexemes, end)) && foldedOf(lexemes, end + 1) === 'year';
    return year === null || !isFiscal
      ? null
      : { year: pair === null ? year : new Date(pair.days[1]).getUTCFullYear(), end: end + 2 };
  }
  const year = yearOf(lexemes[first]);
  if (year !== null) return { year, end: first + 1 };
  const step = { last: -1, this: 0, next: 1 }[foldedOf(lexemes, first)];
  if (step === undefined || foldedOf(lexemes, first + 1) !== 'year' || own === null) return null;
  return { year: own + step, end: first + 2 };
}

/** "the three months to December", "the year to 31 March 2023", "the week ending 10 March": a length before its end. */
function readLengthTo({ lexemes, now }: DateContext, at: number): Days | null {
  const count = countOf(lexemes[at]);
  const unit = foldedOf(lexemes, count === null ? at : at + 1).replace(/s$/u, '');
  if (!/^(?:week|month|quarter|year)$/u.test(unit)) return null;
  const join = at + (count === null ? 1 : 2);
  if (!/^(?:to|ended|ending|through)$/u.test(foldedOf(lexemes, join))) return null;
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
  // "Dec. 31"
  if (before === null && lexemes[end]?.plain === '.' && dateOf(lexemes[end + 1]) !== null) end += 1;
  const date = before ?? dateOf(lexemes[end]);
  if (before === null && date !== null) end += 1;
  const told = yearAfter({ lexemes, now }, end);
  if (told === null && (now === null || now.known === 'year')) return null;
  const year = told?.year ?? lastYearOf(now, month);
  const last = date === null ? utc(year, month + 1, 0) : utc(year, month, date);
  return { days: [last, last], end: told?.end ?? end };
}
