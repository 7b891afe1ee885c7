import { expect, test } from 'vitest';
import { asDeviceId, toMoment, toStamp } from '../../lib/merge/clock.ts';
import { removeRow, emptyState, writeRow } from '../../lib/merge/write.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import { ok } from '../../lib/model/result.ts';
import type { Arrived } from '../../lib/store/sync/arrived.ts';
import type { Remote } from '../../lib/sync/remote.ts';
import { openDevice } from './devices.ts';

/** Whoever shows the store is told of what other devices wrote, and of nothing else. */

const elsewhere = asDeviceId('elsewhere000');
const person = { id: asEntityId('local:a'), type: 'person', name: 'Ada Bell', aliases: [], description: '' } as const;
const written = writeRow(emptyState('entities', person.id), person, toStamp(toMoment(1000), elsewhere));
const deleted = removeRow(written, toStamp(toMoment(2000), elsewhere));

const remoteOf = (pages: Arrived[][]): Remote => ({
  look: async () => ok('changed'),
  pull: async () =>
    ok({ records: pages.shift() ?? [], cursor: pages.length, more: false, devices: {}, unreadable: [], late: [] }),
  begin: async () => ok({}),
  push: async () => ok({ taken: [], refused: [], trouble: null, journal: null }),
  readPicture: async () => ok(null),
  afresh: (journal) => journal,
  settle: async (cursor, { journal }) => ok({ journal, cursor, repeatsAll: false }),
});

test('what another device wrote and deleted is told of; what is here already, and nothing, are not', async () => {
  const arrive = (state: typeof written): Arrived[] => [{ state, revision: '1', leaves: [] }];
  const pages = [arrive(written), arrive(written), [], arrive(deleted)];
  let told = 0;
  const device = await openDevice({ name: 'here', store: {}, connect: () => remoteOf(pages) });
  device.database.onArrival = () => (told += 1);
  const counts: number[] = [];
  for (let run = 0; run < 4; run += 1) {
    expect(await device.sync()).toEqual({ end: 'done' });
    counts.push(told);
  }
  expect(counts.slice(0, 3)).toEqual([1, 1, 1]);
  expect(counts[3]).toBeGreaterThan(1);
  expect(await device.database.entities.count()).toBe(0);
});
