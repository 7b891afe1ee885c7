import { IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, expect, test, vi } from 'vitest';
import { StoreDatabase } from '../../../lib/store/schema.ts';
import { packFiles } from '../../pack/sources.ts';
import { sign, tryImport, wordFor } from './imports.ts';
import { createFactory, openOn } from '../memory.ts';

/** Text that hardly packs, so that a few thousand records are several transactions. */
function createNoise(): () => string {
  let state = 1;
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.';
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return letters.charAt(state >>> 26);
  };
  return () => Array.from({ length: 3_900 }, next).join('');
}

const noise = createNoise();
const people = Array.from({ length: 3_400 }, (_, i) =>
  JSON.stringify({ id: `test:p${i}`, type: 'person', name: `Ada ${i}`, aliases: [], description: noise() }),
);
const files = packFiles({ 'entities.jsonl': people.join('\n') });
for (const part of ['facts', 'claims', 'reviews']) files.set(`${part}.jsonl`, '');
const pack = await sign(files);

afterEach(() => {
  vi.restoreAllMocks();
});

const openBoth = async () => {
  const indexedDB = createFactory();
  const store = await openOn(indexedDB);
  return { store, database: new StoreDatabase({ indexedDB, IDBKeyRange }) };
};

test('what is wrong with the last part takes away what was written before it', async () => {
  expect(pack.length).toBeGreaterThan(9_000_000);
  const { store, database } = await openBoth();
  const spoilt = pack.slice();
  spoilt[spoilt.length - 20] = (spoilt.at(-20) ?? 0) ^ 1;
  const counts: number[] = [];
  const watch = setInterval(() => void database.packParts.count().then((count) => counts.push(count)), 5);
  expect(wordFor(await tryImport(store, spoilt))).toContain('entities/13');
  clearInterval(watch);
  expect(Math.max(...counts)).toBeGreaterThan(2);
  expect(await database.packParts.count()).toBe(0);
  expect(await store.listPacks()).toEqual({ packs: [], unfinished: [] });
  database.close();
});

test('a disk that is full on the way is said, leaves nothing, and the next attempt ends well', async () => {
  const { store, database } = await openBoth();
  const { put } = IDBObjectStore.prototype;
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, row, ...key) {
    if ((row as { readonly name?: string }).name === 'entities/7')
      throw new DOMException('the disk is full', 'QuotaExceededError');
    return put.call(this, row, ...key);
  });
  const refused = await tryImport(store, pack);
  expect(refused.ok ? null : refused.failure.code).toBe('QuotaExceeded');
  expect(await database.packParts.count()).toBe(0);
  vi.restoreAllMocks();
  expect(wordFor(await tryImport(store, pack))).toBe('installed');
  const [row] = await database.packs.toArray();
  expect(await database.packParts.count()).toBe(row?.parts);
  database.close();
});
