import type { EntityBrief } from '../../lib/model/card.ts';
import { type EntityType, entityTypes } from '../../lib/model/entity.ts';
import type { Figure, PageClaim, PageReading } from '../../lib/model/reading.ts';
import { figureOf } from '../card/view.ts';

/** Text as it is compared: without case and marks. */
export const comparable = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

/** Whether every word of the query begins a word of the text, or stands anywhere in it where scripts have no spaces. */
const matches = (query: string, text: string): boolean => {
  const folded = ` ${comparable(text)}`;
  return comparable(query)
    .split(/\s+/)
    .every((word) => word === '' || folded.includes(/^[\p{Script=Latin}\p{N}]/u.test(word) ? ` ${word}` : word));
};

const inWords = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');

export interface Group<Key, Item> {
  readonly key: Key;
  readonly items: readonly Item[];
}

const grouped = <Key extends string, Item>(
  keys: readonly Key[],
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): Group<Key, Item>[] =>
  keys
    .map((key) => ({ key, items: items.filter((item) => keyOf(item) === key) }))
    .filter((group) => group.items.length > 0);

/** Figures whose name or line has the query's words, in the reading's own order. */
export const figuresFound = (reading: PageReading, query: string): Figure[] =>
  reading.figures.filter(({ name, description, role }) =>
    matches(query, inWords(`${name} ${description} ${role ?? ''}`)),
  );

export const byType = (figures: readonly Figure[]): Group<EntityType, Figure>[] =>
  grouped(entityTypes, figures, ({ type }) => type);

/** Claims whose words or speaker have the query's words, in reading order. */
export const claimsFound = (reading: PageReading, query: string): PageClaim[] =>
  reading.claims.filter(({ text, speaker, speakerWords }) => {
    const name = speaker === null ? '' : (figureOf(reading, speaker)?.name ?? '');
    return matches(query, inWords(`${text} ${name} ${speakerWords ?? ''}`));
  });

export const byWorth = (claims: readonly PageClaim[]): PageClaim[] =>
  claims.toSorted((a, b) => b.checkWorthiness - a.checkWorthiness);

/** Search results that the page's own list does not show already. */
export const elsewhere = (results: readonly EntityBrief[], shown: readonly Figure[]): EntityBrief[] =>
  results.filter(({ id }) => shown.every(({ entity }) => entity !== id));
