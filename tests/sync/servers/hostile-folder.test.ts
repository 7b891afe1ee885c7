import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SyncStoreRow } from '../../../lib/store/sync/rows.ts';
import { connectStore } from '../../../lib/sync/connect.ts';
import type { Fetch } from '../../../lib/sync/http.ts';
import { createLock } from '../../../lib/sync/lock.ts';
import { importStoreKey } from '../../../lib/sync/seal.ts';
import { folders, makeFolders } from '../../../lib/sync/webdav/files.ts';
import { writeLock } from '../../../lib/sync/webdav/locks.ts';
import { type DavServer, provideDav, startDav } from '../../../scripts/servers/webdav.ts';
import { openDevice } from '../devices.ts';
import { person, namesOf, troubleOf, outboxOf, bent } from './hands.ts';

const present = await provideDav();

describe.skipIf(present.length === 0)('a folder that is not what it was', () => {
  let server: DavServer;
  let stores = 0;
  beforeAll(async () => {
    server = await startDav(present[0] ?? 'apache');
  }, 60_000);
  afterAll(() => server.close());

  const joined = async () => {
    stores += 1;
    const { opened } = await createLock(`store-000${stores}`, 'correct horse');
    const url = `${server.url}/h${stores}`;
    const { user, password } = server;
    await makeFolders({ fetch, url, user, password });
    const key = await importStoreKey(opened.dataKey);
    const store = { kind: 'webdav', remote: `store-000${stores}`, key, url, user, password } as const;
    const [one, two] = [await openDevice({ name: 'one', store }), await openDevice({ name: 'two', store })];
    await one.database.entities.put(person('local:1', 'Ada'));
    await one.sync();
    await two.sync();
    return { one, two, store, files: join(server.folder, `h${stores}`) };
  };

  test('a listing that is older than what this device wrote is not taken for a loss', async () => {
    const { one, two, store, files } = await joined();
    let listing = '';
    let isStale = false;
    const stale: Fetch = async (input, init) => {
      const answer = await fetch(input, init);
      if (init?.method !== 'PROPFIND' || !input.endsWith('/heads/')) return answer;
      if (isStale) return new Response(listing, { status: 207 });
      listing = await answer.clone().text();
      return answer;
    };
    one.database.close();
    const connect = (row: SyncStoreRow) => connectStore(row, { fetch: stale, deviceName: 'one' });
    const again = await openDevice({ name: 'one', factory: one.factory, store, connect });
    await again.database.entities.put(person('local:2', 'Bo'));
    await again.sync();
    isStale = true;
    await two.database.entities.put(person('local:3', 'Cy'));
    await two.sync();
    const before = readdirSync(join(files, folders.segments));
    expect(await again.sync()).toEqual({ end: 'done' });
    expect(readdirSync(join(files, folders.segments))).toEqual(before);
    isStale = false;
    await again.sync();
    expect(await namesOf(again)).toEqual(['Ada', 'Bo', 'Cy']);
  });

  test('a listing that names what is not there costs nothing', async () => {
    const { one, store } = await joined();
    const lying = bent({
      method: 'PROPFIND',
      path: /heads/u,
      answer: async (passed) => {
        const text = await passed.text();
        const more = '<D:response><D:href>/x/heads/nobody000000-00000007</D:href></D:response></D:multistatus>';
        return new Response(text.replace(/<\/(?:\w+:)?multistatus>\s*$/u, more), { status: 207 });
      },
    });
    one.database.close();
    const connect = (row: SyncStoreRow) => connectStore(row, { fetch: lying, deviceName: 'one' });
    const again = await openDevice({ name: 'one', factory: one.factory, store, connect });
    await again.database.entities.put(person('local:2', 'Bo'));
    expect(await again.sync()).toEqual({ end: 'done' });
  });

  test('one device’s head under another’s name is refused', async () => {
    const { one, two, files } = await joined();
    await one.database.entities.put(person('local:2', 'Bo'));
    await one.sync();
    const folder = join(files, folders.heads);
    const name = readdirSync(folder).toSorted().at(-1) ?? '';
    const bytes = readFileSync(join(folder, name));
    writeFileSync(join(folder, 'stranger0000-00000001'), bytes);
    await two.sync();
    expect(await troubleOf(two)).toBe('Damaged');
    rmSync(join(folder, 'stranger0000-00000001'));
    expect(await two.sync()).toEqual({ end: 'done' });
    expect(await namesOf(two)).toEqual(['Ada', 'Bo']);
  });

  test('the folder is gone and comes back: nothing is lost, what it lacks is sent again', async () => {
    const { one, two, store, files } = await joined();
    renameSync(files, `${files}-away`);
    await one.database.entities.put(person('local:2', 'Bo'));
    expect(await one.sync()).toMatchObject({ end: 'failed' });
    expect(await outboxOf(one)).toBeGreaterThan(0);
    renameSync(`${files}-away`, files);
    expect(await one.sync()).toEqual({ end: 'done' });
    expect(await two.sync()).toEqual({ end: 'done' });
    expect(await namesOf(two)).toEqual(['Ada', 'Bo']);
    const late = await openDevice({ name: 'late', store });
    expect(await late.sync()).toEqual({ end: 'done' });
    expect(await namesOf(late)).toEqual(['Ada', 'Bo']);
  });

  test('another store was made in the folder meanwhile: it is told, and nothing goes there', async () => {
    const { one, store, files } = await joined();
    for (const folder of Object.values(folders)) rmSync(join(files, folder), { recursive: true, force: true });
    const at = { fetch, url: store.url, user: store.user, password: store.password };
    await makeFolders(at);
    const { lock } = await createLock('store-made-anew', 'other words');
    await writeLock(at, { device: 'somebody0000', lock, random: () => crypto.randomUUID() });
    await one.database.entities.put(person('local:2', 'Bo'));
    await one.sync();
    expect([await troubleOf(one), await outboxOf(one)]).toEqual(['StoreReplaced', 1]);
    expect(readdirSync(join(files, folders.segments))).toEqual([]);
  });

  test('a device with the key of another store takes nothing in', async () => {
    const { one, store } = await joined();
    const { opened } = await createLock('store-0009', 'other words');
    const key = await importStoreKey(opened.dataKey);
    const stranger = await openDevice({ name: 'stranger', store: { ...store, key } });
    await stranger.database.entities.put(person('local:9', 'Nine'));
    await stranger.sync();
    expect([await troubleOf(stranger), await namesOf(stranger)]).toEqual(['Damaged', ['Nine']]);
    expect(await one.sync()).toEqual({ end: 'done' });
  });
});
