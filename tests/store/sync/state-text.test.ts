import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import { StoreDatabase } from '../../../lib/store/schema.ts';
import { readOutbox } from '../../../lib/store/sync/outbox.ts';
import type { SyncRecordRow } from '../../../lib/store/sync/rows.ts';
import { blankStore } from '../../sync/devices.ts';
import { createFactory } from '../memory.ts';

const person = (id: string, name: string) => ({
  id: asEntityId(id),
  type: 'person' as const,
  name,
  aliases: [],
  description: '',
});

/** What lies there, by no means of ours. */
async function withBare<T>(indexedDB: IDBFactory, work: (bare: Dexie) => Promise<T>): Promise<T> {
  const bare = new Dexie('sidelight', { indexedDB, IDBKeyRange });
  await bare.open();
  try {
    return await work(bare);
  } finally {
    bare.close();
  }
}

const readings: readonly (readonly [string, (database: StoreDatabase) => PromiseLike<readonly SyncRecordRow[]>])[] = [
  ['by its key', async ({ syncRecords }) => [(await syncRecords.get(['entities', 'local:1'])) as SyncRecordRow]],
  ['by keys', async ({ syncRecords }) => (await syncRecords.bulkGet([['entities', 'local:1']])) as SyncRecordRow[]],
  ['by an index', ({ syncRecords }) => syncRecords.where('edit').above(0).limit(1).toArray()],
  ['by looking at each', ({ syncRecords }) => syncRecords.filter(({ state }) => state.id === 'local:1').toArray()],
];

test.each(readings)('a state lies there as a text, and is a tree to whoever reads it %s', async (_, read) => {
  const factory = createFactory();
  const database = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
  await database.entities.put(person('local:1', 'Ada'));
  const stored = await withBare(factory, (bare) => bare.table('syncRecords').toArray());
  expect(stored.map(({ state }: { readonly state: unknown }) => typeof state)).toEqual(['string']);
  const [row] = await read(database);
  expect(row?.state).toMatchObject({ table: 'entities', id: 'local:1', cells: { name: [{ value: 'Ada' }] } });
  database.close();
});

test('rows of before, which hold trees, are read and changed as any other', async () => {
  const factory = createFactory();
  const before = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
  await before.entities.bulkPut([person('local:1', 'Ada'), person('local:2', 'Bo')]);
  const trees = await before.syncRecords.toArray();
  before.close();
  await withBare(factory, (bare) => bare.table('syncRecords').bulkPut(trees));
  const after = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
  expect(await after.syncRecords.toArray()).toEqual(trees);
  await after.entities.update('local:1', { name: 'Ada Moreno' });
  await after.syncRecords.toCollection().modify({ asks: 1 });
  const changed = await after.syncRecords.toArray();
  expect(changed.map(({ state, asks }) => [state.cells['name']?.[0]?.value, asks])).toEqual([
    ['Ada Moreno', 1],
    ['Bo', 1],
  ]);
  const stored = await withBare(factory, (bare) => bare.table('syncRecords').toArray());
  expect(stored.map(({ state }: { readonly state: unknown }) => typeof state)).toEqual(['string', 'string']);
  after.close();
});

test.each(['table', 'id', 'seen', 'cells', 'gone'])(
  'a state without "%s" stops neither edits nor the outbox',
  async (lost) => {
    for (const form of ['text', 'tree']) {
      const factory = createFactory();
      const before = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
      await before.entities.bulkPut([person('local:1', 'Ada'), person('local:2', 'Bo')]);
      const [row] = await before.syncRecords.toArray();
      before.close();
      const state = Object.fromEntries(Object.entries(row?.state ?? {}).filter(([field]) => field !== lost));
      const broken = { ...row, state: form === 'text' ? JSON.stringify(state) : state };
      await withBare(factory, (bare) => bare.table('syncRecords').put(broken));
      const after = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
      const outbox = async () => (await readOutbox(after, blankStore, 64)).records.map(({ row: { id } }) => id);
      expect(await outbox()).toEqual(['local:2']);
      await after.entities.put(person('local:1', 'Ada Moreno'));
      expect(await outbox()).toEqual(['local:2', 'local:1']);
      after.close();
    }
  },
);
