import { lifeOf, type RecordState } from '../../merge/record.ts';
import type { Json } from '../../merge/json.ts';
import type { StoreDatabase } from '../schema.ts';
import { applying } from './apply.ts';
import { type Lease, openClock, requireLease } from './clock.ts';
import type { Carries, SyncRecordRow, SyncStoreRow } from './rows.ts';

export interface Outgoing {
  readonly state: RecordState;
  readonly edit: number;
  /** The remote's word for the version that this one follows; null where it has none. */
  readonly revision: string | null;
  /** Versions there that lost, to be deleted with this one's arrival. */
  readonly leaves: readonly string[];
  /** Whether the remote was never offered it. */
  readonly isNew: boolean;
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

/** Changes that the remote store lacks, oldest first; `seen` is how many changes are looked through at most. */
export async function readOutbox(database: StoreDatabase, store: SyncStoreRow, seen: number): Promise<OutboxPage> {
  const { syncRecords, syncLinks } = database;
  return database.transaction('r', syncRecords, syncLinks, async () => {
    const rows = await syncRecords.where('edit').above(store.pushed).limit(seen).toArray();
    const links = await syncLinks.bulkGet(rows.map(({ table, id }) => [store.id, table, id]));
    const records = rows.flatMap((row, at): Outgoing[] => {
      const link = links[at];
      if (!carriesRecord(store.carries, row) || (link !== undefined && link.edit >= row.edit)) return [];
      // What was made and deleted before anybody heard of it need not travel.
      if (link === undefined && lifeOf(row.state) === 'deleted') return [];
      const { revision = null, leaves = [] } = link ?? {};
      return [{ state: row.state, edit: row.edit, revision, leaves, isNew: link === undefined }];
    });
    return { records, upTo: rows.at(-1)?.edit ?? store.pushed, more: rows.length === seen };
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
  const links = records
    .filter(({ isNew }) => isNew)
    .map(({ state: { table, id } }) => ({ store, table, id, edit: 0, revision: null }));
  if (links.length === 0) return;
  await database.transaction('rw', database.syncMeta, database.syncLinks, async () => {
    await requireLease(database, lease);
    await database.syncLinks.bulkPut(links);
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

/** Notes what the remote has now. What changed meanwhile has a later edit and stays in the outbox. */
export async function markDelivered(database: StoreDatabase, delivered: Delivered, lease: Lease): Promise<void> {
  await applying(database, async () => {
    await requireLease(database, lease);
    const store = await database.syncStores.get(delivered.store);
    if (store === undefined) return;
    await database.syncLinks.bulkPut(
      delivered.taken.map(({ state, edit, newRevision }) => ({
        store: store.id,
        table: state.table,
        id: state.id,
        edit,
        revision: newRevision,
      })),
    );
    if (delivered.refused.length > 0) await putLast(database, delivered, lease);
    const done = store.done + delivered.taken.length;
    const isAll = (await database.syncRecords.where('edit').above(delivered.upTo).count()) === 0;
    const confirmed = isAll ? (await openClock(database, lease.now)).time() : store.confirmed;
    await database.syncStores.put({ ...store, journal: delivered.journal, pushed: delivered.upTo, confirmed, done });
  });
}

async function putLast(database: StoreDatabase, { refused }: Delivered, lease: Lease): Promise<void> {
  const clock = await openClock(database, lease.now);
  const rows = await database.syncRecords.bulkGet(refused.map(({ state }) => [state.table, state.id]));
  const again = rows.flatMap((row, at) => (row?.edit === refused[at]?.edit && row !== undefined ? [row] : []));
  await database.syncRecords.bulkPut(again.map((row) => ({ ...row, edit: clock.nextEdit() })));
  await clock.save();
}

/** How many changes a remote store lacks; counts what it need not get as well until that was looked through. */
export const countPending = (database: StoreDatabase, store: SyncStoreRow): Promise<number> =>
  database.syncRecords.where('edit').above(store.pushed).count();
