import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { SyncStoreRow } from '../../../lib/store/sync/rows.ts';
import { connectStore } from '../../../lib/sync/connect.ts';
import type { Fetch } from '../../../lib/sync/http.ts';
import { createLock, openLock, changePassphrase, parseLock } from '../../../lib/sync/lock.ts';
import { importStoreKey } from '../../../lib/sync/seal.ts';
import { folders, makeFolders } from '../../../lib/sync/webdav/files.ts';
import { backUp, davKinds, type DavServer, provideDav, startDav } from '../../../scripts/servers/webdav.ts';
import { type Device, openDevice } from '../devices.ts';

const present = await provideDav();
/** `npm run test:faults` asks for all of it; otherwise what takes long is tried with one kind of server. */
const isWhole = process.env['SIDELIGHT_SERVERS'] === 'whole';
const made = await createLock('store-0001', 'correct horse');
const key = await importStoreKey(made.opened.dataKey);

const person = (id: string, name: string) => ({
  id: asEntityId(id),
  type: 'person' as const,
  name,
  aliases: [],
  description: '',
});

const troubleOf = async (device: Device) => (await device.database.syncStores.toArray())[0]?.trouble?.code ?? null;
const namesOf = async (device: Device) => (await device.database.entities.toArray()).map(({ name }) => name).toSorted();

describe.each(davKinds)('%s', (kind) => {
  describe.skipIf(!present.includes(kind))(
    present.includes(kind) ? 'a folder' : `${kind} is not installed here`,
    () => {
      let server: DavServer;
      let stores = 0;
      beforeAll(async () => {
        server = await startDav(kind);
      }, 60_000);
      afterAll(() => server.close());

      async function joined(...names: string[]): Promise<{ devices: Device[]; at: string; files: string }> {
        stores += 1;
        const url = `${server.url}/s${stores}`;
        const { user, password } = server;
        expect((await makeFolders({ fetch, url, user, password })).ok).toBe(true);
        const devices = names.map((name) =>
          openDevice({
            name,
            store: { kind: 'webdav', remote: 'store-0001', key, url, user, password, name },
          }),
        );
        return { devices: await Promise.all(devices), at: url, files: join(server.folder, `s${stores}`) };
      }
      const filesIn = (root: string, folder: keyof typeof folders) =>
        readdirSync(join(root, folders[folder])).toSorted();

      test('what one writes the others get; an idle look writes nothing', async () => {
        const { devices, files } = await joined('one', 'two');
        const [one, two] = devices as [Device, Device];
        await one.database.entities.bulkPut([person('local:1', 'Ada'), person('local:2', 'Bo')]);
        expect(await one.sync()).toEqual({ end: 'done' });
        expect(await two.sync()).toEqual({ end: 'done' });
        expect(await namesOf(two)).toEqual(['Ada', 'Bo']);
        await two.database.entities.put(person('local:3', 'Cy'));
        for (const device of [two, one, two, one]) await device.sync();
        expect(await namesOf(one)).toEqual(['Ada', 'Bo', 'Cy']);
        const before = [...filesIn(files, 'heads'), ...filesIn(files, 'segments')];
        await one.sync();
        await two.sync();
        expect([...filesIn(files, 'heads'), ...filesIn(files, 'segments')]).toEqual(before);
        expect(filesIn(files, 'temporary')).toEqual([]);
        const devicesMet = await two.database.syncMeta.get('devices');
        expect(devicesMet?.key === 'devices' && Object.values(devicesMet.names).map(({ name }) => name)).toEqual([
          'one',
        ]);
      });

      test('nobody who reads the folder learns a name', async () => {
        const { devices, files } = await joined('one');
        await devices[0]!.database.entities.put(person('local:secret', 'Zaphod Beeblebrox'));
        await devices[0]!.sync();
        const all = (['heads', 'segments'] as const).flatMap((folder) =>
          filesIn(files, folder).map((name) => name + readFileSync(join(files, folders[folder], name), 'latin1')),
        );
        expect(all.length).toBeGreaterThan(1);
        for (const text of all) expect(text).not.toMatch(/Zaphod|local:secret|entities/u);
      });

      test.each<[string, string, (files: string) => void]>([
        ['flipped bytes', 'Damaged', (files) => changeSegment(files, 1, (bytes) => (bytes[40]! ^= 1))],
        ['an old segment under a new number', 'Damaged', (files) => replaySegment(files, 1, 2)],
        [
          'a segment cut short',
          'Damaged',
          (files) => writeFileSync(segmentPath(files, 2), readFileSync(segmentPath(files, 2)).subarray(0, 9)),
        ],
        ['a segment withheld', 'Busy', (files) => rmSync(segmentPath(files, 2))],
      ])('%s: refused, nothing is taken from it, the outbox stays', async (_, code, tamper) => {
        const { devices, files } = await joined('one', 'two');
        const [one, two] = devices as [Device, Device];
        for (const nth of [1, 2]) {
          await one.database.entities.put(person(`local:${nth}`, `P${nth}`));
          await one.sync();
        }
        const backup = backUp(server);
        tamper(files);
        await server.restart();
        await two.database.entities.put(person('local:9', 'Nine'));
        await two.sync();
        expect(await troubleOf(two)).toBe(code);
        backup();
        await server.restart();
        for (const device of [two, one]) expect(await device.sync()).toEqual({ end: 'done' });
        for (const device of [one, two]) expect(await namesOf(device)).toEqual(['Nine', 'P1', 'P2']);
      });

      test('a segment that is gone for good keeps nobody else waiting, and its device writes it again', async () => {
        const { devices, files } = await joined('one', 'two', 'three');
        const [one, two, three] = devices as [Device, Device, Device];
        for (const nth of [1, 2]) {
          await one.database.entities.put(person(`local:${nth}`, `P${nth}`));
          await one.sync();
        }
        rmSync(segmentPath(files, 2));
        await server.restart();
        await three.database.entities.put(person('local:3', 'P3'));
        await three.sync();
        await two.database.entities.put(person('local:9', 'Nine'));
        expect(await two.sync()).toMatchObject({ end: 'failed', failure: { code: 'Busy' } });
        expect([await namesOf(two), await troubleOf(two)]).toEqual([['Nine', 'P1', 'P3'], 'Busy']);
        for (const device of [one, two, three, one]) expect(await device.sync()).toEqual({ end: 'done' });
        for (const device of devices) expect(await namesOf(device)).toEqual(['Nine', 'P1', 'P2', 'P3']);
      });

      test('an older backup is restored: what it lacks is written again, under new numbers', async () => {
        const { devices } = await joined('one', 'two');
        const [one, two] = devices as [Device, Device];
        await one.database.entities.put(person('local:1', 'Ada'));
        await one.sync();
        const backup = backUp(server);
        await one.database.entities.bulkPut([person('local:1', 'Ada Moreno'), person('local:2', 'Bo')]);
        await one.sync();
        backup();
        await server.restart();
        expect(await one.sync()).toEqual({ end: 'done' });
        expect(await two.sync()).toEqual({ end: 'done' });
        expect(await namesOf(two)).toEqual(['Ada Moreno', 'Bo']);
      });

      test('a server that is stopped and started goes on', async () => {
        const { devices } = await joined('one', 'two');
        const [one, two] = devices as [Device, Device];
        await one.database.entities.put(person('local:1', 'Ada'));
        const ends = [one.sync(), server.restart()];
        await Promise.all(ends);
        await one.sync();
        await two.sync();
        expect(await namesOf(two)).toEqual(['Ada']);
      });

      test('by the clock one small file is asked for; what a lying one hides comes with the next whole look', async () => {
        const { devices, at, files } = await joined('one');
        const [one] = devices as [Device];
        const { user, password } = server;
        const store = { kind: 'webdav', remote: 'store-0001', key, url: at, user, password, name: 'two' } as const;
        const asked: string[] = [];
        const counted: Fetch = (input, init) => {
          asked.push(`${init?.method} ${input.slice(at.length)}`);
          return fetch(input, init);
        };
        const connect = (row: SyncStoreRow) => connectStore(row, { fetch: counted, deviceName: 'two' });
        const two = await openDevice({ name: 'two', store, connect, look: 'glance' });
        await one.database.entities.put(person('local:1', 'Ada'));
        for (const device of [one, two, two]) await device.sync();
        asked.length = 0;
        expect(await two.sync()).toEqual({ end: 'done' });
        expect(asked).toEqual(['GET /note']);
        const note = readFileSync(join(files, 'note'));
        await one.database.entities.put(person('local:2', 'Bo'));
        await one.sync();
        writeFileSync(join(files, 'note'), note);
        await two.sync();
        expect(await namesOf(two)).toEqual(['Ada']);
        two.database.close();
        const whole = await openDevice({ name: 'two', factory: two.factory, store });
        await whole.sync();
        expect(await namesOf(whole)).toEqual(['Ada', 'Bo']);
      });

      if (isWhole || kind === present.at(-1))
        test('old segments are repeated and cleared away once every device has them, and a new device gets everything', async () => {
          const { devices, files, at } = await joined('one', 'two');
          const [one, two] = devices as [Device, Device];
          await two.sync();
          for (let nth = 0; nth < 66; nth += 1) {
            await one.database.entities.put(person(`local:${nth % 7}`, `P${nth}`));
            await one.sync();
          }
          await one.sync();
          expect(filesIn(files, 'segments').length).toBeGreaterThan(60);
          // Nobody has acknowledged the repetition yet, so that everything is still there.
          await two.sync();
          for (const device of [one, two, one]) await device.sync();
          expect(filesIn(files, 'segments').length).toBeLessThan(5);
          const { user, password } = server;
          const late = await openDevice({
            name: 'late',
            store: { kind: 'webdav', remote: 'store-0001', key, url: at, user, password, name: 'late' },
          });
          await late.sync();
          expect(await namesOf(late)).toEqual(await namesOf(one));
        }, 60_000);
    },
  );
});

const segmentPath = (files: string, number: number): string => {
  const folder = join(files, folders.segments);
  const name = readdirSync(folder).find((each) => each.endsWith(String(number).padStart(8, '0')));
  return join(folder, name!);
};

function changeSegment(files: string, number: number, change: (bytes: Buffer) => void): void {
  const bytes = readFileSync(segmentPath(files, number));
  change(bytes);
  writeFileSync(segmentPath(files, number), bytes);
}

const replaySegment = (files: string, from: number, to: number): void =>
  writeFileSync(segmentPath(files, to), readFileSync(segmentPath(files, from)));

describe('the lock', () => {
  test('opens by passphrase and by recovery code, however they are typed', async () => {
    for (const words of [
      'correct horse',
      '  correct horse ',
      made.code,
      made.code.toLowerCase().replaceAll('-', ' '),
    ]) {
      const opened = await openLock(made.lock, words);
      expect(opened.ok && opened.value.dataKey).toEqual(made.opened.dataKey);
    }
  });

  test.each(['correct horze', '', '00000-00000-00000-00000-00000-00000'])('stays shut for "%s"', async (words) => {
    const opened = await openLock(made.lock, words);
    expect(opened.ok || opened.failure.code).toBe('PassphraseWrong');
  });

  test('another passphrase opens the same key, the old words no more', async () => {
    const next = await changePassphrase(made.opened, 'battery staple');
    const opened = await openLock(next.lock, 'battery staple');
    expect(opened.ok && opened.value.dataKey).toEqual(made.opened.dataKey);
    for (const old of ['correct horse', made.code]) expect((await openLock(next.lock, old)).ok).toBe(false);
  });

  test.each([
    ['another store’s id', { ...made.lock, store: 'store-0002' }],
    ['another salt', { ...made.lock, passphrase: { ...made.lock.passphrase, salt: btoa('0123456789abcdef') } }],
  ])('that was changed to %s opens nothing', async (_, lock) => {
    expect((await openLock(lock, 'correct horse')).ok).toBe(false);
  });

  test('that asks for endless work is refused', () => {
    const lock = { ...made.lock, passphrase: { ...made.lock.passphrase, memory: 2 ** 30 } };
    expect(parseLock(lock).ok).toBe(false);
    expect(parseLock(made.lock).ok).toBe(true);
  });
});
