import type { StoredClaimWithSource } from '../model/knowledge.ts';
import type { SourceId } from '../model/ids.ts';
import type { Source } from '../model/source.ts';
import { openIndex, type PackIndex } from '../pack/index-part.ts';
import { openSearch, type PackSearch } from '../pack/search-part.ts';
import {
  type ClaimRecord,
  claimShardName,
  type EntityRecord,
  entityShardName,
  openShard,
  type OpenShard,
  placeInShard,
  shardOf,
} from '../pack/shards.ts';
import { StoreError } from './failures.ts';
import { readRevision } from './own-names.ts';
import { readStored } from './part-bytes.ts';
import { createRecent, type Recent } from './recent.ts';
import type { PackRow } from './rows.ts';
import type { StoreDatabase } from './schema.ts';

/** An installed pack, open for reading. */
export interface OpenPack {
  readonly row: PackRow;
  readonly index: PackIndex;
  /** What the pack holds of an entity, with the sources of its facts; null beyond the last ordinal. */
  recordAt(ordinal: number): Promise<RecordWithSources | null>;
  claimAt(ordinal: number): Promise<ClaimWithReviews | null>;
  search(): Promise<PackSearch>;
}

/** A fact-checker's review of a claim, in its own words. */
export interface ReviewWithSource {
  readonly rating: string;
  readonly source: Source;
}

export interface ClaimWithReviews extends StoredClaimWithSource {
  readonly reviews: readonly ReviewWithSource[];
}

export interface RecordWithSources {
  readonly record: EntityRecord;
  readonly sources: ReadonlyMap<SourceId, Source>;
}

/** The installed packs. Only indexes and a few shards are kept in memory, and each of them can be read again. */
export interface Shelf {
  /**
   * Calls `use` with every pack as the database has it now: what the reader imported first, then what is built in; and
   * with the revision of the reader's names, read in the same transaction. Once more from the start where a pack was
   * replaced meanwhile.
   */
  read<T>(use: (packs: readonly OpenPack[], names: number) => Promise<T>): Promise<T>;
}

/** A part that was there a moment ago: its pack was replaced. */
class PartGone extends Error {}

type AnyShard = OpenShard<EntityRecord & ClaimRecord>;

/** Shards kept, about 150 KB of text each: more than a page's figures lie in. */
const shardsKept = 64;
/** Packs whose search part is kept. */
const searchesKept = 4;
const indexesKept = 32;

export function createShelf(database: StoreDatabase): Shelf {
  const shards = createRecent<AnyShard>(shardsKept);
  const searches = createRecent<PackSearch>(searchesKept);
  const indexes = createRecent<PackIndex | null>(indexesKept);
  const openAll = async (): Promise<readonly [OpenPack[], number]> => {
    const [rows, names] = await database.transaction('r', [database.packs, database.meta], () =>
      Promise.all([database.packs.toArray(), readRevision(database)]),
    );
    rows.sort((a, b) => originRank(a) - originRank(b) || (a.id < b.id ? -1 : 1));
    const packs = await Promise.all(
      rows.map(async (row) => {
        const index = await indexes.get(row.generation, () => readIndex(database, row));
        return index === null ? null : openPack({ database, row, index, shards, searches });
      }),
    );
    return [packs.filter((pack) => pack !== null), names];
  };
  return {
    async read(use) {
      try {
        return await use(...(await openAll()));
      } catch (error) {
        if (!(error instanceof PartGone)) throw error;
        try {
          return await use(...(await openAll()));
        } catch (again) {
          if (!(again instanceof PartGone)) throw again;
          throw new StoreError({ code: 'StoreUnavailable', detail: again.message });
        }
      }
    },
  };
}

const originRank = ({ origin }: PackRow): number => (origin === 'imported' ? 0 : 1);

async function readPart(database: StoreDatabase, row: PackRow, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const part = await database.packParts.get([row.id, row.generation, name]);
  if (part === undefined) throw new PartGone(`${row.id} has no part ${name}`);
  return readStored(part.bytes);
}

/** Null where it is damaged, or of a form that this version does not read: the other packs answer without it. */
async function readIndex(database: StoreDatabase, row: PackRow): Promise<PackIndex | null> {
  const index = openIndex((await readPart(database, row, 'index')).buffer);
  return index.ok ? index.value : null;
}

interface PackParts {
  readonly database: StoreDatabase;
  readonly row: PackRow;
  readonly index: PackIndex;
  readonly shards: Recent<AnyShard>;
  readonly searches: Recent<PackSearch>;
}

function openPack({ database, row, index, shards, searches }: PackParts): OpenPack {
  const shardNamed = (name: string): Promise<AnyShard> =>
    shards.get(`${row.generation}/${name}`, async () =>
      openShard<EntityRecord & ClaimRecord>(await readPart(database, row, name)),
    );
  return {
    row,
    index,
    async recordAt(ordinal) {
      if (ordinal >= index.entities.count) return null;
      const shard = await shardNamed(entityShardName(shardOf(ordinal)));
      const record = shard.recordAt(placeInShard(ordinal));
      return record === undefined ? null : { record, sources: shard.sources() };
    },
    async claimAt(ordinal) {
      if (ordinal >= index.claims.count) return null;
      const shard = await shardNamed(claimShardName(shardOf(ordinal)));
      const record = shard.recordAt(placeInShard(ordinal));
      const sources = shard.sources();
      const source = record === undefined ? undefined : sources.get(record.claim.source);
      if (record === undefined || source === undefined) return null;
      const reviews = record.reviews.flatMap((review) => {
        const published = sources.get(review.source);
        return published === undefined ? [] : [{ rating: review.rating, source: published }];
      });
      return { claim: record.claim, source, reviews };
    },
    search: () =>
      searches.get(row.generation, async () => {
        const search = openSearch((await readPart(database, row, 'search')).buffer);
        if (search.ok) return search.value;
        throw new StoreError({ code: 'StoreUnavailable', detail: `the search part of ${row.id} ${search.failure}` });
      }),
  };
}
