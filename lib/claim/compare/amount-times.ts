import type { Period } from '../../model/claim.ts';
import { daysBetween } from '../time/date-parts.ts';
import type { Amount, Statement } from './statement.ts';
import { has } from './traits.ts';

/** A figure without a period of its own that is this much newer is a later one, in days. */
const longAfter = 300;
/** Periods further apart than this are no two points of one series, in days. */
const sameSeries = 800;

/** Things that pile up, words of revision, a later period or day: the newer figure follows the older one. */
export function orderOf(
  now: Statement,
  before: Statement,
  [mine, theirs]: readonly [Amount, Amount],
): 'differs' | 'updates' | null {
  const [day, then] = [now.day, before.day];
  const [period, earlier] = [now.period, before.period];
  if (period !== null && earlier !== null && (period.from > earlier.to || earlier.from > period.to)) {
    // What is counted afresh each year ("14 people died in 2019") is no later figure of the same thing.
    const isNext = period.from > earlier.to && daysBetween(earlier.to, period.from) <= sameSeries;
    return isNext && mine.unit !== 'count' && mine.change === '' ? 'updates' : null;
  }
  if (period !== null && earlier !== null && isPartOf(period, earlier)) return null;
  if (isDayOf(now, before) || isDayOf(before, now)) return null;
  const over = mine.unit === 'count' ? countOver : longOver;
  if (isLongOver(now, before, over) || isLongOver(before, now, over)) return null;
  if (day === null || then === null) return 'differs';
  const gap = daysBetween(then, day);
  if (isOfAnotherDay(period, earlier === null ? then : null) || isOfAnotherDay(earlier, period === null ? day : null))
    return null;
  // Of a time that was over when the earlier figure was given nothing piles up any more.
  const isOver = period !== null && earlier !== null && earlier.to < then;
  const pilesUp = !isOver && (mine.pilesUp || has(now, 'pilesUp'));
  if (gap > 0 && ((pilesUp && mine.value > theirs.value) || has(now, 'revises'))) return 'updates';
  if (gap > longAfter && period === null && earlier === null) return 'updates';
  // The stored figure is the later one.
  if (gap < 0 && pilesUp && mine.value < theirs.value) return null;
  return gap < -longAfter && period === null && earlier === null ? null : 'differs';
}
/** Months and more, one of them this many times as long as the other, are told of apart. */
const [shortest, manyTimes] = [27, 2.5];

/** Two stretches of time of which each has more than this share to itself are told of apart. */
const ownShare = 0.1;

/** "in the third quarter" against "last year", "the year to July" against "last year" */
function isPartOf(one: Period, other: Period): boolean {
  const lengths = [one, other].map(lengthOf);
  const [short, long] = [Math.min(...lengths), Math.max(...lengths)];
  // "in the past 24 hours", said today and yesterday
  if (short < shortest) return short > 1 && (one.from !== other.from || one.to !== other.to);
  const isShifted =
    Math.abs(daysBetween(one.from, other.from)) > ownShare * short &&
    Math.abs(daysBetween(one.to, other.to)) > ownShare * short;
  return isShifted || long >= manyTimes * short;
}

/** A time that was over so many days before is not the one that a statement without any speaks of. */
const longOver = 200;
/** What is counted, as who died or marched, is sooner a matter of another time. */
const countOver = 30;

/** "in 1963" against a figure of today */
const isLongOver = (one: Statement, other: Statement, over: number): boolean =>
  one.period !== null && other.period === null && other.day !== null && daysBetween(one.period.to, other.day) > over;

const lengthOf = ({ from, to }: Period): number => daysBetween(from, to) + 1;

/** "on Sunday" against "this year", and against "in 2017": a count of one day is none of a month or of another time. */
function isDayOf(one: Statement, other: Statement): boolean {
  if (other.period === null || one.eventDay === null || one.period !== null || has(one, 'running')) return false;
  const isInside = other.period.from <= one.eventDay && one.eventDay <= other.period.to;
  return !isInside || lengthOf(other.period) >= shortest;
}

/** How long after a day a figure of that day alone is still given, in days. */
const sameEvent = 21;

/** "on 2 January" against a figure of March that names no time: another event. */
const isOfAnotherDay = (period: Period | null, day: string | null): boolean =>
  period !== null && day !== null && period.from === period.to && Math.abs(daysBetween(period.from, day)) > sameEvent;
