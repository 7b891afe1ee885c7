import { describe, expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { Store } from '../../../lib/store/store.ts';
import { manifest, packFiles, records, withRecord } from '../../pack/sources.ts';
import { claimsOf, createFactory, type MadePack, makeAnalysis, makePack, openOn, seedWith } from '../memory.ts';
import { putEntity, putOverlay } from '../own-rows.ts';
import { killEverywhere } from '../kill.ts';

const ada = asEntityId('test:ada');
const first = await makePack();
const renamed = withRecord('entities', 0, { name: 'Ada Moreno-Vidal', description: 'Prime minister of Freedonia' });
renamed.set('manifest.json', JSON.stringify({ ...manifest, version: '2026.11.1' }));
const second = await makePack(renamed);

/** What the store shows of its pack: a mixture of two versions would show here. */
async function stateOf(store: Store): Promise<string> {
  const [brief] = await store.briefs([ada]);
  const text = 'Ada Moreno-Vidal';
  const names = await (await store.knowledge()).findNames(text);
  const found = names.map(({ start, end }) => text.slice(start, end)).join();
  const { packs } = await store.counts();
  return `${packs.map(({ version }) => version).join()} ${brief?.name ?? 'nobody'} ${found}`.trim();
}
const states = {
  none: 'nobody',
  first: '2026.11.0 Ada Moreno Ada Moreno',
  second: '2026.11.1 Ada Moreno-Vidal Ada Moreno-Vidal',
};

async function stateOn(factory: IDBFactory): Promise<string> {
  const store = await openOn(factory);
  const state = await stateOf(store);
  store.close();
  return state;
}

describe('a pack comes, is there, and is replaced', () => {
  test('nothing before', async () => {
    expect(await stateOn(createFactory())).toBe(states.none);
  });

  test('installed once', async () => {
    const store = await openOn(createFactory());
    expect(await store.ensureBuiltIn(first.pack, () => Promise.resolve(first.file))).toEqual({
      ok: true,
      value: 'installed',
    });
    let reads = 0;
    const again = await store.ensureBuiltIn(first.pack, () => {
      reads += 1;
      return Promise.resolve(first.file);
    });
    expect([again, reads]).toEqual([{ ok: true, value: 'present' }, 0]);
    expect(await stateOf(store)).toBe(states.first);
  });

  test('a context that has the old version open goes on with the new', async () => {
    const factory = createFactory();
    const [reader, writer] = await Promise.all([openOn(factory), openOn(factory)]);
    await seedWith(writer, first);
    const knowledge = await reader.knowledge();
    expect(await stateOf(reader)).toBe(states.first);
    await seedWith(writer, second);
    expect(await stateOf(reader)).toBe(states.second);
    expect((await knowledge.getCandidates([ada]))[0]?.entity.name).toBe('Ada Moreno-Vidal');
  });

  test('two contexts seed at once', async () => {
    const factory = createFactory();
    const stores = await Promise.all([openOn(factory), openOn(factory), openOn(factory)]);
    await Promise.all(stores.map((store) => seedWith(store, first)));
    for (const store of stores) expect(await stateOf(store)).toBe(states.first);
  });

  test('two versions at once: one of them, whole', async () => {
    for (let round = 0; round < 5; round += 1) {
      const factory = createFactory();
      const [one, two] = await Promise.all([openOn(factory), openOn(factory)]);
      await Promise.all([
        one.ensureBuiltIn(first.pack, () => Promise.resolve(first.file)),
        two.ensureBuiltIn(second.pack, () => Promise.resolve(second.file)),
      ]);
      expect([states.first, states.second]).toContain(await stateOn(factory));
    }
  });

  test('what the reader made outlives an update', async () => {
    const store = await openOn(createFactory());
    await seedWith(store, first);
    await putOverlay(store, {
      id: ada,
      fields: { description: 'My neighbour' },
      addedAliases: [{ text: 'Adita' }],
      removedAliases: [],
      isHidden: false,
      changedAt: 0,
    });
    await putEntity(store, {
      id: asEntityId('local:me'),
      type: 'person',
      name: 'Zoe Reader',
      aliases: [],
      description: '',
    });
    const said = { text: 'Ada Moreno said “yes”.', speaker: 0, about: [] };
    const url = 'https://news.example/a';
    await store.remember(
      makeAnalysis({ url, publishedAt: '2022-03-01', figures: [['Ada Moreno', ada]], said: [said] }),
    );
    await seedWith(store, second);
    expect(await store.briefs([ada, asEntityId('local:me')])).toEqual([
      { id: ada, type: 'person', name: 'Ada Moreno-Vidal', description: 'My neighbour' },
      { id: 'local:me', type: 'person', name: 'Zoe Reader', description: '' },
    ]);
    const names = await (await store.knowledge()).findNames('Adita met Zoe Reader');
    expect(names.map(({ candidates }) => candidates[0]?.id)).toEqual([ada, 'local:me']);
    const claims = await claimsOf(store, [ada], 10);
    expect(claims.map(({ claim }) => claim.text)).toContain('Ada Moreno said “yes”.');
  });

  test('removed with everything that it brought', async () => {
    const factory = createFactory();
    const store = await openOn(factory);
    await seedWith(store, first);
    await store.remove('test-pack');
    expect(await stateOf(store)).toBe(states.none);
  });

  test('a damaged file changes nothing', async () => {
    const store = await openOn(createFactory());
    await seedWith(store, first);
    const bytes = new Uint8Array(second.file.slice(0));
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] ?? 0) ^ 1;
    const installed = await store.ensureBuiltIn(second.pack, () => Promise.resolve(bytes.buffer));
    expect(installed.ok ? 'installed' : installed.failure.code).toBe('PackDamaged');
    expect(await stateOf(store)).toBe(states.first);
  });
});

const install =
  ({ pack, file }: MadePack) =>
  (store: Store) =>
    store.ensureBuiltIn(pack, () => Promise.resolve(file));

const read = (words: readonly string[]) =>
  makeAnalysis({
    url: 'https://news.example/a',
    publishedAt: '2022-03-01',
    figures: [['Ada Moreno', ada]],
    said: words.map((word) => ({ text: `Ada Moreno said ${word}.`, speaker: 0, about: [] })),
  });

describe('a kill at any write', () => {
  test('of the first install leaves nothing or all of it, and the next start completes it', async () => {
    const deaths = await killEverywhere(
      () => Promise.resolve(),
      install(first),
      async (factory) => {
        expect([states.none, states.first]).toContain(await stateOn(factory));
        const store = await openOn(factory);
        await seedWith(store, first);
        expect(await stateOf(store)).toBe(states.first);
      },
    );
    expect(deaths).toBeGreaterThan(3);
  });

  test('of an update leaves the old or the new, never a mixture', async () => {
    const seen = new Set<string>();
    const deaths = await killEverywhere(
      (store) => seedWith(store, first),
      install(second),
      async (factory) => {
        const state = await stateOn(factory);
        seen.add(state);
        expect([states.first, states.second]).toContain(state);
      },
    );
    expect(deaths).toBeGreaterThan(3);
    expect([...seen].sort()).toEqual([states.first, states.second]);
  });

  test('of a reading leaves the article as it was remembered before, or the new reading', async () => {
    const deaths = await killEverywhere(
      (store) => store.remember(read(['one', 'two'])),
      (store) => store.remember(read(['two', 'three', 'four'])),
      async (factory) => {
        const store = await openOn(factory);
        await seedWith(store, first);
        const claims = await claimsOf(store, [ada], 20);
        const own = claims.map(({ claim }) => claim.text).filter((text) => !text.includes('trade'));
        expect([2, 3]).toContain(own.length);
        expect(own.some((text) => text.includes('one'))).toBe(own.length === 2);
      },
    );
    expect(deaths).toBeGreaterThan(2);
  });
});

test('the test pack is as these tests think', () => {
  expect(records.entities[0].name).toBe('Ada Moreno');
  expect(packFiles().size).toBe(6);
});
