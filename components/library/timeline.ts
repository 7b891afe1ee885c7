import type { EntityPage } from '../../lib/model/library.ts';
import { colon } from '../words.ts';
import { factWords } from '../fact-words.ts';
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
    const label = predicateWords(line.predicate);
    // The date stands beside it already.
    if ('date' in fact.value) return [{ date: fact.value.date, kind: 'fact', text: label }];
    const date = line.validFrom;
    return date === null ? [] : [{ date, kind: 'fact', text: `${label}${colon}${factWords(line)}` }];
  });
  const said = claims.flatMap(({ statement }): Moment[] => {
    const date = statement.saidAt ?? statement.source.publishedAt;
    return date === null ? [] : [{ date: date.slice(0, 10), kind: 'claim', text: statement.text }];
  });
  return [...dated, ...said].sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
};
