/** What no client can be faster than: the server with nobody behind the requests, the database with nobody before it. */
import { asDeviceId, toMoment, toStamp } from '../../lib/merge/clock.ts';
import { emptyState, writeRow } from '../../lib/merge/write.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import { openForm } from '../../lib/sync/couchdb/documents.ts';
import type { SyncOrder } from './sync-order.ts';

/** About half a kilobyte each, as a figure with a few names is. */
export const recordOf = (nth: number) => ({
  id: asEntityId(`local:${crypto.randomUUID()}`),
  type: 'person' as const,
  name: `Person Number ${nth}`,
  aliases: [{ text: `P. Number ${nth}` }, { text: `Number ${nth}` }],
  description: `Member of the board of company ${nth % 997}, once minister of something in a country far away`,
});

export type BenchRecord = ReturnType<typeof recordOf>;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** As many as ours go in one request. */
const atOnce = 500;

const device = asDeviceId('benchbenchbe');

/** Records with the states that stand beside them. */
const makeRecords = (count: number) =>
  Array.from({ length: count }, (_, nth) => {
    const entity = recordOf(nth);
    const stamp = toStamp(toMoment(Date.now() * 1024 + nth), device);
    return { entity, state: writeRow(emptyState('entities', entity.id), entity, stamp) };
  });

const toPages = <T>(all: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / atOnce) }, (_, nth) => all.slice(nth * atOnce, (nth + 1) * atOnce));

/** The requests that carry the records: made beforehand, and nothing done about the answers. */
export async function runServer({ task, url, records }: SyncOrder): Promise<number> {
  if (task === 'pull')
    return timed(async () => {
      let since = '0';
      for (let left = records; left > 0; left -= atOnce) {
        const query = new URLSearchParams({ since, limit: String(atOnce), include_docs: 'true', conflicts: 'true' });
        const text = await (await fetch(`${url}/_changes?${query}`)).text();
        since = /"last_seq":"?([^,"]+)/u.exec(text.slice(-200))?.[1] ?? '';
      }
    });
  const bodies = await Promise.all(
    toPages(makeRecords(records)).map(async (page) => {
      const docs = page.map(async ({ state }) => {
        const _id = await openForm.idOf(state.table, state.id);
        return { _id, ...(await openForm.toBody(state, _id)) };
      });
      return JSON.stringify({ docs: await Promise.all(docs) });
    }),
  );
  const headers = { 'content-type': 'application/json' };
  return timed(async () => {
    for (const body of bodies)
      await (await fetch(`${url}/_bulk_docs`, { method: 'POST', headers, body })).arrayBuffer();
  });
}

const heard = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error(request.error?.message)));
  });

const ended = (transaction: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(new Error(transaction.error?.message)));
  });

async function openBare(name: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1);
  opening.addEventListener('upgradeneeded', () => {
    opening.result.createObjectStore('entities', { keyPath: 'id' });
    const records = opening.result.createObjectStore('syncRecords', { keyPath: ['table', 'id'] });
    for (const index of ['edit', 'asks', 'held']) records.createIndex(index, index);
  });
  return heard(opening);
}

/**
 * The same rows in the same tables, by the browser's own interface. To send, each must be read, and what the server
 * said of it be noted with it; what arrives must be written as a record and as the row that it stands for.
 */
export async function runDatabase({ task, name, records }: SyncOrder): Promise<number> {
  const database = await openBare(name);
  const rows = makeRecords(records).map(({ entity, state }, nth) => ({
    entity,
    record: { table: state.table, id: state.id, edit: nth + 1, state: JSON.stringify(state) },
  }));
  const receive = async (): Promise<void> => {
    for (const page of toPages(rows)) {
      const transaction = database.transaction(['entities', 'syncRecords'], 'readwrite');
      for (const { entity, record } of page) {
        transaction.objectStore('entities').put(entity);
        transaction.objectStore('syncRecords').put(record);
      }
      await ended(transaction);
    }
  };
  const send = async (): Promise<void> => {
    for (let at = 0; at < records; at += atOnce) {
      const reading = database.transaction('syncRecords').objectStore('syncRecords').index('edit');
      const page = (await heard(reading.getAll(IDBKeyRange.lowerBound(at, true), atOnce))) as object[];
      const writing = database.transaction('syncRecords', 'readwrite');
      const copies = { desk: { edit: at, revision: `1-${'0'.repeat(32)}` } };
      for (const row of page) writing.objectStore('syncRecords').put({ ...row, copies });
      await ended(writing);
    }
  };
  if (task === 'push') await receive();
  const milliseconds = await timed(task === 'push' ? send : receive);
  database.close();
  return milliseconds;
}
