import type { Span } from '../model/span.ts';
import { type Lexeme, readLexemes } from './lexemes.ts';

/** A time that a text speaks of, as days from `from` to `to`, both included (YYYY-MM-DD). */
export interface DateReading extends Span {
  readonly from: string;
  readonly to: string;
}

const dayLength = 86_400_000;
const monthNames = 'january february march april may june july august september october november december'.split(' ');
const weekdayNames = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const shortMonths: ReadonlyMap<string, number> = new Map(
  'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ').map((word, i): [string, number] => [word, i]),
);
const shortDays: ReadonlyMap<string, number> = new Map(
  'sun mon tue wed thu fri sat tues weds thur thurs'
    .split(' ')
    .map((word, i): [string, number] => [word, i < 7 ? i : ([2, 3, 4, 4][i - 7] ?? 0)]),
);
const counts: ReadonlyMap<string, number> = new Map(
  'a one two three four five six seven eight nine ten'
    .split(' ')
    .map((word, i): [string, number] => [word, Math.max(1, i)]),
);

/**
 * Times that a sentence names, in order. `day` is the article's date or a part of it (`2022`, `2022-03`): what cannot be
 * told from it is not read, and without it only full dates are.
 */
export function findDates(text: string, sentence: Span, day: string | null): DateReading[] {
  const lexemes = readLexemes(text, sentence);
  const now = day === null ? null : parseNow(day);
  const found: DateReading[] = [];
  for (let at = 0; at < lexemes.length; at += 1) {
    const reading = readDate(lexemes, at, now);
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

/** The article's date as far as it is known. */
interface Now {
  /** Milliseconds of the start of the day, or of the month or year, in UTC. */
  readonly time: number;
  readonly known: 'day' | 'month' | 'year';
}

/** Null where the text is no date. */
function parseNow(day: string): Now | null {
  const [, year, month, date] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?!\d)/u.exec(day) ?? [];
  const time = Date.parse(`${year}-${month ?? '01'}-${date ?? '01'}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  return { time, known: date !== undefined ? 'day' : month !== undefined ? 'month' : 'year' };
}
const formatDay = (time: number): string => {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
};

interface Days {
  readonly days: readonly [from: number, to: number];
  readonly end: number;
}

const utc = (year: number, month: number, date: number): number => Date.UTC(year, month, date);
const monthOf = (lexeme: Lexeme | undefined): number | null => {
  if (lexeme === undefined || !/^\p{Lu}/u.test(lexeme.plain)) return null;
  const full = monthNames.indexOf(lexeme.folded);
  return full >= 0 ? full : (shortMonths.get(lexeme.folded) ?? (lexeme.folded === 'sept' ? 8 : null));
};
const weekdayOf = (lexeme: Lexeme | undefined): number | null => {
  if (lexeme === undefined || !/^\p{Lu}/u.test(lexeme.plain)) return null;
  const full = weekdayNames.indexOf(lexeme.folded);
  return full >= 0 ? full : (shortDays.get(lexeme.folded) ?? null);
};
const yearOf = (lexeme: Lexeme | undefined): number | null =>
  lexeme !== undefined && /^(?:1[5-9]|20)\d\d$/u.test(lexeme.plain) ? Number(lexeme.plain) : null;
const dateOf = (lexeme: Lexeme | undefined): number | null =>
  lexeme !== undefined && /^\d{1,2}$/u.test(lexeme.plain) && Number(lexeme.plain) >= 1 && Number(lexeme.plain) <= 31
    ? Number(lexeme.plain)
    : null;

function readDate(lexemes: readonly Lexeme[], at: number, now: Now | null): Days | null {
  return (
    readCalendarDate(lexemes, at, now) ??
    readMonth(lexemes, at, now) ??
    (now === null ? null : readRelative(lexemes, at, now)) ??
    readYear(lexemes, at)
  );
}

/** "7 March 2022", "7th of March", "March 7, 2022", "March 7". */
function readCalendarDate(lexemes: readonly Lexeme[], at: number, now: Now | null): Days | null {
  let date = dateOf(lexemes[at]);
  let month: number | null = null;
  let end = at + 1;
  if (date !== null) {
    if (/^(?:st|nd|rd|th)$/u.test(lexemes[end]?.folded ?? '') && !lexemes[end]?.spaceBefore) end += 1;
    if (lexemes[end]?.folded === 'of') end += 1;
    month = monthOf(lexemes[end]);
    end += 1;
  } else {
    month = monthOf(lexemes[at]);
    if (month === null) return null;
    if (lexemes[end]?.plain === '.') end += 1;
    date = dateOf(lexemes[end]);
    end += 1;
    if (/^(?:st|nd|rd|th)$/u.test(lexemes[end]?.folded ?? '') && !lexemes[end]?.spaceBefore) end += 1;
  }
  if (date === null || month === null) return null;
  const comma = lexemes[end]?.plain === ',' ? end + 1 : end;
  const year = yearOf(lexemes[comma]);
  if (year !== null) return sameDay(utc(year, month, date), comma + 1);
  if (now === null || now.known === 'year') return null;
  return sameDay(
    nearest(now.time, (candidate) => utc(candidate, month, date)),
    end,
  );
}

const sameDay = (time: number, end: number): Days => ({ days: [time, time], end });

/** The date in the year before, of or after `now` that lies nearest to it. */
function nearest(now: number, at: (year: number) => number): number {
  const year = new Date(now).getUTCFullYear();
  return [year - 1, year, year + 1]
    .map(at)
    .reduce((best, one) => (Math.abs(one - now) < Math.abs(best - now) ? one : best));
}

/** "January 2022", "in January", "last January". */
function readMonth(lexemes: readonly Lexeme[], at: number, now: Now | null): Days | null {
  const before = lexemes[at]?.folded;
  const isLed =
    before === 'last' ||
    before === 'next' ||
    before === 'this' ||
    before === 'in' ||
    before === 'since' ||
    before === 'until' ||
    before === 'by';
  const month = monthOf(lexemes[isLed ? at + 1 : at]);
  if (month === null) return null;
  const end = at + (isLed ? 2 : 1);
  const year = yearOf(lexemes[end]);
  if (year !== null) return { days: [utc(year, month, 1), utc(year, month + 1, 0)], end: end + 1 };
  // "May" and "March" alone are also words.
  if (now === null || now.known === 'year' || !isLed) return null;
  const current = new Date(now.time).getUTCFullYear();
  const isPast = utc(current, month, 1) <= now.time;
  const chosen =
    before === 'next'
      ? isPast
        ? current + 1
        : current
      : before === 'by' || before === 'until'
        ? utc(current, month + 1, 0) >= now.time
          ? current
          : current + 1
        : isPast
          ? current
          : current - 1;
  return { days: [utc(chosen, month, 1), utc(chosen, month + 1, 0)], end };
}

/** "last week", "three days ago", "this year", "today", "on Monday". */
function readRelative(lexemes: readonly Lexeme[], at: number, { time: now, known }: Now): Days | null {
  const word = lexemes[at]?.folded ?? '';
  const next = lexemes[at + 1]?.folded ?? '';
  const isKnown = (unit: string): boolean =>
    known === 'day' || /^(?:year|decade)/u.test(unit) || (known === 'month' && /^(?:month|quarter)/u.test(unit));
  if (word === 'last' || word === 'this' || word === 'next') {
    const days = isKnown(next) ? period(now, next, word === 'last' ? -1 : word === 'next' ? 1 : 0) : null;
    if (days !== null) return { days, end: at + 2 };
  }
  const count = counts.get(word) ?? (lexemes[at]?.kind === 'number' ? Number(lexemes[at]?.plain) : Number.NaN);
  if (Number.isFinite(count) && count < 1000 && lexemes[at + 2]?.folded === 'ago') {
    const days = isKnown(next) ? ago(now, next.replace(/s$/u, ''), count) : null;
    if (days !== null) return { days, end: at + 3 };
  }
  return known === 'day' ? readDayWord(lexemes, at, now) : null;
}

/** "today", "on Monday". */
function readDayWord(lexemes: readonly Lexeme[], at: number, now: number): Days | null {
  const word = lexemes[at]?.folded ?? '';
  if (word === 'today' || word === 'tonight') return sameDay(now, at + 1);
  if (word === 'yesterday') return sameDay(now - dayLength, at + 1);
  if (word === 'tomorrow') return sameDay(now + dayLength, at + 1);
  const led = /^(?:last|next|this|on|coming)$/u.test(word) ? weekdayOf(lexemes[at + 1]) : null;
  if (led !== null) return sameDay(weekday(now, led, word), at + 2);
  const bare = weekdayOf(lexemes[at]);
  return bare === null ? null : sameDay(weekday(now, bare, ''), at + 1);
}

/** "on Monday" is the last one in news, today included; "next Monday" the coming one. */
function weekday(now: number, wanted: number, led: string): number {
  const today = new Date(now).getUTCDay();
  const back = (today - wanted + 7) % 7;
  if (led === 'next' || led === 'coming') return now + ((wanted - today + 7) % 7 || 7) * dayLength;
  if (led === 'last') return now - (back || 7) * dayLength;
  return now - back * dayLength;
}

function period(now: number, unit: string, step: -1 | 0 | 1): readonly [number, number] | null {
  const date = new Date(now);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  switch (unit) {
    case 'week': {
      // Weeks start on Monday, ISO 8601.
      const monday = now - ((date.getUTCDay() + 6) % 7) * dayLength + step * 7 * dayLength;
      return [monday, monday + 6 * dayLength];
    }
    case 'month':
      return [utc(year, month + step, 1), utc(year, month + step + 1, 0)];
    case 'quarter': {
      const first = Math.floor(month / 3) * 3 + step * 3;
      return [utc(year, first, 1), utc(year, first + 3, 0)];
    }
    case 'year':
      return [utc(year + step, 0, 1), utc(year + step, 11, 31)];
    case 'night':
      return step === -1 ? [now - dayLength, now - dayLength] : null;
    default:
      return null;
  }
}

function ago(now: number, unit: string, count: number): readonly [number, number] | null {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (unit) {
    case 'day':
      return [now - count * dayLength, now - count * dayLength];
    case 'week':
      return [now - (7 * count + 3) * dayLength, now - (7 * count - 3) * dayLength];
    case 'month':
      return [utc(year, month - count, 1), utc(year, month - count + 1, 0)];
    case 'year':
      return [utc(year - count, 0, 1), utc(year - count, 11, 31)];
    case 'decade':
      return [utc(year - 10 * count, month, day), utc(year - 10 * count, month, day)];
    default:
      return null;
  }
}

/** "in 2019", "since 2019", "2019": four figures that no noun follows. */
function readYear(lexemes: readonly Lexeme[], at: number): Days | null {
  const isLed = /^(?:in|since|by|until|during|of|from|before|after)$/u.test(lexemes[at]?.folded ?? '');
  const year = yearOf(lexemes[isLed ? at + 1 : at]);
  if (year === null || !isLed) return null;
  return { days: [utc(year, 0, 1), utc(year, 11, 31)], end: at + 2 };
}
