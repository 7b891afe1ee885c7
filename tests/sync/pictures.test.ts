import { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { asDeviceId, toMoment, toStamp } from '../../lib/merge/clock.ts';
import type { RecordState } from '../../lib/merge/record.ts';
import { emptyState, writeRow } from '../../lib/merge/write.ts';
import { ok } from '../../lib/model/result.ts';
import { sha256 } from '../../lib/pack/bytes.ts';
import { freeRoom } from '../../lib/store/health.ts';
import { schemaVersions, StoreDatabase } from '../../lib/store/schema.ts';
import type { Outgoing } from '../../lib/store/sync/outbox.ts';
import { readOutbox } from '../../lib/store/sync/outbox.ts';
import { toRecordRow } from '../../lib/store/sync/track.ts';
import { putStore } from '../../lib/store/sync/stores.ts';
import type { Look, Remote } from '../../lib/sync/remote.ts';
import { blankStore, type Device, openDevice, type DeviceOptions } from './devices.ts';
import { credit, otherPortrait, pictureOf, picturesOf, portrait, seen } from './pictured.ts';
import { person } from './servers/hands.ts';

const id = 'wd:Q7';
const elsewhere = asDeviceId('aaaaaaaaaaaa');

const stateOf = (table: string, row: { readonly id: string }, at = 1000): RecordState =>
  writeRow(emptyState(table, row.id), row, toStamp(toMoment(at), elsewhere));

const told = async (bytes: Uint8Array<ArrayBuffer>, more: object = {}) => ({
  id,
  hash: await sha256(bytes),
  ...credit,
  at: 1,
  ...more,
});

interface Server {
  readonly device: Device;
  /** What is to arrive next. */
  states: RecordState[];
  /** What lies there as the picture; null for nothing. */
  bytes: Uint8Array<ArrayBuffer> | null;
  /** Names of pictures that were asked for. */
  readonly asked: string[];
  readonly sent: Outgoing[];
  look: Look;
}

async function openServer(options: Partial<DeviceOptions> = {}): Promise<Server> {
  const server: Omit<Server, 'device'> = { states: [], bytes: portrait, asked: [], sent: [], look: 'whole' };
  let cursor = 0;
  const remote: Remote = {
    look: async () => ok('changed'),
    begin: async () => ok(null),
    pull: async () => {
      const records = server.states.map((state) => ({ state, revision: '1', leaves: [] }));
      server.states = [];
      cursor += records.length;
      return ok({ records, cursor, more: false, devices: {}, unreadable: [], late: [] });
    },
    push: async (records) => {
      server.sent.push(...records);
      return ok({
        taken: records.map((record) => ({ ...record, newRevision: '2' })),
        refused: [],
        journal: null,
        trouble: null,
      });
    },
    readPicture: async (picture) => {
      server.asked.push(picture.id);
      return ok(server.bytes);
    },
    afresh: (journal) => journal,
    settle: async (at, { journal }) => ok({ journal, cursor: at, repeatsAll: false }),
  };
  const device = await openDevice({ name: 'here', store: {}, connect: () => remote, ...options });
  return Object.assign(server, { device });
}

/** An image of a head alone that says how large it is. */
function pngOf(width: number, height: number): Uint8Array<ArrayBuffer> {
  const bytes = portrait.slice();
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  return bytes;
}

const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);

describe('a picture that another device told of', () => {
  test.each<[what: string, there: Uint8Array<ArrayBuffer>, named?: Uint8Array<ArrayBuffer>]>([
    ['a document that may hold scripts', text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['a page', text('<!doctype html><script>alert(1)</script>')],
    ['an address', text('https://tracker.example/x.png')],
    ['an image of more pixels than memory has room for', pngOf(60_000, 60_000)],
    ['more bytes than a picture has', Uint8Array.from([...portrait, ...new Uint8Array(600_000)])],
    ['another image than its record names', otherPortrait, portrait],
    ['nothing at all', new Uint8Array(0)],
  ])('is refused and told where it is %s; all else arrives', async (_, there, named = there) => {
    const server = await openServer();
    const { device } = server;
    server.states = [stateOf('images', await told(named)), stateOf('entities', person(id, 'Ada'))];
    server.bytes = there;
    const end = await device.sync();
    expect(end).toMatchObject({ end: 'failed', failure: { code: 'Damaged' } });
    expect(JSON.stringify(end)).toContain(`the picture of ${id}`);
    expect([await picturesOf(device), await device.database.entities.count()]).toEqual([[], 1]);
    // It is not asked for without end, and not sent on.
    for (let run = 0; run < 6; run += 1) await device.sync();
    expect(server.asked.length).toBe(5);
    expect(await device.sync()).toEqual({ end: 'done' });
    expect(server.sent).toEqual([]);
    // Another one in its place is taken all the same.
    server.bytes = portrait;
    server.states = [stateOf('images', await told(portrait), 2000)];
    expect(await device.sync()).toEqual({ end: 'done' });
    expect(await picturesOf(device)).toEqual([seen(id)]);
  });

  test.each<[what: string, more: object]>([
    ['has no licence', { licence: '' }],
    ['has a credit without end', { credit: 'x'.repeat(301) }],
    ['has an address without end', { url: `https://c.example/${'x'.repeat(2000)}` }],
    ['names no hash', { hash: '../../heads/x' }],
    ['has no date', { at: 'now' }],
  ])('is not even asked for where its record %s', async (_, more) => {
    const server = await openServer();
    server.states = [stateOf('images', await told(portrait, more))];
    expect(await server.device.sync()).toEqual({ end: 'done' });
    expect([server.asked, await picturesOf(server.device)]).toEqual([[], []]);
  });

  test('takes nothing from its record but what a picture has', async () => {
    const server = await openServer();
    server.states = [stateOf('images', await told(portrait, { id, hash: await sha256(portrait) }))];
    const [state] = server.states as [RecordState];
    const [written] = state.cells['picture'] ?? [];
    const value = { ...(written?.value as object), id: 'wd:Q9', bytes: 'https://tracker.example/x.png' };
    const cells = { picture: [{ stamp: written?.stamp as never, value }] };
    server.states = [{ ...state, cells }];
    expect(await server.device.sync()).toEqual({ end: 'done' });
    expect(await picturesOf(server.device)).toEqual([seen(id)]);
  });

  test('that is not there yet is asked for again by whole looks alone; that it never came is told', async () => {
    const server = await openServer();
    const glancing = await openServer({ look: 'glance' });
    for (const each of [server, glancing]) {
      each.states = [stateOf('images', await told(portrait))];
      each.bytes = null;
      for (let run = 0; run < 3; run += 1) expect(await each.device.sync()).toEqual({ end: 'done' });
    }
    expect([server.asked.length, glancing.asked.length]).toEqual([3, 1]);
    server.bytes = portrait;
    expect(await server.device.sync()).toEqual({ end: 'done' });
    expect(await picturesOf(server.device)).toEqual([seen(id)]);
    server.states = [stateOf('images', await told(otherPortrait), 2000)];
    server.bytes = null;
    for (let run = 0; run < 4; run += 1) expect(await server.device.sync()).toEqual({ end: 'done' });
    expect(await server.device.sync()).toMatchObject({ failure: { detail: expect.stringContaining('is not there') } });
    expect(await server.device.sync()).toEqual({ end: 'done' });
    // The one before stays until then, with its own credit.
    expect(await picturesOf(server.device)).toEqual([seen(id)]);
  });

  test('is not asked for where the same bytes are here already', async () => {
    const server = await openServer();
    await server.device.database.images.put(await pictureOf(id));
    server.states = [stateOf('images', await told(portrait, { credit: 'Cy' }), 10 ** 18)];
    expect(await server.device.sync()).toEqual({ end: 'done' });
    expect([server.asked, await picturesOf(server.device)]).toEqual([[], [{ ...seen(id), credit: 'Cy' }]]);
  });

  test('waits where the disk is full, and comes when there is room', async () => {
    let isFull = true;
    const prepare = (database: StoreDatabase): void =>
      void database.use({
        stack: 'dbcore',
        name: 'full disk',
        create: (core) => ({
          ...core,
          table: (name) => {
            const inner = core.table(name);
            if (name !== 'images') return inner;
            const mutate: typeof inner.mutate = (request) =>
              isFull
                ? (Dexie.Promise.reject(new DOMException('no room', 'QuotaExceededError')) as never)
                : inner.mutate(request);
            return { ...inner, mutate };
          },
        }),
      });
    const server = await openServer({ prepare });
    server.states = [stateOf('images', await told(portrait)), stateOf('entities', person(id, 'Ada'))];
    expect(await server.device.sync()).toMatchObject({ end: 'failed', failure: { code: 'DiskFull' } });
    expect(await server.device.database.entities.count()).toBe(1);
    isFull = false;
    expect(await server.device.sync()).toEqual({ end: 'done' });
    expect(await picturesOf(server.device)).toEqual([seen(id)]);
  });
});

describe('a picture that is sent', () => {
  test.each<[what: string, bytes: Uint8Array<ArrayBuffer>]>([
    ['no image', text('<svg/>')],
    ['longer than any', Uint8Array.from([...portrait, ...new Uint8Array(600_000)])],
  ])('stays here where it is %s, and keeps nothing else here', async (_, bytes) => {
    const server = await openServer();
    await server.device.database.images.put(await pictureOf(id, bytes));
    await server.device.database.entities.put(person(id, 'Ada'));
    expect(await server.device.sync()).toEqual({ end: 'done' });
    expect(server.sent.map(({ row }) => row.table)).toEqual(['entities']);
  });

  test('goes with a few others, however many records go at once', async () => {
    const { database } = (await openServer()).device;
    const large = Uint8Array.from([...portrait, ...new Uint8Array(590_000 - portrait.length)]);
    const rows = await Promise.all(Array.from({ length: 9 }, (_, nth) => pictureOf(`wd:Q${nth + 10}`, large)));
    await database.images.bulkPut(rows);
    const sizes: number[] = [];
    for (let [pushed, more] = [0, true]; more; ) {
      const page = await readOutbox(database, { ...blankStore, pushed }, 2000);
      sizes.push(page.records.length);
      [pushed, more] = [page.upTo, page.more];
    }
    expect(sizes).toEqual([6, 3]);
  });

  test('in a file of hundreds of them lies not in one block with all', async () => {
    const { database } = (await openServer()).device;
    const rows = await Promise.all(Array.from({ length: 250 }, (_, nth) => pictureOf(`wd:Q${nth + 10}`)));
    await database.images.bulkPut(rows);
    expect((await readOutbox(database, blankStore, 2000)).records.length).toBe(250);
  });

  test('is not one of which nothing but its record is here', async () => {
    const server = await openServer();
    server.states = [stateOf('images', await told(portrait))];
    server.bytes = null;
    await server.device.sync();
    await server.device.database.syncRecords
      .toCollection()
      .modify((row) => void Object.assign(row, { edit: row.edit + 100 }));
    await server.device.sync();
    expect(server.sent).toEqual([]);
  });
});

test('a picture whose bytes come late goes on to another store, and not back to its own', async () => {
  const server = await openServer();
  const { device } = server;
  await putStore(device.database, { ...blankStore, id: 'other', remote: 'store-2' });
  server.states = [stateOf('images', await told(portrait))];
  server.bytes = null;
  for (const store of ['desk', 'other']) expect(await device.syncWith(store)).toEqual({ end: 'done' });
  server.bytes = portrait;
  expect(await device.syncWith('desk')).toEqual({ end: 'done' });
  expect(await device.syncWith('desk')).toEqual({ end: 'done' });
  expect(server.sent).toEqual([]);
  expect(await device.syncWith('other')).toEqual({ end: 'done' });
  expect(server.sent.map(({ row, picture }) => [row.id, picture?.bytes])).toEqual([[id, portrait]]);
});

test('what an earlier version kept, and what it was told of, is taken up', async () => {
  const factory = new IDBFactory();
  const earlier = new StoreDatabase(
    { indexedDB: factory, IDBKeyRange },
    schemaVersions.filter(({ version }) => version < 13),
  );
  await earlier.open();
  const { hash: _, ...unnamed } = await pictureOf('wd:Q8', otherPortrait);
  const state = stateOf('images', await told(portrait));
  await earlier.transaction('rw', [earlier.images, earlier.syncRecords, earlier.syncMeta], async () => {
    earlier.applying.add((Dexie.currentTransaction as unknown as { readonly idbtrans: object }).idbtrans);
    await earlier.images.bulkPut([unnamed, { ...unnamed, id: 'wd:Q9' as never, bytes: new Blob(['<svg/>']) }]);
    await earlier.syncRecords.put({ ...toRecordRow(state, 1), copies: { desk: { edit: 1, revision: '1' } } });
    await earlier.syncMeta.put({ key: 'clock', device: elsewhere, time: 1, edit: 1 });
  });
  earlier.close();
  const server = await openServer({ factory });
  expect(await server.device.sync()).toEqual({ end: 'done' });
  expect(server.asked).toEqual([id]);
  expect((await picturesOf(server.device)).map((one) => one.id)).toEqual([id, 'wd:Q8', 'wd:Q9']);
  expect(server.sent.map(({ row, picture }) => [row.id, picture?.bytes])).toEqual([['wd:Q8', otherPortrait]]);
  expect(await server.device.database.syncPictures.count()).toBe(0);
});

test('pictures that nothing shows any more go with the changes that could have brought them back', async () => {
  const { device } = await openServer();
  const { database } = device;
  await database.entities.put(person('wd:Q8', 'Bo'));
  await database.images.bulkPut([await pictureOf(id), await pictureOf('wd:Q8'), await pictureOf('wd:Q9')]);
  await database.history.put({ id: 'h', at: 9, subjects: ['wd:Q9'], changes: [] } as never);
  await freeRoom(database, { kind: 'history', before: 5 });
  expect((await picturesOf(device)).map((one) => one.id)).toEqual(['wd:Q8', 'wd:Q9']);
  expect(await database.syncRecords.get(['images', id])).toBeUndefined();
});
