import type { Table } from 'dexie';
import {
  type DeviceId,
  deviceOf,
  type Moment,
  timeOf,
  toMoment,
  toStamp,
  momentOf,
  type Stamp,
} from '../../merge/clock.ts';
import type { Json } from '../../merge/json.ts';
import type { RecordState, Seen, Written } from '../../merge/record.ts';
import type { StoreDatabase } from '../schema.ts';
import { applying } from './apply.ts';
import { fromFile } from './arrivals.ts';
import { type Lease, openClock, requireLease } from './clock.ts';
import { dissolveArrivals, dissolveReceipts } from './blocks.ts';
import type { DeviceFacts, RemoteCopy, SyncRecordRow, SyncStoreRow } from './rows.ts';
import { createDevice } from './track.ts';

const syncTables = (database: StoreDatabase): readonly Table[] =>
  database.tables.filter(({ name }) => name.startsWith('sync'));

export const readStore = async (database: StoreDatabase, id: string): Promise<SyncStoreRow | null> =>
  (await database.syncStores.get(id)) ?? null;

export const putStore = async (database: StoreDatabase, store: SyncStoreRow): Promise<void> => {
  await database.syncStores.put(store);
};

/** Changes some fields of a store as it is at that moment; null where it is no more. */
export function changeStore(
  database: StoreDatabase,
  id: string,
  change: Partial<SyncStoreRow>,
): Promise<SyncStoreRow | null> {
  return database.transaction('rw', database.syncStores, async () => {
    const store = await database.syncStores.get(id);
    if (store === undefined) return null;
    const changed = { ...store, ...change };
    await database.syncStores.put(changed);
    return changed;
  });
}

/** Begins again with a store: everything is read once more, and whatever it lacks is sent. */
export function rescanStore(database: StoreDatabase, id: string, change: Partial<SyncStoreRow>): Promise<void> {
  return database.transaction('rw', syncTables(database), async () => {
    const store = await database.syncStores.get(id);
    if (store === undefined) return;
    await dissolveArrivals(database, id);
    await dissolveReceipts(database, id);
    await changeCopies(database, id, (copy) => ({ ...copy, edit: 0, revision: null }));
    await database.syncStores.put({ ...store, cursor: null, pushed: 0, ...change });
  });
}

/** Puts everything that this device has sent to a store into the outbox again, and notes that it did. */
export function repeatSent(database: StoreDatabase, id: string, journal: Json): Promise<void> {
  return database.transaction('rw', syncTables(database), async () => {
    // What arrived in blocks was sent by others.
    await dissolveReceipts(database, id);
    await changeCopies(database, id, (copy) => (copy.revision === null ? copy : { ...copy, edit: 0 }));
    await database.syncStores.update(id, { pushed: 0, journal });
  });
}

/** Changes what is noted of a store's copies; null forgets one. Part of a transaction. */
async function changeCopies(
  { syncRecords }: StoreDatabase,
  store: string,
  change: (copy: RemoteCopy) => RemoteCopy | null,
): Promise<void> {
  await syncRecords
    .filter(({ copies }) => copies?.[store] !== undefined)
    .modify((row, holder) => {
      const { [store]: before, ...others } = row.copies ?? {};
      const copy = before === undefined ? null : change(before);
      holder.value = { ...row, copies: copy === null ? others : { ...others, [store]: copy } };
    });
}

/** Saves what the remote's side has to remember, unless another context has taken over. */
export function keepJournal(
  database: StoreDatabase,
  id: string,
  { journal, lease }: { readonly journal: Json; readonly lease: Lease },
): Promise<void> {
  return database.transaction('rw', database.syncStores, database.syncMeta, async () => {
    await requireLease(database, lease);
    await database.syncStores.update(id, { journal });
  });
}

export async function readDevice(database: StoreDatabase): Promise<DeviceId> {
  const clock = await openClock(database, Date.now());
  await database.transaction('rw', database.syncMeta, async () => {
    if ((await database.syncMeta.get('clock')) === undefined) await clock.save();
  });
  const row = await database.syncMeta.get('clock');
  return row?.key === 'clock' ? row.device : clock.device;
}

export function nameDevices(database: StoreDatabase, named: Readonly<Record<string, DeviceFacts>>): Promise<void> {
  return database.transaction('rw', database.syncMeta, async () => {
    const row = await database.syncMeta.get('devices');
    const names = row?.key === 'devices' ? row.names : {};
    await database.syncMeta.put({ key: 'devices', names: { ...names, ...named } });
  });
}

/**
 * Another profile syncs under this device's name (a copied profile, a restored backup): takes a new name, and gives it
 * to all writes that no remote store has confirmed, so that no two writes ever share a stamp. `confirmed` is the
 * clock's time at the last full delivery.
 */
export async function reissueDevice(database: StoreDatabase, confirmed: number): Promise<DeviceId> {
  return applying(database, async () => {
    const row = await database.syncMeta.get('clock');
    const old = row?.key === 'clock' ? row : null;
    const device = createDevice();
    if (old === null) return device;
    const rename = { from: old.device, to: device, after: toMoment(confirmed) };
    let { edit } = old;
    const stores = (await listStores(database)).map(({ id }) => id);
    for (const id of [fromFile, ...stores]) await dissolveArrivals(database, id);
    const unsent = await database.syncRecords
      .filter(({ state }) => (state.seen[old.device] ?? '') > rename.after)
      .toArray();
    const renamed = unsent.map((record): SyncRecordRow => {
      edit += 1;
      return { ...record, edit, again: 1, state: renameWrites(record.state, rename) };
    });
    await database.syncRecords.bulkPut(renamed);
    await database.syncMeta.put({ ...old, device, edit });
    return device;
  });
}

interface Rename {
  readonly from: DeviceId;
  readonly to: DeviceId;
  /** Writes up to here keep their name. */
  readonly after: Moment;
}

function renameWrites(state: RecordState, rename: Rename): RecordState {
  const stampOf = (stamp: Stamp): Stamp =>
    deviceOf(stamp) === rename.from && momentOf(stamp) > rename.after ? toStamp(momentOf(stamp), rename.to) : stamp;
  const cells = Object.entries(state.cells).map(([name, written]) => [
    name,
    written.map((one): Written => ({ ...one, stamp: stampOf(one.stamp) })),
  ]);
  const gone = state.gone.map(({ stamp, over }) => ({ stamp: stampOf(stamp), over: renameSeen(over, rename) }));
  return { ...state, seen: renameSeen(state.seen, rename), cells: Object.fromEntries(cells), gone };
}

function renameSeen(seen: Seen, { from, to, after }: Rename): Seen {
  const newest = seen[from];
  if (newest === undefined || newest <= after) return seen;
  const { [from]: _, ...others } = seen;
  const kept: Seen = timeOf(after) > 0 ? { [from]: after } : {};
  const renamed: Seen = { ...others, ...kept, [to]: newest };
  return Object.fromEntries(Object.entries(renamed).sort(([a], [b]) => (a < b ? -1 : 1)));
}

export const listStores = (database: StoreDatabase): Promise<SyncStoreRow[]> => database.syncStores.toArray();

/** Ends the sync with a store; the reader's records stay. */
export function forgetStore(database: StoreDatabase, id: string): Promise<void> {
  return database.transaction('rw', syncTables(database), async () => {
    await database.syncStores.delete(id);
    await database.syncOffers.delete(id);
    await dissolveArrivals(database, id);
    await database.syncReceipts.where('store').equals(id).delete();
    await changeCopies(database, id, () => null);
  });
}
