import type { EntityId, FactId, SourceId } from './ids.ts';

/** A date of the precision that is known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export type PartialDate = string;

export type FactValue =
  | { readonly entity: EntityId }
  | { readonly text: string }
  | { readonly date: PartialDate }
  | { readonly number: number; readonly unit?: string };

/** A statement about an entity, valid for a stretch of time. Roles are facts (`jobTitle`). */
export interface Fact {
  readonly id: FactId;
  readonly subject: EntityId;
  /** A schema.org property where one exists. */
  readonly predicate: string;
  readonly value: FactValue;
  /** For a role: the organisation or place that it is held in. */
  readonly of?: EntityId;
  readonly qualifier?: string;
  readonly validFrom?: PartialDate;
  readonly validTo?: PartialDate;
  readonly source: SourceId;
}

/** First and last day that a partial date can mean, as `YYYY-MM-DD`. */
const firstDay = (date: PartialDate): string => date + '0001-01-01'.slice(date.length);
const lastDay = (date: PartialDate): string => date + '9999-12-31'.slice(date.length);

/** Whether the fact held on a day (`YYYY-MM-DD`); an open end counts as still valid. */
export const heldOn = (fact: Fact, day: string): boolean =>
  (fact.validFrom === undefined || firstDay(fact.validFrom) <= day) &&
  (fact.validTo === undefined || day <= lastDay(fact.validTo));
