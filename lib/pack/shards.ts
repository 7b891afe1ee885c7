import type { StoredClaim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { EntityId, SourceId } from '../model/ids.ts';
import type { PackReview } from '../model/pack.ts';
import type { Source } from '../model/source.ts';
import { letGo } from '../model/byte-streams.ts';
import { decodeText, gunzip, gzip } from './bytes.ts';

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

export interface ClaimRecord {
  readonly claim: StoredClaim;
  /** What fact-checkers published on it. */
  readonly reviews: readonly PackReview[];
}

/** Records in the order of their ordinals, with every source that they name. */
export interface Shard<Record extends EntityRecord | ClaimRecord> {
  readonly sources: readonly Source[];
  readonly records: readonly Record[];
}

export const entityShardName = (shard: number): string => `entities/${shard}`;
export const claimShardName = (shard: number): string => `claims/${shard}`;
/** The shard in which a record of this ordinal lies, and its place there. */
export const shardOf = (ordinal: number): number => Math.trunc(ordinal / shardSize);
export const placeInShard = (ordinal: number): number => ordinal % shardSize;
/** How many shards hold so many records. */
export const shardsFor = (records: number): number => Math.ceil(records / shardSize);

/** JSON Lines, gzipped: the sources first, then a record a line. */
export async function packShard(shard: Shard<EntityRecord | ClaimRecord>): Promise<Uint8Array<ArrayBuffer>> {
  const lines = [{ sources: shard.sources }, ...shard.records].map((line) => `${JSON.stringify(line)}\n`);
  const text = new TextEncoder().encode(lines.join(''));
  const packed = await gzip(text);
  letGo(text);
  return packed;
}

/** A shard of which only what is asked for is parsed: a page needs a few records from each. */
export interface OpenShard<Record extends EntityRecord | ClaimRecord> {
  readonly sources: () => ReadonlyMap<SourceId, Source>;
  readonly recordAt: (place: number) => Record | undefined;
}

/** Checked when it was installed: its shape is not checked a second time. */
export async function openShard<Record extends EntityRecord | ClaimRecord>(
  packed: Uint8Array<ArrayBuffer>,
): Promise<OpenShard<Record>> {
  const text = decodeText(await gunzip(packed)).trimEnd();
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineAt = (line: number): string => text.slice(starts[line], (starts[line + 1] ?? text.length + 1) - 1);
  const records: (Record | undefined)[] = [];
  let sources: ReadonlyMap<SourceId, Source> | null = null;
  return {
    sources: () => {
      const head = (): Pick<Shard<Record>, 'sources'> => JSON.parse(lineAt(0)) as Pick<Shard<Record>, 'sources'>;
      sources ??= new Map(head().sources.map((source) => [source.id, source]));
      return sources;
    },
    recordAt: (place) => {
      if (place + 1 >= starts.length) return undefined;
      records[place] ??= JSON.parse(lineAt(place + 1)) as Record;
      return records[place];
    },
  };
}

/** All of it. Checked when it was installed: its shape is not checked a second time. */
export async function unpackShard<Record extends EntityRecord | ClaimRecord>(
  packed: Uint8Array<ArrayBuffer>,
): Promise<Shard<Record>> {
  const text = decodeText(await gunzip(packed)).trimEnd();
  // No line break stands inside a JSON text, so that one parse does for all lines.
  const [head, ...records] = JSON.parse(`[${text.replaceAll('\n', ',')}]`) as [
    Pick<Shard<Record>, 'sources'>,
    ...Record[],
  ];
  return { sources: head.sources, records };
}
