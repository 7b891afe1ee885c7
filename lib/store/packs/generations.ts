import { type Collection, Dexie, type IndexableType } from 'dexie';
import { failed, ok, type Result } from '../../model/result.ts';
import type { PackFailure, StoreFailure } from '../../model/install-failure.ts';
import type { ImportRow, PackGeneration, PackRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';
import { faultOfVersion } from './trust.ts';

type PartKey = [pack: string, generation: string, name: string];

export type Installed = 'installed' | 'present';

export const countParts = (database: StoreDatabase, row: Pick<PackRow, 'id' | 'generation'>): PromiseLike<number> =>
  database.packParts.where('[pack+generation]').equals([row.id, row.generation]).count();

/** By their own keys, in one range: the way over an index takes each row by itself, and ten times as long. */
const partsOf = (database: StoreDatabase, pack: string, generation: IndexableType | null): Collection =>
  database.packParts
    .where('[pack+generation+name]')
    .between(
      [pack, generation ?? Dexie.minKey, Dexie.minKey],
      [pack, generation ?? Dexie.maxKey, Dexie.maxKey],
      true,
      true,
    );

/**
 * Ends every generation of the pack but these. Goes from one to the next by a key each: a look at the keys of every part
 * keeps whoever reads the packs waiting for a tenth of a second.
 */
async function deleteOthers(database: StoreDatabase, pack: string, kept: readonly string[]): Promise<void> {
  const { packParts } = database;
  let at: IndexableType = Dexie.minKey;
  for (;;) {
    const behind = packParts.where('[pack+generation]').between([pack, at], [pack, Dexie.maxKey], false);
    const [key] = (await behind.limit(1).keys()) as unknown as readonly (readonly [string, string])[];
    if (key === undefined) return;
    if (!kept.includes(key[1])) await partsOf(database, ...key).delete();
    at = key[1];
  }
}

/**
 * One transaction: the pointer, and the end of every generation but this and the one before. `ends` are the parts that
 * were written first and last: parts are written in one order and deleted together, so that with these two all are there.
 */
export function switchTo(
  database: StoreDatabase,
  row: PackRow,
  ends: readonly [first: string, last: string],
): Promise<Result<Installed, StoreFailure | PackFailure>> {
  const { packs, packParts, imports, publishers } = database;
  return database.transaction('rw', [packs, packParts, imports, publishers], async () => {
    // Another context that switched to another version has cleared this one's parts away.
    const keys = ends.map((name): PartKey => [row.id, row.generation, name]);
    if ((await packParts.where('[pack+generation+name]').anyOf(keys).count()) !== keys.length)
      return failed({ code: 'InstallOvertaken', pack: row.id } as const);
    const present = await packs.get(row.id);
    const fault =
      row.origin === 'imported' ? faultOfVersion({ manifest: row.manifest, hash: row.generation }, present) : null;
    if (fault !== null) return failed(fault);
    await packs.put(row);
    await imports.delete(row.id);
    if (row.key !== null && (await publishers.get(row.key)) === undefined)
      await publishers.put({ key: row.key, name: row.manifest.publisher, acceptedAt: row.installedAt });
    await deleteOthers(database, row.id, [row.generation, row.previous?.generation ?? '']);
    return ok('installed' as const);
  });
}

/** What an import that will not go on has written. */
export async function dropParts(database: StoreDatabase, { pack, generation }: ImportRow): Promise<void> {
  const { packs, packParts, imports } = database;
  await database.transaction('rw', packs, packParts, imports, async () => {
    await imports.delete(pack);
    const row = await packs.get(pack);
    if (row?.generation === generation || row?.previous?.generation === generation) return;
    await partsOf(database, pack, generation).delete();
  });
}

/** Takes a pack and all its parts away, in one transaction; also what an import of it has written so far. */
export async function removePack(database: StoreDatabase, id: string): Promise<void> {
  const { packs, packParts, imports, subscriptions, publishers } = database;
  await database.transaction('rw', [packs, packParts, imports, subscriptions, publishers], async () => {
    const key = (await packs.get(id))?.key ?? null;
    await packs.delete(id);
    await imports.delete(id);
    await subscriptions.delete(id);
    await partsOf(database, id, null).delete();
    // A publisher of whom nothing is left is a stranger again.
    if (key !== null && (await packs.filter((row) => row.key === key).count()) === 0) await publishers.delete(key);
  });
}

/** Back to the version before; the version that is left is not fetched again. False where there is none before. */
export async function rollBack(
  database: StoreDatabase,
  id: string,
  beforeSwitch: (next: Pick<PackRow, 'id' | 'generation'>) => Promise<unknown>,
): Promise<boolean> {
  const { packs, packParts, subscriptions } = database;
  const now = await packs.get(id);
  const generation = now?.previous?.generation;
  if (now !== undefined && generation !== undefined)
    await beforeSwitch({ id: now.id, generation }).catch(() => undefined);
  return database.transaction('rw', packs, packParts, subscriptions, async () => {
    const row = await packs.get(id);
    const before: PackGeneration | null = row?.previous ?? null;
    if (row === undefined || before === null) return false;
    await packs.put({ ...row, ...before, previous: null, changes: null });
    await subscriptions.update(id, { heldBack: row.manifest.version });
    await deleteOthers(database, id, [before.generation]);
    return true;
  });
}
