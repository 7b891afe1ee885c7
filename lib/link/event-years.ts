import type { Entity } from '../model/entity.ts';
import type { Candidate } from '../model/knowledge.ts';

/** "Winter Olympics" in 2026 are not those of 2022: a name with a year is not what a name without means in another. */
export function isAnotherYears(surface: string, { type, name }: Entity, day: string): boolean {
  const [year] = /\b(?:19|20)\d{2}\b/u.exec(name) ?? [];
  if (type !== 'event' || year === undefined || /\d/u.test(surface)) return false;
  return Math.abs(Number(year) - Number(day.slice(0, 4))) > 1;
}

/** Elections and games are written about so many years before they are held; wars and storms are not. */
const foreseen = 2;

/** Whether an event began long after the article: "the war in Gaza" of 2014 is not that of 2023. */
export const isYetToCome = (surface: string, { entity, facts }: Candidate, day: string): boolean =>
  entity.type === 'event' &&
  !/\d/u.test(surface) &&
  facts.some(
    ({ subject, predicate, value }) =>
      subject === entity.id &&
      predicate === 'startDate' &&
      'date' in value &&
      Number(value.date.slice(0, 4)) - Number(day.slice(0, 4)) > foreseen,
  );
