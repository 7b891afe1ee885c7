import type { Forgetting, RememberedPage, RememberedPages } from '../../model/memory.ts';
import { unreachable } from '../../model/result.ts';
import { addressKey } from '../article-urls.ts';
import { eraseTraces, traceTables } from './erase.ts';
import type { Change } from '../own-rows.ts';
import type { SourceRow } from '../rows.ts';
import { isOfSite } from './scope.ts';
import type { StoreDatabase } from '../schema.ts';

/** Rows taken away in one transaction: others wait no longer than some tens of milliseconds for their turn. */
const atOnce = 50;

/** Takes away pages that were read, with their claims and whom they name; answers how many. Safe to break off and repeat. */
export async function forget(database: StoreDatabase, what: Forgetting): Promise<number> {
  const ids = await findToForget(database, what);
  await forgetInHistory(database, ids);
  for (let at = 0; at < ids.length; at += atOnce) await forgetSources(database, ids.slice(at, at + atOnce));
  return ids.length;
}

/** Takes away what was last read before a moment (epoch milliseconds). */
export async function forgetBefore(database: StoreDatabase, moment: number): Promise<number> {
  // 0 stands for what was never read as a page: the sources of the reader's own facts.
  const ids = await database.sources.where('readAt').between(1, moment).primaryKeys();
  await forgetInHistory(database, ids);
  for (let at = 0; at < ids.length; at += atOnce) await forgetSources(database, ids.slice(at, at + atOnce));
  return ids.length;
}

async function findToForget({ sources }: StoreDatabase, what: Forgetting): Promise<string[]> {
  const read = sources.where('readAt').above(0);
  switch (what.kind) {
    case 'page':
      return sources
        .where('addresses')
        .anyOf(what.urls.map(addressKey))
        .distinct()
        .and(({ readAt }) => readAt > 0)
        .primaryKeys();
    case 'site':
      return read.and(({ addresses = [] }) => isOfSite(addresses, what.host)).primaryKeys();
    case 'span':
      return read
        .and(({ readAt, reading }) =>
          [readAt, reading?.firstReadAt ?? readAt].some((moment) => moment >= what.from && moment < what.to),
        )
        .primaryKeys();
    case 'all':
      return read.primaryKeys();
    default:
      return unreachable(what);
  }
}

/**
 * Takes the pages' claims and sightings out of the history, where the reader removed or moved one, or took them in from
 * a file. What else such an entry did stays and can still be undone; an entry whose words are the claim's goes.
 */
async function forgetInHistory(database: StoreDatabase, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { history, claims } = database;
  const pages = new Set<unknown>(ids);
  const isOfPage = ({ table, key, before, after }: Change): boolean =>
    table === 'sources'
      ? pages.has(key)
      : (table === 'claims' || table === 'sightings') &&
        [before, after].some((row) => pages.has(fieldOf(row, 'source')));
  await database.transaction('rw', [history, claims, ...traceTables(database)], async () => {
    const told = new Set<string>();
    await history
      .filter(({ changes }) => changes.some(isOfPage))
      .modify((entry, holder) => {
        const theirs = entry.changes.filter(isOfPage);
        const changes = entry.changes.filter((change) => !isOfPage(change));
        for (const { table, key } of theirs) if (table === 'claims') told.add(key);
        const isTold = theirs.some(({ before, after }) =>
          [before, after].some((row) => fieldOf(row, 'text') === entry.detail),
        );
        if (changes.length === 0 || isTold) Reflect.deleteProperty(holder, 'value');
        else holder.value = { ...entry, changes };
      });
    const there = new Set<string>(
      await claims
        .where('id')
        .anyOf([...told])
        .primaryKeys(),
    );
    await eraseTraces(
      database,
      'claims',
      [...told].filter((id) => !there.has(id)),
    );
  });
}

const fieldOf = (row: unknown, field: string): unknown =>
  typeof row === 'object' && row !== null ? Reflect.get(row, field) : undefined;

/** What the reader's own facts name stays, as a source and no more. */
async function forgetSources(database: StoreDatabase, ids: readonly string[]): Promise<void> {
  const { sources, claims, sightings, facts, reviews } = database;
  const tables = [sources, claims, sightings, facts, reviews, ...traceTables(database)];
  await database.transaction('rw', tables, async () => {
    const rows = await sources.bulkGet([...ids]);
    const pages = rows.flatMap((row) => row?.addresses ?? []);
    const reviewIds = await reviews.where('page').anyOf(pages).primaryKeys();
    const claimIds = await claims.where('source').anyOf(ids).primaryKeys();
    await reviews.bulkDelete(reviewIds);
    await claims.bulkDelete(claimIds);
    await sightings.where('source').anyOf(ids).delete();
    const wanted = new Set(ids);
    const using = await facts.filter(({ source }) => wanted.has(source)).toArray();
    const used = new Set<string>(using.map(({ source }) => source));
    const unused = ids.filter((id) => !used.has(id));
    await sources.bulkDelete(unused);
    for (const row of rows) {
      if (row === undefined || !used.has(row.id)) continue;
      const { reading: _, addresses: __, traits: ___, ...rest } = row;
      await sources.put({ ...rest, readAt: 0, contentHash: '' });
    }
    await eraseTraces(database, 'claims', claimIds);
    await eraseTraces(database, 'reviews', reviewIds);
    await eraseTraces(database, 'sources', unused);
  });
}

/** Pages that were kept, the last read first, from the `offset`th on. */
export async function listRemembered(
  { sources, claims }: StoreDatabase,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<RememberedPages> {
  const read = () => sources.where('readAt').above(0);
  const [total, rows] = await Promise.all([read().count(), read().reverse().offset(offset).limit(limit).toArray()]);
  const pages = await Promise.all(
    rows.map(async (row) => toPage(row, await claims.where('source').equals(row.id).count())),
  );
  return { pages, total };
}

/** The page as it was kept, under any of its addresses; null where it is not. */
export async function findRemembered(
  { sources, claims }: StoreDatabase,
  urls: readonly string[],
): Promise<RememberedPage | null> {
  const row = await sources
    .where('addresses')
    .anyOf(urls.map(addressKey))
    .and(({ readAt }) => readAt > 0)
    .first();
  return row === undefined ? null : toPage(row, await claims.where('source').equals(row.id).count());
}

const toPage = ({ url, title, publisher, readAt, reading }: SourceRow, claims: number): RememberedPage => ({
  url,
  title,
  publisher,
  firstReadAt: reading?.firstReadAt ?? readAt,
  readAt,
  claims,
});
