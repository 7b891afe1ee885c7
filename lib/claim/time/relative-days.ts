import { calendarUnit, shifted } from './calendar-units.ts';
import {
  type Days,
  type DaySpan,
  dayLength,
  foldedOf,
  isAhead,
  monthOf,
  nearest,
  type Now,
  sameDay,
  utc,
  weekdayOf,
  wholeMonth,
  wholeYear,
  yearOf,
} from './date-parts.ts';
import type { Lexeme } from '../syntax/lexemes.ts';
import { readNumber } from '../quantity/numbers.ts';

/** "last week", "earlier this month", "three days ago", "the end of the year", "today", "overnight", "on Monday". */
export function readRelative(lexemes: readonly Lexeme[], at: number, now: Now): Days | null {
  return (
    readPartOfUnit(lexemes, at, now) ??
    readUnitBy(lexemes, at, now) ??
    readEdge(lexemes, at, now) ??
    readAgo(lexemes, at, now) ??
    (now.known === 'day' ? readDayWord(lexemes, at, now.time) : null)
  );
}

const isKnown = (unit: string, { known }: Now): boolean =>
  known === 'day' || /^(?:year|decade)/u.test(unit) || (known === 'month' && /^(?:month|quarter)/u.test(unit));
const stepOf = (word: string): number | undefined => ({ last: -1, this: 0, next: 1 })[word];

/** "last week", "this year", "last night". */
function readUnitBy(lexemes: readonly Lexeme[], at: number, now: Now): Days | null {
  const step = stepOf(foldedOf(lexemes, at));
  const unit = foldedOf(lexemes, at + 1);
  if (step === undefined || !isKnown(unit, now)) return null;
  if (isQuarterCentury(lexemes, at + 1)) {
    const far = shifted(now.time, 'year', step < 0 ? -25 : 25);
    return step === 0 || far === null
      ? null
      : { days: far < now.time ? [far, now.time] : [now.time, far], end: at + 4 };
  }
  const days = unitBy(now.time, unit, step);
  if (days === null) return null;
  // "this year so far"
  const isSoFar = step === 0 && foldedOf(lexemes, at + 2) === 'so' && foldedOf(lexemes, at + 3) === 'far';
  return isSoFar ? { days: [days[0], Math.min(now.time, days[1])], end: at + 4 } : { days, end: at + 2 };
}

const isQuarterCentury = (lexemes: readonly Lexeme[], at: number): boolean =>
  foldedOf(lexemes, at) === 'quarter' && foldedOf(lexemes, at + 1) === '-' && foldedOf(lexemes, at + 2) === 'century';

/** "earlier this week", "later in the year", "so far this month", "year to date": a unit up to the article's day or from it. */
function readPartOfUnit(lexemes: readonly Lexeme[], at: number, now: Now): Days | null {
  if (now.known !== 'day') return null;
  const word = foldedOf(lexemes, at);
  if (word === 'year' && foldedOf(lexemes, at + 1) === 'to' && foldedOf(lexemes, at + 2) === 'date')
    return { days: [utc(new Date(now.time).getUTCFullYear(), 0, 1), now.time], end: at + 3 };
  const isSoFar = word === 'so' && foldedOf(lexemes, at + 1) === 'far';
  if (word !== 'earlier' && word !== 'later' && !isSoFar) return null;
  const own = at + (isSoFar ? 2 : 1);
  const isOfIt = foldedOf(lexemes, own) === 'in' && foldedOf(lexemes, own + 1) === 'the';
  if (foldedOf(lexemes, own) !== 'this' && !isOfIt) return null;
  const end = own + (isOfIt ? 3 : 2);
  const days = calendarUnit(now.time, foldedOf(lexemes, end - 1), 0);
  if (days === null || /^(?:weekend|decade)$/u.test(foldedOf(lexemes, end - 1))) return null;
  return { days: word === 'later' ? [now.time, days[1]] : [days[0], now.time], end };
}

/** "the end of the year", "the start of next week", "the end of March", "the beginning of 2023". */
function readEdge(lexemes: readonly Lexeme[], at: number, now: Now): Days | null {
  const word = foldedOf(lexemes, at);
  if (!/^(?:end|start|beginning)$/u.test(word) || foldedOf(lexemes, at + 1) !== 'of') return null;
  const whole = readWhole(lexemes, at + 2, now);
  if (whole === null) return null;
  const day = whole.days[word === 'end' ? 1 : 0];
  return { days: [day, day], end: whole.end };
}

function readWhole(lexemes: readonly Lexeme[], at: number, now: Now): Days | null {
  const year = yearOf(lexemes[at]);
  if (year !== null) return { days: wholeYear(year), end: at + 1 };
  const month = monthOf(lexemes[at]);
  if (month !== null) {
    const told = yearOf(lexemes[at + 1]);
    if (told !== null) return { days: wholeMonth(told, month), end: at + 2 };
    if (now.known === 'year') return null;
    const own = new Date(now.time).getUTCFullYear();
    // "by the end of June"
    if (/^(?:by|until|till|before)$/u.test(foldedOf(lexemes, at - 4)))
      return { days: wholeMonth(utc(own, month + 1, 0) < now.time ? own + 1 : own, month), end: at + 1 };
    const last = new Date(utc(own, month + 1, 0)).getUTCDate();
    const day = nearest({ lexemes, at: at - 2, end: at + 1 }, now.time, { month, date: last });
    return { days: wholeMonth(new Date(day).getUTCFullYear(), month), end: at + 1 };
  }
  const step = foldedOf(lexemes, at) === 'the' ? 0 : stepOf(foldedOf(lexemes, at));
  const unit = foldedOf(lexemes, at + 1);
  const days = step === undefined || !isKnown(unit, now) ? null : calendarUnit(now.time, unit, step);
  return days === null ? null : { days, end: at + 2 };
}

/** "two weeks ago", "a fortnight ago", "a couple of years ago", "20-odd years ago"; "a few days ago" is no date. */
function readAgo(lexemes: readonly Lexeme[], at: number, now: Now): Days | null {
  const word = foldedOf(lexemes, at);
  const couple = word === 'a' && foldedOf(lexemes, at + 1) === 'couple' ? at + 1 : at;
  const isCouple = foldedOf(lexemes, couple) === 'couple' && foldedOf(lexemes, couple + 1) === 'of';
  const number = readNumber(lexemes, at, lexemes.length);
  const count = isCouple ? 2 : number !== null && !number.isShare ? number.value : /^an?$/u.test(word) ? 1 : null;
  if (count === null || !Number.isInteger(count) || count >= 1000) return null;
  let unit = isCouple ? couple + 2 : number === null || number.isShare ? at + 1 : number.end;
  if (lexemes[unit]?.plain === '-' && foldedOf(lexemes, unit + 1) === 'odd') unit += 2;
  if (foldedOf(lexemes, unit + 1) !== 'ago' || !isKnown(foldedOf(lexemes, unit), now)) return null;
  const days = ago(now.time, foldedOf(lexemes, unit).replace(/s$/u, ''), count);
  return days === null ? null : { days, end: unit + 2 };
}

function ago(now: number, unit: string, count: number): DaySpan | null {
  const date = new Date(now);
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  switch (unit) {
    case 'day':
      return [now - count * dayLength, now - count * dayLength];
    case 'week':
      return [now - (7 * count + 3) * dayLength, now - (7 * count - 3) * dayLength];
    case 'fortnight':
      return [now - (14 * count + 3) * dayLength, now - (14 * count - 3) * dayLength];
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

/** Whole units of the calendar, and the parts of a day. */
function unitBy(now: number, unit: string, step: number): DaySpan | null {
  if (unit === 'night' || unit === 'evening')
    return [now + Math.min(0, step) * dayLength, now + Math.min(0, step) * dayLength];
  if (/^(?:morning|afternoon|lunchtime)$/u.test(unit)) return step === 0 ? [now, now] : null;
  return calendarUnit(now, unit, step);
}

const papers = /^(?:Times|Mirror|Telegraph|Mail|Express|Post|People|World|Tribune|Independent|Herald|Sun|Star)$/u;
const feasts =
  /^(?:black|good|super|bloody|ash|easter|palm|cyber|giving|holy|whit|pancake|shrove|boxing|ruby|sheffield|a|an|every|each|one|any)$/u;

/** "today", "the day before yesterday", "on Monday", "Friday last week", "at the weekend", "overnight". */
function readDayWord(lexemes: readonly Lexeme[], at: number, now: number): Days | null {
  const word = foldedOf(lexemes, at);
  if (word === 'today' || word === 'tonight') return sameDay(now, at + 1);
  if (word === 'day' && foldedOf(lexemes, at + 1) === 'before' && foldedOf(lexemes, at + 2) === 'yesterday')
    return sameDay(now - 2 * dayLength, at + 3);
  if (word === 'day' && foldedOf(lexemes, at + 1) === 'after' && foldedOf(lexemes, at + 2) === 'tomorrow')
    return sameDay(now + 2 * dayLength, at + 3);
  if (word === 'yesterday') return sameDay(now - dayLength, at + 1);
  if (word === 'tomorrow') return sameDay(now + dayLength, at + 1);
  if (word === 'overnight') return readOvernight(lexemes, at, now);
  return readWeekend(lexemes, at, now) ?? readWeekday(lexemes, at, now);
}

const manners =
  /^(?:a|an|the|its|their|his|her|no|for|almost|virtually|all|s|not|n't|change|changed|changes|happen|happens|vanish|vanished|disappear|disappeared|famous|rich|become|became|solved?|fixed?)$/u;
const overnightThings =
  /^(?:success|sensation|stay|stays|train|trains|bus|flight|flights|trip|camp|bag|guests?|curfew|shift|hit|hero|star|parking|rate|delivery)$/u;

/** "Overnight, rain fell": the night before the article's day, or the one to come; not "an overnight success". */
function readOvernight(lexemes: readonly Lexeme[], at: number, now: number): Days | null {
  if (overnightThings.test(foldedOf(lexemes, at + 1))) return null;
  for (let i = at - 1; i >= Math.max(0, at - 2); i -= 1) {
    if (manners.test(foldedOf(lexemes, i)) && (i === at - 1 || foldedOf(lexemes, i).startsWith('n'))) return null;
  }
  return { days: isAhead(lexemes, at, at + 1) ? [now, now + dayLength] : [now - dayLength, now], end: at + 1 };
}

const beforeWeekend = /^(?:at|over|during|on|for|since|by|until|before|after|of|from)$/u;

/** "at the weekend", "since the weekend", "ahead of the weekend", "the weekend’s vote", but not "the weekend before". */
function readWeekend(lexemes: readonly Lexeme[], at: number, now: number): Days | null {
  const isLed = beforeWeekend.test(foldedOf(lexemes, at));
  const the = isLed ? at + 1 : at;
  if (foldedOf(lexemes, the) !== 'the' || foldedOf(lexemes, the + 1) !== 'weekend') return null;
  const isOwner = lexemes[the + 2]?.plain === "'" && foldedOf(lexemes, the + 3) === 's';
  if (!isLed && !isOwner) return null;
  if (/^(?:before|after|of|edition|papers?)$/u.test(foldedOf(lexemes, the + 2))) return null;
  const isToCome =
    /^(?:by|until|before)$/u.test(foldedOf(lexemes, at)) ||
    foldedOf(lexemes, at - 1) === 'ahead' ||
    isAhead(lexemes, at, the + 2);
  const days = calendarUnit(now, 'weekend', isWeekend(now) || isToCome ? 0 : -1);
  return days === null ? null : { days, end: the + 2 };
}
const isWeekend = (now: number): boolean => new Date(now).getUTCDay() % 6 === 0;

/** Whether a weekday at a place is part of an address in the net ("Monday.com") or of a name ("Sunday Times"). */
export function isNoWeekday(lexemes: readonly Lexeme[], at: number): boolean {
  const [dot, rest] = [lexemes[at + 1], lexemes[at + 2]];
  const isHost = dot?.plain === '.' && !dot.spaceBefore && rest?.spaceBefore === false && /^\p{Ll}/u.test(rest.plain);
  return isHost || papers.test(lexemes[at + 1]?.plain ?? '') || feasts.test(foldedOf(lexemes, at - 1));
}

/** "on Monday", "last Friday", "Tuesday of last week". */
function readWeekday(lexemes: readonly Lexeme[], at: number, now: number): Days | null {
  const word = foldedOf(lexemes, at);
  const isLed = /^(?:last|next|this|on|coming)$/u.test(word) && weekdayOf(lexemes[at + 1]) !== null;
  const own = isLed ? at + 1 : at;
  const wanted = weekdayOf(lexemes[own]);
  if (wanted === null || isNoWeekday(lexemes, own)) return null;
  const told = foldedOf(lexemes, own + 1) === 'of' ? own + 2 : own + 1;
  const step = stepOf(foldedOf(lexemes, told));
  if (step !== undefined && foldedOf(lexemes, told + 1) === 'week') {
    const week = calendarUnit(now, 'week', step);
    return week === null ? null : sameDay(week[0] + ((wanted + 6) % 7) * dayLength, told + 2);
  }
  const led = isLed ? word : '';
  // "They will meet on Monday", printed on a Monday, is that day.
  const isToday = wanted === new Date(now).getUTCDay();
  const isComing = /^(?:next|coming)$/u.test(led) || (led !== 'last' && !isToday && isAhead(lexemes, at, own + 1));
  return sameDay(weekday(now, wanted, isComing ? 'coming' : led), own + 1);
}

/** "on Monday" is the last one in news, today included; "next Monday" the coming one. */
function weekday(now: number, wanted: number, led: string): number {
  const today = new Date(now).getUTCDay();
  const back = (today - wanted + 7) % 7;
  if (led === 'coming') return now + ((wanted - today + 7) % 7 || 7) * dayLength;
  if (led === 'last') return now - (back || 7) * dayLength;
  return now - back * dayLength;
}

/** "over the past five years", "in the last 48 hours", "the next 12 months": counted from the article's day. */
export function readRolling(lexemes: readonly Lexeme[], at: number, now: Now): Days | null {
  const way = foldedOf(lexemes, at);
  if (!/^(?:past|last|previous|next|coming)$/u.test(way) || now.known !== 'day') return null;
  // "the trial is expected to last six weeks"
  if (way === 'last' && /^(?:to|will|would|can|could|may|might|must|should|not)$/u.test(foldedOf(lexemes, at - 1)))
    return null;
  const number = readNumber(lexemes, at + 1, lexemes.length);
  const count = number === null || number.isShare || !Number.isInteger(number.value) ? null : number.value;
  const own = count === null ? at + 1 : (number?.end ?? at + 2);
  const unit = foldedOf(lexemes, own);
  if (foldedOf(lexemes, own + 1) === 'to' || (count ?? 1) >= 1000) return null;
  // "last year" is the one of the calendar, "the past year" the twelve months up to now; "the coming days" are not told.
  if (count === null && (unit.endsWith('s') || !/^(?:past|coming)$/u.test(way)) && !/^(?:decade|century)$/u.test(unit))
    return null;
  const isHours = /^hours?$/u.test(unit);
  const steps = isHours ? Math.ceil((count ?? 1) / 24) : (count ?? 1);
  const far = shifted(
    now.time,
    isHours ? 'day' : unit.replace(/s$/u, ''),
    (way === 'next' || way === 'coming' ? 1 : -1) * steps,
  );
  return far === null ? null : { days: far < now.time ? [far, now.time] : [now.time, far], end: own + 1 };
}
