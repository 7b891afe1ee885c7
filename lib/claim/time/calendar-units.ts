import { type DaySpan, utc, wholeMonth, wholeYear } from './date-parts.ts';

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
