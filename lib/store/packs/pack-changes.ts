import type { ChangedPart, PackChanges } from '../../model/pack.ts';
import type { PackHead } from '../../pack/head.ts';
import { openIndex, type PackIndex } from '../../pack/index-part.ts';
import {
  type EntityRecord,
  entityShardName,
  placeInShard,
  shardOf,
  type Shard,
  shardSize,
  shardsFor,
  unpackShard,
} from '../../pack/shards.ts';
import { readDigests, rowsFor } from './boxes.ts';
import { readBytes } from './parts.ts';
import { createRecent } from './recent.ts';
import type { PackRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

/** Of each kind that is shown by name; the best known come first, as in the pack. */
const mostExamples = 30;
/** Rows that are read at once for what they say of their records: some megabytes. */
const shardsAtOnce = 128;

/** What an update brings, told from the numbers that were kept of each record; null where the old has none. */
export async function findChanges(
  database: StoreDatabase,
  installed: PackRow,
  head: PackHead,
): Promise<PackChanges | null> {
  const [before, after] = await Promise.all([
    openGeneration(database, installed.id, installed.generation),
    openGeneration(database, head.manifest.id, head.hash),
  ]);
  if (before === null || after === null) return null;
  const added: number[] = [];
  const changed: (readonly [before: number, after: number])[] = [];
  const left = new Uint8Array(before.index.entities.count).fill(1);
  for (let ordinal = 0; ordinal < after.index.entities.count; ordinal += 1) {
    const old = before.index.entities.ordinalOf(after.index.entities.idAt(ordinal));
    if (old === null) added.push(ordinal);
    else {
      left[old] = 0;
      if (before.digests[old] !== after.digests[ordinal]) changed.push([old, ordinal]);
    }
  }
  const removed: number[] = [];
  for (let ordinal = 0; ordinal < left.length; ordinal += 1) if (left[ordinal] === 1) removed.push(ordinal);
  const nameOf = async (generation: Generation, ordinal: number): Promise<string> =>
    (await generation.recordAt(ordinal))?.entity?.name ?? generation.index.entities.idAt(ordinal);
  return {
    fromVersion: installed.manifest.version,
    added: added.length,
    removed: removed.length,
    changed: changed.length,
    examples: {
      added: await Promise.all(added.slice(0, mostExamples).map((ordinal) => nameOf(after, ordinal))),
      removed: await Promise.all(removed.slice(0, mostExamples).map((ordinal) => nameOf(before, ordinal))),
      changed: await Promise.all(
        changed.slice(0, mostExamples).map(async ([old, ordinal]) => ({
          name: await nameOf(after, ordinal),
          what: compareRecords(await before.recordAt(old), await after.recordAt(ordinal)),
        })),
      ),
    },
  };
}

interface Generation {
  readonly index: PackIndex;
  /** By ordinal. */
  readonly digests: Uint32Array;
  recordAt(ordinal: number): Promise<EntityRecord | null>;
}

async function openGeneration(database: StoreDatabase, pack: string, generation: string): Promise<Generation | null> {
  const read = (name: string) => readBytes(database, pack, generation, name);
  const part = await read('index');
  const index = part === null ? null : openIndex(part.buffer);
  if (index?.ok !== true) return null;
  const { count } = index.value.entities;
  const digests = new Uint32Array(count);
  for (let shard = 0; shard < shardsFor(count); shard += shardsAtOnce) {
    const names = Array.from({ length: Math.min(shardsAtOnce, shardsFor(count) - shard) }, (_, i) =>
      entityShardName(shard + i),
    );
    const own = [...new Set(names.flatMap((name) => rowsFor(name)))];
    const rows = await database.packParts.bulkGet(own.map((name) => [pack, generation, name]));
    const found = new Map(rows.flatMap((row) => (row === undefined ? [] : [[row.name, row] as const])));
    for (const [i, kept] of (await readDigests(names, found)).entries()) {
      if (kept === null) return null;
      digests.set(kept, (shard + i) * shardSize);
    }
  }
  const shards = createRecent<Shard<EntityRecord> | null>(8);
  return {
    index: index.value,
    digests,
    async recordAt(ordinal) {
      const name = entityShardName(shardOf(ordinal));
      const shard = await shards.get(name, async () => {
        const bytes = await read(name);
        return bytes === null ? null : unpackShard<EntityRecord>(bytes);
      });
      return shard?.records[placeInShard(ordinal)] ?? null;
    },
  };
}

function compareRecords(before: EntityRecord | null, after: EntityRecord | null): ChangedPart[] {
  const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
  const parts: ChangedPart[] = [];
  if (before?.entity?.name !== after?.entity?.name) parts.push('name');
  if (before?.entity?.description !== after?.entity?.description) parts.push('description');
  if (!same(before?.entity?.aliases, after?.entity?.aliases)) parts.push('aliases');
  if (!same(before?.facts, after?.facts)) parts.push('facts');
  return parts.length === 0 ? ['other'] : parts;
}
