import type { CardRequest, ClaimContext, RelatedStatement } from '../../model/card.ts';
import type { ClaimRelation, StoredClaim } from '../../model/claim.ts';
import type { ClaimId, EntityId } from '../../model/ids.ts';
import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import { foldForSearch } from '../../pack/search-part.ts';
import { addressKey, isSameArticle } from '../article-urls.ts';
import { getBriefs } from './briefs.ts';
import { findClaims, getClaims } from '../claims.ts';
import { toStatement } from './figure-card.ts';
import { type StoreView, withSources } from '../gather.ts';
import { claimIdOf } from '../reading-rows.ts';
import { findReviews } from '../memory/reviews.ts';
import { findReports } from '../memory/reports.ts';
import { gistOf } from '../rows.ts';
import { withoutTwins } from '../memory/twins.ts';
import type { StoreDatabase } from '../schema.ts';

type ClaimRequest = Extract<CardRequest, { readonly kind: 'claim' }>;

const mostSameSubject = 5;
const mostSame = 40;
/** Claims looked through for the same subject. */
const lookedThrough = 120;
/** Entities in common from which two claims count as on the same subject; of a claim about one thing, that one. */
const enoughInCommon = 2;

/** What the store has to say of a claim: what the analysis related it to, then what else concerns the same figures. */
export async function answerClaim(view: StoreView, request: ClaimRequest): Promise<ClaimContext> {
  const related = await getClaims(
    view,
    request.related.map(({ claim }) => claim),
  );
  const relations = new Map<ClaimId, ClaimRelation>(request.related.map(({ claim, relation }) => [claim, relation]));
  const [others, same] = await Promise.all([findSameSubject(view, request), findSame(view, request)]);
  const all: { readonly relation: RelatedStatement['relation']; readonly found: StoredClaimWithSource }[] = [];
  for (const [id, relation] of relations) {
    const found = related.get(id);
    if (found !== undefined) all.push({ relation, found });
  }
  for (const found of same) if (!relations.has(found.claim.id)) all.push({ relation: 'repeats', found });
  const shown = new Set(all.map(({ found }) => found.claim.id));
  for (const found of others) if (!shown.has(found.claim.id)) all.push({ relation: 'same-subject', found });
  const kept = new Set(withoutTwins(all.map(({ found }) => found)));
  const chosen = all.filter(({ found }) => kept.has(found));
  const briefs = await getBriefs(
    view,
    chosen.flatMap(({ found }) => found.claim.speaker ?? []),
  );
  const agreeing = chosen.flatMap(({ relation, found }) => (saysTheSame.has(relation) ? [found.source] : []));
  const [reports, own, reviews] = await Promise.all([
    findReports(view.database, [...agreeing, ...same.map(({ source }) => source)], request.occasion),
    findOwn(view.database, request),
    findReviews(view.database, { text: request.text, url: request.occasion.url }),
  ]);
  return {
    kind: 'claim',
    related: chosen.map(({ relation, found }) => ({ relation, statement: toStatement(found, briefs) })),
    reports,
    earlier: own?.earlier ?? [],
    reviews,
  };
}

const saysTheSame: ReadonlySet<RelatedStatement['relation']> = new Set(['repeats', 'supports']);

/** The claim as it was kept from this very page. */
async function findOwn(database: StoreDatabase, { text, occasion }: ClaimRequest): Promise<StoredClaim | undefined> {
  if (occasion.url === null) return undefined;
  const source = await database.sources.where('addresses').equals(addressKey(occasion.url)).first();
  return source === undefined ? undefined : database.claims.get(await claimIdOf(source.id, text));
}

/** The very sentence, in other articles. */
async function findSame(
  { database, own }: StoreView,
  { text, occasion }: ClaimRequest,
): Promise<StoredClaimWithSource[]> {
  const rows = await database.claims.where('gist').equals(gistOf(text)).limit(mostSame).toArray();
  const found = await withSources(database, rows);
  return found.filter(
    ({ claim, source }) => !own.removed.has(`claims/${claim.id}`) && !isSameArticle(source.url, occasion.url),
  );
}

async function findSameSubject(view: StoreView, request: ClaimRequest): Promise<StoredClaimWithSource[]> {
  const figures = new Set<EntityId>([...(request.speaker === null ? [] : [request.speaker]), ...request.about]);
  if (figures.size === 0) return [];
  const words = wordsOf(request.text);
  const claims = await findClaims(view, [...figures], lookedThrough);
  return claims
    .filter(({ source }) => !isSameArticle(source.url, request.occasion.url))
    .map((found) => {
      const theirs = new Set(
        [...(found.claim.speaker === null ? [] : [found.claim.speaker]), ...found.claim.about].map(
          view.own.identity.mainOf,
        ),
      );
      const common = [...figures].filter((id) => theirs.has(id)).length;
      return { found, common, score: common + overlapOf(words, wordsOf(found.claim.text)) * 3 };
    })
    .filter(({ common }) => common >= Math.min(enoughInCommon, figures.size))
    .sort((a, b) => b.score - a.score)
    .slice(0, mostSameSubject)
    .map(({ found }) => found);
}

/** Words long enough to mean something. */
const wordsOf = (text: string): ReadonlySet<string> =>
  new Set(
    foldForSearch(text)
      .split(' ')
      .filter((word) => word.length > 3),
  );

/** Share of the shorter text's words that are in the other, 0 to 1. */
function overlapOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shorter = Math.min(a.size, b.size);
  if (shorter === 0) return 0;
  let common = 0;
  for (const word of a) if (b.has(word)) common += 1;
  return common / shorter;
}
