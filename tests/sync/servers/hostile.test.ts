import { Dexie } from 'dexie';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { SyncFailureCode } from '../../../lib/model/sync.ts';
import type { SyncStoreRow } from '../../../lib/store/sync/rows.ts';
import { connectStore } from '../../../lib/sync/connect.ts';
import type { Fetch } from '../../../lib/sync/http.ts';
import { type Device, openDevice } from '../devices.ts';
import { type Ground, grounds } from '../faults/grounds.ts';
import { person, namesOf, troubleOf, outboxOf, bent, status, type Bend } from './hands.ts';

/** What either kind of server may do to whoever sends: the code that is told, and nothing is lost. */
const refusals: readonly (readonly [string, SyncFailureCode, { couchdb: Bend; webdav: Bend }])[] = [
  [
    'its disk is full',
    'ServerFull',
    {
      couchdb: { path: /_bulk_docs/u, answer: status(507) },
      webdav: { method: 'PUT', path: /temporary/u, answer: status(507) },
    },
  ],
  [
    'the account may read only',
    'NotAllowed',
    {
      couchdb: {
        path: /_bulk_docs/u,
        answer: async (passed) => {
          const docs = (await passed.json()) as { readonly id: string }[];
          return Response.json(
            docs.map(({ id }) => ({ id, error: 'forbidden', reason: 'this account may only read' })),
          );
        },
      },
      webdav: { method: 'PUT', path: /temporary/u, answer: status(403) },
    },
  ],
  [
    'the password was changed',
    'SignInRefused',
    { couchdb: { path: /./u, answer: status(401) }, webdav: { path: /./u, answer: status(401) } },
  ],
  [
    'a login page of a hotel answers',
    'AnswerMalformed',
    {
      couchdb: { path: /./u, answer: () => new Response('<html>Welcome to our hotel</html>') },
      webdav: {
        method: 'PROPFIND',
        path: /heads/u,
        answer: () => new Response('<html>Welcome</html>', { status: 207 }),
      },
    },
  ],
  [
    'a record is too large for it',
    'TooLarge',
    {
      couchdb: { path: /_bulk_docs/u, answer: status(413) },
      webdav: { method: 'PUT', path: /temporary/u, answer: status(413) },
    },
  ],
  [
    'it is being restarted',
    'Busy',
    { couchdb: { path: /./u, answer: status(503) }, webdav: { path: /./u, answer: status(503) } },
  ],
];

describe.each(grounds)('when %s', (name, isPresent, start) => {
  describe.skipIf(!isPresent)(isPresent ? 'refuses' : `${name} is not installed here`, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await start();
    }, 60_000);
    afterAll(() => ground.close());

    const reopen = (device: Device, store: Partial<SyncStoreRow>, by?: Fetch): Promise<Device> => {
      const connect = (row: SyncStoreRow) => connectStore(row, { fetch: by ?? fetch, deviceName: device.name });
      device.database.close();
      return openDevice({ name: device.name, factory: device.factory, store, connect });
    };

    test.each(refusals)(
      '%s: it is told as %s, the outbox stays, and later everything arrives',
      async (_, code, bends) => {
        const { store } = await ground.makeStore();
        let one = await openDevice({ name: 'one', store });
        const two = await openDevice({ name: 'two', store });
        await one.database.entities.put(person('local:1', 'Ada'));
        await one.sync();
        one = await reopen(one, store, bent(bends[store.kind ?? 'couchdb']));
        await one.database.entities.bulkPut([person('local:1', 'Ada Moreno'), person('local:2', 'Bo')]);
        expect(await one.sync()).toMatchObject({ end: 'failed' });
        expect(await troubleOf(one)).toBe(code);
        expect(await outboxOf(one)).toBe(2);
        one = await reopen(one, store);
        expect(await one.sync()).toEqual({ end: 'done' });
        expect(await two.sync()).toEqual({ end: 'done' });
        expect(await namesOf(two)).toEqual(['Ada Moreno', 'Bo']);
      },
    );

    test('the disk here is full while a page is taken in: it is told, nothing is half there, and it goes on', async () => {
      const { store } = await ground.makeStore();
      const one = await openDevice({ name: 'one', store });
      await one.database.entities.bulkPut([person('local:1', 'Ada'), person('local:2', 'Bo')]);
      await one.sync();
      let isFull = false;
      const two = await openDevice({
        name: 'two',
        store,
        prepare: (database) =>
          void database.use({
            stack: 'dbcore',
            name: 'full disk',
            create: (core) => ({
              ...core,
              table: (table) => {
                const inner = core.table(table);
                const mutate: typeof inner.mutate = (request) =>
                  isFull && table === 'syncRecords' && request.type === 'put'
                    ? (Dexie.Promise.reject(new DOMException('no room', 'QuotaExceededError')) as never)
                    : inner.mutate(request);
                return { ...inner, mutate };
              },
            }),
          }),
      });
      await two.database.entities.put(person('local:3', 'Cy'));
      isFull = true;
      expect(await two.sync()).toMatchObject({ end: 'failed', failure: { code: 'DiskFull' } });
      expect([await namesOf(two), await outboxOf(two)]).toEqual([['Cy'], 1]);
      isFull = false;
      expect(await two.sync()).toEqual({ end: 'done' });
      expect(await namesOf(two)).toEqual(['Ada', 'Bo', 'Cy']);
    });

    test('it knows the place no more where reading was to go on: everything is read anew', async () => {
      const { store } = await ground.makeStore();
      if (store.kind !== 'couchdb') return;
      let one = await openDevice({ name: 'one', store });
      const two = await openDevice({ name: 'two', store });
      await one.sync();
      await two.database.entities.put(person('local:1', 'Ada'));
      await two.sync();
      let refusals = 0;
      one = await reopen(
        one,
        store,
        bent({
          path: /_changes/u,
          answer: (passed) => {
            if (!passed.url.includes('since=0')) refusals += 1;
            return passed.url.includes('since=0') ? passed : new Response('bad since', { status: 400 });
          },
        }),
      );
      expect(await one.sync()).toEqual({ end: 'done' });
      expect([await namesOf(one), refusals]).toEqual([['Ada'], 1]);
    });
  });
});
