import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import { eraseTraces, traceTables } from '../../../lib/store/memory/erase.ts';
import { StoreDatabase } from '../../../lib/store/schema.ts';
import { takeLease } from '../../../lib/store/sync/clock.ts';
import { countPending, markDelivered, readOutbox } from '../../../lib/store/sync/outbox.ts';
import { putStore, readStore, reissueDevice, rescanStore } from '../../../lib/store/sync/stores.ts';
import { blankStore, readRecords } from '../../sync/devices.ts';
import { createFactory } from '../memory.ts';

/** What a big file leaves beside its rows: states in blocks, which no other store has. */

const lease = { holder: 'test', now: 1_000_000 };
const many = 1_100;

const person = (nth: number, name = `Person ${nth}`) => ({
  id: asEntityId(`local:${String(nth).padStart(4, '0')}`),
  type: 'person' as const,
  name,
  aliases: [],
  description: '',
});
const people = Array.from({ length: many }, (_, nth) => person(nth));

async function filled(): Promise<StoreDatabase> {
  const database = new StoreDatabase({ indexedDB: createFactory(), IDBKeyRange });
  await database.open();
  for (const id of ['desk', 'folder']) await putStore(database, { ...blankStore, id, name: id });
  await takeLease(database, lease);
  await database.entities.bulkPut(people);
  return database;
}

async function send(database: StoreDatabase, id: string): Promise<readonly string[]> {
  const sent: string[] = [];
  for (;;) {
    const page = await readOutbox(database, (await readStore(database, id))!, 64);
    const taken = page.records.map((record) => ({ ...record, newRevision: `1-${record.row.id}` }));
    await markDelivered(database, { store: id, taken, refused: [], upTo: page.upTo, journal: null }, lease);
    sent.push(...page.records.map(({ row }) => row.id));
    if (!page.more) return sent;
  }
}

test('many new rows have their states in few rows, each of which is found', async () => {
  const database = await filled();
  expect([await database.syncRecords.count(), await database.syncArrivals.count()]).toEqual([0, 3]);
  const records = await readRecords(database);
  expect(records.map(({ id }) => id)).toEqual(people.map(({ id }) => id));
  expect(new Set(records.map(({ edit }) => edit)).size).toBe(many);
  expect(records.every(({ copies }) => copies === undefined)).toBe(true);
});

test('many rows that are written once more go on from what was known of them', async () => {
  const database = await filled();
  const before = await readRecords(database);
  await database.entities.bulkPut(people);
  expect(await readRecords(database)).toEqual(before);
  await database.entities.bulkPut([...people.map(({ id }, nth) => ({ ...person(nth, 'Other'), id })), person(9_000)]);
  const after = await readRecords(database);
  expect(after).toHaveLength(many + 1);
  for (const [nth, { state }] of before.entries())
    expect(after[nth]?.state.cells['type']?.[0]?.stamp).toBe(state.cells['type']?.[0]?.stamp);
});

test('every store is sent all of them once, and once more after a rescan', async () => {
  const database = await filled();
  expect(await countPending(database, (await readStore(database, 'desk'))!)).toBe(many);
  for (const store of ['desk', 'folder']) {
    expect((await send(database, store)).toSorted()).toEqual(people.map(({ id }) => id));
    expect(await send(database, store)).toEqual([]);
  }
  await database.entities.put(person(7, 'Another name'));
  expect(await send(database, 'desk')).toEqual([person(7).id]);
  await rescanStore(database, 'desk', {});
  expect((await send(database, 'desk')).toSorted()).toEqual(people.map(({ id }) => id));
  expect(await send(database, 'folder')).toEqual([person(7).id]);
});

test('traces that are erased stay in no block', async () => {
  const database = await filled();
  const gone = people.slice(0, 600).map(({ id }) => id);
  await database.transaction('rw', [database.entities, ...traceTables(database)], async () => {
    await database.entities.bulkDelete(gone);
    await eraseTraces(database, 'entities', gone);
  });
  const names = (await database.syncArrivals.toArray()).flatMap(({ states }) => states).join();
  expect([names.includes('"Person 7"'), names.includes('"Person 700"')]).toEqual([false, true]);
  expect((await readRecords(database)).map(({ id }) => id)).toEqual(people.slice(600).map(({ id }) => id));
});

test('a profile that is the copy of another gives their writes its new name', async () => {
  const database = await filled();
  const device = await reissueDevice(database, 0);
  for (const { state } of await readRecords(database)) expect(Object.keys(state.seen)).toEqual([device]);
});

test('a big file that brings again what lies broken in a block has states for all of its rows', async () => {
  const database = await filled();
  await database.syncArrivals.toCollection().modify((block) => {
    const at = block.keys.indexOf(`entities\u0000${person(7).id}`);
    if (at >= 0) Object.assign(block, { states: block.states.with(at, block.states[at]!.slice(0, 20)) });
  });
  const others = Array.from({ length: 700 }, (_, nth) => person(2_000 + nth));
  await database.entities.bulkPut([person(7), ...others]);
  const records = await readRecords(database);
  expect(records.map(({ id }) => id)).toEqual([...people, ...others].map(({ id }) => id));
  expect((await send(database, 'desk')).toSorted()).toEqual(records.map(({ id }) => id));
});
