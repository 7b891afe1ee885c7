import { describe, expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { LostPart } from '../../../lib/model/pack.ts';
import { mendPacks } from '../../../lib/store/packs/mend.ts';
import type { Store } from '../../../lib/store/store.ts';
import { manifest, packFiles, records, withRecord } from '../../pack/sources.ts';
import { sign, tryImport } from './imports.ts';
import { createFactory, makePack, openOn, seedWith } from '../memory.ts';

const made = await makePack();
const ada = asEntityId('test:ada');

const lostOf = async (store: Store): Promise<readonly LostPart[] | undefined> =>
  (await store.listPacks()).packs.find(({ id }) => id === manifest.id)?.lost;

/** Answers what was asked for of what comes with the extension. */
async function mend(store: Store): Promise<string[]> {
  const asked: string[] = [];
  await mendPacks(store, [made.pack], ({ id }) => {
    asked.push(id);
    return Promise.resolve(made.file);
  });
  return asked;
}

/** As a disk loses them: `bytes` in place of what was there. */
async function lose(factory: IDBFactory, names: readonly string[], bytes = new Uint8Array(40)): Promise<void> {
  const store = await openOn(factory);
  const parts = store.database.packParts.filter(({ pack, name }) => pack === manifest.id && names.includes(name));
  expect(await parts.modify({ bytes })).toBe(names.length);
  store.close();
}

describe('a built-in pack', () => {
  async function seeded(): Promise<IDBFactory> {
    const factory = createFactory();
    const store = await openOn(factory);
    await seedWith(store, made);
    store.close();
    return factory;
  }

  test('that is whole is left alone', async () => {
    expect(await mend(await openOn(await seeded()))).toEqual([]);
  });

  test.each<LostPart>(['index', 'search'])('whose %s is lost is put back, and answers at once', async (part) => {
    const factory = await seeded();
    await lose(factory, [part]);
    const store = await openOn(factory);
    const answers = async () => [(await store.search('Ada')).length > 0, (await store.briefs([ada])).length];
    expect(await answers()).toEqual([false, part === 'index' ? 0 : 1]);
    expect(await lostOf(store)).toEqual([part]);
    expect(await mend(store)).toEqual([made.pack.id]);
    expect(await lostOf(store)).toEqual([]);
    expect(await answers()).toEqual([true, 1]);
  });
});

describe('a pack that the reader added', () => {
  /** With entities that only other packs hold: a fact's subject, its value, and whom a claim is about. */
  const files = packFiles({
    'facts.jsonl': JSON.stringify({ ...records.facts[3], of: 'wd:Q1726', value: { entity: 'wd:Q64' } }),
    'claims.jsonl': JSON.stringify({ ...records.claims[0], about: ['wd:Q90', 'wd:Q64'] }),
  });

  async function withPack(): Promise<IDBFactory> {
    const factory = createFactory();
    const store = await openOn(factory);
    expect((await tryImport(store, await sign(files))).ok).toBe(true);
    store.close();
    return factory;
  }

  test.each([[['index']], [['search']], [['index', 'search']]])(
    'that has lost %j has it made anew from its records',
    async (parts) => {
      const factory = await withPack();
      await lose(factory, parts);
      const store = await openOn(factory);
      expect(await store.search('Ada')).toEqual([]);
      expect(await lostOf(store)).toEqual(parts);
      expect(await mend(store)).toEqual([]);
      expect(await lostOf(store)).toEqual([]);
      expect((await store.search('Ada')).map(({ id }) => id)).toEqual([ada]);
      expect(await tryImport(store, await sign(files))).toMatchObject({ ok: true, value: { outcome: 'present' } });
    },
  );

  test('that has lost records as well stays as it is, which the list tells', async () => {
    const factory = await withPack();
    await lose(factory, ['search']);
    const store = await openOn(factory);
    await store.database.packParts.filter(({ name }) => name === 'entities/0').delete();
    await mend(store);
    expect(await lostOf(store)).toEqual(['search', 'entries']);
  });

  test('whose records are not what was signed is not made anew from them', async () => {
    const factory = await withPack();
    const other = await sign(withRecord('entities', 0, { name: 'Ada Bis' }));
    const second = createFactory();
    const source = await openOn(second);
    await tryImport(source, other);
    const shard = await source.database.packParts.filter(({ name }) => name === 'entities/0').first();
    await lose(factory, ['entities/0'], shard?.bytes as Uint8Array<ArrayBuffer>);
    await lose(factory, ['search']);
    const store = await openOn(factory);
    await mend(store);
    expect(await lostOf(store)).toEqual(['search']);
  });
});
