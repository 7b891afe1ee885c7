import { IDBKeyRange } from 'fake-indexeddb';
import { expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import { openStore, type Store } from '../../../lib/store/store.ts';
import { packFiles, withRecord } from '../../pack/sources.ts';
import { sign, tryImport, withManifest, wordFor } from './imports.ts';
import { createFactory, openOn } from '../memory.ts';

const ada = asEntityId('test:ada');
const first = await sign(packFiles());
const second = await sign(withManifest({ version: '2026.11.1' }, withRecord('entities', 0, { name: 'Ada Bis' })));

/** Generations whose index the store reads from now on. */
function watchIndexes({ database }: Store): readonly string[] {
  const read: string[] = [];
  const bulkGet = database.packParts.bulkGet.bind(database.packParts);
  database.packParts.bulkGet = ((keys: readonly [string, string, string][]) => {
    for (const [, generation, name] of keys) if (name === 'index') read.push(generation);
    return bulkGet([...keys]);
  }) as typeof bulkGet;
  return read;
}

const nameOf = async (store: Store): Promise<string | undefined> => (await store.briefs([ada]))[0]?.name;

/** One context that answers cards, another that imports and tells the first before it switches. */
async function twoContexts() {
  const factory = createFactory();
  const reader = await openOn(factory);
  const seen: (string | undefined)[] = [];
  const importer = await openStore({
    indexedDB: factory,
    IDBKeyRange,
    beforeSwitch: async (next) => {
      await reader.openAhead(next);
      seen.push(await nameOf(reader));
    },
  });
  return { reader, importer, seen };
}

test('an index is open before the switch, and until then the old answers', async () => {
  const { reader, importer, seen } = await twoContexts();
  expect(wordFor(await tryImport(importer, first))).toBe('installed');
  expect(wordFor(await tryImport(importer, second))).toBe('installed');
  expect(seen).toEqual([undefined, 'Ada Moreno']);
  const read = watchIndexes(reader);
  expect(await nameOf(reader)).toBe('Ada Bis');
  expect(read).toEqual([]);
});

test('the way back is opened ahead too, and what was left is not kept', async () => {
  const { reader, importer } = await twoContexts();
  await tryImport(importer, first);
  const [old] = await reader.database.packs.toArray();
  await tryImport(importer, second);
  await nameOf(reader);
  const read = watchIndexes(reader);
  // The index of the first version went with the switch.
  await reader.rollBack('test-pack');
  expect(read).toEqual([old?.generation]);
  expect(await nameOf(reader)).toBe('Ada Moreno');
  expect(read).toEqual([old?.generation]);
});

test('what cannot be opened ahead, or is not there, keeps nobody from switching', async () => {
  const factory = createFactory();
  const importer = await openStore({
    indexedDB: factory,
    IDBKeyRange,
    beforeSwitch: () => Promise.reject(new Error('nobody there')),
  });
  expect(wordFor(await tryImport(importer, first))).toBe('installed');
  const reader = await openOn(factory);
  const missing = reader.openAhead({ id: 'test-pack' as never, generation: '0'.repeat(64) });
  await expect(missing).rejects.toThrow('has no part index');
  expect(await nameOf(reader)).toBe('Ada Moreno');
});
