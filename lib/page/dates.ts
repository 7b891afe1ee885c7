/** Dates as pages write them in machine-readable places, to ISO 8601 no more precise than they were written. */

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
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
  const [, sign, hours, minutes] = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(written) ?? [];
  return sign ? `${sign}${two(hours ?? 0)}:${minutes ?? '00'}` : '';
};

const timed =
  /^(\d{4})-?(\d{2})-?(\d{2})(?:[T\s]+(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,]\d+)?)?\s*(z|utc|gmt|[+-]\d{1,2}(?::?\d{2})?)?)?/i;

/** ISO 8601 from what a meta tag, a `time` element or JSON-LD says; null where it is no date. */
export const parseDate = (written: string): string | null => {
  const text = written.trim();
  if (/^\d{10}(?:\d{3})?$/.test(text)) {
    return new Date(Number(text) * (text.length === 10 ? 1000 : 1)).toISOString().replace('.000Z', 'Z');
  }
  const iso = timed.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, zone] = iso;
    const date = dayOf(Number(year), Number(month), Number(day));
    if (date === null) return null;
    if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return date;
    return `${date}T${two(hour)}:${minute}:${second ?? '00'}${zoneOf(zone)}`;
  }
  const worded =
    /(?:^|\s|,)(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?,?\s+(\d{4})/i.exec(text) ??
    /(?:^|\s|,)([a-z]{3})[a-z]*\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i.exec(text);
  if (!worded) return null;
  const [, first = '', second = '', year] = worded;
  const [name, day] = /\d/.test(first) ? [second, first] : [first, second];
  const month = months.indexOf(name.toLowerCase()) + 1;
  const date = dayOf(Number(year), month, Number(day));
  const [, hour, minute, rest, zone] = /(\d{1,2}):(\d{2})(:\d{2})?\s*(gmt|utc|z|[+-]\d{2}:?\d{2})/i.exec(text) ?? [];
  return date && hour ? `${date}T${two(hour)}:${minute}${rest ?? ':00'}${zoneOf(zone)}` : date;
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
