import type { Article } from '../../model/article.ts';
import type { Claim, RelatedClaim } from '../../model/claim.ts';
import { asEntityId, type ClusterId, type EntityId } from '../../model/ids.ts';
import type { KnownClaims, Knowledge } from '../../model/knowledge.ts';
import type { Cluster } from '../../model/mention.ts';
import { mapInSteps, type Steps } from '../../model/steps.ts';
import { asSpeaker, entityKeys, gramKeys, nameKeys, stemKeys, unitBits } from './claim-keys.ts';
import { compareStatements } from './compare.ts';
import { findRivals, openPlaces, type Rival } from './find-rivals.ts';
import { unpackStatement } from './packed-statement.ts';
import { segmentBuilder } from './segment.ts';
import { readStatement, type Statement } from './statement.ts';

/** Of the claims that speak of the same, the likeliest that one claim is compared with. */
const mostRivals = 6;

/** The stored claims that those of the article may be compared with. */
export function openStored(
  { metadata: { url, canonicalUrl } }: Article,
  { openClaims }: Pick<Knowledge, 'openClaims'>,
): Promise<KnownClaims> {
  return openClaims({ urls: [url, canonicalUrl].filter((each) => each !== null), builder: segmentBuilder });
}

/**
 * Fills in which stored claims the found ones repeat, support, differ from, contradict or update. A stored claim from
 * this very article never counts.
 */
export function* relateClaims(
  found: readonly Claim[],
  clusters: readonly Cluster[],
  { article, known }: Pick<Compared, 'article' | 'known'>,
): Steps<readonly Claim[]> {
  if (found.length === 0) return found;
  const entities = new Map<ClusterId, EntityId>();
  for (const { id, link } of clusters) if (link.kind === 'linked') entities.set(id, link.entity);
  return yield* compareWith(found, {
    article,
    entities,
    names: new Map(clusters.map(({ id, name }) => [id, name])),
    known,
  });
}

interface Compared {
  readonly article: Article;
  readonly entities: ReadonlyMap<ClusterId, EntityId>;
  /** What the page calls whoever speaks. */
  readonly names: ReadonlyMap<ClusterId, string>;
  readonly known: KnownClaims;
}

/** Claims that are compared between two yields: each takes up to a tenth of a millisecond. */
const heavy = 10;

/** The claims with their relations to stored ones. */
export function* compareWith(
  found: readonly Claim[],
  { article, entities, names, known }: Compared,
): Steps<readonly Claim[]> {
  if (known.segments.length === 0) return found;
  const day = article.metadata.publishedAt?.slice(0, 10) ?? null;
  const places = openPlaces(known);
  const speakerOf = (id: EntityId | null): EntityId | null => (id === null ? null : known.mainOf(id));
  const relate = (claim: Claim): Claim => {
    const [quote] = claim.attribution.quotes;
    const { speaker } = claim.attribution;
    const statement = readStatement({
      text: article.text.slice(claim.start, claim.end),
      quote: quote === undefined ? null : article.text.slice(quote.start, quote.end),
      speaker: speakerOf(speaker === null ? null : (entities.get(speaker) ?? null)),
      day,
      quantities: claim.quantities,
    });
    const speakerName = speaker === null ? null : (names.get(speaker) ?? null);
    const own = entityKeys([
      ...entitiesOf(claim, entities).flatMap((id) => known.membersOf(id)),
      ...asSpeaker(speakerName),
    ]);
    const rivals = findRivals(
      places,
      {
        stems: stemKeys(statement),
        grams: gramKeys(statement),
        entities: own,
        names: nameKeys(statement),
        mayHaveAmounts: statement.mayHaveAmounts,
        units: () => unitBits(statement.amounts),
      },
      mostRivals,
    );
    const related = rivals.flatMap((rival) => relationTo(statement, rival, known));
    return related.length === 0 ? claim : { ...claim, related: eachOnce(related) };
  };
  return yield* mapInSteps(found, relate, heavy);
}

function relationTo(statement: Statement, { id, json, isAnchored }: Rival, known: KnownClaims): RelatedClaim[] {
  const before = unpackStatement(json);
  // Two sentences that name nothing in common may be about anything.
  if (!isAnchored && !before.names.some((name) => statement.names.includes(name))) return [];
  const speaker = before.speaker === null ? null : known.mainOf(asEntityId(before.speaker));
  const relation = compareStatements(statement, { ...before, speaker });
  return relation === null ? [] : [{ claim: id, relation }];
}

/** A pack's claim that the reader changed stands in the store twice. */
const eachOnce = (related: readonly RelatedClaim[]): readonly RelatedClaim[] =>
  [...new Map(related.toReversed().map((one) => [one.claim, one])).values()].toReversed();

function entitiesOf(claim: Claim, entities: ReadonlyMap<ClusterId, EntityId>): EntityId[] {
  const clusters = claim.attribution.speaker === null ? claim.about : [claim.attribution.speaker, ...claim.about];
  return clusters.flatMap((id) => entities.get(id) ?? []);
}
