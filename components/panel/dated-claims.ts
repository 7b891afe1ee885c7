import type { Period } from '../../lib/model/claim.ts';
import type { PageClaim, PageReading } from '../../lib/model/reading.ts';
import { words } from '../../lib/i18n/words.ts';
import { dateWords } from '../dates.ts';

export interface DatedClaim {
  readonly claim: PageClaim;
  readonly when: Period;
}

/** Claims that name a time, by that time; those of one time in reading order. */
export const datedClaims = ({ claims }: Pick<PageReading, 'claims'>): readonly DatedClaim[] =>
  claims
    .flatMap((claim): DatedClaim[] => (claim.when === null ? [] : [{ claim, when: claim.when }]))
    .toSorted((a, b) => (a.when.from < b.when.from ? -1 : a.when.from > b.when.from ? 1 : 0));

const lastDay = (month: string): string =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0)).toISOString().slice(0, 10);

/** As precise as a period is, in the form of an ISO date: a year, a month or a day; null where it is neither of them. */
export const preciseDate = ({ from, to }: Period): string | null => {
  if (from === to) return from;
  const [year, month] = [from.slice(0, 4), from.slice(0, 7)];
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  return from === `${month}-01` && to === lastDay(month) ? month : null;
};

/** "2021", "March 2021", "7 March 2021", or both ends of what is none of these. */
export const periodWords = (period: Period): string => {
  const date = preciseDate(period);
  return date === null
    ? words.facts.fromTo({ from: dateWords(period.from), to: dateWords(period.to) })
    : dateWords(date);
};
