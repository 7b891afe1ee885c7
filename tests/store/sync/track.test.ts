import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { toRow } from '../../../lib/merge/cells.ts';
import { policyOf } from '../../../lib/merge/policy.ts';
import { lifeOf } from '../../../lib/merge/record.ts';
import { asEntityId, asFactId, asSourceId } from '../../../lib/model/ids.ts';
import { StoreDatabase } from '../../../lib/store/schema.ts';
import { takeLease } from '../../../lib/store/sync/clock.ts';
import { isSynced } from '../../../lib/store/sync/track.ts';
import { createFactory, makeAnalysis, now, openOn } from '../memory.ts';

const zoe = { id: asEntityId('local:zoe'), type: 'person' as const, name: 'Zoe', aliases: [], description: '' };
const factOf = (nth: number) => ({
  id: asFactId(`local:f${nth}`),
  subject: zoe.id,
  predicate: 'award',
  value: { text: `${nth}` },
  source: asSourceId('local:s'),
});

const openDatabase = async (factory = createFactory(), clock = () => now): Promise<StoreDatabase> => {
  const database = new StoreDatabase({ indexedDB: factory, IDBKeyRange, now: clock });
  await database.open();
  return database;
};

/** The rule that everything else rests on: each synced row is what its state says, and nothing else lives. */
async function expectInStep(database: StoreDatabase): Promise<void> {
  const records = await database.syncRecords.toArray();
  const edits = records.map(({ edit }) => edit);
  expect(new Set(edits).size).toBe(edits.length);
  for (const { name } of database.tables.filter((table) => isSynced(table.name))) {
    const rows = (await database.table(name).toArray()) as { id: string }[];
    const living = records.filter(({ table, state }) => table === name && lifeOf(state) !== 'deleted');
    expect(living.map(({ id }) => id).toSorted()).toEqual(rows.map(({ id }) => id).toSorted());
    for (const { id, state } of living)
      expect(toRow(state, policyOf(name))).toEqual(JSON.parse(JSON.stringify(rows.find((row) => row.id === id))));
  }
}

describe('a write of the reader’s leaves its state beside it', () => {
  test.each<[string, (database: StoreDatabase) => Promise<unknown>]>([
    ['add', (database) => database.entities.add({ ...zoe, id: asEntityId('local:new') })],
    ['put', (database) => database.entities.put({ ...zoe, name: 'Zoë' })],
    ['update', (database) => database.entities.update('local:zoe', { description: 'Somebody' })],
    ['bulkPut', (database) => database.facts.bulkPut([5, 6, 7].map(factOf))],
    ['bulkUpdate', (database) => database.facts.bulkUpdate([{ key: 'local:f1', changes: { predicate: 'x' } }])],
    ['modify', (database) => database.facts.where('subject').equals(zoe.id).modify({ predicate: 'memberOf' })],
    ['delete', (database) => database.entities.delete('local:zoe')],
    ['bulkDelete', (database) => database.facts.bulkDelete(['local:f1', 'local:f2'])],
    ['a deleted range', (database) => database.facts.where('id').above('local:f1').delete()],
    ['a deleted index range', (database) => database.facts.where('subject').equals(zoe.id).delete()],
    ['clear', (database) => database.facts.clear()],
    [
      'deleted and written again',
      (database) =>
        database.transaction('rw', database.facts, async () => {
          await database.facts.clear();
          await database.facts.bulkPut([factOf(2), { ...factOf(1), predicate: 'other' }]);
        }),
    ],
    [
      'an add that fails among others',
      (database) => database.facts.bulkAdd([factOf(1), factOf(9)]).catch(() => undefined),
    ],
    [
      'a transaction that is given up',
      (database) =>
        database
          .transaction('rw', database.facts, async () => {
            await database.facts.clear();
            throw new Error('no');
          })
          .catch(() => undefined),
    ],
  ])('%s', async (_, write) => {
    const database = await openDatabase();
    await database.entities.put(zoe);
    await database.facts.bulkPut([1, 2, 3].map(factOf));
    await expectInStep(database);
    await write(database);
    await expectInStep(database);
  });

  test('an article that is read again, changed', async () => {
    const factory = createFactory();
    const store = await openOn(factory);
    const read = (texts: string[]) =>
      store.remember(
        makeAnalysis({
          url: 'https://a.example/',
          publishedAt: '2026-01-01',
          figures: [],
          said: texts.map((text) => ({ text, speaker: null, about: [] })),
        }),
      );
    await read(['One.', 'Two.']);
    await read(['Two.', 'Three.']);
    await expectInStep(await openDatabase(factory));
  });
});

test('a row that is saved as it is makes no change to send', async () => {
  const database = await openDatabase();
  await database.entities.put(zoe);
  const before = await database.syncRecords.toArray();
  await database.entities.put({ ...zoe });
  expect(await database.syncRecords.toArray()).toEqual(before);
});

test('two contexts that write at once never share a stamp or an edit', async () => {
  const factory = createFactory();
  const [one, two] = await Promise.all([openDatabase(factory), openDatabase(factory)]);
  await Promise.all(
    Array.from({ length: 40 }, (_, nth) =>
      (nth % 2 === 0 ? one : two).facts.put({ ...factOf(nth % 5), predicate: `p${nth}` }),
    ),
  );
  await expectInStep(one);
  const stamps = (await one.syncRecords.toArray()).map(({ state }) => Object.values(state.seen).join());
  expect(new Set(stamps).size).toBe(stamps.length);
});

test('onWrite tells of the reader’s writes', async () => {
  const database = await openDatabase();
  let told = 0;
  database.onWrite = () => (told += 1);
  await database.entities.put(zoe);
  await database.meta.put({ key: 'names-revision', value: 1 });
  expect(told).toBe(1);
});

describe('what keeps time is broken', () => {
  test.each([
    ['nothing but its name', {}],
    ['other kinds of values', { device: 7, time: 'late', edit: null }],
    ['numbers that count nothing', { device: 'abc', time: Number.NaN, edit: 0.5 }],
  ])('a clock with %s is begun anew, behind every change that was counted', async (_, fields) => {
    const database = await openDatabase();
    await database.entities.add(zoe);
    const before = (await database.syncRecords.get(['entities', zoe.id]))!.edit;
    await database.syncMeta.put({ key: 'clock', ...fields } as never);
    await database.facts.bulkAdd([factOf(1), factOf(2)]);
    const after = (await database.syncRecords.bulkGet([1, 2].map((nth) => ['facts', `local:f${nth}`]))).map(
      (row) => row!.edit,
    );
    for (const edit of after) expect(edit).toBeGreaterThan(before);
    const clock = await database.syncMeta.get('clock');
    expect(clock).toMatchObject({ device: expect.stringMatching(/^\w{12}$/) as string, edit: Math.max(...after) });
    await expectInStep(database);
    database.close();
  });

  test('a lease that says no end is anybody’s', async () => {
    const database = await openDatabase();
    await database.syncMeta.put({ key: 'lease', holder: 'another' } as never);
    expect(await takeLease(database, { holder: 'this', now })).toBe(true);
    database.close();
  });
});
