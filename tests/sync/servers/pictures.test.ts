import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Stamp } from '../../../lib/merge/clock.ts';
import type { RecordState } from '../../../lib/merge/record.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import { freeRoom } from '../../../lib/store/health.ts';
import { pictureIn } from '../../../lib/store/sync/pictures.ts';
import { putStore } from '../../../lib/store/sync/stores.ts';
import { connectStore } from '../../../lib/sync/connect.ts';
import { ask, type Fetch } from '../../../lib/sync/http.ts';
import { listFolder, readFile } from '../../../lib/sync/webdav/dav.ts';
import { folders } from '../../../lib/sync/webdav/files.ts';
import { blankStore, type Device, openDevice, time } from '../devices.ts';
import { type Ground, grounds } from '../faults/grounds.ts';
import { credit, otherCredit, otherPortrait, pictureOf, picturesOf, portrait, seen } from '../pictured.ts';
import { person } from './hands.ts';

const id = 'wd:Q7';

describe.each(grounds)('pictures of look-ups over %s', (name, isPresent, start) => {
  describe.skipIf(!isPresent)(isPresent ? 'travel' : `${name} is not installed here`, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await start();
    }, 60_000);
    afterAll(() => ground.close());

    /** Devices that share a new store; each counts the bytes that it sends. */
    async function joined(...names: string[]) {
      const { store } = await ground.makeStore();
      /** Whose segments do not get there. */
      const offline = { device: '' };
      const sent = new Map(names.map((each) => [each, 0]));
      const devices = names.map((each) => {
        const counting: Fetch = (input, init) => {
          const to = new Headers(init?.headers).get('destination') ?? '';
          if (each === offline.device && to.includes('/segments/')) throw new TypeError('no network');
          const length = (init?.body as { readonly length?: number } | null | undefined)?.length ?? 0;
          sent.set(each, (sent.get(each) ?? 0) + length);
          return fetch(input, init);
        };
        const connect = (row: Parameters<typeof connectStore>[0]) =>
          connectStore(row, { fetch: counting, deviceName: each });
        return openDevice({ name: each, store, connect });
      });
      return { devices: (await Promise.all(devices)) as [Device, Device, Device], sent, store, offline };
    }

    const stampOn = async ({ database }: Device): Promise<Stamp> => {
      const record = await database.syncRecords.get(['images', id]);
      return pictureIn(record?.state as RecordState)?.stamp as Stamp;
    };
    /** Whether the server still gives out what some write brought. */
    const isOnServer = async ({ database }: Device, stamp: Stamp): Promise<boolean> => {
      const [store] = await database.syncStores.toArray();
      const remote = connectStore(store!, { fetch, deviceName: 'x' });
      const found = await remote.readPicture({ id, stamp, revision: null });
      return found.ok && found.value !== null;
    };
    /** A document has one picture, which is then another one. */
    const replaced = name === 'couchdb';

    const syncAll = async (...devices: readonly Device[]): Promise<void> => {
      for (const device of devices) expect(await device.sync()).toEqual({ end: 'done' });
      time.now += 1000;
    };

    test('with whose they are, and once: neither an edit nor the same look-up again sends them anew', async () => {
      const { devices, sent } = await joined('one', 'two');
      const [one, two] = devices;
      await one.database.entities.put(person(id, 'Ada'));
      await one.database.images.put(await pictureOf(id));
      await syncAll(one, two);
      expect(await picturesOf(two)).toEqual([seen(id)]);
      const before = sent.get('one') ?? 0;
      await one.database.entities.put(person(id, 'Ada Moreno'));
      await syncAll(one, two, one);
      expect((sent.get('one') ?? 0) - before).toBeLessThan(portrait.length);
      expect(sent.get('two') ?? 0).toBeLessThan(portrait.length);
    });

    test('another look-up replaces one on all devices, bytes and credit together; of two at once the later counts', async () => {
      const { devices } = await joined('one', 'two');
      const [one, two] = devices;
      await one.database.images.put(await pictureOf(id));
      await syncAll(one, two);
      const first = await stampOn(one);
      expect(await isOnServer(one, first)).toBe(true);
      await two.database.images.put(await pictureOf(id, otherPortrait, otherCredit));
      await syncAll(two, one);
      expect(await picturesOf(one)).toEqual([seen(id, otherPortrait, otherCredit)]);
      expect([await isOnServer(one, first), await isOnServer(one, await stampOn(one))]).toEqual([replaced, true]);
      await one.database.images.put(await pictureOf(id, portrait, otherCredit));
      time.now += 1000;
      await two.database.images.put(await pictureOf(id, otherPortrait, credit));
      await syncAll(one, two, one, two);
      for (const device of [one, two]) {
        expect(await picturesOf(device)).toEqual([seen(id, otherPortrait, credit)]);
        expect(await device.database.syncRecords.where('asks').equals(1).count()).toBe(0);
      }
    });

    test('to a device that comes later and never met the first; the room that is freed is one device’s own', async () => {
      const { devices } = await joined('one', 'two', 'three');
      const [one, two, three] = devices;
      await one.database.images.bulkPut([await pictureOf(id), await pictureOf('wd:Q8', otherPortrait)]);
      await syncAll(one, two);
      await freeRoom(two.database, { kind: 'pictures' });
      await two.database.entities.put(person('local:1', 'Bo'));
      await syncAll(two, one, three, two);
      expect(await picturesOf(two)).toEqual([]);
      for (const device of [one, three])
        expect(await picturesOf(device)).toEqual([seen(id), seen('wd:Q8', otherPortrait)]);
    });

    test('what is gone for good is gone everywhere, on the server as well', async () => {
      const { devices } = await joined('one', 'two', 'three');
      const [one, two, three] = devices;
      await one.database.entities.bulkPut([person(id, 'Ada'), person('wd:Q8', 'Bo')]);
      await one.database.images.bulkPut([await pictureOf(id), await pictureOf('wd:Q8', otherPortrait)]);
      await syncAll(one, two);
      const stamp = await stampOn(one);
      await two.database.entities.delete(asEntityId(id));
      await freeRoom(two.database, { kind: 'history', before: time.now });
      await syncAll(two, one, three);
      for (const device of [one, two, three]) expect(await picturesOf(device)).toEqual([seen('wd:Q8', otherPortrait)]);
      const states = await one.database.syncRecords.where('[table+id]').equals(['images', id]).toArray();
      expect(JSON.stringify(states)).not.toContain('c.example');
      expect(await isOnServer(three, stamp)).toBe(false);
    });

    test('from one store to another by a device that has both', async () => {
      const [here, there] = [await joined('one', 'two'), await joined('three')];
      const [one, two] = here.devices;
      const [three] = there.devices;
      await putStore(two.database, { ...blankStore, ...there.store, id: 'other', name: 'Other' });
      await one.database.images.put(await pictureOf(id));
      await syncAll(one);
      const ids = (await two.database.syncStores.toArray()).map((row) => row.id);
      expect(ids.length).toBe(2);
      for (const each of ids) expect(await two.syncWith(each)).toEqual({ end: 'done' });
      for (const each of ids) expect(await two.syncWith(each)).toEqual({ end: 'done' });
      await syncAll(three);
      expect(await picturesOf(three)).toEqual([seen(id)]);
    });

    test.runIf(name !== 'couchdb')(
      'into a folder that is older than they are, and is one none of whose names tells whom',
      async () => {
        const { devices, store } = await joined('one', 'two');
        const [one, two] = devices;
        const server = { fetch, url: '', user: '', password: '', ...store };
        const folder = { method: 'DELETE', path: `${folders.pictures}/` };
        expect((await ask(server, folder)).ok).toBe(true);
        await one.database.images.put(await pictureOf(id));
        await syncAll(one, two);
        expect(await picturesOf(two)).toEqual([seen(id)]);
        const names = await listFolder(server, folders.pictures);
        expect(names).toMatchObject({ ok: true, value: [expect.stringMatching(/^[0-9a-f]{32}-[0-9a-z]{23}$/u)] });
        const [file] = names.ok ? names.value : [];
        const bytes = await readFile(server, `${folders.pictures}/${file}`);
        expect(bytes.ok && Buffer.from(bytes.value ?? []).includes(Buffer.from(portrait.subarray(0, 8)))).toBe(false);
      },
    );

    test.runIf(name !== 'couchdb')('of which nobody has told yet stay in the folder', async () => {
      const { devices, offline } = await joined('one', 'two');
      const [one, two] = devices;
      await one.database.images.put(await pictureOf(id));
      await syncAll(one, two);
      await two.database.images.put(await pictureOf(id, otherPortrait));
      offline.device = 'two';
      expect(await two.sync()).toMatchObject({ end: 'failed' });
      await one.database.images.put(await pictureOf(id, portrait, otherCredit));
      await syncAll(one);
      expect(await isOnServer(one, await stampOn(two))).toBe(true);
      offline.device = '';
      await syncAll(two, one, two);
      for (const device of [one, two]) expect((await picturesOf(device)).length).toBe(1);
    });

    test('more than a page holds', async () => {
      const { devices } = await joined('one', 'two');
      const [one, two] = devices;
      const large = Uint8Array.from([...portrait, ...new Uint8Array(590_000 - portrait.length)]);
      const rows = await Promise.all(Array.from({ length: 8 }, (_, nth) => pictureOf(`wd:Q${nth + 10}`, large)));
      await one.database.images.bulkPut(rows);
      await syncAll(one, two);
      expect((await picturesOf(two)).map(({ bytes }) => bytes.length)).toEqual(rows.map(() => 590_000));
    });
  });
});
