import { languageTag, words } from '../lib/i18n/words.ts';
import type { FactLine } from '../lib/model/card.ts';
import type { PartialDate } from '../lib/model/fact.ts';

/** Within a date a line may end only before its year: after a day, "de" and before the "г." of a year it may not. */
const unbroken = (date: string): string => date.replaceAll(/(?<=^\d+\.?| de) | (?=.\.$)/g, '\u00A0');

const format = (options: Intl.DateTimeFormatOptions) => {
  const made = new Intl.DateTimeFormat(languageTag, { calendar: 'gregory', timeZone: 'UTC', ...options });
  return (moment: Date | number): string => unbroken(made.format(moment));
};

const formats = {
  year: format({ year: 'numeric' }),
  month: format({ month: 'long', year: 'numeric' }),
  day: format({ day: 'numeric', month: 'long', year: 'numeric' }),
};

/** What it finds alone has no time of day, which `Date` takes to be midnight in UTC. */
const shape = /^\d{4}(?:-(\d{2})(?:-(\d{2}))?)?/;

type Format = ReturnType<typeof format>;

/** What is no date comes back as it is. */
const told = (date: string, made: Format): string => {
  const moment = new Date(date);
  return Number.isNaN(moment.getTime()) ? date : made(moment);
};

/**
 * A date in words, as precise as it is known: "2022", "March 2022", "7 March 2022". What is no ISO 8601 date comes back
 * as it is; the day is the one that is written, whatever the time zone of the reader.
 */
export const dateWords = (iso: string): string => {
  const [date, month, day] = shape.exec(iso) ?? [];
  if (date === undefined) return iso;
  return told(date, day === undefined ? (month === undefined ? formats.year : formats.month) : formats.day);
};

/** The same with plain spaces, for texts that leave: whoever looks for a date there types those. */
export const plainDate = (iso: string): string => dateWords(iso).replaceAll('\u00A0', ' ');

/** The same within a phrase ("since March 2022"), where some languages decline a month as they do beside a day. */
const dateInPhrase = (iso: string): string => {
  const [date = '', month, day] = shape.exec(iso) ?? [];
  if (month === undefined || day !== undefined) return dateWords(iso);
  return formats.day(new Date(date)).replace(/^1\.?\s(?:de\s)?|1日$/, '');
};

const isDay = (iso: string): boolean => shape.exec(iso)?.[2] !== undefined;

const days = format({ day: 'numeric', month: 'short' });

/** "7 Mar": a full ISO 8601 date without its year, short. */
export const dayWords = (iso: string): string => told(iso.slice(0, 10), days);

/** The day of a moment (epoch milliseconds) where the reader is. */
export const momentWords: (moment: number) => string = format({
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: undefined,
});

/** "since 2020" ("from 2026" where that is yet to come), "until 2024", "2020 to 2024", or null where neither end is known. */
export const spellWords = (
  from: PartialDate | null,
  to: PartialDate | null,
  tense: FactLine['tense'],
): string | null => {
  const facts = words.facts;
  if (from !== null && to !== null) {
    return from === to ? dateWords(from) : facts.fromTo({ from: dateInPhrase(from), to: dateInPhrase(to) });
  }
  if (from !== null) {
    const [ofDay, ofMore] = tense === 'not-yet' ? [facts.fromDay, facts.from] : [facts.sinceDay, facts.since];
    return (isDay(from) ? ofDay : ofMore)({ date: dateInPhrase(from) });
  }
  return to === null ? null : (isDay(to) ? facts.untilDay : facts.until)({ date: dateInPhrase(to) });
};
