import type { EntityPage } from '../../lib/model/library.ts';
import { predicateWords } from '../predicates.ts';

export interface Moment {
  /** ISO 8601, as precise as known. */
  readonly date: string;
  readonly kind: 'fact' | 'claim';
  readonly text: string;
}

/** Everything about an entity that has a date, the latest first. */
export const timelineOf = ({ facts, claims }: Pick<EntityPage, 'facts' | 'claims'>): readonly Moment[] => {
  const dated = facts.flatMap(({ fact, line }): Moment[] => {
    const date = 'date' in fact.value ? fact.value.date : line.validFrom;
    return date === null ? [] : [{ date, kind: 'fact', text: `${predicateWords(line.predicate)}: ${line.text}` }];
  });
  const said = claims.flatMap(({ statement }): Moment[] => {
    const date = statement.saidAt ?? statement.source.publishedAt;
    return date === null ? [] : [{ date: date.slice(0, 10), kind: 'claim', text: statement.text }];
  });
  return [...dated, ...said].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
};
