import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { readExport } from '../../../lib/store/exchange/read-export.ts';
import { salvageStore } from '../../../lib/store/exchange/salvage.ts';
import { openStore, type Store } from '../../../lib/store/store.ts';
import { createFactory, makePack, now, openOn, seedWith } from '../memory.ts';

const create = (store: Store, name: string) =>
  store.edit({ kind: 'create', entity: { type: 'person', name, aliases: [], description: '' } }, 'you');

/** Raises the version of the database, as a later version of the extension does. */
const raiseVersion = (factory: IDBFactory): Promise<void> =>
  new Promise((resolve, reject) => {
    const opening = factory.open('sidelight', 9990);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('unheardOf'));
    opening.addEventListener('error', () => reject(new Error('not opened')));
    opening.addEventListener('success', () => {
      opening.result.close();
      resolve();
    });
  });

test('what a later version wrote does not open, and is saved all the same; the file is taken in elsewhere', async () => {
  const factory = createFactory();
  const store = await openOn(factory);
  await create(store, 'Zoe Reader');
  store.close();
  await raiseVersion(factory);
  await expect(openOn(factory)).rejects.toMatchObject({ failure: { code: 'StoreTooNew' } });
  const found = await salvageStore({ indexedDB: factory, IDBKeyRange }, now);
  expect(found).toMatchObject({ lost: 0 });
  const other = await openStore({ indexedDB: createFactory(), IDBKeyRange });
  const read = await readExport(found?.content ?? new Blob());
  if (!read.ok) throw new Error(read.failure.code);
  await other.importRows(read.value, { usual: 'theirs', exceptions: new Set() });
  expect((await other.search('zoe')).map(({ name }) => name)).toEqual(['Zoe Reader']);
});

test('a pack whose index cannot be read leaves everything else readable', async () => {
  const factory = createFactory();
  const store = await openOn(factory);
  await seedWith(store, await makePack());
  await create(store, 'Zoe Reader');
  expect((await store.search('freedonia')).length).toBe(1);
  const [part] = await store.database.packParts.filter(({ name }) => name === 'index').toArray();
  await store.database.packParts.put({ ...part!, bytes: new Blob([new Uint8Array(400)]) });
  store.close();
  const again = await openOn(factory);
  expect(await again.search('freedonia')).toEqual([]);
  expect((await again.search('zoe')).map(({ name }) => name)).toEqual(['Zoe Reader']);
});

test('of a database that is not there nothing can be read', async () => {
  expect(await salvageStore({ indexedDB: createFactory(), IDBKeyRange }, now)).toBeNull();
});
