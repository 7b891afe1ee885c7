import type { Span } from '../../model/span.ts';
import { longestLead, nextAnchor } from './date-anchors.ts';
import {
  type DateContext,
  type Days,
  dateOf,
  foldedOf,
  isAhead,
  mayOpenDate,
  monthOf,
  nearest,
  type Now,
  type Place,
  parseNow,
  sameDay,
  utc,
  weekdayOf,
  wholeMonth,
  wholeYear,
  yearOf,
} from './date-parts.ts';
import { readRange, yearAfter, yearPair } from './date-ranges.ts';
import { pastHabit, readDayRange } from './day-ranges.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { readRelative, readRolling } from './relative-days.ts';
import { readSeason } from './seasons.ts';
import { isCountedNoun } from '../syntax/words-after.ts';

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
  const found: DateReading[] = [];
  let anchor = nextAnchor(lexemes, 0);
  if (anchor === lexemes.length) return found;
  const now = day === null ? null : parseNow(day);
  for (let at = 0; at < lexemes.length; at += 1) {
    if (anchor < at) anchor = nextAnchor(lexemes, at);
    if (anchor === lexemes.length) break;
    at = Math.max(at, anchor - longestLead);
    if (!mayOpenDate(lexemes[at])) continue;
    const past = pastHabit(lexemes, at);
    const reading = past > at ? null : readDate({ lexemes, now }, at);
    if (reading === null) {
      at = Math.max(at, past - 1);
      continue;
    }
    const [from, to] = reading.days;
    found.push({
      start: lexemes[at]?.start ?? 0,
      end: lexemes[reading.end - 1]?.end ?? 0,
      from: formatDay(from),
      to: formatDay(now !== null && isSince(lexemes, at) && from <= now.time ? endOf(now) : to),
    });
    at = reading.end - 1;
  }
  return found;
}

/** "since 2019", "since Monday": up to the article's day. */
const isSince = (lexemes: readonly Lexeme[], at: number): boolean =>
  foldedOf(lexemes, at) === 'since' || foldedOf(lexemes, at - 1) === 'since';
function endOf({ time, known }: Now): number {
  const date = new Date(time);
  if (known === 'day') return time;
  return known === 'month' ? utc(date.getUTCFullYear(), date.getUTCMonth() + 1, 0) : utc(date.getUTCFullYear(), 11, 31);
}

const formatDay = (time: number): string => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
};

const readDate = (context: DateContext, at: number): Days | null =>
  readDayRange(context, at) ??
  readCalendarDate(context, at) ??
  readRange(context, at) ??
  readSeason(context, at) ??
  readMonth(context, at) ??
  (context.now === null
    ? null
    : (readRolling(context.lexemes, at, context.now) ?? readRelative(context.lexemes, at, context.now))) ??
  readYear(context.lexemes, at);

/** "7 March 2022", "7th of March", "March 7, 2022", "March 7", "Monday, March 7", "2022-03-07", "7.3.2022". */
function readCalendarDate({ lexemes, now }: DateContext, at: number): Days | null {
  const weekdayAt = foldedOf(lexemes, at) === 'on' ? at + 1 : at;
  const weekday = weekdayOf(lexemes[weekdayAt]);
  if (weekday !== null) {
    const point = lexemes[weekdayAt + 1]?.plain === '.' ? weekdayAt + 2 : weekdayAt + 1;
    const next = lexemes[point]?.plain === ',' ? point + 1 : point;
    if (monthOf(lexemes[next]) === null && dateOf(lexemes[next]) === null) return null;
    const read = readCalendarDate({ lexemes, now }, next);
    if (read === null) return null;
    const isTold = lexemes
      .slice(next, read.end)
      .some((one) => yearOf(one) !== null || /^(?:\/|year)$/u.test(one.plain));
    return isTold ? read : onWeekday(read, weekday);
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
  // "in March 12 people came"
  if (dateOf(lexemes[at]) === null && foldedOf(lexemes, at - 1) === 'in' && isCountedNoun(lexemes[end])) return null;
  const told = yearAfter({ lexemes, now }, end);
  if (told !== null) return sameDay(utc(told.year, month, date), told.end);
  if (now === null || now.known === 'year' || namesAttacks(lexemes, end)) return null;
  return sameDay(nearest({ lexemes, at, end }, now.time, { month, date }), end);
}

/** So many years back, and one ahead, a date without a year is looked for on the weekday that it is said to have been. */
const yearsBack = 3;

/** "Monday, Dec. 14": of the year, of those nearest, in which that day is a Monday. */
function onWeekday({ days: [time], end }: Days, weekday: number): Days {
  const date = new Date(time);
  const inYear = (step: number): number => utc(date.getUTCFullYear() + step, date.getUTCMonth(), date.getUTCDate());
  const steps = [0, -1, 1, ...Array.from({ length: yearsBack - 1 }, (_, i) => -2 - i)];
  const step = steps.find((one) => new Date(inYear(one)).getUTCDay() === weekday) ?? 0;
  return sameDay(inYear(step), end);
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
  // "12/15/15"
  const isShort = join === '/' && /^\d\d$/u.test(lexemes[at + 4]?.plain ?? '');
  if ((yearOf(lexemes[at + 4]) === null && !isShort) || (a <= 12 && b <= 12 && a !== b)) return null;
  const whole = isShort ? 2000 + c : c;
  return ofFigures(a > 12 ? [whole, b, a] : [whole, a, b], at + 5);
}

const ofFigures = ([year, month, day]: readonly [number, number, number], end: number): Days | null =>
  month >= 1 && month <= 12 && day >= 1 && day <= 31 ? sameDay(utc(year, month - 1, day), end) : null;

/** "the September 11 attacks": a name, of whatever year. */
const namesAttacks = (lexemes: readonly Lexeme[], end: number): boolean =>
  /^(?:attacks|attackers|hijackers|terror|terrorist|bombings?|massacre|memorial|commission)$/u.test(
    foldedOf(lexemes, end),
  );

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
  // "since Nov. 14"
  const next = lexemes[end]?.plain === '.' ? end + 1 : end;
  const told = yearAfter({ lexemes, now }, next);
  // "since March 7" is read at its month; "in March 12 people came" is not.
  if (told === null && before !== 'in' && dateOf(lexemes[next]) !== null && !isCountedNoun(lexemes[next + 1]))
    return null;
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

/** "in 2019", "since 2019", "mid-2022": four figures that no noun follows. */
function readYear(lexemes: readonly Lexeme[], at: number): Days | null {
  const isLed = /^(?:in|since|by|until|during|of|from|before|after|early|late|mid|throughout|through)$/u.test(
    foldedOf(lexemes, at),
  );
  const own = isLed && lexemes[at + 1]?.plain === '-' ? at + 2 : at + 1;
  const year = yearOf(lexemes[own]);
  if (year === null || !isLed) return null;
  const after = lexemes[own + 1];
  // "a resolution of 1800 x 1920"
  if (/^[x×]$/u.test(after?.plain ?? '') && lexemes[own + 2]?.kind === 'number') return null;
  // "in the late 1990s": the decade is read by itself.
  if (after?.folded === 's' && !after.spaceBefore) return null;
  // "a fleet of 2000 vans"
  if (foldedOf(lexemes, at) === 'of' && isCountedNoun(after)) return null;
  const next = yearOf(lexemes[own + 2]);
  if (after?.folded === 'and' && next === year + 1) return { days: [utc(year, 0, 1), utc(next, 11, 31)], end: own + 3 };
  return yearPair(lexemes, own) ?? { days: wholeYear(year), end: own + 1 };
}
