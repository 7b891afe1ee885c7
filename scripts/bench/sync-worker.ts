/** Runs in a browser's worker: sends records to a server and takes them in, as the extension does or as PouchDB does. */
import PouchDB from 'pouchdb-browser';
import { unreachable } from '../../lib/model/result.ts';
import { StoreDatabase } from '../../lib/store/schema.ts';
import type { SyncStoreRow } from '../../lib/store/sync/rows.ts';
import { putStore } from '../../lib/store/sync/stores.ts';
import { connectStore } from '../../lib/sync/connect.ts';
import { syncStore } from '../../lib/sync/run.ts';
import { draftOf, findStore, joinStore, serverOf } from '../../lib/sync/setup.ts';
import { makeFolders } from '../../lib/sync/webdav/files.ts';
import { type BenchRecord, recordOf, runDatabase, runServer, timed } from './sync-floor.ts';
import type { SyncOrder } from './sync-order.ts';

const plain = (input: string, init?: RequestInit): Promise<Response> => fetch(input, init);

const atOnce = 1000;

async function fill(records: number, put: (rows: BenchRecord[]) => Promise<unknown>): Promise<void> {
  for (let at = 0; at < records; at += atOnce)
    await put(Array.from({ length: Math.min(atOnce, records - at) }, (_, nth) => recordOf(at + nth)));
}

/** Makes the store where it is not there yet, and joins it. */
async function joinNew(database: StoreDatabase, { kind, name, url, user, password }: SyncOrder): Promise<void> {
  const draft = { ...draftOf(kind), url, name, user, password };
  const ports = { fetch: plain, device: name.replaceAll(/\W/gu, ''), random: () => crypto.randomUUID() };
  if (kind === 'webdav') await makeFolders(serverOf(draft, plain));
  const found = await findStore(draft, ports);
  if (!found.ok) throw new Error(found.failure.detail);
  const passphrase = kind === 'webdav' ? 'a lantern above the harbour' : null;
  const joined = await joinStore(draft, { found: found.value, passphrase }, ports);
  if (!joined.ok) throw new Error(joined.failure.detail);
  await putStore(database, joined.value.row);
}

async function runOurs(order: SyncOrder): Promise<number> {
  const { task, name, records } = order;
  const database = new StoreDatabase({ name });
  await database.open();
  if (task === 'push' || task === 'pull') await joinNew(database, order);
  if (task === 'push') await fill(records, (rows) => database.entities.bulkPut(rows));
  const [store] = await database.syncStores.toArray();
  const connect = (row: SyncStoreRow) => connectStore(row, { fetch: plain, deviceName: name });
  const ports = {
    database,
    connect,
    look: task === 'poll' ? ('glance' as const) : ('whole' as const),
    now: Date.now,
    random: Math.random,
    holder: name,
    signal: new AbortController().signal,
  };
  const milliseconds = await timed(async () => {
    const end = await syncStore(ports, store?.id ?? '');
    if (end.end !== 'done') throw new Error(JSON.stringify(end));
  });
  if (task === 'pull' && (await database.entities.count()) !== records) throw new Error('not everything has arrived');
  database.close();
  return milliseconds;
}

async function runPeers({ task, name, url, records }: SyncOrder): Promise<number> {
  const [local, remote] = [new PouchDB(name), new PouchDB(url)];
  if (task === 'push')
    await fill(records, (rows) => local.bulkDocs(rows.map(({ id, ...row }) => ({ _id: id, ...row }))));
  const batch = { batch_size: 500 };
  const milliseconds = await timed(() =>
    task === 'push' ? local.replicate.to(remote, batch) : local.replicate.from(remote, batch),
  );
  if (task === 'pull' && (await local.info()).doc_count < records) throw new Error('not everything has arrived');
  await local.close();
  return milliseconds;
}

const run = (order: SyncOrder): Promise<number> => {
  switch (order.subject) {
    case 'sidelight':
      return runOurs(order);
    case 'pouchdb':
      return runPeers(order);
    case 'the server alone':
      return runServer(order);
    case 'plain IndexedDB':
      return runDatabase(order);
    default:
      return unreachable(order.subject);
  }
};

/** What this file uses of a worker's global scope; the project's types have no worker. */
interface Scope {
  addEventListener(type: 'message', listener: (event: { readonly data: SyncOrder }) => void): void;
  postMessage(answer: { readonly milliseconds: number } | { readonly trouble: string }): void;
}

const scope = globalThis as unknown as Scope;
scope.addEventListener('message', ({ data }) => {
  run(data).then(
    (milliseconds) => scope.postMessage({ milliseconds }),
    (error: unknown) =>
      scope.postMessage({ trouble: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});
