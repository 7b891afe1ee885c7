import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { segmentBuilder } from '../../lib/claim/compare/segment.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import { newestVersion, schemaVersions, StoreDatabase } from '../../lib/store/schema.ts';
import { StoreError } from '../../lib/store/failures.ts';
import { claimsOf, createFactory, openOn } from './memory.ts';

/** Version 1 as it was released, written out by hand so that no later change of the schema changes it too. */
const firstRelease = {
  entities: { keyPath: 'id', indexes: [] },
  facts: { keyPath: 'id', indexes: ['subject'] },
  claims: { keyPath: 'id', indexes: ['source', 'spoken', '*by'] },
  sources: { keyPath: 'id', indexes: ['url', 'readAt'] },
  notes: { keyPath: 'id', indexes: ['subject'] },
  overlays: { keyPath: 'id', indexes: [] },
  sightings: { keyPath: 'id', indexes: ['source', 'met'] },
  packs: { keyPath: 'id', indexes: [] },
  packParts: { keyPath: ['pack', 'generation', 'name'], indexes: ['pack', '[pack+generation]'] },
  meta: { keyPath: 'key', indexes: [] },
} as const;

function createFirstRelease(factory: IDBFactory, rows: Readonly<Record<string, readonly object[]>>): Promise<void> {
  return new Promise((resolve, reject) => {
    // Dexie counts in tens.
    const request = factory.open('sidelight', 10);
    request.addEventListener('error', () => reject(new Error(String(request.error))));
    request.addEventListener('upgradeneeded', () => {
      for (const [name, { keyPath, indexes }] of Object.entries(firstRelease)) {
        const table = request.result.createObjectStore(name, { keyPath: keyPath as string });
        for (const index of indexes) {
          if (index.startsWith('[')) table.createIndex(index, index.slice(1, -1).split('+'));
          else if (index.startsWith('*')) table.createIndex(index.slice(1), index.slice(1), { multiEntry: true });
          else table.createIndex(index, index);
        }
        for (const row of rows[name] ?? []) table.put(row);
      }
    });
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
  });
}

const kept = {
  entities: [{ id: 'local:zoe', type: 'person', name: 'Zoe Reader', aliases: [], description: 'Somebody' }],
  sources: [
    {
      id: 'local:s-1',
      url: 'https://a.example/1',
      title: 'One',
      publisher: null,
      authors: [],
      publishedAt: '2022-03-01',
      readAt: 1,
      contentHash: 'x',
    },
  ],
  claims: [
    {
      id: 'local:c-1',
      text: 'Zoe Reader said so.',
      kind: 'reported',
      speaker: 'local:zoe',
      about: [],
      quantities: [],
      saidAt: '2022-03-01',
      source: 'local:s-1',
      spoken: 'local:zoe\u00002022-03-01',
      by: ['local:zoe\u00002022-03-01'],
    },
  ],
  meta: [{ key: 'names-revision', value: 1 }],
};

test('a store of the first release opens with all that it held', async () => {
  const factory = createFactory();
  await createFirstRelease(factory, kept);
  const store = await openOn(factory);
  const zoe = asEntityId('local:zoe');
  expect((await store.briefs([zoe]))[0]?.name).toBe('Zoe Reader');
  expect((await (await store.knowledge()).findNames('Zoe Reader'))[0]?.candidates[0]?.id).toBe(zoe);
  const claims = await claimsOf(store, [zoe], 5);
  expect(claims.map(({ claim, source }) => [claim.text, source.title])).toEqual([['Zoe Reader said so.', 'One']]);
  expect(await store.rememberedAt(['http://www.a.example/1#top'])).toMatchObject({
    title: 'One',
    readAt: 1,
    claims: 1,
  });
});

test.each(schemaVersions.slice(0, -1).map(({ version }) => version))(
  'a store of version %i opens with all that it held, and is written to',
  async (version) => {
    const factory = createFactory();
    await createFirstRelease(factory, kept);
    const earlier = new StoreDatabase({ indexedDB: factory, IDBKeyRange }, schemaVersions.slice(0, version));
    await earlier.open();
    expect(earlier.verno).toBe(version);
    earlier.close();
    const store = await openOn(factory);
    const zoe = asEntityId('local:zoe');
    expect(store.database.verno).toBe(newestVersion);
    expect((await store.briefs([zoe]))[0]?.name).toBe('Zoe Reader');
    expect((await claimsOf(store, [zoe], 5)).map(({ claim }) => claim.text)).toEqual(['Zoe Reader said so.']);
    expect(await store.rememberedAt(['http://www.a.example/1'])).toMatchObject({ title: 'One', claims: 1 });
    expect((await store.edit({ kind: 'rename', id: zoe, name: 'Zoe Writer' }, 'you')).ok).toBe(true);
    expect((await store.briefs([zoe]))[0]?.name).toBe('Zoe Writer');
  },
);

test('a store that was brought up to date is laid out as one that is new', async () => {
  const layoutOf = async (factory: IDBFactory): Promise<unknown> => {
    const native = (await openOn(factory)).database.backendDB();
    const tables = [...native.objectStoreNames];
    const reading = native.transaction(tables);
    return tables.map((name) => {
      const { keyPath, autoIncrement, indexNames } = reading.objectStore(name);
      const indexes = [...indexNames].map((index) => {
        const { keyPath: path, multiEntry, unique } = reading.objectStore(name).index(index);
        return { index, path, multiEntry, unique };
      });
      return { name, keyPath, autoIncrement, indexes };
    });
  };
  const earlier = createFactory();
  await createFirstRelease(earlier, kept);
  expect(await layoutOf(createFactory())).toEqual(await layoutOf(earlier));
});

test('claims of the first release are compared with', async () => {
  const factory = createFactory();
  await createFirstRelease(factory, kept);
  const store = await openOn(factory);
  const { segments } = await (await store.knowledge()).openClaims({ urls: [], builder: segmentBuilder });
  expect(segments.flatMap(({ ids }) => ids)).toEqual(['local:c-1']);
  expect(await store.database.claimChanges.count()).toBe(0);
});

test('what a store of the first release held can be corrected, and the correction undone', async () => {
  const factory = createFactory();
  await createFirstRelease(factory, kept);
  const store = await openOn(factory);
  const zoe = asEntityId('local:zoe');
  const edited = await store.edit({ kind: 'rename', id: zoe, name: 'Zoe Writer' }, 'you');
  expect((await store.briefs([zoe]))[0]?.name).toBe('Zoe Writer');
  expect(edited.ok && (await store.undo(edited.value.history)).ok).toBe(true);
  expect((await store.briefs([zoe]))[0]?.name).toBe('Zoe Reader');
});

test('steps are taken in order, and each once', async () => {
  const factory = createFactory();
  await createFirstRelease(factory, kept);
  const taken: string[] = [];
  const steps = [
    ...schemaVersions,
    {
      version: 1001,
      tables: { sources: 'id, url, readAt, publisher' },
      upgrade: (transaction: {
        table(name: string): { toCollection(): { modify(change: object): PromiseLike<unknown> } };
      }) => {
        taken.push('1001');
        return transaction.table('sources').toCollection().modify({ publisher: 'The Paper' });
      },
    },
    { version: 1002, tables: { tags: 'id' }, upgrade: () => void taken.push('1002') },
  ];
  const options = { indexedDB: factory, IDBKeyRange };
  for (let opening = 0; opening < 2; opening += 1) {
    const database = new StoreDatabase(options, steps);
    expect(await database.sources.where('publisher').equals('The Paper').count()).toBe(1);
    expect(await database.entities.count()).toBe(1);
    database.close();
  }
  expect(taken).toEqual(['1001', '1002']);
});

test('a store of a later version is left alone', async () => {
  const factory = createFactory();
  await new Promise<void>((resolve) => {
    const request = factory.open('sidelight', 99_990);
    request.addEventListener('success', () => {
      request.result.close();
      resolve();
    });
  });
  const failure = await openOn(factory).then(
    () => null,
    (error: unknown) => (error instanceof StoreError ? error.failure.code : error),
  );
  expect(failure).toBe('StoreTooNew');
});

test('rows of the first release get states, so that they sync', async () => {
  const factory = createFactory();
  await createFirstRelease(factory, kept);
  const database = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
  const records = await database.syncRecords.toArray();
  const rows = Object.entries(kept).flatMap(([table, all]) =>
    all.map((row) => `${table} ${(row as { id?: string }).id}`),
  );
  expect(records.map(({ table, id }) => `${table} ${id}`).toSorted()).toEqual(
    rows.filter((row) => !/^(?:sightings|packs|meta)/u.test(row)).toSorted(),
  );
  database.close();
});

test('what was noted of remote stores beside the records lies with them', async () => {
  const options = { indexedDB: createFactory(), IDBKeyRange };
  const before = new StoreDatabase(
    options,
    schemaVersions.filter(({ version }) => version <= 8),
  );
  const person = { type: 'person' as const, aliases: [], description: '' };
  await before.entities.bulkPut([
    { ...person, id: asEntityId('local:1'), name: 'Ada' },
    { ...person, id: asEntityId('local:2'), name: 'Bo' },
  ]);
  const link = { table: 'entities', id: 'local:1', edit: 1 };
  await before.table('syncLinks').bulkPut([
    { ...link, store: 'desk', revision: '1-a' },
    { ...link, store: 'folder', revision: null },
  ]);
  before.close();
  const after = new StoreDatabase(options);
  expect((await after.syncRecords.toArray()).map(({ id, copies }) => [id, copies])).toEqual([
    ['local:1', { desk: { edit: 1, revision: '1-a' }, folder: { edit: 1, revision: null } }],
    ['local:2', undefined],
  ]);
  after.close();
});
