import { Dexie } from 'dexie';
import type { Stamp } from '../../merge/clock.ts';
import { lifeOf } from '../../merge/record.ts';
import type { Json } from '../../merge/json.ts';
import type { StoreDatabase } from '../schema.ts';
import { applying } from './apply.ts';
import { smallestBlock } from './arrivals.ts';
import { nextBlock, stillIn } from './blocks.ts';
import { type Lease, openClock, requireLease } from './clock.ts';
import { findBlobs, isPicture, pictureIn, readBlob } from './pictures.ts';
import { withReceipts } from './receipts.ts';
import {
  type Carries,
  keyOf,
  type RemoteCopy,
  type SyncReceiptRow,
  type SyncRecordRow,
  type SyncStoreRow,
} from './rows.ts';

export interface Outgoing {
  /** As it was when it was read for sending. */
  readonly row: SyncRecordRow;
  /** The remote's word for the version that this one follows; null where it has none. */
  readonly revision: string | null;
  /** Versions there that lost, to be deleted with this one's arrival. */
  readonly leaves: readonly string[];
  /** Whether the remote was never offered it. */
  readonly isNew: boolean;
  /** Whether nothing is noted of what the remote has of it. */
  readonly isFirst: boolean;
  /** What goes with a picture's record; null with all others, and where the picture is deleted. */
  readonly picture: OutgoingPicture | null;
}

export interface OutgoingPicture {
  /** Of the write that brought it. */
  readonly stamp: Stamp;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface OutboxPage {
  readonly records: readonly Outgoing[];
  /** Everything up to here is in this page, was sent before, or need not be. */
  readonly upTo: number;
  readonly more: boolean;
}

/** Whether a remote store gets this record. */
export function carriesRecord(carries: Carries, { table, state }: Pick<SyncRecordRow, 'table' | 'state'>): boolean {
  switch (table) {
    case 'notes':
      return carries.notes;
    case 'claims':
    case 'reviews':
      return carries.reading;
    case 'sources':
      // The source of a fact that the reader entered goes with the fact; nobody read it.
      return carries.reading || state.cells['readAt']?.[0]?.value === 0;
    default:
      return true;
  }
}

/** Bytes of pictures that are in memory at once. */
const mostAtOnce = 4_000_000;

/** Changes that the remote store lacks, oldest first; `seen` is how many changes are looked through at most. */
export async function readOutbox(database: StoreDatabase, store: SyncStoreRow, seen: number): Promise<OutboxPage> {
  const { pictures, ...page } = await readPage(database, store, seen);
  return pictures.size === 0 ? page : { ...page, records: await withPictures(page.records, pictures) };
}

interface FoundPage extends OutboxPage {
  readonly pictures: ReadonlyMap<string, Blob>;
}

function readPage(database: StoreDatabase, store: SyncStoreRow, seen: number): Promise<FoundPage> {
  const { syncRecords, syncOffers, syncArrivals, syncReceipts, images } = database;
  return database.transaction('r', [syncRecords, syncOffers, syncArrivals, syncReceipts, images], async () => {
    let { pushed } = store;
    for (;;) {
      const block = await nextBlock(database, pushed);
      const edits = syncRecords.where('edit').between(pushed, block?.first ?? Dexie.maxKey, false, false);
      const rows = await edits.limit(seen).toArray();
      if (rows.length > 0 || block === null) {
        const again = await withReceipts(
          database,
          rows.filter((row) => row.again === 1 && row.copies?.[store.id] === undefined),
        );
        const known = new Map(again.map((row) => [keyOf(row), row]));
        const pictures = await findBlobs(database, rows);
        const fitting = pictures.size === 0 ? rows : whatFits(rows, pictures);
        const read = fitting.map((row) => known.get(keyOf(row)) ?? row);
        const more = fitting.length < rows.length || rows.length === seen || block !== null;
        const records = await toOutgoing(database, store, { rows: read, pictures });
        return { records, pictures, upTo: fitting.at(-1)?.edit ?? pushed, more };
      }
      // What came from this very store need not even be read.
      if (block.store !== store.id) {
        const pictures = new Map<string, Blob>();
        const records = await toOutgoing(database, store, { rows: await stillIn(database, block.id), pictures });
        return { records, pictures, upTo: block.last, more: true };
      }
      pushed = block.last;
    }
  });
}

/** As many as have pictures of no more bytes than may be in memory at once, but one at least. */
function whatFits(rows: readonly SyncRecordRow[], pictures: ReadonlyMap<string, Blob>): readonly SyncRecordRow[] {
  let bytes = 0;
  const end = rows.findIndex((row, at) => {
    bytes += pictures.get(keyOf(row))?.size ?? 0;
    return at > 0 && bytes > mostAtOnce;
  });
  return end < 0 ? rows : rows.slice(0, end);
}

/** The records with the bytes that go with them. A picture that can be read or shown no more goes nowhere. */
async function withPictures(
  records: readonly Outgoing[],
  pictures: ReadonlyMap<string, Blob>,
): Promise<readonly Outgoing[]> {
  const read = records.map(async (record): Promise<readonly Outgoing[]> => {
    const blob = pictures.get(keyOf(record.row));
    const told = blob === undefined ? null : pictureIn(record.row.state);
    if (blob === undefined || told === null) return [record];
    const bytes = await readBlob(blob);
    return bytes !== null && isPicture(bytes) ? [{ ...record, picture: { stamp: told.stamp, bytes } }] : [];
  });
  return (await Promise.all(read)).flat();
}

interface Found {
  readonly rows: readonly SyncRecordRow[];
  readonly pictures: ReadonlyMap<string, Blob>;
}

async function toOutgoing(
  { syncOffers }: StoreDatabase,
  store: SyncStoreRow,
  { rows, pictures }: Found,
): Promise<readonly Outgoing[]> {
  const offered = new Set((await syncOffers.get(store.id))?.records);
  return rows.flatMap((row): Outgoing[] => {
    const copy = row.copies?.[store.id];
    if (!carriesRecord(store.carries, row) || (copy !== undefined && copy.edit >= row.edit)) return [];
    const isNew = copy === undefined && !offered.has(keyOf(row));
    // What was made and deleted before anybody heard of it need not travel.
    if (isNew && lifeOf(row.state) === 'deleted') return [];
    // A picture goes when its bytes are here.
    if (pictureIn(row.state) !== null && !pictures.has(keyOf(row))) return [];
    const { revision = null, leaves = [] } = copy ?? {};
    return [{ row, revision, leaves, isNew, isFirst: copy === undefined, picture: null }];
  });
}

/**
 * Notes what is about to be sent for the first time. Should the answer be lost, the remote may have it or not: from now
 * on its deletion travels.
 */
export async function noteOffered(
  database: StoreDatabase,
  store: string,
  { records, lease }: { readonly records: readonly Outgoing[]; readonly lease: Lease },
): Promise<void> {
  const offered = records.filter(({ isNew }) => isNew).map(({ row }) => keyOf(row));
  if (offered.length === 0) return;
  await database.transaction('rw', database.syncMeta, database.syncOffers, async () => {
    await requireLease(database, lease);
    const before = (await database.syncOffers.get(store))?.records ?? [];
    await database.syncOffers.put({ store, records: [...before, ...offered] });
  });
}

export interface Delivered {
  readonly store: string;
  /** What the remote took, with its word for the new version. */
  readonly taken: readonly (Outgoing & { readonly newRevision: string | null })[];
  /** What it did not take; tried again after everything else. */
  readonly refused: readonly Outgoing[];
  readonly upTo: number;
  readonly journal: Json;
}

/**
 * Notes what the remote has now. What changed meanwhile has a later edit and stays in the outbox. Answers the store as
 * it is then; null where it was removed.
 */
export async function markDelivered(
  database: StoreDatabase,
  delivered: Delivered,
  lease: Lease,
): Promise<SyncStoreRow | null> {
  return applying(database, async () => {
    await requireLease(database, lease);
    const store = await database.syncStores.get(delivered.store);
    if (store === undefined) return null;
    const { taken, refused, upTo, journal } = delivered;
    const firsts = taken.filter(({ isFirst }) => isFirst);
    const asBlock = firsts.length >= smallestBlock;
    if (asBlock) await database.syncReceipts.add(toReceipts(store.id, firsts));
    const others = asBlock ? taken.filter(({ isFirst }) => !isFirst) : taken;
    const rows = await readSent(database, [...others, ...refused], [store.pushed, upTo]);
    const noted = others.flatMap(({ row, newRevision }) =>
      withCopy(rows.get(keyOf(row)), store.id, { edit: row.edit, revision: newRevision }),
    );
    await database.syncRecords.bulkPut(noted);
    if (refused.length > 0) await putLast(database, { ...delivered, rows }, lease);
    await forgetOffers(database, delivered);
    const done = store.done + taken.length;
    const isAll = (await database.syncRecords.where('edit').above(upTo).limit(1).primaryKeys()).length === 0;
    const confirmed = isAll ? (await openClock(database, lease.now)).time() : store.confirmed;
    const after = { ...store, journal, pushed: upTo, confirmed, done };
    await database.syncStores.put(after);
    return after;
  });
}

const toReceipts = (store: string, taken: Delivered['taken']): SyncReceiptRow => ({
  store,
  keys: taken.map(({ row }) => keyOf(row)),
  edits: taken.map(({ row }) => row.edit),
  revisions: taken.map(({ newRevision }) => newRevision),
});

type Rows = ReadonlyMap<string, SyncRecordRow>;

/**
 * The records as they are now. Most are still where they were in the outbox: each edit gives a record another place,
 * and all else that a row says is written under the lease, so that those need not be read again.
 */
async function readSent(
  { syncRecords }: StoreDatabase,
  sent: readonly Outgoing[],
  [after, upTo]: readonly [number, number],
): Promise<Rows> {
  if (sent.length === 0) return new Map();
  const keys = await syncRecords.where('edit').between(after, upTo, false, true).primaryKeys();
  const still = new Set(keys.map(([table, id]) => keyOf({ table, id })));
  const rows = new Map(sent.filter(({ row }) => still.has(keyOf(row))).map(({ row }) => [keyOf(row), row]));
  const moved = sent.filter(({ row }) => !rows.has(keyOf(row)));
  const others = await syncRecords.bulkGet(moved.map(({ row: { table, id } }): [string, string] => [table, id]));
  for (const row of others) if (row !== undefined) rows.set(keyOf(row), row);
  return rows;
}

const withCopy = (row: SyncRecordRow | undefined, store: string, copy: RemoteCopy): readonly SyncRecordRow[] =>
  row === undefined ? [] : [{ ...row, copies: { ...row.copies, [store]: copy } }];

interface Refused extends Delivered {
  readonly rows: Rows;
}

async function putLast(database: StoreDatabase, { store, refused, rows }: Refused, lease: Lease): Promise<void> {
  const clock = await openClock(database, lease.now);
  const again = refused.flatMap(({ row: sent, revision, leaves }) => {
    const row = rows.get(keyOf(sent));
    const copy = row?.copies?.[store] ?? { edit: 0, revision, ...(leaves.length > 0 ? { leaves } : {}) };
    return withCopy(row, store, copy).map(
      (one): SyncRecordRow => (one.edit === sent.edit ? { ...one, edit: clock.nextEdit(), again: 1 } : one),
    );
  });
  await database.syncRecords.bulkPut(again);
  await clock.save();
}

/** What was answered, one way or the other, is noted with the record itself. */
async function forgetOffers({ syncOffers }: StoreDatabase, { store, taken, refused }: Delivered): Promise<void> {
  const offers = await syncOffers.get(store);
  if (offers === undefined) return;
  const answered = new Set([...taken, ...refused].map(({ row }) => keyOf(row)));
  const records = offers.records.filter((key) => !answered.has(key));
  if (records.length === 0) await syncOffers.delete(store);
  else if (records.length < offers.records.length) await syncOffers.put({ store, records });
}

/** How many changes a remote store lacks; counts what it need not get as well until that was looked through. */
export async function countPending(database: StoreDatabase, { id, pushed }: SyncStoreRow): Promise<number> {
  const { syncRecords, syncArrivals } = database;
  const later = syncArrivals.where('[last+first+store]').above([pushed, Dexie.maxKey, Dexie.maxKey]);
  const blocks = (await later.keys()) as unknown as readonly [number, number, string][];
  const arrived = blocks.filter(([, , store]) => store !== id).map(([last, first]) => last - first + 1);
  return arrived.reduce((sum, count) => sum + count, await syncRecords.where('edit').above(pushed).count());
}
