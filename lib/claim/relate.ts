import type { Article } from '../model/article.ts';
import type { Claim, RelatedClaim, StoredClaim } from '../model/claim.ts';
import type { ClusterId, EntityId } from '../model/ids.ts';
import type { Knowledge, StoredClaimWithSource } from '../model/knowledge.ts';
import type { Cluster } from '../model/mention.ts';
import { compareStatements } from './compare.ts';
import { readStatement, type Statement } from './statement.ts';

/** Stored claims looked at for one article; the store answers the latest first. */
const mostStored = 400;
/** Related claims kept for one claim. */
const mostRelated = 12;

/**
 * Fills in which stored claims the found ones repeat, support, differ from, contradict or update. A stored claim from
 * this very article never counts. Claims are compared only where they share a speaker, a subject or three content words.
 */
export async function relateClaims(
  found: readonly Claim[],
  clusters: readonly Cluster[],
  article: Article,
  knowledge: Pick<Knowledge, 'findClaims'>,
): Promise<readonly Claim[]> {
  const entities = new Map<ClusterId, EntityId>();
  for (const { id, link } of clusters) if (link.kind === 'linked') entities.set(id, link.entity);
  const asked = new Set<EntityId>();
  for (const claim of found) for (const id of entitiesOf(claim, entities)) asked.add(id);
  if (asked.size === 0) return found;
  const known = await knowledge.findClaims([...asked], mostStored);
  const stored = known.filter(({ source }) => !isSameArticle(source, article)).map(prepare);
  if (stored.length === 0) return found;
  const index = indexByEntity(stored);
  const day = article.metadata.publishedAt?.slice(0, 10) ?? null;
  return found.map((claim) => {
    const own = entitiesOf(claim, entities);
    const rivals = new Set<Prepared>();
    for (const id of own) for (const one of index.get(id) ?? []) rivals.add(one);
    if (rivals.size === 0) return claim;
    const speaker = claim.attribution.speaker === null ? null : (entities.get(claim.attribution.speaker) ?? null);
    const [quote] = claim.attribution.quotes;
    const statement = readStatement({
      text: article.text.slice(claim.start, claim.end),
      quote: quote === undefined ? null : article.text.slice(quote.start, quote.end),
      speaker,
      day,
      quantities: claim.quantities,
    });
    const related: RelatedClaim[] = [];
    for (const rival of rivals) {
      if (related.length >= mostRelated) break;
      const relation = compareStatements(statement, rival.statement);
      if (relation !== null) related.push({ claim: rival.claim.id, relation });
    }
    return related.length === 0 ? claim : { ...claim, related };
  });
}

interface Prepared {
  readonly claim: StoredClaim;
  readonly statement: Statement;
}

const prepare = ({ claim, source }: StoredClaimWithSource): Prepared => ({
  claim,
  statement: readStatement({
    text: claim.text,
    quote: claim.quote ?? null,
    speaker: claim.speaker,
    day: claim.saidAt ?? source.publishedAt?.slice(0, 10) ?? null,
    quantities: claim.quantities,
  }),
});

function entitiesOf(claim: Claim, entities: ReadonlyMap<ClusterId, EntityId>): EntityId[] {
  const clusters = claim.attribution.speaker === null ? claim.about : [claim.attribution.speaker, ...claim.about];
  return clusters.flatMap((id) => entities.get(id) ?? []);
}

function indexByEntity(stored: readonly Prepared[]): ReadonlyMap<EntityId, readonly Prepared[]> {
  const index = new Map<EntityId, Prepared[]>();
  for (const one of stored)
    for (const id of new Set(one.claim.speaker === null ? one.claim.about : [one.claim.speaker, ...one.claim.about])) {
      const others = index.get(id);
      if (others === undefined) index.set(id, [one]);
      else others.push(one);
    }
  return index;
}

/** The same article at any of its addresses. */
function isSameArticle(source: StoredClaimWithSource['source'], { metadata }: Article): boolean {
  const own = new Set([metadata.url, metadata.canonicalUrl].flatMap((url) => (url === null ? [] : [addressOf(url)])));
  return source.url !== null && own.has(addressOf(source.url));
}

/** Without scheme, "www.", query, fragment and a closing slash. */
const addressOf = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/$/u, '')
    .toLowerCase();
