import type { PackContent } from '../model/pack.ts';
import { arrange } from './arrange.ts';
import { writeArchive } from './archive.ts';
import { compileIndex } from './index-part.ts';
import { compileSearch } from './search-part.ts';
import { claimShardName, entityShardName, packShard } from './shards.ts';
import type { SigningKey } from './signature.ts';

/** A checked pack as one file, ready to be installed; the same content gives the same parts. Unsigned without a key. */
export async function compilePack(
  content: PackContent,
  key: SigningKey | null = null,
): Promise<Uint8Array<ArrayBuffer>> {
  const arranged = arrange(content);
  const { entities, foreign, claims } = arranged;
  const index = compileIndex({ entities, foreign, claims: claims.map(({ id }) => id) });
  const entityParts = arranged.entityShards.map(async (shard, i) => ({
    name: entityShardName(i),
    bytes: await packShard(shard),
  }));
  const claimParts = arranged.claimShards.map(async (shard, i) => ({
    name: claimShardName(i),
    bytes: await packShard(shard),
  }));
  const pack = {
    manifest: content.manifest,
    counts: {
      entities: entities.length,
      aliases: entities.reduce((sum, { aliases }) => sum + aliases.length, entities.length),
      facts: content.facts.length,
      claims: claims.length,
      reviews: content.reviews.length,
      sources: content.sources.length,
    },
    parts: [
      { name: 'index', bytes: new Uint8Array(index) },
      { name: 'search', bytes: new Uint8Array(compileSearch(entities)) },
      ...(await Promise.all([...entityParts, ...claimParts])),
    ],
  };
  return writeArchive(pack, key);
}
