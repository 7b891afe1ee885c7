import type { StoredClaimWithSource } from '../../model/knowledge.ts';
import type { SourceId } from '../../model/ids.ts';
import type { Source } from '../../model/source.ts';
import { openIndex, type PackIndex } from '../../pack/index-part.ts';
import { openSearch, type PackSearch } from '../../pack/search-part.ts';
import {
  type ClaimRecord,
  claimShardName,
  type EntityRecord,
  entityShardName,
  openShard,
  type OpenShard,
  placeInShard,
  shardOf,
} from '../../pack/shards.ts';
import { findBytes, rowsFor } from './boxes.ts';
import { readRevision } from '../own-names.ts';
import { readStored } from './part-bytes.ts';
import { createRecent, type Recent } from './recent.ts';
import type { PackRow, PartRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';
import { readTogether } from './together.ts';

/** An installed pack, open for reading. */
export interface OpenPack {
  readonly row: PackRow;
  readonly index: PackIndex;
  /** What the pack holds of an entity, with the sources of its facts; null beyond the last ordinal. */
  recordAt(ordinal: number): Promise<RecordWithSources | null>;
  claimAt(ordinal: number): Promise<ClaimWithReviews | null>;
  /** Null where that part is lost. */
  search(): Promise<PackSearch | null>;
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
  read<T>(use: Use<T>): Promise<T>;
  /**
   * The same for what only reads: begins with what was there the last time, while the database is asked whether it still
   * is, and anew where it is not.
   */
  readAhead<T>(use: Use<T>): Promise<T>;
  /** Opens the index of what is about to be switched to: whoever reads next does not wait for its bytes. */
  openAhead(next: Generation): Promise<void>;
}

type Generation = Pick<PackRow, 'id' | 'generation'>;

type Use<T> = (packs: readonly OpenPack[], names: number) => Promise<T>;

/** A part that cannot be had: its pack was replaced a moment ago, or the disk has lost it. */
class PartGone extends Error {}

type AnyShard = OpenShard<EntityRecord & ClaimRecord>;

/** Shards kept, about 150 KB of text each: more than a page's figures lie in. */
const shardsKept = 64;
/** Packs whose search part is kept. */
const searchesKept = 4;
const indexesKept = 32;

type PartKey = [pack: string, generation: string, name: string];
type GetPart = (key: PartKey) => Promise<PartRow | undefined>;

export function createShelf(database: StoreDatabase): Shelf {
  const getPart: GetPart = readTogether((keys) => database.packParts.bulkGet([...keys]));
  const shards = createRecent<AnyShard>(shardsKept);
  const searches = createRecent<PackSearch>(searchesKept);
  const indexes = createRecent<PackIndex | null>(indexesKept);
  let seen: Seen | null = null;
  /** What was opened ahead; null once it is there. */
  let ahead: string | null = null;
  const getIndex = (of: Generation): Promise<PackIndex | null> =>
    indexes.get(of.generation, () => readIndex(getPart, of));
  /** An index of a million names is 45 MB: that of a version that was left goes with it, and so does what else it had. */
  const letGoOfOthers = (rows: readonly PackRow[]): void => {
    const wanted = new Set(rows.map(({ generation }) => generation));
    if (ahead !== null && wanted.has(ahead)) ahead = null;
    if (ahead !== null) wanted.add(ahead);
    for (const kept of [indexes, searches, shards]) kept.keepOnly((key) => wanted.has(key.split('/', 1)[0] ?? key));
  };
  const openAll = async (lost: Lost): Promise<Seen> => {
    const [rows, names] = await database.transaction('r', [database.packs, database.meta], () =>
      Promise.all([database.packs.toArray(), readRevision(database)]),
    );
    rows.sort((a, b) => originRank(a) - originRank(b) || (a.id < b.id ? -1 : 1));
    letGoOfOthers(rows);
    const packs = await Promise.all(
      rows.map(async (row) => {
        const index = await unlessLost(lost, () => getIndex(row));
        return index === null ? null : openPack({ getPart, row, index, shards, searches, lost });
      }),
    );
    seen = [packs.filter((pack) => pack !== null), names];
    return seen;
  };
  const orWithoutLost = async <T>(read: () => Promise<T>, use: Use<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (!(error instanceof PartGone)) throw error;
      return use(...(await openAll('pass over')));
    }
  };
  const read = <T>(use: Use<T>): Promise<T> => orWithoutLost(async () => use(...(await openAll('tell'))), use);
  return {
    read,
    async readAhead(use) {
      const before = seen;
      if (before === null) return read(use);
      const early = use(...before);
      // Where it was too early for it, its failure is nobody's.
      early.catch(() => undefined);
      return orWithoutLost(async () => {
        const now = await openAll('tell');
        return isSame(before, now) ? early : use(...now);
      }, use);
    },
    async openAhead(next) {
      ahead = next.generation;
      // One that could not be read is there again by now.
      if ((await getIndex(next)) !== null) return;
      indexes.keepOnly((generation) => generation !== next.generation);
      await getIndex(next);
    },
  };
}

/** The packs, and the revision of the reader's names. */
type Seen = readonly [packs: readonly OpenPack[], names: number];

const isSame = ([before, names]: Seen, [now, namesNow]: Seen): boolean =>
  names === namesNow &&
  before.length === now.length &&
  before.every(({ row }, at) => row.generation === now[at]?.row.generation);

/** What becomes of a part that cannot be had. */
type Lost = 'tell' | 'pass over';

async function unlessLost<T>(lost: Lost, read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (lost === 'pass over' && error instanceof PartGone) return null;
    throw error;
  }
}

const originRank = ({ origin }: PackRow): number => (origin === 'imported' ? 0 : 1);

async function readPart(getPart: GetPart, row: Generation, name: string): Promise<Uint8Array<ArrayBuffer>> {
  const rows = await Promise.all(rowsFor(name).map((own) => getPart([row.id, row.generation, own])));
  const bytes = findBytes(name, rows);
  if (bytes === null) throw new PartGone(`${row.id} has no part ${name}`);
  try {
    return await readStored(bytes);
  } catch (error) {
    // Large parts are files of their own, which can go where the database stays.
    throw new PartGone(`${row.id}, ${name}: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Null where it is damaged, or of a form that this version does not read: the other packs answer without it. */
async function readIndex(getPart: GetPart, row: Generation): Promise<PackIndex | null> {
  const index = openIndex((await readPart(getPart, row, 'index')).buffer);
  return index.ok ? index.value : null;
}

interface PackParts {
  readonly getPart: GetPart;
  readonly row: PackRow;
  readonly index: PackIndex;
  readonly shards: Recent<AnyShard>;
  readonly searches: Recent<PackSearch>;
  readonly lost: Lost;
}

function openPack({ getPart, row, index, shards, searches, lost }: PackParts): OpenPack {
  const shardNamed = (name: string): Promise<AnyShard | null> =>
    unlessLost(lost, () =>
      shards.get(`${row.generation}/${name}`, async () =>
        openShard<EntityRecord & ClaimRecord>(await readPart(getPart, row, name)),
      ),
    );
  return {
    row,
    index,
    async recordAt(ordinal) {
      if (ordinal >= index.entities.count) return null;
      const shard = await shardNamed(entityShardName(shardOf(ordinal)));
      const record = shard?.recordAt(placeInShard(ordinal));
      return shard === null || record === undefined ? null : { record, sources: shard.sources() };
    },
    async claimAt(ordinal) {
      if (ordinal >= index.claims.count) return null;
      const shard = await shardNamed(claimShardName(shardOf(ordinal)));
      if (shard === null) return null;
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
      unlessLost(lost, () =>
        searches.get(row.generation, async () => {
          const search = openSearch((await readPart(getPart, row, 'search')).buffer);
          if (search.ok) return search.value;
          throw new PartGone(`the search part of ${row.id} ${search.failure}`);
        }),
      ),
  };
}
