import type { Usage } from '../model/exchange.ts';
import { exportedTables } from './exchange/export.ts';
import { eraseTraces, traceTables } from './memory/erase.ts';
import type { StoreDatabase } from './schema.ts';
import { applying } from './sync/apply.ts';

/** When this database was made; made now where it has no such mark, which is where it is new or was emptied. */
export async function findBirth(
  database: StoreDatabase,
  now: number,
): Promise<{ readonly madeAt: number; readonly isNew: boolean }> {
  return database.transaction('rw', database.meta, async () => {
    const row = await database.meta.get('made-at');
    if (row !== undefined) return { madeAt: row.value, isNew: false };
    await database.meta.put({ key: 'made-at', value: now });
    return { madeAt: now, isNew: true };
  });
}

/** Reads the first and the last row of every table; answers what cannot be read, or null where all can. */
export async function findDamage(database: StoreDatabase): Promise<string | null> {
  for (const table of exportedTables) {
    try {
      const rows = database.table(table);
      await Promise.all([rows.count(), rows.toCollection().first(), rows.toCollection().last()]);
    } catch (error) {
      return `${table}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }
  return null;
}

/** Rows of the reader's own, all tables together. */
export async function countOwn(database: StoreDatabase): Promise<number> {
  const counts = await Promise.all(exportedTables.map((table) => database.table(table).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** How much lies where, to tell what could be freed. */
export async function measureUsage(database: StoreDatabase): Promise<Usage> {
  const tables = await Promise.all(
    exportedTables.map(async (table) => ({ table, rows: await database.table(table).count() })),
  );
  let bytes = 0;
  let count = 0;
  await database.images.each(({ bytes: blob }) => {
    bytes += blob.size;
    count += 1;
  });
  return { tables, pictures: { count, bytes }, history: await database.history.count() };
}

export type Freeing = { readonly kind: 'pictures' } | { readonly kind: 'history'; readonly before: number };

/**
 * Gives room back: on this device the pictures of look-ups, which no other loses and which do not come back by themselves,
 * or entries of the history older than a moment (they cannot be undone then).
 */
export async function freeRoom(database: StoreDatabase, what: Freeing): Promise<void> {
  if (what.kind === 'pictures') return dropPictures(database);
  await database.history.where('at').below(what.before).delete();
  await forgetPictures(database);
}

const dropPictures = (database: StoreDatabase): Promise<void> =>
  applying(database, async () => {
    await database.images.clear();
    await database.syncPictures.clear();
  });

/** Takes away, on all devices, what an undo could have shown again: pictures of entries that were deleted for good. */
function forgetPictures(database: StoreDatabase): Promise<void> {
  const { images, entities, history, syncPictures } = database;
  return database.transaction('rw', [images, entities, history, syncPictures, ...traceTables(database)], async () => {
    const ids = await images.toCollection().primaryKeys();
    const rows = await entities.bulkGet(ids);
    const shown = await Promise.all(
      ids.map(async (id, at) => rows[at] !== undefined || (await history.where('subjects').equals(id).count()) > 0),
    );
    const gone = ids.filter((_, at) => shown[at] === false);
    await images.bulkDelete(gone);
    await syncPictures.bulkDelete(gone);
    await eraseTraces(database, 'images', gone);
  });
}
