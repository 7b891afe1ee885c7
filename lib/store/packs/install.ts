import type { InstallFailure } from '../../model/install-failure.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { type PackArchive, readArchive } from '../../pack/archive.ts';
import { toStoreFailure } from '../failures.ts';
import { countParts, type Installed, switchTo } from './generations.ts';
import { toStored } from './part-bytes.ts';
import { bytesAtOnce } from './parts.ts';
import type { PackRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

/** A pack that comes with the extension; the hash tells whether the store has this very content. */
export interface BuiltInPack {
  readonly id: string;
  readonly version: string;
  readonly hash: string;
}

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
  return installShipped(database, await read());
}

async function isPresent(database: StoreDatabase, { id, hash }: BuiltInPack): Promise<boolean> {
  return database.transaction('r', database.packs, database.packParts, async () => {
    const row = await database.packs.get(id);
    if (row === undefined || row.generation !== hash) return false;
    return (await countParts(database, row)) === row.parts;
  });
}

/**
 * Installs a pack that comes with the extension, in place of any other version of it: its hashes are checked, its
 * making is trusted. All others go through `importPack`.
 */
export async function installShipped(
  database: StoreDatabase,
  file: ArrayBuffer,
): Promise<Result<Installed, InstallFailure>> {
  const pack = await readArchive(new Uint8Array(file));
  if (!pack.ok) return pack;
  const { manifest, counts, hash, parts } = pack.value;
  const row: PackRow = {
    id: manifest.id,
    generation: hash,
    manifest,
    counts,
    parts: parts.length,
    bytes: parts.reduce((sum, { bytes }) => sum + bytes.byteLength, 0),
    key: null,
    origin: 'built-in',
    cameFrom: 'Sidelight',
    previous: null,
    changes: null,
    installedAt: Date.now(),
  };
  try {
    await writeParts(database, row, pack.value);
    return await switchTo(database, row, [parts[0]?.name ?? '', parts.at(-1)?.name ?? '']);
  } catch (error) {
    return failed(toStoreFailure(error));
  }
}

async function writeParts(database: StoreDatabase, row: PackRow, pack: PackArchive): Promise<void> {
  let from = 0;
  while (from < pack.parts.length) {
    let to = from;
    for (let size = 0; to < pack.parts.length && (to === from || size < bytesAtOnce); to += 1)
      size += pack.parts[to]?.bytes.byteLength ?? 0;
    const rows = pack.parts.slice(from, to).map(({ name, bytes }) => ({
      pack: row.id,
      generation: row.generation,
      name,
      bytes: toStored(bytes),
      digests: null,
    }));
    await database.transaction('rw', database.packParts, () => database.packParts.bulkPut(rows));
    from = to;
  }
}
