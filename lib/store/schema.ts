import { Dexie, type Table } from 'dexie';
import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { AssertionRow, ChoiceRow, HistoryRow, ImageRow, TombstoneRow } from './own-rows.ts';
import type { ReviewFeed } from '../model/review.ts';
import type { PackReviewRow, ReviewRow } from './review-rows.ts';
import { addressKey } from './article-urls.ts';
import { type ClaimChangeRow, type ClaimSegmentRow, toChangeRows } from './claim-changes.ts';
import { noteClaims } from './note-claims.ts';
import {
  type ClaimRow,
  gistOf,
  type ImportRow,
  type MetaRow,
  type NoteRow,
  type Overlay,
  type PackRow,
  type PartRow,
  type PublisherRow,
  type SightingRow,
  type SourceRow,
  type SubscriptionRow,
} from './rows.ts';
import { isSoundRow, readSoundRows } from './sound-rows.ts';
import { adoptRows } from './sync/adopt.ts';
import { readArrivals } from './sync/arrivals.ts';
import type {
  DecisionRow,
  SyncArrivalRow,
  SyncMetaRow,
  SyncOfferRow,
  SyncPictureRow,
  SyncReceiptRow,
  SyncRecordRow,
  SyncStoreRow,
} from './sync/rows.ts';
import { moveLinks } from './sync/move-links.ts';
import { notePictures } from './sync/note-pictures.ts';
import { keepStatesAsText } from './sync/state-text.ts';
import { trackWrites } from './sync/track.ts';

/** One step of the schema. A step that was released never changes; what changes is a further step. */
export interface SchemaVersion {
  readonly version: number;
  /** Indexes of each table that is new or indexed differently, in Dexie's notation; null takes a table away. */
  readonly tables: Readonly<Record<string, string | null>>;
  /** Brings rows of the version before into their new form. */
  readonly upgrade?: (transaction: Parameters<UpgradeOf>[0]) => PromiseLike<unknown> | void;
}

type UpgradeOf = Parameters<ReturnType<Dexie['version']>['upgrade']>[0];

export const schemaVersions: readonly SchemaVersion[] = [
  {
    version: 1,
    tables: {
      entities: 'id',
      facts: 'id, subject',
      claims: 'id, source, spoken, *by',
      sources: 'id, url, readAt',
      notes: 'id, subject',
      overlays: 'id',
      sightings: 'id, source, met',
      packs: 'id',
      packParts: '[pack+generation+name], pack, [pack+generation]',
      meta: 'key',
    },
  },
  {
    // Corrections: what is one thing and what is not, what a name means in an article, what was removed, by whom.
    version: 2,
    tables: {
      assertions: 'id, a, b',
      choices: 'id, url',
      tombstones: 'id',
      images: 'id',
      history: 'id, at, *subjects',
    },
  },
  {
    version: 3,
    tables: { imports: 'pack', publishers: 'key, name', subscriptions: 'pack' },
    // Packs of the first form all came with the extension, which installs them again in the new one.
    upgrade: async (transaction) => {
      await transaction.table('packs').clear();
      await transaction.table('packParts').clear();
    },
  },
  {
    // Where the same was met: addresses and traits of articles, the words of claims.
    version: 4,
    tables: {
      claims: 'id, source, spoken, *by, gist',
      sources: 'id, url, readAt, *addresses, *traits',
    },
    upgrade: async (transaction) => {
      await transaction
        .table<SourceRow>('sources')
        .toCollection()
        .modify((row) => {
          if (row.readAt > 0 && typeof row.url === 'string') Object.assign(row, { addresses: [addressKey(row.url)] });
        });
      await transaction
        .table<ClaimRow>('claims')
        .toCollection()
        .modify((row) => void (isSoundRow('claims', row) && Object.assign(row, { gist: gistOf(row.text) })));
    },
  },
  {
    version: 5,
    tables: { reviews: 'id, page, feed, *terms, *appearances', reviewFeeds: 'id' },
  },
  {
    // A state beside each of the reader's records, from which devices merge.
    version: 6,
    tables: {
      syncRecords: '[table+id], edit, asks, held',
      syncLinks: '[store+table+id], store',
      syncStores: 'id',
      syncMeta: 'key',
      syncDecisions: 'id, at',
    },
    upgrade: adoptRows,
  },
  {
    // What claims are found by, made from them in steps: here it is only noted which there are.
    version: 7,
    tables: { claimSegments: '++id, of', claimChanges: '++at' },
    upgrade: async (transaction) => {
      const ids = await transaction.table<ClaimRow, string>('claims').toCollection().primaryKeys();
      await transaction.table('claimChanges').bulkAdd(toChangeRows(ids));
    },
  },
  {
    // Reviews that packs publish, by their words; segments of packs are made anew, and these with them.
    version: 8,
    tables: { packReviews: 'id, of, *terms, *appearances' },
    upgrade: async (transaction) => {
      await transaction.table('claimSegments').where('of').notEqual('own').delete();
    },
  },
  {
    // Why an import or a check failed is kept as what it is, no longer as words of one language.
    version: 9,
    tables: {},
    upgrade: async (transaction) => {
      for (const name of ['imports', 'subscriptions'])
        await transaction.table(name).toCollection().modify({ trouble: null });
    },
  },
  {
    // What remote stores have of a record lies with the record, so that both are read and written as one.
    version: 10,
    tables: { syncLinks: null, syncOffers: 'store' },
    upgrade: moveLinks,
  },
  {
    // What arrives and what is sent in bulk lies in blocks, of which records leave as they change.
    version: 11,
    tables: { syncArrivals: '++id, &*keys, [last+first+store], store', syncReceipts: '++id, *keys, store' },
  },
  {
    // Most shards of a large pack lie in boxes, where an earlier version does not look for them. Rows stay as they are.
    version: 12,
    tables: {},
  },
  {
    // Pictures sync. What is there has no hash yet; what devices of a later version told of has no bytes.
    version: 13,
    tables: { syncPictures: 'id' },
    upgrade: notePictures,
  },
];

export const newestVersion = Math.max(...schemaVersions.map(({ version }) => version));

/** The tables as all steps leave them, in one; what is of an earlier version is told of and left as it is. */
const newestAlone = (isEarlier: () => void): readonly SchemaVersion[] => [
  {
    version: newestVersion,
    tables: Object.fromEntries(
      Object.entries<string | null>(Object.assign({}, ...schemaVersions.map(({ tables }) => tables))).filter(
        ([, indexes]) => indexes !== null,
      ),
    ),
    upgrade: () => {
      isEarlier();
      throw new Error('the store is of an earlier version');
    },
  },
];

export interface DatabaseOptions {
  readonly name?: string;
  /** Another factory than the platform's: tests and the command line bring one that lives in memory. */
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: typeof IDBKeyRange;
  /** Epoch milliseconds; the clock unless told. */
  readonly now?: () => number;
}

/** Tables of the store. Apart from packs and their parts everything is the reader's own. */
export class StoreDatabase extends Dexie {
  declare readonly entities: Table<Entity, string>;
  declare readonly facts: Table<Fact, string>;
  declare readonly claims: Table<ClaimRow, string>;
  declare readonly sources: Table<SourceRow, string>;
  declare readonly notes: Table<NoteRow, string>;
  declare readonly overlays: Table<Overlay, string>;
  declare readonly sightings: Table<SightingRow, string>;
  declare readonly packs: Table<PackRow, string>;
  declare readonly packParts: Table<PartRow, [string, string, string]>;
  declare readonly imports: Table<ImportRow, string>;
  declare readonly publishers: Table<PublisherRow, string>;
  declare readonly subscriptions: Table<SubscriptionRow, string>;
  declare readonly reviews: Table<ReviewRow, string>;
  declare readonly reviewFeeds: Table<ReviewFeed, string>;
  declare readonly claimSegments: Table<ClaimSegmentRow, number>;
  declare readonly claimChanges: Table<ClaimChangeRow, number>;
  declare readonly packReviews: Table<PackReviewRow, string>;
  declare readonly meta: Table<MetaRow, string>;
  declare readonly assertions: Table<AssertionRow, string>;
  declare readonly choices: Table<ChoiceRow, string>;
  declare readonly tombstones: Table<TombstoneRow, string>;
  declare readonly images: Table<ImageRow, string>;
  declare readonly history: Table<HistoryRow, string>;
  declare readonly syncRecords: Table<SyncRecordRow, [string, string]>;
  declare readonly syncOffers: Table<SyncOfferRow, string>;
  declare readonly syncArrivals: Table<SyncArrivalRow, number>;
  declare readonly syncReceipts: Table<SyncReceiptRow, number>;
  declare readonly syncPictures: Table<SyncPictureRow, string>;
  declare readonly syncStores: Table<SyncStoreRow, string>;
  declare readonly syncMeta: Table<SyncMetaRow, string>;
  declare readonly syncDecisions: Table<DecisionRow, string>;
  /** Transactions that write what came from other devices; see sync/track.ts. */
  readonly applying = new WeakSet<object>();
  /** Called at each write of the reader's. */
  onWrite: () => void = () => undefined;
  /** Called after what other devices wrote was taken in. */
  onArrival: () => void = () => undefined;

  constructor(options: DatabaseOptions, versions: readonly SchemaVersion[] = schemaVersions) {
    const { name = 'sidelight', indexedDB, IDBKeyRange } = options;
    super(name, {
      ...(indexedDB === undefined ? {} : { indexedDB }),
      ...(IDBKeyRange === undefined ? {} : { IDBKeyRange }),
    });
    for (const { version, tables, upgrade } of versions) {
      const declared = this.version(version).stores(tables);
      if (upgrade !== undefined) declared.upgrade(upgrade);
    }
    this.use(keepStatesAsText);
    this.use(readArrivals);
    this.use(readSoundRows);
    this.use(noteClaims);
    const { applying } = this;
    this.use(trackWrites({ now: options.now ?? Date.now, applying, onWrite: () => this.onWrite() }));
  }
}

/**
 * Opens the database, and brings an earlier one up to date. With each version that it is told of, Dexie reads the
 * notation of all the others again, some 10 ms of a worker's start: it is told of the newest alone where that is there.
 */
export async function openDatabase(options: DatabaseOptions): Promise<StoreDatabase> {
  let isEarlier = false;
  const newest = new StoreDatabase(
    options,
    newestAlone(() => {
      isEarlier = true;
    }),
  );
  try {
    await newest.open();
    return newest;
  } catch (error) {
    newest.close();
    if (!isEarlier) throw error;
  }
  const database = new StoreDatabase(options);
  await database.open();
  return database;
}

/** Takes a whole database away: what cannot be read cannot be mended either. */
export const deleteStore = (name = 'sidelight'): Promise<void> => Dexie.delete(name);
