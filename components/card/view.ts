import type { CardRequest, EntityBrief } from '../../lib/model/card.ts';
import type { ClusterId, EntityId } from '../../lib/model/ids.ts';
import type { CardSubject, Figure, PageReading } from '../../lib/model/reading.ts';

/** What a card shows: something of the page, or an entity that the page may not name. */
export type CardView = CardSubject | { readonly kind: 'entity'; readonly brief: EntityBrief };

export const figureOf = (reading: PageReading | null, cluster: ClusterId): Figure | null =>
  [...(reading?.figures ?? []), ...(reading?.groups ?? [])].find((figure) => figure.cluster === cluster) ?? null;

/** An entity as the page's own figure where the page names it: then the card can say what the article says. */
export const viewOfEntity = (brief: EntityBrief, reading: PageReading | null): CardView => {
  const figure = reading?.figures.find(({ entity }) => entity === brief.id);
  return figure === undefined ? { kind: 'entity', brief } : { kind: 'figure', cluster: figure.cluster };
};

/** A figure in the few words of a chip; one that the store does not know has no id. */
export interface Named {
  readonly name: string;
  readonly type: EntityBrief['type'];
  readonly known: boolean;
  readonly view: CardView;
}

export const namedFigure = (figure: Figure): Named => ({
  name: figure.name,
  type: figure.type,
  known: figure.entity !== null,
  view: { kind: 'figure', cluster: figure.cluster },
});

export const namedEntity = (brief: EntityBrief, reading: PageReading | null): Named => ({
  name: brief.name,
  type: brief.type,
  known: true,
  view: viewOfEntity(brief, reading),
});

const entitiesOf = (reading: PageReading | null, clusters: readonly ClusterId[]): EntityId[] =>
  clusters.flatMap((cluster) => figureOf(reading, cluster)?.entity ?? []);

/** What to ask the store for a card; null where the page no longer has its subject. */
export const requestFor = (view: CardView, reading: PageReading | null): CardRequest | null => {
  const occasion = {
    url: reading?.article.canonicalUrl ?? reading?.article.url ?? null,
    publisher: reading?.article.publisher ?? null,
    publishedAt: reading?.article.publishedAt ?? null,
  };
  if (view.kind === 'entity') {
    return { kind: 'figure', entity: view.brief.id, candidates: [], name: view.brief.name, occasion };
  }
  if (view.kind === 'figure') {
    const figure = figureOf(reading, view.cluster);
    if (figure === null) return null;
    const { entity, candidates, name } = figure;
    return { kind: 'figure', entity, candidates, name, occasion };
  }
  const claim = reading?.claims[view.index];
  if (claim === undefined) return null;
  return {
    kind: 'claim',
    text: claim.text,
    speaker: claim.speaker === null ? null : (entitiesOf(reading, [claim.speaker])[0] ?? null),
    about: entitiesOf(reading, claim.about),
    quantities: claim.quantities,
    related: claim.related,
    occasion,
  };
};
