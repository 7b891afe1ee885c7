import {
  type DateContext,
  type Days,
  dateOf,
  dayLength,
  foldedOf,
  isAhead,
  monthOf,
  nearest,
  type Now,
  utc,
  weekdayOf,
  yearOf,
} from './date-parts.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { isNoWeekday } from './relative-days.ts';
import { readUnit } from '../quantity/units.ts';
import { isCountedNoun } from '../syntax/words-after.ts';

/** "March 3-5", "from 28 March to 2 April 2021", "between 3 and 5 March", "from Monday to Thursday". */
export const readDayRange = (context: DateContext, at: number): Days | null =>
  readDates(context, at) ?? (context.now?.known === 'day' ? readWeekdays(context.lexemes, at, context.now) : null);

/** A day as far as one end of a range tells it. */
interface End {
  readonly date: number;
  readonly month: number | null;
  readonly year: number | null;
  readonly end: number;
}

const past = (lexemes: readonly Lexeme[], at: number, words: RegExp): number =>
  words.test(foldedOf(lexemes, at)) ? at + 1 : at;

/** "3", "3rd", "3 March", "3rd of March 2021", "March 3", "March 3rd, 2021". */
function readEnd(lexemes: readonly Lexeme[], at: number): End | null {
  const month = monthOf(lexemes[at]);
  const own = month === null ? at : past(lexemes, at + 1, /^\.$/u);
  const date = dateOf(lexemes[own]);
  if (date === null) return null;
  let end = lexemes[own + 1]?.spaceBefore === false ? past(lexemes, own + 1, /^(?:st|nd|rd|th)$/u) : own + 1;
  const named = month === null ? past(lexemes, end, /^of$/u) : end;
  const after = month ?? monthOf(lexemes[named]);
  if (month === null && after !== null) end = named + 1;
  const told = past(lexemes, end, /^,$/u);
  const year = after === null ? null : yearOf(lexemes[told]);
  return { date, month: after, year, end: year === null ? end : told + 1 };
}

/** Where the second end begins, or null: "to", a dash, "and" behind "between" and between two days that follow each other. */
function joinAt(lexemes: readonly Lexeme[], at: number, led: string): number | null {
  const word = foldedOf(lexemes, at);
  const next = past(lexemes, at + 1, /^the$/u);
  if (led === 'between') return word === 'and' ? next : null;
  return /^(?:to|-|until|till|through|and)$/u.test(word) && !(led === 'from' && word === 'and') ? next : null;
}
const ledBy = (lexemes: readonly Lexeme[], at: number): string =>
  /^(?:between|from)$/u.test(foldedOf(lexemes, at)) ? foldedOf(lexemes, at) : '';

function readDates({ lexemes, now }: DateContext, at: number): Days | null {
  const led = ledBy(lexemes, at);
  const start = led === '' ? at : at + 1;
  const first = readEnd(lexemes, start);
  const join = first === null ? null : joinAt(lexemes, first.end, led);
  const last = join === null ? null : readEnd(lexemes, join);
  if (first === null || last === null) return null;
  const isMonthFirst = monthOf(lexemes[start]) !== null;
  // "on March 3 to 5 people", "4 and 7 March"
  if (
    last.month === null &&
    (!isMonthFirst || readUnit(lexemes, last.end) !== null || isCountedNoun(lexemes[last.end]))
  )
    return null;
  const month = last.month ?? first.month;
  if (month === null) return null;
  const isJustAnd = led === '' && foldedOf(lexemes, first.end) === 'and';
  if (isJustAnd && (first.month ?? month) !== month) return null;
  const told = last.year ?? first.year;
  if (told === null && (now === null || now.known === 'year')) return null;
  const to =
    told === null
      ? nearest({ lexemes, at, end: last.end }, now?.time ?? 0, { month, date: last.date })
      : utc(told, month, last.date);
  const year = first.year ?? new Date(to).getUTCFullYear();
  let from = utc(year, first.month ?? month, first.date);
  // "from 28 December to 3 January"
  if (from > to && first.year === null) from = utc(year - 1, first.month ?? month, first.date);
  return from < to ? { days: [from, to], end: last.end } : null;
}

const present = /^(?:runs?|lasts?|takes|opens?|begins?|starts?|continues?|meets?|is|are|stays?)$/u;

/** "from Monday to Thursday", "Friday and Saturday": those behind us, or those ahead where words say so. */
function readWeekdays(lexemes: readonly Lexeme[], at: number, now: Now): Days | null {
  const led = ledBy(lexemes, at) || (foldedOf(lexemes, at) === 'on' ? 'on' : '');
  const start = led === '' ? at : at + 1;
  const [first, last] = [weekdayOf(lexemes[start]), weekdayOf(lexemes[start + 2])];
  if (first === null || last === null || first === last || isNoWeekday(lexemes, start)) return null;
  if (joinAt(lexemes, start + 1, led) === null || isNoWeekday(lexemes, start + 2)) return null;
  const length = (last - first + 7) % 7;
  const isJustAnd = led !== 'between' && foldedOf(lexemes, start + 1) === 'and';
  if (isJustAnd && length !== 1) return null;
  const end = start + 3;
  const today = new Date(now.time).getUTCDay();
  const isToCome = isAhead(lexemes, at, end) || [1, 2, 3].some((back) => present.test(foldedOf(lexemes, at - back)));
  const sinceFirst = (today - first + 7) % 7;
  if (isToCome) {
    const from = now.time + (sinceFirst <= length ? -sinceFirst : 7 - sinceFirst) * dayLength;
    return { days: [from, from + length * dayLength], end };
  }
  const to = now.time - ((today - last + 7) % 7) * dayLength;
  return { days: [to - length * dayLength, to], end };
}

const habits = /^(?:open|opens|every|each|hours|weekly|daily|usually|normally|always|weekdays|works?|airs)$/u;
/** How far before its days a word for a habit stands at most. */
const farthest = 5;

/** "open Monday to Friday", "every Tuesday and Thursday": past days of every week, of no date; `at` where there are none. */
export function pastHabit(lexemes: readonly Lexeme[], at: number): number {
  if (weekdayOf(lexemes[at]) === null) return at;
  let isHabit = false;
  for (let i = at - 1; i >= Math.max(0, at - farthest) && !isHabit; i -= 1) isHabit = habits.test(foldedOf(lexemes, i));
  if (!isHabit) return at;
  let end = at + 1;
  while (/^(?:to|-|through|and|,|or)$/u.test(foldedOf(lexemes, end)) && weekdayOf(lexemes[end + 1]) !== null) end += 2;
  return end > at + 1 ? end : at;
}
