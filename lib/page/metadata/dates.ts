/** Dates as pages write them in machine-readable places, to ISO 8601 no more precise than they were written. */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** Languages whose pages write dates in words where machines should read them. */
const worded = 'de fr es it pt nl pl cs sv da nb fi tr ro hu el ru uk ar ar-SY ar-DZ ar-MA he'.split(' ');
let monthNames: ReadonlyMap<string, number> | null = null;

/** Months by their names, long and short, as they stand in a date; made once, and only for pages that need it. */
function monthsInWords(): ReadonlyMap<string, number> {
  if (monthNames !== null) return monthNames;
  const names = new Map<string, number>();
  for (const language of worded)
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
      for (let at = 0; at < 12; at += 1) {
        const parts = format.formatToParts(Date.UTC(2023, at, 15));
        const name = parts
          .find(({ type }) => type === 'month')
          ?.value.toLowerCase()
          .replace(/\.$/, '');
        // A short name that stands for two months, here or elsewhere, tells neither.
        if (name !== undefined && /^\p{L}{3,}$/u.test(name))
          names.set(name, names.has(name) && names.get(name) !== at + 1 ? 0 : at + 1);
      }
    }
  monthNames = names;
  return names;
}

const monthOf = (name: string): number => {
  // Hebrew writes its "in" onto the month.
  const folded = name.toLowerCase().replace(/^ב(?=[א-ת]{3})/u, '');
  const english = months.indexOf(folded.slice(0, 3)) + 1;
  return english > 0 && englishMonth.test(folded) ? english : (monthsInWords().get(folded) ?? 0);
};
const englishMonth =
  /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/;

const two = (value: number | string): string => String(value).padStart(2, '0');

const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1800 &&
  year <= 2200 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= new Date(Date.UTC(year, month, 0)).getUTCDate();

const dayOf = (year: number, month: number, day: number): string | null =>
  isDay(year, month, day) ? `${year}-${two(month)}-${two(day)}` : null;

const zoneOf = (written: string | undefined): string => {
  if (written === undefined || written === '') return '';
  if (/^(?:z|utc|gmt)$/i.test(written)) return 'Z';
  const [, sign, hours, minutes] = /^(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?$/i.exec(written) ?? [];
  return sign ? `${sign}${two(hours ?? 0)}:${minutes ?? '00'}` : '';
};

const zone = '(?:gmt|utc)?[+-]\\d{1,2}(?::?\\d{2})?|z|utc|gmt';
const timed = new RegExp(
  `^(\\d{4})-?(\\d{2})-?(\\d{2})(?:[T\\s]+(\\d{1,2}):?(\\d{2})(?::?(\\d{2})(?:[.,]\\d+)?)?\\s*(${zone})?)?`,
  'i',
);
const zoned = new RegExp(`(\\d{1,2}):(\\d{2})(:\\d{2})?\\s*(${zone})`, 'i');
/** "8:00 PM" is no hour of a day of 24: such a date counts without its time. */
const ofHalfADay = /\d\s*[ap]\.?m\b/i;

/** Which of two numbers is the day where both could be: by the outlet's country or language. Null where that is unknown. */
export type DayOrder = 'dayFirst' | 'monthFirst' | null;

/** Digits of Arabic and Persian pages as ours, without the marks that turn the direction. */
const inOurDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/[\u200e\u200f\u061c]/g, '');

/** ISO 8601 from what a meta tag, a `time` element or JSON-LD says; null where it is no date. */
export const parseDate = (written: string, order: DayOrder = null): string | null => {
  const text = inOurDigits(written).trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().replace('.000Z', 'Z');
  }
  const iso = timed.exec(text.replace(/^(\d{4})([-/.])\s*(\d{1,2})\2\s*(\d{1,2})(?!\d)/, inOrder));
  if (iso) {
    const [, year, month, day, hour, minute, second, offset] = iso;
    const date = dayOf(Number(year), Number(month), Number(day));
    if (date === null) return null;
    if (hour === undefined || Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 59) return date;
    return ofHalfADay.test(text) ? date : `${date}T${two(hour)}:${minute}:${second ?? '00'}${zoneOf(offset)}`;
  }
  const part = /^(\d{4})(?:[-/](\d{1,2}))?$/.exec(text);
  if (part) return partOf(Number(part[1]), part[2] === undefined ? null : Number(part[2]));
  const date = (readNumbers(text, order) ?? readWords(text))?.date ?? null;
  const [, hour, minute, rest, offset] = ofHalfADay.test(text) ? [] : (zoned.exec(text) ?? []);
  return date && hour ? `${date}T${two(hour)}:${minute}${rest ?? ':00'}${zoneOf(offset)}` : date;
};

/** "2022/3/7" and "2022.03.07" are written from the year on all over the world. */
const inOrder = (_: string, year: string, __: string, month: string, day: string): string =>
  `${year}-${two(month)}-${two(day)}`;

/** A year or a month, no more precise than that. */
const partOf = (year: number, month: number | null): string | null =>
  dayOf(year, month ?? 1, 1) === null ? null : month === null ? String(year) : `${year}-${two(month)}`;

/** A date in a text and where it stands there. */
export interface FoundDate {
  readonly date: string;
  readonly start: number;
  readonly end: number;
}

const found = (date: string | null, { index, 0: written }: RegExpExecArray): FoundDate | null =>
  date === null ? null : { date, start: index, end: index + written.length };

/** The year that two digits stand for in something that has appeared: the last one that has begun. */
const fullYear = (written: string): number => {
  const year = Number(written);
  if (written.length > 2) return year;
  return year + (year + 2000 > new Date().getUTCFullYear() + 1 ? 1900 : 2000);
};

/** "07.03.2022", "14.03.23", "2022年3月7日", "2022년 3월 7일"; "3/4/2022" only where it is known which is the day. */
function readNumbers(text: string, order: DayOrder): FoundDate | null {
  const named = /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/.exec(text);
  if (named) return found(dayOf(Number(named[1]), Number(named[2]), Number(named[3])), named);
  const written = /(?<![^\s|(,:：])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})(?![\d.:/-])/.exec(text);
  if (!written) return null;
  const [, first = 0, mark, second = 0, end = ''] = written;
  if (end.length === 2 && mark === '-') return null;
  const year = fullYear(end);
  const dayFirst = dayOf(year, Number(second), Number(first));
  const monthFirst = dayOf(year, Number(first), Number(second));
  if (mark === '.' || dayFirst === monthFirst) return found(dayFirst, written);
  if (dayFirst === null || monthFirst === null) return found(dayFirst ?? monthFirst, written);
  return order === null ? null : found(order === 'dayFirst' ? dayFirst : monthFirst, written);
}

/** "9 May 2023", "May 9th, 2023", "7. März 2022", "7 de marzo de 2022", "Tue May 09 08:00:00 UTC 2023". */
function readWords(text: string): FoundDate | null {
  const written =
    /(?<![^\s,|(：])(\d{1,2})(?:\.|er|º|st|nd|rd|th)?\s+(?:de\s+|of\s+)?(\p{L}{3,})\.?,?\s+(?:de\s+)?(\d{4})/iu.exec(
      text,
    ) ??
    /(?<![^\s,|(：])(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?(?:\s+\d{1,2}:\d{2}(?::\d{2})?(?:\s+[A-Z]{1,5})?)?\s+(\d{4})/iu.exec(
      text,
    );
  if (!written) return null;
  const [, first = '', second = '', year] = written;
  const [name, day] = /\d/.test(first) ? [second, first] : [first, second];
  return found(dayOf(Number(year), monthOf(name), Number(day)), written);
}

/** The first date in a line that people read, which may have more in it; null where there is none. */
export const findDate = (line: string, order: DayOrder): FoundDate | null => {
  const text = inOurDigits(line);
  const dates = [readNumbers(text, order), readWords(text)].filter((each) => each !== null);
  return dates.toSorted((a, b) => a.start - b.start)[0] ?? null;
};

/** The day in an address such as `/2022/03/07/` or `-20220307`; null where there is none. */
export const findDateInUrl = (url: string): string | null => {
  const path = url.replace(/^\w+:\/\/[^/]*/, '').replace(/[?#].*$/, '');
  const [, year, month, day] =
    /\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?:\/|$)/.exec(path) ??
    /(?:^|[/_-])((?:19|20)\d{2})-(\d{2})-(\d{2})(?:[/_.-]|$)/.exec(path) ??
    /(?:^|[/_-])((?:19|20)\d{2})(\d{2})(\d{2})(?:[/_.-]|$)/.exec(path) ??
    [];
  if (year) return dayOf(Number(year), Number(month), Number(day));
  const [, named, name, date] = /\/(\d{4})\/([a-z]{3})[a-z]*\/(\d{1,2})(?:\/|$)/i.exec(path) ?? [];
  return named ? dayOf(Number(named), months.indexOf((name ?? '').toLowerCase()) + 1, Number(date)) : null;
};
