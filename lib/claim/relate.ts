import type { Article } from '../model/article.ts';
import type { Claim, RelatedClaim } from '../model/claim.ts';
import type { ClaimId, ClusterId, EntityId } from '../model/ids.ts';
import type { Knowledge, StoredClaimWithSource } from '../model/knowledge.ts';
import type { Cluster } from '../model/mention.ts';
import { type ClaimIndex, indexClaims } from './claim-index.ts';
import { compareStatements } from './compare.ts';
import { readStatement, type Statement } from './statement.ts';

/** Stored claims looked at for one article; the store answers the latest first. */
const mostStored = 400;
/** Of those, the likeliest that one claim is compared with. */
const mostRivals = 6;
/** Related claims kept for one claim. */
const mostRelated = 12;

/**
 * Fills in which stored claims the found ones repeat, support, differ from, contradict or update. A stored claim from
 * this very article never counts. Claims are compared only where they share a figure and a word, or three words.
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
  const stored = known.filter(({ source }) => !isSameArticle(source, article));
  return stored.length === 0 ? found : compareWith(found, { article, entities, stored: openRivals(stored) });
}

/** Stored claims with their index; taken apart only where something is compared with them, and once. */
export interface Rivals {
  readonly index: ClaimIndex;
  readonly idOf: (ordinal: number) => ClaimId | null;
  readonly statementOf: (ordinal: number) => Statement | null;
}

/** Claims are taken apart when first compared; linear in their texts. */
export function openRivals(stored: readonly StoredClaimWithSource[]): Rivals {
  const statements = new Map<number, Statement>();
  return {
    index: indexClaims(stored.map(({ claim }) => claim)),
    idOf: (ordinal) => stored[ordinal]?.claim.id ?? null,
    statementOf: (ordinal) => {
      const one = stored[ordinal];
      const made = statements.get(ordinal) ?? (one === undefined ? null : takeApart(one));
      if (made !== null) statements.set(ordinal, made);
      return made;
    },
  };
}

interface Compared {
  readonly article: Article;
  readonly entities: ReadonlyMap<ClusterId, EntityId>;
  readonly stored: Rivals;
}

/** The claims with their relations to stored ones. */
export function compareWith(found: readonly Claim[], { article, entities, stored }: Compared): readonly Claim[] {
  const day = article.metadata.publishedAt?.slice(0, 10) ?? null;
  return found.map((claim) => {
    const text = article.text.slice(claim.start, claim.end);
    const rivals = stored.index.find({ text, entities: entitiesOf(claim, entities) }, mostRivals);
    if (rivals.length === 0) return claim;
    const [quote] = claim.attribution.quotes;
    const statement = readStatement({
      text,
      quote: quote === undefined ? null : article.text.slice(quote.start, quote.end),
      speaker: claim.attribution.speaker === null ? null : (entities.get(claim.attribution.speaker) ?? null),
      day,
      quantities: claim.quantities,
    });
    const related: RelatedClaim[] = [];
    for (const ordinal of rivals) {
      if (related.length >= mostRelated) break;
      const [rival, id] = [stored.statementOf(ordinal), stored.idOf(ordinal)];
      const relation = rival === null ? null : compareStatements(statement, rival);
      if (relation !== null && id !== null) related.push({ claim: id, relation });
    }
    return related.length === 0 ? claim : { ...claim, related };
  });
}

const takeApart = ({ claim, source }: StoredClaimWithSource): Statement =>
  readStatement({
    text: claim.text,
    quote: claim.quote ?? null,
    speaker: claim.speaker,
    day: claim.saidAt?.slice(0, 10) ?? source.publishedAt?.slice(0, 10) ?? null,
    quantities: claim.quantities,
  });

function entitiesOf(claim: Claim, entities: ReadonlyMap<ClusterId, EntityId>): EntityId[] {
  const clusters = claim.attribution.speaker === null ? claim.about : [claim.attribution.speaker, ...claim.about];
  return clusters.flatMap((id) => entities.get(id) ?? []);
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
