import type { ClaimId, EntityId } from '../model/ids.ts';
import type { StoredClaimWithSource } from '../model/knowledge.ts';
import { type Gathered, gather, type StoreView, withSources } from './gather.ts';
import { momentRange, nameSubject } from './rows.ts';
import { withoutTwins } from './memory/twins.ts';

/** Claims that share a speaker or a subject with these entities, latest first, at most `limit`. */
export async function findClaims(
  view: StoreView,
  ids: readonly EntityId[],
  limit: number,
): Promise<StoredClaimWithSource[]> {
  const known = await gather(view, ids);
  const [own, packed] = await Promise.all([
    ownClaims(view, 'by', { ids, limit }),
    packedClaims(view, [...known.values()], limit),
  ]);
  return latestFirst([...own, ...packed]).slice(0, limit);
}

/** What this entity said, latest first, at most `limit` from the reader's own and as many from packs. */
export async function findStatements(
  view: StoreView,
  known: Gathered,
  limit: number,
): Promise<StoredClaimWithSource[]> {
  const { id } = known.entity;
  const { mainOf } = view.own.identity;
  const [own, packed] = await Promise.all([
    ownClaims(view, 'spoken', { ids: [id], limit }),
    packedClaims(view, [known], Number.POSITIVE_INFINITY),
  ]);
  return latestFirst([...own, ...packed.filter(({ claim }) => claim.speaker !== null && mainOf(claim.speaker) === id)]);
}

/** What somebody of this name said whom the store does not know, latest first, at most `limit`. */
export async function findStatementsUnder(
  { database, own }: StoreView,
  name: string,
  limit: number,
): Promise<StoredClaimWithSource[]> {
  const [first, last] = momentRange(nameSubject(name));
  const rows = await database.claims.where('spoken').between(first, last).reverse().limit(limit).toArray();
  const kept = rows.filter(({ id }) => !own.removed.has(`claims/${id}`));
  return latestFirst(await withSources(database, kept));
}

/** Claims by id, unknown ones left out. */
export async function getClaims(
  view: StoreView,
  ids: readonly ClaimId[],
): Promise<ReadonlyMap<ClaimId, StoredClaimWithSource>> {
  const rows = await view.database.claims.bulkGet([...ids]);
  const own = await withSources(
    view.database,
    rows.filter((row) => row !== undefined),
  );
  const found = new Map(own.map((claim) => [claim.claim.id, claim]));
  for (const id of ids)
    for (const pack of view.packs) {
      const ordinal = found.has(id) ? null : pack.index.claims.ordinalOf(id);
      const claim = ordinal === null ? null : await pack.claimAt(ordinal);
      if (claim !== null) found.set(id, claim);
    }
  return found;
}

async function ownClaims(
  { database, own }: StoreView,
  index: 'by' | 'spoken',
  wanted: { readonly ids: readonly EntityId[]; readonly limit: number },
): Promise<StoredClaimWithSource[]> {
  const lists = await Promise.all(
    [...new Set(wanted.ids.flatMap(own.identity.membersOf))].map((id) => {
      const [first, last] = momentRange(id);
      return database.claims.where(index).between(first, last).reverse().limit(wanted.limit).toArray();
    }),
  );
  const rows = new Map(lists.flat().map((row) => [row.id, row]));
  return withSources(
    database,
    [...rows.values()].filter(({ id }) => !own.removed.has(`claims/${id}`)),
  );
}

async function packedClaims(
  view: StoreView,
  known: readonly Gathered[],
  limit: number,
): Promise<StoredClaimWithSource[]> {
  const wanted = new Map<string, { readonly pack: Gathered['claims'][number]['pack']; readonly ordinal: number }>();
  for (const { claims } of known)
    for (const [nth, claim] of claims.entries())
      if (nth < limit) wanted.set(`${claim.pack.row.id}/${claim.ordinal}`, claim);
  const claims = await Promise.all([...wanted.values()].map(({ pack, ordinal }) => pack.claimAt(ordinal)));
  return claims.flatMap((found) => (found === null || view.own.removed.has(`claims/${found.claim.id}`) ? [] : [found]));
}

function latestFirst(claims: readonly StoredClaimWithSource[]): StoredClaimWithSource[] {
  const byId = new Map(claims.map((claim) => [claim.claim.id, claim]));
  return withoutTwins(
    [...byId.values()].sort((a, b) => {
      const [later, earlier] = [b.claim.saidAt ?? '', a.claim.saidAt ?? ''];
      if (later !== earlier) return later < earlier ? -1 : 1;
      return a.claim.id < b.claim.id ? -1 : 1;
    }),
  );
}
