import { languageTag, words } from '../lib/i18n/words.ts';
import type { FactLine } from '../lib/model/card.ts';
import type { PartialDate } from '../lib/model/fact.ts';

const format = (options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(languageTag, { ...options, calendar: 'gregory', timeZone: 'UTC' });

const formats = {
  year: format({ year: 'numeric' }),
  month: format({ month: 'long', year: 'numeric' }),
  day: format({ day: 'numeric', month: 'long', year: 'numeric' }),
};

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/;

/**
 * A date in words, as precise as it is known: "2022", "March 2022", "7 March 2022". What is no ISO 8601 date comes back
 * as it is; the day is the one that is written, whatever the time zone of the reader.
 */
export const dateWords = (iso: string): string => {
  const [, year, month, day] = shape.exec(iso) ?? [];
  if (year === undefined) return iso;
  const moment = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  if (Number.isNaN(moment.getTime())) return iso;
  return (day === undefined ? (month === undefined ? formats.year : formats.month) : formats.day).format(moment);
};

/** The same within a phrase ("since March 2022"), where some languages decline a month as they do beside a day. */
const dateInPhrase = (iso: string): string => {
  const [, year, month, day] = shape.exec(iso) ?? [];
  if (month === undefined || day !== undefined) return dateWords(iso);
  const parts = formats.day.formatToParts(new Date(`${year}-${month}-01T00:00:00Z`));
  const at = parts.findIndex(({ type }) => type === 'day');
  return parts
    .filter((_, nth) => nth !== at && nth !== at + 1)
    .map(({ value }) => value)
    .join('');
};

const isDay = (iso: string): boolean => shape.exec(iso)?.[3] !== undefined;

const days = format({ day: 'numeric', month: 'short' });

/** "7 Mar": a full ISO 8601 date without its year, short. */
export const dayWords = (iso: string): string => {
  const moment = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(moment.getTime()) ? iso : days.format(moment);
};

const moments = new Intl.DateTimeFormat(languageTag, {
  calendar: 'gregory',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** The day of a moment (epoch milliseconds) where the reader is. */
export const momentWords = (moment: number): string => moments.format(moment);

/** "since 2020" ("from 2026" where that is yet to come), "until 2024", "2020 to 2024", or null where neither end is known. */
export const spellWords = (
  from: PartialDate | null,
  to: PartialDate | null,
  tense: FactLine['tense'],
): string | null => {
  const { facts } = words;
  if (from !== null && to !== null) {
    return from === to ? dateWords(from) : facts.fromTo({ from: dateInPhrase(from), to: dateInPhrase(to) });
  }
  if (from !== null) {
    const [ofDay, ofMore] = tense === 'not-yet' ? [facts.fromDay, facts.from] : [facts.sinceDay, facts.since];
    return (isDay(from) ? ofDay : ofMore)({ date: dateInPhrase(from) });
  }
  return to === null ? null : (isDay(to) ? facts.untilDay : facts.until)({ date: dateInPhrase(to) });
};
