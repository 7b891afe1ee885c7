import type { LostPart } from '../../model/pack.ts';
import { openIndex } from '../../pack/index-part.ts';
import { openSearch } from '../../pack/search-part.ts';
import { isBox } from './boxes.ts';
import { isThere, readStored } from './part-bytes.ts';
import { readBytes } from './parts.ts';
import type { PackRow, PartRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

const openers = { index: openIndex, search: openSearch } as const;

/**
 * What of a pack the disk has lost. Large parts are files of their own, which can go where the database stays; of those
 * with several shards only the end is read, for to read all takes as long as the pack is large.
 */
export async function findLost(
  database: StoreDatabase,
  { id, generation, parts }: PackRow,
): Promise<readonly LostPart[]> {
  const keys = await database.packParts.where('[pack+generation]').equals([id, generation]).primaryKeys();
  const lost: LostPart[] = [];
  for (const name of ['index', 'search'] as const) {
    const bytes = await readBytes(database, id, generation, name).catch(() => null);
    if (bytes === null || !openers[name](bytes.buffer).ok) lost.push(name);
  }
  const names = new Set(keys.map(([, , name]) => name));
  const gone = ['index', 'search'].filter((name) => !names.has(name));
  const boxes = await database.packParts.bulkGet(keys.filter(([, , name]) => isBox(name)));
  const areThere = await Promise.all(boxes.map((row) => row !== undefined && hasEnd(row)));
  if (names.size + gone.length < parts || areThere.includes(false)) lost.push('entries');
  return lost;
}

const hasEnd = async ({ bytes }: PartRow): Promise<boolean> =>
  bytes instanceof Blob
    ? readStored(bytes.slice(-1)).then(
        (end) => end.length > 0,
        () => false,
      )
    : isThere(bytes);
