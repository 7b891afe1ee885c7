import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallestBlock } from '../../../lib/store/sync/arrivals.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import { connectStore } from '../../../lib/sync/connect.ts';
import type { SyncStoreRow } from '../../../lib/store/sync/rows.ts';
import { type Device, openDevice, time } from '../devices.ts';
import { createFuse, fusedDatabase, fusedFetch } from '../faults/fuse.ts';
import { type Ground, grounds } from '../faults/grounds.ts';
import { otherCredit, otherPortrait, pictureOf, picturesOf, seen } from '../pictured.ts';

/** Every so manieth await is the last; `npm run test:faults` takes each. */
const stride = Number(process.env['SIDELIGHT_STRIDE'] ?? 67);
const timeout = stride === 1 ? 7_200_000 : 600_000;

const person = (id: string, name: string, description = '') => ({
  id: asEntityId(id),
  type: 'person' as const,
  name,
  aliases: [],
  description,
});
const note = (id: string, text: string) => ({ id, subject: 'p1', text, changedAt: 0 });

/** As many as are written and noted as one block. */
const crowd = (of: string) => Array.from({ length: smallestBlock }, (_, nth) => person(`${of}${nth}`, 'One of many'));

/** What everybody must have in the end, however it went. */
const wanted = {
  people: ['p0 Nought', 'p1 Ada Vidal: minister', 'p3 Cy', 'p4 Dee', 'p5 Eve', 'p6 Flo'],
  crowds: 2 * smallestBlock,
  texts: ['both', 'from one', 'from two', 'one alone', 'two alone'],
  conflicts: 1,
  pictures: [seen('p3', otherPortrait, otherCredit), seen('p4'), seen('p5')],
};

async function readAll({ database }: Device) {
  const all = await database.entities.toArray();
  const [named, crowds] = [all.filter(({ id }) => id.startsWith('p')), all.filter(({ id }) => !id.startsWith('p'))];
  const people = named.map(
    ({ id, name, description }) => `${id} ${name}${description === '' ? '' : `: ${description}`}`,
  );
  const texts = (await database.notes.toArray()).map(({ text }) => text).toSorted();
  return {
    people,
    crowds: crowds.length,
    texts,
    conflicts: await database.syncRecords.where('asks').equals(1).count(),
    pictures: await picturesOf({ database }),
  };
}

/** A connection that idled too long may break at its next use, which is not what is tried here. */
async function syncWhole(device: Device): Promise<void> {
  await expect.poll(() => device.sync(), { timeout: 20_000, interval: 100 }).toEqual({ end: 'done' });
}

/** Two devices that share something, and have each done something since that the other has not heard of. */
async function prepare(store: Partial<SyncStoreRow>): Promise<readonly [Device, Device]> {
  const one = await openDevice({ name: 'one', store });
  const two = await openDevice({ name: 'two', store });
  const shared = ['p0 Nought', 'p1 Ada', 'p2 Bo', 'p3 C', 'p4 D'].map((text) => {
    const [id = '', name = ''] = text.split(' ');
    return person(id, name);
  });
  await one.database.entities.bulkPut([...shared, person('p7', 'Gone')]);
  await one.database.notes.bulkPut([note('n1', 'before'), note('n2', 'both')]);
  await one.database.images.bulkPut([await pictureOf('p2'), await pictureOf('p3')]);
  await syncWhole(one);
  await syncWhole(two);
  time.now += 1000;
  await one.database.entities.bulkPut([
    person('p1', 'Ada Moreno', 'minister'),
    person('p3', 'Cy'),
    person('p5', 'Eve'),
    ...crowd('q'),
  ]);
  await one.database.entities.delete('p2');
  await one.database.notes.bulkPut([note('n1', 'from one'), note('n3', 'one alone')]);
  await one.database.images.bulkPut([await pictureOf('p3', otherPortrait, otherCredit), await pictureOf('p5')]);
  await one.database.images.delete(asEntityId('p2'));
  time.now += 1000;
  await two.database.entities.bulkPut([
    person('p1', 'Ada Vidal'),
    person('p4', 'Dee'),
    person('p6', 'Flo'),
    ...crowd('r'),
  ]);
  await two.database.entities.delete('p7');
  await two.database.notes.bulkPut([note('n1', 'from two'), note('n4', 'two alone')]);
  await two.database.images.put(await pictureOf('p4'));
  await syncWhole(two);
  time.now += 1000;
  return [one, two];
}

describe.each(grounds)('a worker that syncs with %s', (name, isPresent, start) => {
  describe.skipIf(!isPresent)(isPresent ? 'and dies' : `${name} is not installed here`, () => {
    let ground: Ground;
    beforeAll(async () => {
      ground = await start();
    }, 60_000);
    afterAll(() => ground.close());

    test(
      'at any await goes on afterwards: nothing is lost, nothing is there twice',
      async () => {
        let steps = 0;
        for (let left = 0; ; left += stride) {
          const { store } = await ground.makeStore();
          const [before, two] = await prepare(store);
          before.database.close();
          const fuse = createFuse();
          const connect = (row: SyncStoreRow) => connectStore(row, { fetch: fusedFetch(fuse), deviceName: 'one' });
          const { factory } = before;
          const options = { name: 'one', factory, store, connect };
          const one = await openDevice({ ...options, prepare: (database) => void database.use(fusedDatabase(fuse)) });
          Object.assign(fuse, { isLit: true, left });
          const end = await one.sync().catch(() => ({ end: 'dead' }));
          fuse.left = 0;
          one.database.close();
          steps = Math.max(steps, fuse.steps);
          // Its lease runs out.
          time.now += 120_000;
          const again = await openDevice({ name: 'one', factory, store });
          for (const device of [again, two, again, two])
            expect(await device.sync(), `step ${left}`).toEqual({ end: 'done' });
          for (const device of [again, two]) expect(await readAll(device), `step ${left}`).toEqual(wanted);
          for (const device of [again, two]) device.database.close();
          if (end.end === 'done') break;
        }
        expect(steps).toBeGreaterThan(40);
      },
      timeout,
    );
  });
});
