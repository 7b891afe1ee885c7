import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connectStore } from '../../../lib/sync/connect.ts';
import type { Fetch } from '../../../lib/sync/http.ts';
import { type CouchServer, startCouch } from '../../../scripts/servers/couch.ts';
import { type Device, openDevice, readRecords, time } from '../devices.ts';
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

describe('a team’s database', () => {
  test('what one writes the others get, once', async () => {
    const [one, two] = (await join(['one', 'two'])) as [Device, Device];
    await one.database.entities.bulkPut([person('local:1', 'Ada'), person('local:2', 'Bo')]);
    expect(await one.sync()).toEqual({ end: 'done' });
    expect(await two.sync()).toEqual({ end: 'done' });
    expect((await two.database.entities.toArray()).map(({ name }) => name)).toEqual(['Ada', 'Bo']);
    const before = await call(one, 'GET', '/_all_docs');
    await one.sync();
    await two.sync();
    expect((await call(one, 'GET', '/_all_docs'))['rows']).toEqual(before['rows']);
  });

  test('more than a page, both ways', async () => {
    const [one, two] = (await join(['one', 'two'])) as [Device, Device];
    const many = (from: string, length: number) =>
      Array.from({ length }, (_, nth) => person(`local:${from}${nth}`, `${from}${nth}`));
    await one.database.entities.bulkPut(many('a', 1100));
    await two.database.entities.bulkPut(many('b', 100));
    await one.sync();
    await two.sync();
    await one.sync();
    expect([await one.database.entities.count(), await two.database.entities.count()]).toEqual([1200, 1200]);
  });

  test('edits of one record at once: later wins, the other is a conflict on both', async () => {
    const [one, two] = (await join(['one', 'two'])) as [Device, Device];
    await one.database.entities.put(person('local:1', 'Ada'));
    await one.sync();
    await two.sync();
    await one.database.entities.update('local:1', { name: 'Ada Moreno' });
    time.now += 1000;
    await two.database.entities.update('local:1', { name: 'Ada Vidal', description: 'Minister' });
    await Promise.all([one.sync(), two.sync()]);
    await one.sync();
    await two.sync();
    for (const device of [one, two]) {
      expect(await device.database.entities.get('local:1')).toMatchObject({
        name: 'Ada Vidal',
        description: 'Minister',
      });
      expect(await device.database.syncRecords.where('asks').equals(1).count()).toBe(1);
    }
  });

  test('leaves that a cluster left beside each other are joined, and only then deleted', async () => {
    const [one, two] = (await join(['one', 'two'])) as [Device, Device];
    await one.database.entities.put(person('local:1', 'Ada'));
    await one.sync();
    const id = encodeURIComponent('entities:local:1');
    const document = await call(one, 'GET', `/${id}`);
    const cells = document['cells'] as Record<string, object[]>;
    const leaf = {
      ...document,
      _rev: '2-ffffffffffffffffffffffffffffffff',
      _revisions: { start: 2, ids: ['ffffffffffffffffffffffffffffffff', 'f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0'] },
      cells: { ...cells, description: [{ stamp: '0zzzzzzzzzzelsewhere', value: 'From another office' }] },
      seen: { ...(document['seen'] as object), elsewhere: '0zzzzzzzzzz' },
    };
    await call(one, 'POST', '/_bulk_docs', { new_edits: false, docs: [leaf] });
    await two.sync();
    await one.sync();
    for (const device of [one, two])
      expect(await device.database.entities.get('local:1')).toMatchObject({
        name: 'Ada',
        description: 'From another office',
      });
    expect((await call(one, 'GET', `/${id}?conflicts=true`))['_conflicts']).toBeUndefined();
  });

  /** Another leaf beside the record's, of which it is not known here what it follows. */
  const putLeaf = async (device: Device, hash: string, body: object): Promise<void> => {
    const id = 'entities:local:1';
    const ids = [hash.repeat(32), 'f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0'];
    const leaf = { ...body, _id: id, _rev: `2-${ids[0]}`, _revisions: { start: 2, ids } };
    await call(device, 'POST', '/_bulk_docs', { new_edits: false, docs: [leaf] });
  };
  const leavesOf = async (device: Device) => {
    const found = await call(device, 'GET', `/${encodeURIComponent('entities:local:1')}?conflicts=true`);
    return [found['_rev'], ...((found['_conflicts'] ?? []) as string[])];
  };

  test('a leaf of a later version stays where it is, whether it won or lost', async () => {
    const [one, two] = (await join(['one', 'two'])) as [Device, Device];
    await one.database.entities.put(person('local:1', 'Ada'));
    await one.sync();
    const ours = await call(one, 'GET', `/${encodeURIComponent('entities:local:1')}`);
    const later = { sidelight: 2, words: 'of a later version' };
    // Two of ours stand beside it: one wins against it, then it wins against both.
    await putLeaf(one, 'f', ours);
    await putLeaf(one, 'e', later);
    await two.sync();
    expect(await troubleOf(two)).toBe('Damaged');
    expect(await leavesOf(one)).toContain(`2-${'e'.repeat(32)}`);
    const isWinner = { ...later, _id: 'entities:local:1', _rev: `9-${'a'.repeat(32)}` };
    const ids = ['a', 'b', 'c', 'd', '1', '2', '3', '4', '5'].map((letter) => letter.repeat(32));
    await call(one, 'POST', '/_bulk_docs', {
      new_edits: false,
      docs: [{ ...isWinner, _revisions: { start: 9, ids } }],
    });
    await two.database.entities.put(person('local:1', 'Ada Moreno'));
    expect(await two.sync()).toMatchObject({ end: 'failed', failure: { code: 'Damaged' } });
    expect((await leavesOf(one))[0]).toBe(isWinner._rev);
    // What this version writes lies beside it, and those of this version find it there.
    await one.sync();
    expect(await one.database.entities.get('local:1')).toMatchObject({ name: 'Ada Moreno' });
    expect((await leavesOf(one))[0]).toBe(isWinner._rev);
    expect(await leavesOf(one)).toContain(`2-${'e'.repeat(32)}`);
  });

  test('a leaf that could not be read is not deleted', async () => {
    const [one] = (await join(['one'])) as [Device];
    await one.database.entities.put(person('local:1', 'Ada'));
    await one.sync();
    await putLeaf(one, '0', await call(one, 'GET', `/${encodeURIComponent('entities:local:1')}`));
    const before = await leavesOf(one);
    const lagging: Fetch = (input, init) =>
      input.includes('?rev=')
        ? Promise.resolve(Response.json({ error: 'not_found' }, { status: 404 }))
        : fetch(input, init);
    const late = await openDevice({
      name: 'late',
      store: { ...(await one.database.syncStores.toArray())[0]!, cursor: null, journal: null, pushed: 0 },
      connect: (store) => connectStore(store, { fetch: lagging, deviceName: 'late' }),
    });
    expect(await late.sync()).toEqual({ end: 'done' });
    await late.database.entities.update('local:1', { description: 'minister' });
    await late.sync();
    const lost = before.at(-1)!;
    expect(await leavesOf(one)).toContain(lost);
  });

  test.each<[string, RegExp, unknown]>([
    ['null for the changes', /_changes/u, null],
    ['changes without ids', /_changes/u, { results: [null, {}], last_seq: 1 }],
    ['changes whose documents are words', /_changes/u, { results: [{ id: 'x', doc: 'words' }], last_seq: 1 }],
    ['a list for the database', /sidelight-[^/]+$/u, []],
    ['null for what was written', /_bulk_docs/u, null],
    ['nonsense for what was written', /_bulk_docs/u, [null, 7, {}]],
  ])('a server that answers %s: nothing is lost, and it goes on afterwards', async (_, path, nonsense) => {
    const [one, two] = (await join(['one', 'two'])) as [Device, Device];
    let isMad = true;
    const mad: Fetch = async (input, init) =>
      isMad && path.test(new URL(input).pathname) ? Response.json(nonsense) : fetch(input, init);
    const device = await openDevice({
      name: 'bent',
      store: (await one.database.syncStores.toArray())[0]!,
      connect: (store) => connectStore(store, { fetch: mad, deviceName: 'bent' }),
    });
    await device.database.entities.put(person('local:1', 'Ada'));
    await device.sync();
    isMad = false;
    expect(await device.sync()).toEqual({ end: 'done' });
    expect(await two.sync()).toEqual({ end: 'done' });
    expect((await two.database.entities.toArray()).map(({ name }) => name)).toEqual(['Ada']);
  });

  test('a text that was cut through a letter is taken, with all that travels beside it', async () => {
    const [one, two] = (await join(['one', 'two'])) as [Device, Device];
    await one.database.entities.bulkPut([person('local:1', 'Ada', 'cut \ud83d'), person('local:2', 'Bo')]);
    expect(await one.sync()).toEqual({ end: 'done' });
    expect(await two.sync()).toEqual({ end: 'done' });
    const there = (await two.database.entities.toArray()).map(({ name, description }) => `${name} ${description}`);
    expect(there).toEqual(['Ada cut \ufffd', 'Bo ']);
  });

  test('one record that the server cannot read keeps no other from going', async () => {
    const [one, two] = (await join(['one', 'two'])) as [Device, Device];
    const refusing: Fetch = (input, init) =>
      input.endsWith('/_bulk_docs') && typeof init?.body === 'string' && init.body.includes('local:2')
        ? Promise.resolve(Response.json({ error: 'bad_request', reason: 'invalid UTF-8 JSON' }, { status: 400 }))
        : fetch(input, init);
    const device = await openDevice({
      name: 'refused',
      store: (await one.database.syncStores.toArray())[0]!,
      connect: (store) => connectStore(store, { fetch: refusing, deviceName: 'refused' }),
    });
    const names = ['Ada', 'Bo', 'Cy', 'Dee'];
    await device.database.entities.bulkPut(names.map((name, nth) => person(`local:${nth + 1}`, name)));
    expect(await device.sync()).toMatchObject({ end: 'failed' });
    await two.sync();
    expect((await two.database.entities.toArray()).map(({ name }) => name)).toEqual(['Ada', 'Cy', 'Dee']);
  });

  test('answers that come in another order are matched by id', async () => {
    const [one] = (await join(['one'])) as [Device];
    const shuffled = async (input: string, init?: RequestInit): Promise<Response> => {
      const answer = await fetch(input, init);
      if (!input.endsWith('/_bulk_docs')) return answer;
      return Response.json(((await answer.json()) as object[]).toReversed(), { status: answer.status });
    };
    const device = await openDevice({
      name: 'shuffled',
      store: (await one.database.syncStores.toArray())[0]!,
      connect: (store) => connectStore(store, { fetch: shuffled, deviceName: 'shuffled' }),
    });
    await device.database.entities.bulkPut([
      person('local:1', 'Ada'),
      person('local:2', 'Bo'),
      person('local:3', 'Cy'),
    ]);
    await device.sync();
    for (const { id, copies } of await readRecords(device.database))
      expect(copies?.['desk']?.revision).toBe(
        (await call(one, 'GET', `/${encodeURIComponent(`entities:${id}`)}`))['_rev'],
      );
  });

  test('deletions arrive; many at once stop and ask, and can be kept or applied', async () => {
    const [one, two, three] = (await join(['one', 'two', 'three'])) as [Device, Device, Device];
    await one.database.entities.bulkPut(Array.from({ length: 40 }, (_, nth) => person(`local:${nth}`, `P${nth}`)));
    for (const device of [one, two, three]) await device.sync();
    await one.database.entities.bulkDelete(['local:1', 'local:2']);
    await one.sync();
    await two.sync();
    expect(await two.database.entities.count()).toBe(38);
    await one.database.entities.bulkDelete(Array.from({ length: 20 }, (_, nth) => `local:${nth + 5}`));
    await one.sync();
    expect(await two.sync()).toMatchObject({ failure: { code: 'MassDeletion' } });
    expect(await two.database.entities.count()).toBe(38);
    await three.sync();
    await three.database.syncStores.update('desk', { deletions: 'apply' });
    await three.sync();
    expect(await three.database.entities.count()).toBe(18);
    await two.database.syncStores.update('desk', { deletions: 'keep' });
    await two.sync();
    await one.sync();
    expect([await one.database.entities.count(), await two.database.entities.count()]).toEqual([38, 38]);
  });
});
