import type { ClaimOfArticle, SegmentBuilder } from '../model/claim-segment.ts';
import { asClaimId, type ClaimId } from '../model/ids.ts';
import type { ClaimQuery, KnownClaims, StoredClaimWithSource } from '../model/knowledge.ts';
import { addressKey } from './article-urls.ts';
import { type StoreView, withSources } from './gather.ts';
import { type ClaimSegmentRow, idsInRow, toChangeRows } from './claim-changes.ts';
import type { StoreDatabase } from './schema.ts';
import { toPackReviews } from './packs/pack-reviews.ts';
import type { ClaimWithReviews, OpenPack } from './packs/shelf.ts';

/** Segments of this many claims are left as they are. */
const largest = 16_000;
/** Steps that a page waits for; what is left then is done behind it. */
const stepsAwaited = 2;

/** What claims are found by: made from the claims, held in memory as long as the database has the same. */
export interface ClaimSegments {
  open(view: StoreView, query: ClaimQuery): Promise<KnownClaims>;
  /** Brings everything up to date; nothing of a claim that was taken away stays. Each step stands by itself. */
  settle(view: StoreView, builder: SegmentBuilder): Promise<void>;
}

export function createClaimSegments(database: StoreDatabase): ClaimSegments {
  const held = new Map<number, ClaimSegmentRow>();
  let running: Promise<unknown> = Promise.resolve();
  /** One at a time in this context; the database sees to the others. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = running.then(work);
    running = result.catch(() => undefined);
    return result;
  };
  const advance = (view: StoreView, builder: SegmentBuilder): Promise<boolean> =>
    inTurn(async () => {
      await readSegments(database, held);
      await dropStale(database, { held, view, builder });
      if (await takeOwn(database, held, builder)) return true;
      return takePublished(database, held, { view, builder });
    });
  const settle = async (view: StoreView, builder: SegmentBuilder): Promise<void> => {
    // A pack that was replaced meanwhile is another's to settle.
    while ((await isCurrent(database, view)) && (await advance(view, builder)));
  };
  return {
    settle,
    async open(view, { urls, builder }) {
      const own = await inTurn(() => openSettled(database, held, { view, builder, urls }));
      if (own !== null) return knownIn(view, held, own);
      // Without room for more a page is compared with what is there.
      const step = (): Promise<boolean> => advance(view, builder).catch(() => false);
      let isBehind = await step();
      for (let taken = 1; isBehind && taken < stepsAwaited; taken += 1) isBehind = await step();
      // A worker that ends meanwhile goes on where it stopped.
      if (isBehind) settle(view, builder).catch(() => undefined);
      await inTurn(() => readSegments(database, held));
      return knownIn(view, held, await findOwnArticles(database, urls));
    },
  };
}

async function isCurrent({ packs }: StoreDatabase, view: StoreView): Promise<boolean> {
  const generations = new Set((await packs.toArray()).map(({ generation }) => generation));
  return view.packs.every(({ row }) => generations.has(row.generation));
}

function knownIn(
  { own: { identity, removed } }: StoreView,
  held: ReadonlyMap<number, ClaimSegmentRow>,
  own: ReadonlySet<string>,
): KnownClaims {
  return {
    segments: [...held.values()].map(({ segment }) => segment),
    own,
    isRemoved: (id) => removed.has(`claims/${id}`),
    mainOf: identity.mainOf,
    membersOf: identity.membersOf,
  };
}

/**
 * As most pages find it: everything is held and nothing is left to take in, which one transaction tells, together with
 * the articles of the page's addresses. Null where there is something to do first.
 */
async function openSettled(
  database: StoreDatabase,
  held: ReadonlyMap<number, ClaimSegmentRow>,
  { view, builder, urls }: Omit<Standing, 'held'> & Pick<ClaimQuery, 'urls'>,
): Promise<ReadonlySet<string> | null> {
  if (findStale(held, { view, builder }).length > 0 || findUntaken(held, view) !== null) return null;
  const { claimSegments, claimChanges, sources } = database;
  return database.transaction('r', [claimSegments, claimChanges, sources], async () => {
    const [keys, changes, own] = await Promise.all([
      claimSegments.toCollection().primaryKeys(),
      claimChanges.count(),
      findOwnArticles(database, urls),
    ]);
    return changes === 0 && keys.length === held.size && keys.every((key) => held.has(key)) ? own : null;
  });
}

/** Takes away segments that are broken, and has all of the reader's own claims taken in anew. */
async function dropBroken(database: StoreDatabase, keys: readonly number[]): Promise<void> {
  const { claimSegments, claimChanges, claims } = database;
  await database.transaction('rw', [claimSegments, claimChanges, claims], async () => {
    const there = await claimSegments.where(':id').anyOf(keys).primaryKeys();
    if (there.length === 0) return;
    await claimSegments.bulkDelete(there);
    await claimChanges.bulkAdd(toChangeRows(await claims.toCollection().primaryKeys()));
  });
}

/** Reads what is not held, and lets go of what is no longer there. */
async function readSegments(database: StoreDatabase, held: Map<number, ClaimSegmentRow>): Promise<void> {
  const { claimSegments } = database;
  const keys = await claimSegments.toCollection().primaryKeys();
  const there = new Set(keys);
  for (const key of held.keys()) if (!there.has(key)) held.delete(key);
  const missing = keys.filter((key) => !held.has(key));
  if (missing.length === 0) return;
  for (const [at, row] of (await claimSegments.bulkGet(missing)).entries()) {
    const key = missing[at];
    if (row !== undefined && key !== undefined) held.set(key, row);
  }
  const broken = missing.filter((key) => !held.has(key));
  if (broken.length > 0) await dropBroken(database, broken);
}

interface Standing {
  readonly held: Map<number, ClaimSegmentRow>;
  readonly view: StoreView;
  readonly builder: SegmentBuilder;
}

/** What another version made, or a pack that is gone left, goes; the reader's own is then made anew. */
async function dropStale(database: StoreDatabase, { held, view, builder }: Standing): Promise<void> {
  const stale = findStale(held, { view, builder });
  if (stale.length === 0) return;
  const { claimSegments, claimChanges, packReviews } = database;
  await database.transaction('rw', claimSegments, claimChanges, packReviews, async () => {
    await packReviews
      .where('of')
      .anyOf(stale.map(([, { of }]) => of))
      .delete();
    await claimSegments.bulkDelete(stale.map(([key]) => key));
    for (const [, { of, segment }] of stale) if (of === 'own') await claimChanges.bulkAdd(toChangeRows(segment.ids));
  });
  for (const [key] of stale) held.delete(key);
}

function findStale(
  held: ReadonlyMap<number, ClaimSegmentRow>,
  { view, builder }: Omit<Standing, 'held'>,
): (readonly [number, ClaimSegmentRow])[] {
  const generations = new Set(view.packs.map(({ row }) => row.generation));
  return [...held].filter(
    ([, { of, segment }]) => segment.version !== builder.version || (of !== 'own' && !generations.has(of)),
  );
}

/** Takes in a row of changes; whether there was one. */
async function takeOwn(
  database: StoreDatabase,
  held: Map<number, ClaimSegmentRow>,
  builder: SegmentBuilder,
): Promise<boolean> {
  const { claimSegments, claimChanges, claims, sources } = database;
  if ((await claimChanges.count()) === 0) return false;
  await database.transaction('rw', [claimSegments, claimChanges, claims, sources], async () => {
    // Another context was here first: what is held is of before.
    const keys = await claimSegments.toCollection().primaryKeys();
    if (keys.length !== held.size || keys.some((key) => !held.has(key))) return;
    const places = await claimChanges.orderBy('at').limit(mostRows).primaryKeys();
    const taken: number[] = [];
    const changed = new Set<ClaimId>();
    for (const [at, row] of (await claimChanges.bulkGet(places)).entries()) {
      // One that is broken names nothing, and goes as well.
      const ids = row?.ids ?? [];
      if (taken.length > 0 && changed.size + ids.length > idsInRow) break;
      taken.push(places[at] ?? 0);
      for (const id of ids) changed.add(asClaimId(id));
    }
    const rows = (await claims.bulkGet([...changed])).filter((row) => row !== undefined);
    const parts = chooseParts(held, changed, rows.length);
    const merged = builder.replace(
      parts.map(([, row]) => row.segment),
      changed,
      (await withSources(database, rows)).map(toClaimOfArticle),
    );
    await claimSegments.bulkDelete(parts.map(([key]) => key));
    if (merged.ids.length > 0) await claimSegments.add({ of: 'own', to: 0, segment: merged });
    await claimChanges.bulkDelete(taken);
  });
  await readSegments(database, held);
  return true;
}

/** Rows of changes looked at in one step: most hold the claims of a page. */
const mostRows = 50;

/** Segments that have one of the changed claims, and those so small that they go into the new one. */
function chooseParts(
  held: ReadonlyMap<number, ClaimSegmentRow>,
  changed: ReadonlySet<ClaimId>,
  fresh: number,
): (readonly [number, ClaimSegmentRow])[] {
  const own = [...held].filter(([, { of }]) => of === 'own');
  const chosen = own.filter(([, { segment }]) => segment.ids.some((id) => changed.has(id)));
  let size = chosen.reduce((sum, [, { segment }]) => sum + segment.ids.length, fresh);
  const others = own
    .filter((part) => !chosen.includes(part))
    .sort(([, a], [, b]) => a.segment.ids.length - b.segment.ids.length);
  for (const part of others) {
    const { length } = part[1].segment.ids;
    // Each claim is copied no more often than the whole doubles.
    if (length > size * 2 || size + length > largest) break;
    chosen.push(part);
    size += length;
  }
  return chosen;
}

/** Takes in the next claims of a pack that is not yet in segments; whether there was one. */
async function takePublished(
  database: StoreDatabase,
  held: Map<number, ClaimSegmentRow>,
  { view, builder }: Omit<Standing, 'held'>,
): Promise<boolean> {
  const next = findUntaken(held, view);
  if (next === null) return false;
  const { pack, from } = next;
  const { generation } = pack.row;
  const to = Math.min(pack.index.claims.count, from + idsInRow);
  const found = await readClaims(pack, from, to);
  const segment = builder.replace([], new Set(), found.map(toClaimOfArticle));
  const { claimSegments, packReviews } = database;
  await database.transaction('rw', claimSegments, packReviews, async () => {
    const others = await claimSegments.where('of').equals(generation).primaryKeys();
    if (!others.every((key) => held.has(key))) return;
    await claimSegments.add({ of: generation, to, segment });
    await packReviews.bulkPut(toPackReviews(found, generation));
  });
  await readSegments(database, held);
  return true;
}

/** The first pack with claims that are in no segment yet, and the first of these; null where all are. */
function findUntaken(
  held: ReadonlyMap<number, ClaimSegmentRow>,
  { packs }: StoreView,
): { readonly pack: OpenPack; readonly from: number } | null {
  for (const pack of packs) {
    const { generation } = pack.row;
    const from = [...held.values()].reduce((most, { of, to }) => (of === generation ? Math.max(most, to) : most), 0);
    if (from < pack.index.claims.count) return { pack, from };
  }
  return null;
}

async function readClaims(pack: OpenPack, from: number, to: number): Promise<ClaimWithReviews[]> {
  const ordinals = Array.from({ length: to - from }, (_, i) => from + i);
  return (await Promise.all(ordinals.map((ordinal) => pack.claimAt(ordinal)))).filter((found) => found !== null);
}

const articleOf = ({ url, id }: StoredClaimWithSource['source']): string => (url === null ? id : addressKey(url));
const toClaimOfArticle = (found: StoredClaimWithSource): ClaimOfArticle => ({
  ...found,
  article: articleOf(found.source),
});

/** The article of these addresses, as it was kept under any of them. */
async function findOwnArticles({ sources }: StoreDatabase, urls: readonly string[]): Promise<ReadonlySet<string>> {
  const keys = urls.map(addressKey);
  const kept = keys.length === 0 ? [] : await sources.where('addresses').anyOf(keys).toArray();
  return new Set([...keys, ...kept.map(articleOf)]);
}
