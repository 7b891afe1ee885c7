import type { Entity } from '../../model/entity.ts';
import type { ClaimId, EntityId } from '../../model/ids.ts';
import { decodeJson, sha256 } from '../../pack/bytes.ts';
import type { ListedPart } from '../../pack/head.ts';
import { compileIndex } from '../../pack/index-part.ts';
import { compileSearch } from '../../pack/search-part.ts';
import {
  type ClaimRecord,
  claimShardName,
  type EntityRecord,
  entityShardName,
  unpackShard,
} from '../../pack/shards.ts';
import { toStored } from './part-bytes.ts';
import { headerPart, readBytes } from './parts.ts';
import type { PackRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

/** Parts that hold nothing that the shards do not. */
type MadePart = 'index' | 'search';

/** Entities whose names are in memory together, about half a kilobyte each: of more the pack is added anew. */
const mostEntities = 300_000;

/**
 * Makes lost parts of an imported pack anew from its records. They count only where they are what the publisher signed,
 * byte for byte, which they are not where shards are lost too. Answers whether all of them are there again.
 */
export async function rebuildParts(
  database: StoreDatabase,
  row: PackRow,
  names: readonly MadePart[],
): Promise<boolean> {
  if (row.counts.entities > mostEntities) return false;
  const header = await readBytes(database, row.id, row.generation, headerPart);
  if (header === null) return false;
  // Our own row, checked when it was written.
  const { parts } = decodeJson(header) as { readonly parts: readonly ListedPart[] };
  const content = await readContent(database, row, parts);
  if (content === null) return false;
  const made = new Map<string, Uint8Array<ArrayBuffer>>();
  for (const name of names) {
    const bytes = new Uint8Array(name === 'index' ? compileIndex(content) : compileSearch(content.entities));
    if (parts.find((part) => part.name === name)?.sha256 !== (await sha256(bytes))) return false;
    made.set(name, bytes);
  }
  const { packs, packParts } = database;
  return database.transaction('rw', packs, packParts, async () => {
    if ((await packs.get(row.id))?.generation !== row.generation) return false;
    const { id: pack, generation } = row;
    await packParts.bulkPut(
      [...made].map(([name, bytes]) => ({ pack, generation, name, bytes: toStored(bytes), digests: null })),
    );
    return true;
  });
}

interface Content {
  readonly entities: readonly Entity[];
  readonly foreign: readonly EntityId[];
  readonly claims: readonly ClaimId[];
}

/** What the parts are made of, in the order of the ordinals; null where a shard is lost. */
async function readContent(
  database: StoreDatabase,
  row: PackRow,
  parts: readonly ListedPart[],
): Promise<Content | null> {
  const listed = new Set(parts.map(({ name }) => name));
  const entities: Entity[] = [];
  const claims: ClaimId[] = [];
  const named = new Set<EntityId>();
  const read = async <R extends EntityRecord | ClaimRecord>(name: string): Promise<readonly R[] | null> => {
    const bytes = await readBytes(database, row.id, row.generation, name).catch(() => null);
    return bytes === null ? null : (await unpackShard<R>(bytes)).records;
  };
  for (let shard = 0; listed.has(entityShardName(shard)); shard += 1) {
    const records = await read<EntityRecord>(entityShardName(shard));
    if (records === null) return null;
    for (const { entity, facts } of records) {
      if (entity !== null) entities.push(namesOf(entity));
      for (const { subject, value, of } of facts)
        for (const id of [subject, 'entity' in value ? value.entity : undefined, of])
          if (id !== undefined) named.add(id);
    }
  }
  for (let shard = 0; listed.has(claimShardName(shard)); shard += 1) {
    const records = await read<ClaimRecord>(claimShardName(shard));
    if (records === null) return null;
    for (const { claim } of records) {
      claims.push(claim.id);
      for (const id of [claim.speaker, ...claim.about]) if (id !== null) named.add(id);
    }
  }
  for (const { id } of entities) named.delete(id);
  return { entities, foreign: [...named].sort((a, b) => (a < b ? -1 : 1)), claims };
}

/** All that the parts have of it. */
const namesOf = ({ id, type, name, aliases, prominence }: Entity): Entity => ({
  id,
  type,
  name,
  aliases,
  description: '',
  ...(prominence === undefined ? {} : { prominence }),
});
