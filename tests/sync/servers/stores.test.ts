import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asEntityId, asSourceId } from '../../../lib/model/ids.ts';
import type { SyncStoreRow } from '../../../lib/store/sync/rows.ts';
import { connectStore } from '../../../lib/sync/connect.ts';
import { listDevices, removeDevice } from '../../../lib/sync/devices.ts';
import { syncStore } from '../../../lib/sync/run.ts';
import { blankStore, type Device, openDevice, time } from '../devices.ts';
import { type Ground, grounds } from '../faults/grounds.ts';

const person = (id: string, name: string) => ({
  id: asEntityId(id),
  type: 'person' as const,
  name,
  aliases: [],
  description: '',
});
const note = (id: string) => ({ id, subject: 'local:1', text: 'A note', changedAt: 0 });
const source = (id: string, readAt: number) => ({
  id: asSourceId(id),
  url: `https://news.example/${id}`,
  title: id,
  publisher: null,
  authors: [],
  publishedAt: null,
  readAt,
  contentHash: '',
});

const connect = (store: SyncStoreRow) => connectStore(store, { fetch, deviceName: 'tried' });
const idsOf = async ({ database }: Device, table: string): Promise<readonly unknown[]> =>
  database.table(table).toCollection().primaryKeys();
const namesOf = async ({ database }: Device) => (await database.entities.toArray()).map(({ name }) => name).toSorted();

/** One step of one of a device's stores, by a context of its own. */
const syncOne = ({ database }: Device, id: string, signal = new AbortController().signal) =>
  syncStore(
    {
      database,
      connect,
      look: 'whole',
      now: () => time.now,
      random: Math.random,
      holder: crypto.randomUUID(),
      signal,
    },
    id,
  );

describe.each(grounds.slice(0, 2))('with %s', (name, isPresent, start) => {
  describe.skipIf(!isPresent)(isPresent ? 'stores of a device' : `${name} is not installed here`, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await start();
    }, 60_000);
    afterAll(() => ground.close());

    const share = async (...names: string[]): Promise<readonly Device[]> => {
      const { store } = await ground.makeStore();
      return Promise.all(names.map((each) => openDevice({ name: each, store })));
    };

    test('several at once: what comes from the one goes to the other, and each is off by itself', async () => {
      const [personal, desk] = [await ground.makeStore(), await ground.makeStore()];
      const middle = await openDevice({ name: 'middle', store: { ...personal.store, id: 'personal' } });
      await middle.database.syncStores.put({ ...blankStore, ...desk.store, id: 'desk' });
      const [mine, colleague] = [
        await openDevice({ name: 'mine', store: personal.store }),
        await openDevice({ name: 'colleague', store: desk.store }),
      ];
      await mine.database.entities.put(person('local:1', 'Ada'));
      await mine.sync();
      for (const id of ['personal', 'desk']) expect(await syncOne(middle, id)).toEqual({ end: 'done' });
      await colleague.sync();
      expect(await namesOf(colleague)).toEqual(['Ada']);
      await middle.database.syncStores.update('personal', { isOn: false });
      await colleague.database.entities.update('local:1', { name: 'Ada Moreno' });
      await colleague.sync();
      expect(await syncOne(middle, 'personal')).toEqual({ end: 'not-now' });
      expect(await syncOne(middle, 'desk')).toEqual({ end: 'done' });
      await mine.sync();
      expect([await namesOf(middle), await namesOf(mine)]).toEqual([['Ada Moreno'], ['Ada']]);
      await middle.database.syncStores.update('personal', { isOn: true });
      await syncOne(middle, 'personal');
      await mine.sync();
      expect(await namesOf(mine)).toEqual(['Ada Moreno']);
    });

    test('notes and reading go only where they are wanted; the source of a fact goes with it', async () => {
      const [one, two] = (await share('one', 'two')) as [Device, Device];
      const carries = { notes: false, reading: false };
      await one.database.syncStores.toCollection().modify({ carries });
      await one.database.entities.put(person('local:1', 'Ada'));
      await one.database.notes.put(note('n1'));
      await one.database.sources.bulkPut([source('read', time.now), source('of a fact', 0)]);
      await one.sync();
      await two.sync();
      const tables = ['entities', 'notes', 'sources'];
      const there = await Promise.all(tables.map((table) => idsOf(two, table)));
      expect(there).toEqual([['local:1'], [], ['of a fact']]);
    });

    test('packs stay where they are; what the reader made of them goes', async () => {
      const [one, two] = (await share('one', 'two')) as [Device, Device];
      const { database } = one;
      const pack = { id: 'world', generation: '1', name: 'index' };
      await database.table('packs').put(pack);
      await database.table('packParts').put({ ...pack, pack: 'world', bytes: new Blob(['names']) });
      await database.table('packReviews').put({ id: 'r1', of: 'world', terms: [], appearances: [] });
      await database.table('overlays').put({
        id: 'wd:Q1',
        fields: { name: 'The Universe' },
        addedAliases: [],
        removedAliases: [],
        isHidden: false,
        changedAt: 0,
      });
      await database.table('choices').put({ id: 'u#n', url: 'u', name: 'n', target: { kind: 'none' }, at: 0 });
      const subscription = { pack: 'world', url: 'https://packs.example/world', nextAt: 7, failures: 2 };
      await database.table('subscriptions').put({ ...subscription, etag: '"x"', checkedAt: 5, trouble: null });
      await database.notes.put(note('n1'));
      await one.sync();
      await two.sync();
      const tables = ['packs', 'packParts', 'packReviews', 'overlays', 'choices', 'subscriptions', 'notes'];
      const there = await Promise.all(tables.map((table) => idsOf(two, table)));
      expect(there).toEqual([[], [], [], ['wd:Q1'], ['u#n'], ['world'], ['n1']]);
      // When it was looked at last, and with what luck, is the device's own.
      expect(await two.database.table('subscriptions').get('world')).toMatchObject({
        url: subscription.url,
        nextAt: 0,
      });
    });

    test('two contexts of one device never sync at once; one that died is waited for, not for ever', async () => {
      const [one] = (await share('one')) as [Device];
      await one.database.entities.put(person('local:1', 'Ada'));
      const ends = await Promise.all([syncOne(one, 'desk'), syncOne(one, 'desk')]);
      expect(ends.map(({ end }) => end).toSorted()).toEqual(['done', 'not-now']);
      await one.database.syncMeta.put({ key: 'lease', holder: 'dead', until: time.now + 60_000 });
      expect(await syncOne(one, 'desk')).toEqual({ end: 'not-now' });
      time.now += 60_000;
      expect(await syncOne(one, 'desk')).toEqual({ end: 'done' });
    });

    test('a device that was removed is listed no more; what it has and what it sends stay', async () => {
      const [one, two] = (await share('one', 'two')) as [Device, Device];
      await two.database.entities.put(person('local:2', 'Bo'));
      for (const device of [one, two, one, two, one]) await device.sync();
      const storeOf = async ({ database }: Device) => (await database.syncStores.toArray())[0] as SyncStoreRow;
      const list = async () => {
        const found = await listDevices(one.database, await storeOf(one), fetch);
        return found.ok ? found.value : [];
      };
      const device = (await list())[0]?.id ?? '';
      expect(device).not.toBe('');
      expect((await removeDevice(one.database, await storeOf(one), { device, fetch })).ok).toBe(true);
      await one.sync();
      expect(await list()).toEqual([]);
      await two.database.entities.put(person('local:3', 'Cy'));
      expect(await two.sync()).toEqual({ end: 'done' });
      await one.sync();
      expect(await namesOf(one)).toContain('Cy');
    });
  });
});
