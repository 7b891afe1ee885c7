const isoDay = /^(\d{4})-(\d{2})(?:-(\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?)?(?!\d)/u;
const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u;
const packed = /^(\d{4})(\d{2})(\d{2})$/u;
const yearLast = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})(?!\d)/u;
/** Seconds and milliseconds since 1970 of this century. */
const seconds = /^(?:1\d{9}|1\d{12})$/u;
const monthAndYear = /^\p{L}+\.? \d{4}$/u;
const hasYear = /(?<!\d)(?:19|20)\d\d(?!\d)/u;

/** A day, month, year or moment in ISO 8601 as a date's words mean it; null where they may mean several or none. */
export function readDay(text: string): string | null {
  const iso = isoDay.exec(text)?.[0];
  if (iso !== undefined) return isMoment(iso) ? iso : null;
  if (/^\d{4}$/u.test(text)) return text;
  const [, year, month, day] = yearFirst.exec(text) ?? packed.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return dayOf(year, month, day);
  if (seconds.test(text)) return dayAt(Number(text) * (text.length === 10 ? 1000 : 1));
  const [, first, join, second, last] = yearLast.exec(text) ?? [];
  if (first !== undefined && second !== undefined && last !== undefined) {
    // "9/5/2026" is May in London and September in New York.
    const isDayFirst = join === '.' || Number(first) > 12 || first === second;
    if (!isDayFirst && Number(second) <= 12) return null;
    return isDayFirst ? dayOf(last, second, first) : dayOf(last, first, second);
  }
  const moment = hasYear.test(text) ? Date.parse(`${text} UTC`) : Number.NaN;
  if (Number.isNaN(moment)) return null;
  return monthAndYear.test(text) ? dayAt(moment).slice(0, 7) : dayAt(moment);
}

const dayAt = (moment: number): string => new Date(moment).toISOString().slice(0, 10);

function dayOf(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isMoment(iso) ? iso : null;
}

/** Engines take 30 February for a day in March. */
function isMoment(iso: string): boolean {
  const day = new Date(iso.slice(0, 10));
  return !Number.isNaN(Date.parse(iso)) && day.toISOString().startsWith(iso.slice(0, 10));
}
