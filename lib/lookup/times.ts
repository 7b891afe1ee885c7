import type { PartialDate } from '../model/fact.ts';

/** A point in time as Wikibase writes it: `+2013-03-16T00:00:00Z` of precision 11 (day), 10 (month) or 9 (year). */
export interface WikibaseTime {
  readonly time: string;
  readonly precision: number;
}

/**
 * As the wiki says it, in the calendar that it says it in; null for what is vaguer than a year or before our era. A day
 * that no calendar of ours has (30 February, 29 February 1900 of the Julian one) is known to the month.
 */
export function toPartialDate({ time, precision }: WikibaseTime): PartialDate | null {
  const [, year, month = '', day = ''] = /^\+0*(\d{4})-(\d{2})-(\d{2})T/u.exec(time) ?? [];
  if (year === undefined || year === '0000' || precision < 9) return null;
  if (precision === 9 || !isMonth(month)) return year;
  return precision === 10 || !isDay(`${year}-${month}-${day}`) ? `${year}-${month}` : `${year}-${month}-${day}`;
}

const isMonth = (month: string): boolean => Number(month) >= 1 && Number(month) <= 12;

const isDay = (date: string): boolean => {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
};

/** From when to when something held; null is an end that is open. */
export interface Stretch {
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
}

/** Whether one may come before the other, compared as precisely as both are known. */
const mayPrecede = (a: PartialDate, b: PartialDate): boolean => {
  const shared = Math.min(a.length, b.length);
  return a.slice(0, shared) <= b.slice(0, shared);
};

/**
 * The stretches of one statement. Null among the ends is one that is known to be there and not when: it would read as
 * "still so", so that nothing is said, and neither where the end comes before the start. Several starts and ends are
 * several stretches where they take turns; where they do not, sources disagree, and the widest counts.
 */
export function stretchesOf(
  starts: readonly (PartialDate | null)[],
  ends: readonly (PartialDate | null)[],
): readonly Stretch[] {
  if (ends.includes(null)) return [];
  const from = starts.filter((one) => one !== null).toSorted();
  const to = (ends as readonly PartialDate[]).toSorted();
  const turns = from.map((start, at): Stretch => ({ from: start, to: to[at] ?? null }));
  const takeTurns =
    (from.length === to.length || from.length === to.length + 1) &&
    turns.every(({ from: start, to: end }, at) => {
      const next = turns[at + 1]?.from;
      return (
        end === null ||
        (mayPrecede(start ?? end, end) && (next === undefined || next === null || mayPrecede(end, next)))
      );
    });
  if (turns.length > 1 && takeTurns) return turns;
  const whole: Stretch = { from: from[0] ?? null, to: to.at(-1) ?? null };
  return whole.from !== null && whole.to !== null && !mayPrecede(whole.from, whole.to) ? [] : [whole];
}
