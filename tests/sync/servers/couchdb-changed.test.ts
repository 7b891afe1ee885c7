import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createLock } from '../../../lib/sync/lock.ts';
import { importStoreKey } from '../../../lib/sync/seal.ts';
import { type CouchServer, startCouch } from '../../../scripts/servers/couch.ts';
import { type Device, openDevice } from '../devices.ts';
import { callDesk, joinDesk } from './couch-desk.ts';
import { person, troubleOf } from './hands.ts';

let server: CouchServer;
beforeAll(async () => {
  server = await startCouch();
}, 60_000);
afterAll(() => server.close());

const join = (names: readonly string[]) => joinDesk(server, names);
const call = (device: Device, method: string, path: string, body?: object) =>
  callDesk(server, device, { method, path, ...(body === undefined ? {} : { body }) });

test('an encrypted database tells the server nothing, and a tampered document is left out', async () => {
  const { opened } = await createLock('store-1', 'correct horse');
  const key = await importStoreKey(opened.dataKey);
  const [one, two] = (await join(['one', 'two'])) as [Device, Device];
  for (const { database } of [one, two]) await database.syncStores.update('desk', { key });
  await one.database.entities.bulkPut([person('local:1', 'Zaphod'), person('local:2', 'Trillian')]);
  await one.sync();
  const all = (await call(one, 'GET', '/_all_docs?include_docs=true')) as {
    rows: { doc: { _id: string; sealed: string } }[];
  };
  expect(JSON.stringify(all)).not.toMatch(/Zaphod|local:|entities/u);
  const [first, second] = all.rows.map(({ doc }) => doc).filter(({ _id }) => _id.startsWith('r:'));
  await call(one, 'POST', '/_bulk_docs', { docs: [{ ...first, sealed: second!.sealed }] });
  expect(await two.sync()).toMatchObject({ failure: { code: 'Damaged' } });
  expect(await two.database.entities.count()).toBe(1);
  expect(await two.sync()).toEqual({ end: 'done' });
});

describe('when the server is not what it was', () => {
  test('restored from an older backup: what it lacks is sent again', async () => {
    const [one, two] = (await join(['one', 'two'])) as [Device, Device];
    await one.database.entities.put(person('local:1', 'Ada'));
    await one.sync();
    const backup = (await call(one, 'GET', '/_all_docs?include_docs=true')) as { rows: { doc: object }[] };
    await one.database.entities.bulkPut([person('local:1', 'Ada Moreno'), person('local:2', 'Bo')]);
    await one.sync();
    await two.sync();
    await call(one, 'DELETE', '');
    await call(one, 'PUT', '');
    await call(one, 'POST', '/_bulk_docs', { new_edits: false, docs: backup.rows.map(({ doc }) => doc) });
    expect(await one.sync()).toEqual({ end: 'done' });
    const fresh = await openDevice({ name: 'fresh', store: (await one.database.syncStores.toArray())[0]! });
    await fresh.database.syncStores.update('desk', { cursor: null, journal: null, pushed: 0 });
    await fresh.sync();
    expect((await fresh.database.entities.toArray()).map(({ name }) => name)).toEqual(['Ada Moreno', 'Bo']);
  });

  test('deleted and made anew by somebody: stops and says so, nothing goes', async () => {
    const [one] = (await join(['one'])) as [Device];
    await one.database.entities.put(person('local:1', 'Ada'));
    await one.sync();
    await call(one, 'DELETE', '');
    await one.sync();
    expect(await troubleOf(one)).toBe('NotFound');
    await call(one, 'PUT', '');
    await one.sync();
    expect(await troubleOf(one)).toBe('StoreReplaced');
    expect(await one.database.entities.count()).toBe(1);
  });

  test('a copied profile gets a name of its own, and neither loses a write', async () => {
    const [one, other] = (await join(['one', 'other'])) as [Device, Device];
    await one.database.entities.put(person('local:1', 'Ada'));
    await one.sync();
    const copy = await openDevice({ name: 'copy', store: {} });
    await copyProfile(one, copy);
    await one.database.entities.update('local:1', { description: 'from the first' });
    await copy.database.entities.update('local:1', { name: 'from the copy' });
    await one.sync();
    await copy.sync();
    await one.sync();
    await other.sync();
    const names = await Promise.all(
      [one, copy].map(async ({ database }) => (await database.syncMeta.get('clock')) as { device: string }),
    );
    expect(names[0]?.device).not.toBe(names[1]?.device);
    for (const device of [one, copy, other])
      expect(await device.database.entities.get('local:1')).toMatchObject({
        name: 'from the copy',
        description: 'from the first',
      });
  });
});

async function copyProfile(from: Device, to: Device): Promise<void> {
  const { applying } = await import('../../../lib/store/sync/apply.ts');
  const tables = from.database.tables.filter(({ name }) => name === 'entities' || name.startsWith('sync'));
  const rows = await Promise.all(tables.map((table) => table.toArray()));
  await applying(to.database, async () => {
    for (const [at, table] of tables.entries()) {
      await to.database.table(table.name).clear();
      await to.database.table(table.name).bulkPut(rows[at]!);
    }
  });
}
