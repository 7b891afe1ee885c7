import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import { forget } from '../../../lib/store/memory/forget.ts';
import { schemaVersions, StoreDatabase } from '../../../lib/store/schema.ts';
import { applyPage } from '../../../lib/store/sync/apply.ts';
import type { Arrived } from '../../../lib/store/sync/arrived.ts';
import { takeLease } from '../../../lib/store/sync/clock.ts';
import { countPending, markDelivered, readOutbox } from '../../../lib/store/sync/outbox.ts';
import { forgetStore, putStore, readStore, repeatSent, rescanStore } from '../../../lib/store/sync/stores.ts';
import { acceptsRow } from '../../../lib/sync/accept.ts';
import { blankStore, readRecords } from '../../sync/devices.ts';
import { createFactory } from '../memory.ts';

const lease = { holder: 'test', now: 1_000_000 };
const many = 100;

const person = (nth: number, name = `Person ${nth}`) => ({
  id: asEntityId(`local:${String(nth).padStart(3, '0')}`),
  type: 'person' as const,
  name,
  aliases: [],
  description: '',
});
const people = Array.from({ length: many }, (_, nth) => person(nth));

async function openOne(factory = createFactory()): Promise<StoreDatabase> {
  const database = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
  await database.open();
  for (const id of ['desk', 'folder']) await putStore(database, { ...blankStore, id, name: id });
  await takeLease(database, lease);
  return database;
}

/** What another device, on which that was done, has to tell. */
async function told(work: (there: StoreDatabase) => PromiseLike<unknown>): Promise<Arrived[]> {
  const there = await openOne();
  await work(there);
  const rows = await there.syncRecords.toArray();
  return rows.map(({ state, id }) => ({ state, revision: `1-${id}`, leaves: [] }));
}

let cursors = 0;
const arrive = (database: StoreDatabase, records: readonly Arrived[], { store = 'desk', isNew = true } = {}) =>
  applyPage(database, { store, records, cursor: (cursors += 1), accepts: acceptsRow, isNew }, lease);

async function outboxOf(database: StoreDatabase, id: string) {
  const records = [];
  let store = (await readStore(database, id))!;
  for (;;) {
    const page = await readOutbox(database, store, 64);
    records.push(...page.records);
    store = { ...store, pushed: page.upTo };
    if (!page.more) return { records, upTo: page.upTo };
  }
}

async function send(database: StoreDatabase, id: string, word: string): Promise<readonly string[]> {
  const { records, upTo } = await outboxOf(database, id);
  const taken = records.map((record) => ({ ...record, newRevision: `${word}-${record.row.id}` }));
  await markDelivered(database, { store: id, taken, refused: [], upTo, journal: null }, lease);
  return records.map(({ row }) => row.id);
}

const nameOf = async (database: StoreDatabase, nth: number) => (await database.entities.get(person(nth).id))?.name;

async function filled(): Promise<StoreDatabase> {
  const database = await openOne();
  await arrive(database, await told((there) => there.entities.bulkPut(people)));
  return database;
}

test('what arrives together lies in one row, and each record is found by its key', async () => {
  const database = await filled();
  expect([await database.syncRecords.count(), await database.syncArrivals.count()]).toEqual([0, 1]);
  expect(await database.entities.count()).toBe(many);
  const [found, none] = await database.syncRecords.bulkGet([
    ['entities', person(7).id],
    ['entities', 'local:nobody'],
  ]);
  expect(found).toMatchObject({ id: person(7).id, copies: { desk: { revision: `1-${person(7).id}` } } });
  expect(none).toBeUndefined();
});

test('few records, and those that ask something, get rows of their own', async () => {
  const database = await openOne();
  await arrive(database, await told((there) => there.entities.bulkPut(people.slice(0, 5))));
  expect([await database.syncRecords.count(), await database.syncArrivals.count()]).toEqual([5, 0]);
});

test('an edit takes a record out of its block: it alone goes back, with the revision that came', async () => {
  const database = await filled();
  expect((await outboxOf(database, 'desk')).records).toEqual([]);
  expect(await countPending(database, (await readStore(database, 'desk'))!)).toBe(0);
  await database.entities.put(person(7, 'Another name'));
  const { records } = await outboxOf(database, 'desk');
  expect(records).toMatchObject([{ revision: `1-${person(7).id}`, isNew: false, row: { id: person(7).id } }]);
  expect(records[0]?.row.state.cells['name']).toHaveLength(1);
});

test('another store is sent all of a block, each record once', async () => {
  const database = await filled();
  await database.entities.put(person(7, 'Another name'));
  expect(await countPending(database, (await readStore(database, 'folder'))!)).toBe(many + 1);
  const { records } = await outboxOf(database, 'folder');
  expect(records.map(({ row }) => row.id).toSorted()).toEqual(people.map(({ id }) => id));
  expect(records.every(({ isNew }) => isNew)).toBe(true);
});

test('a record that arrives in two pages is joined, not written over', async () => {
  const database = await filled();
  const others = await told(async (there) => {
    await there.entities.bulkPut([...people.slice(50), ...Array.from({ length: 40 }, (_, nth) => person(200 + nth))]);
    await there.entities.put(person(99, 'Their name'));
  });
  expect(await arrive(database, others)).toMatchObject({ wasNew: false });
  const records = await readRecords(database);
  expect(records).toHaveLength(many + 40);
  const both = records.find(({ id }) => id === person(99).id)!;
  expect(both.state.cells['name']?.map(({ value }) => value).toSorted()).toEqual(['Person 99', 'Their name']);
  expect(both.asks).toBe(1);
  expect(await database.syncArrivals.count()).toBe(2);
});

test('a page that arrives twice changes nothing', async () => {
  const database = await openOne();
  const page = await told((there) => there.entities.bulkPut(people));
  await arrive(database, page);
  const before = await readRecords(database);
  await arrive(database, page);
  await arrive(database, page, { isNew: false });
  expect(await readRecords(database)).toEqual(before);
});

test('a deletion of what lies in a block is held back, and takes the row away when it is settled', async () => {
  const database = await filled();
  const gone = await told(async (there) => {
    await applyPage(
      there,
      {
        store: 'desk',
        records: (await readRecords(database)).map(({ state }) => ({ state, revision: null, leaves: [] })),
        cursor: 1,
        accepts: acceptsRow,
        isNew: true,
      },
      lease,
    );
    await there.entities.delete(person(3).id);
  });
  await arrive(database, gone, { isNew: false });
  expect(await database.syncRecords.where('held').equals(1).primaryKeys()).toEqual([['entities', person(3).id]]);
  expect(await nameOf(database, 3)).toBe('Person 3');
});

test('what a reader forgets stays in no block', async () => {
  const database = await openOne();
  const source = { url: null, publisher: null, authors: [], publishedAt: null, contentHash: '', urls: [] };
  const rows = people.map(({ id, name }) => ({ ...source, id, title: `Secret of ${name}`, readAt: 5 }));
  await arrive(database, await told((there) => there.table('sources').bulkPut(rows)));
  await forget(database, { kind: 'all' });
  expect(await database.sources.count()).toBe(0);
  expect(JSON.stringify(await database.syncArrivals.toArray())).not.toContain('Secret');
  expect(JSON.stringify(await readRecords(database))).not.toContain('Secret');
});

test('what is sent together is noted in one row; a later edit follows the revision that was answered', async () => {
  const database = await openOne();
  await database.entities.bulkPut(people);
  expect(await send(database, 'desk', '1')).toHaveLength(many);
  expect(await database.syncReceipts.count()).toBe(1);
  expect((await readRecords(database))[7]?.copies).toMatchObject({ desk: { revision: `1-${person(7).id}` } });
  await database.entities.put(person(7, 'Another name'));
  expect((await outboxOf(database, 'desk')).records).toMatchObject([{ revision: `1-${person(7).id}`, isNew: false }]);
  await send(database, 'desk', '2');
  await database.entities.delete(person(7).id);
  expect((await outboxOf(database, 'desk')).records).toMatchObject([{ revision: `2-${person(7).id}`, isNew: false }]);
  expect(await send(database, 'folder', '1')).toHaveLength(many - 1);
});

test('what was sent to another store in between is followed there as well', async () => {
  const database = await openOne();
  await database.entities.bulkPut(people);
  await send(database, 'desk', 'd');
  await send(database, 'folder', 'f');
  await database.entities.put(person(7, 'Another name'));
  for (const [store, word] of [
    ['desk', 'd'],
    ['folder', 'f'],
  ] as const)
    expect((await outboxOf(database, store)).records).toMatchObject([{ revision: `${word}-${person(7).id}` }]);
});

const resets = [
  ['a rescan', 'desk', (database: StoreDatabase) => rescanStore(database, 'desk', {}), many],
  ['everything sent once more', 'desk', (database: StoreDatabase) => repeatSent(database, 'desk', null), many],
  ['a rescan of another store', 'folder', (database: StoreDatabase) => rescanStore(database, 'folder', {}), 0],
] as const;

test.each(resets)('after %s the outbox holds what it should', async (_, __, reset, wanted) => {
  const database = await openOne();
  await database.entities.bulkPut(people);
  await send(database, 'desk', '1');
  await reset(database);
  expect(await send(database, 'desk', '2')).toHaveLength(wanted);
});

test('a rescan sends again what came in a block, unless it arrives once more', async () => {
  const database = await filled();
  await rescanStore(database, 'desk', {});
  expect((await outboxOf(database, 'desk')).records).toHaveLength(many);
});

test('a store that is removed leaves the records, and nothing said of it', async () => {
  const database = await filled();
  await database.entities.put(person(500));
  await send(database, 'folder', '1');
  for (const id of ['desk', 'folder']) await forgetStore(database, id);
  expect([await database.syncArrivals.count(), await database.syncReceipts.count()]).toEqual([0, 0]);
  const records = await readRecords(database);
  expect(records).toHaveLength(many + 1);
  expect(records.every(({ copies }) => Object.keys(copies ?? {}).length === 0)).toBe(true);
});

test('a store of the version before goes on where it was', async () => {
  const factory = createFactory();
  const options = { indexedDB: factory, IDBKeyRange };
  const before = new StoreDatabase(
    options,
    schemaVersions.filter(({ version }) => version <= 10),
  );
  await putStore(before, { ...blankStore, id: 'desk', pushed: 2 });
  await before.entities.bulkPut(people.slice(0, 3));
  await before.syncRecords
    .where('edit')
    .belowOrEqual(2)
    .modify((row, holder) => {
      holder.value = { ...row, copies: { desk: { edit: row.edit, revision: `1-${row.id}` } } };
    });
  before.close();
  const after = new StoreDatabase(options);
  await after.open();
  await takeLease(after, lease);
  await after.entities.put(person(0, 'Another name'));
  const { records } = await outboxOf(after, 'desk');
  expect(records.map(({ row, revision }) => [row.id, revision])).toEqual([
    [person(2).id, null],
    [person(0).id, `1-${person(0).id}`],
  ]);
  await arrive(after, await told((there) => there.entities.bulkPut(people.slice(3))));
  expect(await after.entities.count()).toBe(many);
});

/** As a torn write leaves the block: one state is cut short. */
async function cut(database: StoreDatabase, nth: number): Promise<void> {
  await database.syncArrivals.toCollection().modify((block) => {
    const at = block.keys.indexOf(`entities\u0000${person(nth).id}`);
    Object.assign(block, { states: block.states.with(at, block.states[at]!.slice(0, 20)) });
  });
}

const idsOf = async (database: StoreDatabase): Promise<readonly (string | undefined)[]> =>
  (await database.syncRecords.bulkGet(people.map(({ id }) => ['entities', id]))).map((row) => row?.id);

test('a broken record of a block is passed over, and keeps no other from being read, sent, changed or forgotten', async () => {
  const database = await filled();
  await cut(database, 7);
  expect(await idsOf(database)).toEqual(people.map(({ id }, nth) => (nth === 7 ? undefined : id)));
  expect(await send(database, 'folder', '1')).toHaveLength(many - 1);
  await database.entities.put(person(7, 'Changed'));
  expect(await send(database, 'folder', '2')).toEqual([person(7).id]);
  await cut(database, 8);
  await forgetStore(database, 'desk');
  expect(await database.syncArrivals.count()).toBe(0);
  expect(await idsOf(database)).toEqual(people.map(({ id }, nth) => (nth === 8 ? undefined : id)));
});

test('what comes again whole takes the place of what is broken', async () => {
  const database = await filled();
  await cut(database, 7);
  const again = await told((there) =>
    there.entities.bulkPut([...people, ...people.slice(50).map((_, nth) => person(many + nth))]),
  );
  await arrive(database, again, { isNew: false });
  expect(await idsOf(database)).toEqual(people.map(({ id }) => id));
  expect(await database.syncArrivals.count()).toBe(2);
});

test('a block that lacks what blocks have is passed over', async () => {
  const database = await filled();
  const [block] = await database.syncArrivals.toArray();
  await database.syncArrivals.add({ store: 'desk', first: 500, last: 500, keys: ['entities\u0000a'] } as never);
  await database.syncArrivals.put({ ...block!, states: null } as never);
  expect((await idsOf(database)).filter((id) => id !== undefined)).toEqual([]);
  expect(await send(database, 'folder', '1')).toEqual([]);
  await forgetStore(database, 'desk');
});
