import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { connectStore } from '../../lib/sync/connect.ts';
import type { Look, Remote } from '../../lib/sync/remote.ts';
import type { RunPorts } from '../../lib/sync/ports.ts';
import { type RunEnd, syncStore } from '../../lib/sync/run.ts';
import { StoreDatabase } from '../../lib/store/schema.ts';
import { keyOf, type SyncRecordRow, type SyncStoreRow } from '../../lib/store/sync/rows.ts';
import { arrivedRow } from '../../lib/store/sync/arrivals.ts';
import { withReceipts } from '../../lib/store/sync/receipts.ts';
import { putStore } from '../../lib/store/sync/stores.ts';

/** A browser profile with the store in it, and a clock of its own. */
export interface Device {
  readonly name: string;
  readonly factory: IDBFactory;
  readonly database: StoreDatabase;
  /** Milliseconds that its clock is off. */
  drift: number;
  sync(): Promise<RunEnd>;
  /** With one of several stores. */
  syncWith(store: string): Promise<RunEnd>;
}

/** Real time stands still in tests except where they move it on. */
export const time = { now: Date.UTC(2026, 10, 23, 12) };

export const blankStore: SyncStoreRow = {
  id: 'desk',
  kind: 'couchdb',
  name: 'Desk',
  url: '',
  user: '',
  password: '',
  carries: { notes: true, reading: true },
  isOn: true,
  key: null,
  remote: 'store-1',
  cursor: null,
  journal: null,
  pushed: 0,
  confirmed: 0,
  done: 0,
  lastSuccess: null,
  trouble: null,
  failures: 0,
  retryAt: 0,
  deletions: 'ask',
};

export interface DeviceOptions {
  readonly name: string;
  readonly drift?: number;
  readonly factory?: IDBFactory;
  readonly store: Partial<SyncStoreRow>;
  readonly connect?: (store: SyncStoreRow) => Remote;
  readonly look?: Look;
  /** Called before the database is opened. */
  readonly prepare?: (database: StoreDatabase) => void;
}

/** Opens a device; over a factory that is given, one that was there before, as after a restart. */
export async function openDevice(options: DeviceOptions): Promise<Device> {
  const factory = options.factory ?? new IDBFactory();
  const device = { drift: options.drift ?? 0 };
  const now = (): number => time.now + device.drift;
  const database = new StoreDatabase({ indexedDB: factory, IDBKeyRange, now });
  options.prepare?.(database);
  await database.open();
  if ((await database.syncStores.count()) === 0) await putStore(database, { ...blankStore, ...options.store });
  const ports: RunPorts = {
    database,
    connect: options.connect ?? ((store) => connectStore(store, { fetch, deviceName: options.name })),
    look: options.look ?? 'whole',
    now,
    random: Math.random,
    holder: `${options.name}-${crypto.randomUUID()}`,
    signal: new AbortController().signal,
  };
  const syncWith = async (store: string): Promise<RunEnd> => {
    // Waiting is tested by itself.
    await database.syncStores.update(store, { retryAt: 0 });
    return syncStore(ports, store);
  };
  return Object.assign(device, {
    name: options.name,
    factory,
    database,
    syncWith,
    sync: async () => syncWith((await database.syncStores.toArray())[0]?.id ?? ''),
  });
}

/** All records by key, with all that is noted of them, wherever they lie. */
export async function readRecords(database: StoreDatabase): Promise<readonly SyncRecordRow[]> {
  const rows = await database.syncRecords.toArray();
  const own = new Set(rows.map(keyOf));
  for (const block of await database.syncArrivals.toArray())
    for (const [at, key] of block.keys.entries())
      if (!own.has(key)) rows.push(...[arrivedRow(block, at)].filter((row) => row !== undefined));
  const noted = await withReceipts(database, rows);
  return noted.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
