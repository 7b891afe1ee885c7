import { failed, ok, type Result } from '../model/result.ts';
import { readArchive, type VerifiedPack } from '../pack/archive.ts';
import { type InstallFailure, toStoreFailure } from './failures.ts';
import type { PackRow } from './rows.ts';
import type { StoreDatabase } from './schema.ts';

/** A pack that comes with the extension; the hash tells whether the store has this very content. */
export interface BuiltInPack {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

export type Installed = 'installed' | 'present';

/** Bytes written in one transaction: other contexts wait no longer than some tens of milliseconds for their turn. */
const bytesAtOnce = 4_000_000;

/**
 * Sees to it that the store holds this built-in pack. Safe in several contexts at once and after a kill at any moment:
 * the generation is named by its content, written beside the old one, and counts only when the pointer is switched.
 */
export async function ensureBuiltIn(
  database: StoreDatabase,
  pack: BuiltInPack,
  read: () => Promise<ArrayBuffer>,
): Promise<Result<Installed, InstallFailure>> {
  try {
    if (await isPresent(database, pack)) return ok('present');
  } catch (error) {
    return failed(toStoreFailure(error));
  }
  return installPack(database, await read(), 'built-in');
}

async function isPresent(database: StoreDatabase, { id, hash }: BuiltInPack): Promise<boolean> {
  return database.transaction('r', database.packs, database.packParts, async () => {
    const row = await database.packs.get(id);
    if (row === undefined || row.generation !== hash) return false;
    return (await countParts(database, row)) === row.parts;
  });
}

const countParts = (database: StoreDatabase, row: Pick<PackRow, 'id' | 'generation'>): PromiseLike<number> =>
  database.packParts.where('[pack+generation]').equals([row.id, row.generation]).count();

/** Verifies a compiled pack, writes it beside what is there, switches to it and drops the generation before. */
export async function installPack(
  database: StoreDatabase,
  file: ArrayBuffer,
  origin: PackRow['origin'],
): Promise<Result<Installed, InstallFailure>> {
  const pack = await readArchive(new Uint8Array(file));
  if (!pack.ok) return pack;
  const row: PackRow = {
    id: pack.value.manifest.id,
    generation: pack.value.hash,
    manifest: pack.value.manifest,
    counts: pack.value.counts,
    parts: pack.value.parts.length,
    origin,
    installedAt: Date.now(),
  };
  try {
    await writeParts(database, row, pack.value);
    return (await switchTo(database, row)) ? ok('installed') : failed({ code: 'InstallOvertaken', pack: row.id });
  } catch (error) {
    return failed(toStoreFailure(error));
  }
}

async function writeParts(database: StoreDatabase, row: PackRow, pack: VerifiedPack): Promise<void> {
  let from = 0;
  while (from < pack.parts.length) {
    let to = from;
    for (let size = 0; to < pack.parts.length && (to === from || size < bytesAtOnce); to += 1)
      size += pack.parts[to]?.bytes.byteLength ?? 0;
    const rows = pack.parts
      .slice(from, to)
      .map(({ name, bytes }) => ({ pack: row.id, generation: row.generation, name, bytes: new Blob([bytes]) }));
    await database.transaction('rw', database.packParts, () => database.packParts.bulkPut(rows));
    from = to;
  }
}

/** One transaction: the pointer, and the end of every other generation. False where parts are missing by now. */
async function switchTo(database: StoreDatabase, row: PackRow): Promise<boolean> {
  return database.transaction('rw', database.packs, database.packParts, async () => {
    // Another context that switched to another version has cleared this one's parts away.
    if ((await countParts(database, row)) !== row.parts) return false;
    await database.packs.put(row);
    await database.packParts
      .where('pack')
      .equals(row.id)
      .and(({ generation }) => generation !== row.generation)
      .delete();
    return true;
  });
}

/** Takes a pack and all its parts away, in one transaction. */
export async function removePack(database: StoreDatabase, id: string): Promise<void> {
  await database.transaction('rw', database.packs, database.packParts, async () => {
    await database.packs.delete(id);
    await database.packParts.where('pack').equals(id).delete();
  });
}
