import { expect, test } from 'vitest';
import { ok } from '../../lib/model/result.ts';
import type { Remote } from '../../lib/sync/remote.ts';
import { blankStore, openDevice, time } from './devices.ts';

test('a server that always has more keeps no other from its turn, and is gone on with where it was', async () => {
  const asked: unknown[] = [];
  const endless: Remote = {
    look: async () => ok('changed'),
    pull: async (cursor) => {
      time.now += 600_000;
      if (asked.push(cursor) > 99) throw new Error('it was asked on and on');
      return ok({ records: [], cursor: Number(cursor) + 1, more: true, devices: {}, unreadable: [], late: [] });
    },
    begin: async () => ok({}),
    push: async () => ok({ taken: [], refused: [], trouble: null, journal: null }),
    readPicture: async () => ok(null),
    afresh: (journal) => journal,
    settle: async (cursor, { journal }) => ok({ journal, cursor, repeatsAll: false }),
  };
  const device = await openDevice({ name: 'here', store: blankStore, connect: () => endless });
  const cursor = async () => (await device.database.syncStores.get(blankStore.id))?.cursor;
  expect(await device.sync()).toEqual({ end: 'not-now' });
  const first = Number(await cursor());
  expect(first).toBeGreaterThan(1);
  expect(await device.sync()).toEqual({ end: 'not-now' });
  expect(Number(await cursor())).toBeGreaterThan(first);
});
