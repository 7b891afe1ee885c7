import type { Span } from '../model/span.ts';
import {
  countOf,
  type DateContext,
  type Days,
  type DaySpan,
  dateOf,
  dayLength,
  foldedOf,
  isAhead,
  mayOpenDate,
  monthOf,
  type Now,
  parseNow,
  sameDay,
  utc,
  weekdayOf,
  wholeMonth,
  wholeYear,
  yearOf,
} from './date-parts.ts';
import { calendarUnit, readRange, yearAfter, yearPair } from './date-ranges.ts';
import type { Lexeme } from './lexemes.ts';

/** A time that a text speaks of, as days from `from` to `to`, both included (YYYY-MM-DD). */
export interface DateReading extends Span {
  readonly from: string;
  readonly to: string;
}

/**
 * Times that a sentence names, in order. `day` is the article's date or a part of it (`2022`, `2022-03`): what cannot be
 * told from it is not read, and without it only full dates are.
 */
export function findDates(lexemes: readonly Lexeme[], day: string | null): DateReading[] {
  const now = day === null ? null : parseNow(day);
  const found: DateReading[] = [];
  for (let at = 0; at < lexemes.length; at += 1) {
    if (!mayOpenDate(lexemes[at])) continue;
    const reading = readDate({ lexemes, now }, at);
    if (reading === null) continue;
    const [from, to] = reading.days;
    found.push({
      start: lexemes[at]?.start ?? 0,
      end: lexemes[reading.end - 1]?.end ?? 0,
      from: formatDay(from),
      to: formatDay(to),
    });
    at = reading.end - 1;
  }
  return found;
}

const formatDay = (time: number): string => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
};

const readDate = (context: DateContext, at: number): Days | null =>
  readCalendarDate(context, at) ??
  readRange(context, at) ??
  readMonth(context, at) ??
  (context.now === null ? null : readRelative(context.lexemes, at, context.now)) ??
  readYear(context.lexemes, at);

/** "7 March 2022", "7th of March", "March 7, 2022", "March 7", "Monday, March 7", "2022-03-07", "7.3.2022". */
function readCalendarDate({ lexemes, now }: DateContext, at: number): Days | null {
  const weekdayAt = foldedOf(lexemes, at) === 'on' ? at + 1 : at;
  if (weekdayOf(lexemes[weekdayAt]) !== null) {
    const next = lexemes[weekdayAt + 1]?.plain === ',' ? weekdayAt + 2 : weekdayAt + 1;
    return monthOf(lexemes[next]) === null && dateOf(lexemes[next]) === null
      ? null
      : readCalendarDate({ lexemes, now }, next);
  }
  const figures = readFigures(lexemes, at);
  if (figures !== null) return figures;
  let date = dateOf(lexemes[at]);
  let month: number | null = null;
  let end = at + 1;
  if (date !== null) {
    if (/^(?:st|nd|rd|th)$/u.test(foldedOf(lexemes, end)) && !lexemes[end]?.spaceBefore) end += 1;
    if (foldedOf(lexemes, end) === 'of') end += 1;
    month = monthOf(lexemes[end]);
    end += 1;
  } else {
    month = monthOf(lexemes[at]);
    if (month === null) return null;
    if (lexemes[end]?.plain === '.') end += 1;
    date = dateOf(lexemes[end]);
    end += 1;
    if (/^(?:st|nd|rd|th)$/u.test(foldedOf(lexemes, end)) && !lexemes[end]?.spaceBefore) end += 1;
  }
  if (date === null || month === null) return null;
  const told = yearAfter({ lexemes, now }, end);
  if (told !== null) return sameDay(utc(told.year, month, date), told.end);
  if (now === null || now.known === 'year' || namesAttacks(lexemes, end)) return null;
  return sameDay(nearest({ lexemes, at, end }, now.time, { month, date }), end);
}

/** "2022-03-07" and "7.3.2022"; "3/7/2022" only where one of the two can be no month. */
function readFigures(lexemes: readonly Lexeme[], at: number): Days | null {
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(lexemes[at]?.plain ?? '') ?? [];
  if (day !== undefined) return ofFigures([Number(year), Number(month), Number(day)], at + 1);
  const join = lexemes[at + 1]?.plain;
  if (!/^[-/]$/u.test(join ?? '') || lexemes[at + 3]?.plain !== join || lexemes[at + 4]?.spaceBefore !== false)
    return null;
  const [a, b, c] = [at, at + 2, at + 4].map((i) => Number(lexemes[i]?.plain));
  if (a === undefined || b === undefined || c === undefined) return null;
  if (yearOf(lexemes[at]) !== null) return ofFigures([a, b, c], at + 5);
  if (yearOf(lexemes[at + 4]) === null || (a <= 12 && b <= 12 && a !== b)) return null;
  return ofFigures(a > 12 ? [c, b, a] : [c, a, b], at + 5);
}

const ofFigures = ([year, month, day]: readonly [number, number, number], end: number): Days | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? sameDay(utc(year, month - 1, day), end) : null;

/** "the September 11 attacks": a name, of whatever year. */
const namesAttacks = (lexemes: readonly Lexeme[], end: number): boolean =>
  /^(?:attacks|attackers|hijackers|terror|terrorist|bombings?|massacre|memorial|commission)$/u.test(
    foldedOf(lexemes, end),
  );

/** How far ahead a date without a year may lie that no word says is to come, in days. */
const soon = 60;

interface Place {
  readonly lexemes: readonly Lexeme[];
  readonly at: number;
  readonly end: number;
}

/** The date in the year before, of or after `now` that lies nearest to it; further ahead only where words say so. */
function nearest(
  { lexemes, at, end }: Place,
  now: number,
  { month, date }: { readonly month: number; readonly date: number },
): number {
  const year = new Date(now).getUTCFullYear();
  const limit = now + (isAhead(lexemes, at, end) ? 366 : soon) * dayLength;
  return [year - 1, year, year + 1]
    .map((each) => utc(each, month, date))
    .reduce((best, one) => (one <= limit && Math.abs(one - now) < Math.abs(best - now) ? one : best));
}

const monthLeaders = /^(?:last|next|this|in|since|until|by|during|through|throughout|of|early|late|mid|before|after)$/u;
/** Months that are also names of people. */
const alsoNames = /^(?:april|may|june|august|jan)$/u;

/** "January 2022", "in January", "last January", "in March last year", "early February". */
function readMonth({ lexemes, now }: DateContext, at: number): Days | null {
  const before = foldedOf(lexemes, at);
  const isLed = monthLeaders.test(before);
  const hyphen = isLed && lexemes[at + 1]?.plain === '-' ? 1 : 0;
  const own = at + (isLed ? 1 + hyphen : 0);
  const month = monthOf(lexemes[own]);
  if (month === null) return null;
  const end = own + 1;
  const told = yearAfter({ lexemes, now }, lexemes[end]?.plain === '.' ? end + 1 : end);
  if (told !== null) return { days: wholeMonth(told.year, month), end: told.end };
  // "May" and "March" alone are also words.
  if (now === null || now.known === 'year' || !isLed) return null;
  const isName =
    alsoNames.test(foldedOf(lexemes, own)) && !/^(?:in|last|next|this|since|early|late|mid)$/u.test(before);
  if (isName) return null;
  return { days: wholeMonth(yearOfMonth({ lexemes, at, end }, now, month), month), end };
}

/** Which year's month is meant: the last one that began, but for what is to come. */
function yearOfMonth({ lexemes, at, end }: Place, now: Now, month: number): number {
  const before = foldedOf(lexemes, at);
  const current = new Date(now.time).getUTCFullYear();
  const isPast = utc(current, month, 1) <= now.time;
  const isOver = utc(current, month + 1, 0) < now.time;
  if (before === 'next') return isPast ? current + 1 : current;
  if (before === 'last') return isPast && (isOver || now.known === 'month') ? current : current - 1;
  if (before === 'by' || before === 'until' || (before !== 'since' && isAhead(lexemes, at, end)))
    return isOver ? current + 1 : current;
  return isPast ? current : current - 1;
}

/** "last week", "three days ago", "this year", "the end of the year", "today", "on Monday". */
function readRelative(lexemes: readonly Lexeme[], at: number, { time: now, known }: Now): Days | null {
  const word = foldedOf(lexemes, at);
  const next = foldedOf(lexemes, at + 1);
  const isKnown = (unit: string): boolean =>
    known === 'day' || /^(?:year|decade)/u.test(unit) || (known === 'month' && /^(?:month|quarter)/u.test(unit));
  const step = { last: -1, this: 0, next: 1 }[word];
  if (step !== undefined && isKnown(next)) {
    const days = unitBy(now, next, step);
    if (days !== null) return { days, end: at + 2 };
  }
  if (word === 'end' && next === 'of' && foldedOf(lexemes, at + 2) === 'the' && isKnown(foldedOf(lexemes, at + 3))) {
    const days = calendarUnit(now, foldedOf(lexemes, at + 3), 0);
    if (days !== null) return { days: [days[1], days[1]], end: at + 4 };
  }
  const count = countOf(lexemes[at]);
  if (count !== null && foldedOf(lexemes, at + 2) === 'ago') {
    const days = isKnown(next) ? ago(now, next.replace(/s$/u, ''), count) : null;
    if (days !== null) return { days, end: at + 3 };
  }
  return known === 'day' ? readDayWord(lexemes, at, now) : null;
}

/** Whole units of the calendar, and the parts of a day. */
function unitBy(now: number, unit: string, step: number): DaySpan | null {
  if (unit === 'night' || unit === 'evening')
    return [now + Math.min(0, step) * dayLength, now + Math.min(0, step) * dayLength];
  if (/^(?:morning|afternoon|lunchtime)$/u.test(unit)) return step === 0 ? [now, now] : null;
  return calendarUnit(now, unit, step);
}

const papers = /^(?:Times|Mirror|Telegraph|Mail|Express|Post|People|World|Tribune|Independent|Herald|Sun|Star)$/u;
const feasts =
  /^(?:black|good|super|bloody|ash|easter|palm|cyber|giving|holy|whit|pancake|shrove|boxing|a|an|every|each|one|any)$/u;

/** "today", "the day before yesterday", "on Monday", "Friday last week", "at the weekend". */
function readDayWord(lexemes: readonly Lexeme[], at: number, now: number): Days | null {
  const word = foldedOf(lexemes, at);
  if (word === 'today' || word === 'tonight') return sameDay(now, at + 1);
  if (word === 'day' && foldedOf(lexemes, at + 1) === 'before' && foldedOf(lexemes, at + 2) === 'yesterday')
    return sameDay(now - 2 * dayLength, at + 3);
  if (word === 'day' && foldedOf(lexemes, at + 1) === 'after' && foldedOf(lexemes, at + 2) === 'tomorrow')
    return sameDay(now + 2 * dayLength, at + 3);
  if (word === 'yesterday') return sameDay(now - dayLength, at + 1);
  if (word === 'tomorrow') return sameDay(now + dayLength, at + 1);
  if (/^(?:at|over)$/u.test(word) && foldedOf(lexemes, at + 1) === 'the' && foldedOf(lexemes, at + 2) === 'weekend') {
    const days = calendarUnit(now, 'weekend', isWeekend(now) || isAhead(lexemes, at, at + 3) ? 0 : -1);
    return days === null ? null : { days, end: at + 3 };
  }
  const isLed = /^(?:last|next|this|on|coming)$/u.test(word) && weekdayOf(lexemes[at + 1]) !== null;
  const own = isLed ? at + 1 : at;
  const wanted = weekdayOf(lexemes[own]);
  if (wanted === null) return null;
  const isName = papers.test(lexemes[own + 1]?.plain ?? '') || feasts.test(foldedOf(lexemes, own - 1));
  if (isName) return null;
  const step = { last: -1, next: 1 }[foldedOf(lexemes, own + 1)];
  if (step !== undefined && foldedOf(lexemes, own + 2) === 'week') {
    const week = calendarUnit(now, 'week', step);
    return week === null ? null : sameDay(week[0] + ((wanted + 6) % 7) * dayLength, own + 3);
  }
  const led = isLed ? word : '';
  const isComing = led === 'next' || led === 'coming' || (led !== 'last' && isAhead(lexemes, at, own + 1));
  return sameDay(weekday(now, wanted, isComing ? 'coming' : led), own + 1);
}

const isWeekend = (now: number): boolean => new Date(now).getUTCDay() % 6 === 0;

/** "on Monday" is the last one in news, today included; "next Monday" the coming one. */
function weekday(now: number, wanted: number, led: string): number {
  const today = new Date(now).getUTCDay();
  const back = (today - wanted + 7) % 7;
  if (led === 'coming') return now + ((wanted - today + 7) % 7 || 7) * dayLength;
  if (led === 'last') return now - (back || 7) * dayLength;
  return now - back * dayLength;
}

function ago(now: number, unit: string, count: number): DaySpan | null {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (unit) {
    case 'day':
      return [now - count * dayLength, now - count * dayLength];
    case 'week':
      return [now - (7 * count + 3) * dayLength, now - (7 * count - 3) * dayLength];
    case 'month':
      return wholeMonth(year, month - count);
    case 'year':
      return wholeYear(year - count);
    case 'decade':
      return [utc(year - 10 * count, month, day), utc(year - 10 * count, month, day)];
    default:
      return null;
  }
}

/** "in 2019", "since 2019", "mid-2022": four figures that no noun follows. */
function readYear(lexemes: readonly Lexeme[], at: number): Days | null {
  const isLed = /^(?:in|since|by|until|during|of|from|before|after|early|late|mid|throughout|through)$/u.test(
    foldedOf(lexemes, at),
  );
  const own = isLed && lexemes[at + 1]?.plain === '-' ? at + 2 : at + 1;
  const year = yearOf(lexemes[own]);
  if (year === null || !isLed) return null;
  const after = lexemes[own + 1];
  // "in the late 1990s": the decade is read by itself.
  if (after?.folded === 's' && !after.spaceBefore) return null;
  return yearPair(lexemes, own) ?? { days: wholeYear(year), end: own + 1 };
}
