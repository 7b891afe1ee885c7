import type { StoredClaim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { EntityId } from '../model/ids.ts';
import type { Source } from '../model/source.ts';
import { decodeJson, encodeJson, gunzip, gzip } from './bytes.ts';

/**
 * Records a shard. Fewer cost bytes (each shard compresses by itself) and more cost time on a page, which needs a few
 * records from each; 256 entities are some 20 KB packed and decode in about 2 ms.
 */
export const shardSize = 256;

/** What a pack holds of one entity, all that a card or a link needs in one place. */
export interface EntityRecord {
  /** Null where another pack holds the entity itself. */
  readonly entity: Entity | null;
  /** Facts of which it is the subject. */
  readonly facts: readonly Fact[];
  /** Entities that facts join with it in either direction, its `context` included; the most prominent first. */
  readonly neighbours: readonly EntityId[];
  /** Ordinals of claims that it made or that are about it, latest first. */
  readonly claims: readonly number[];
}

export interface EntityShard {
  readonly records: readonly EntityRecord[];
  /** Every source that a fact of the shard names. */
  readonly sources: readonly Source[];
}

export interface ClaimShard {
  readonly claims: readonly StoredClaim[];
  readonly sources: readonly Source[];
}

export const entityShardName = (shard: number): string => `entities/${shard}`;
export const claimShardName = (shard: number): string => `claims/${shard}`;
/** The shard in which a record of this ordinal lies, and its place there. */
export const shardOf = (ordinal: number): number => Math.trunc(ordinal / shardSize);
export const placeInShard = (ordinal: number): number => ordinal % shardSize;

export const packShard = (shard: EntityShard | ClaimShard): Promise<Uint8Array<ArrayBuffer>> => gzip(encodeJson(shard));

/** Our own writing, verified by its hash when it was installed: its shape is not checked a second time. */
export const unpackShard = async <Shard extends EntityShard | ClaimShard>(packed: Blob): Promise<Shard> =>
  decodeJson(await gunzip(packed)) as Shard;
