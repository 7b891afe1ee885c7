import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { asEntityId, type EntityId } from '../../lib/model/ids.ts';
import type { EntityPage } from '../../lib/model/library.ts';
import type { LookedUp } from '../../lib/model/look-up.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import type { Picture } from '../../lib/model/picture.ts';
import { drawPortrait } from '../../scripts/stand-in/portrait.ts';
import { createFactory, makeAnalysis, makePack, now, openOn, seedWith } from './memory.ts';

const ada = asEntityId('test:ada');
const pack = await makePack();
const portrait = Uint8Array.from(drawPortrait());

const openSeeded = async (): Promise<Store> => {
  const store = await openOn(createFactory());
  await seedWith(store, pack);
  return store;
};

const pageOf = async (store: Store, id: EntityId): Promise<EntityPage> => {
  const answer = await store.page(id);
  if (answer.state !== 'known') throw new Error(`${id} is not known`);
  return answer.page;
};

const found: LookedUp = {
  item: 'Q7',
  type: 'person',
  name: 'Ada Moreno Vidal',
  description: 'Freedonian politician',
  aliases: ['La Ministra'],
  gender: 'female',
  facts: [
    {
      id: 'Q7$1',
      predicate: 'jobTitle',
      value: { item: 'Q8', label: 'Minister of Mills' },
      of: { item: 'Q9', label: 'Freedonia' },
      validFrom: '2023-01-02',
      validTo: null,
    },
    { id: 'Q7$2', predicate: 'birthDate', value: { date: '1971-03-04' }, of: null, validFrom: null, validTo: null },
  ],
  summary: {
    text: 'Ada Moreno Vidal is a Freedonian politician.',
    source: {
      url: 'https://en.wikipedia.org/wiki/Ada',
      title: 'Ada Moreno Vidal',
      publisher: 'Wikipedia',
      licence: 'CC BY-SA 4.0',
      publishedAt: '2026-10-01T00:00:00Z',
    },
  },
  source: {
    url: 'https://www.wikidata.org/wiki/Q7',
    title: 'Ada Moreno Vidal (Q7)',
    publisher: 'Wikidata',
    licence: 'CC0 1.0',
    publishedAt: '2026-10-02T00:00:00Z',
  },
  picture: {
    bytes: portrait,
    mediaType: 'image/png',
    url: 'https://c.example/x',
    credit: 'Ann',
    licence: 'CC BY 4.0',
  },
};

describe('what a look-up brought', () => {
  test('of an unknown name is an entry with names, roles, sources, licences and picture', async () => {
    const store = await openSeeded();
    const id = await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    expect(id).toBe('wd:Q7');
    const page = await pageOf(store, id);
    expect(page.aliases.map(({ text }) => text)).toEqual(['La Ministra', 'A. M. Vidal']);
    expect(
      page.facts.map(({ line }) => [line.predicate, line.text, line.source.publisher, line.source.licence]),
    ).toEqual([
      ['jobTitle', 'Minister of Mills, Freedonia', 'Wikidata', 'CC0 1.0'],
      ['birthDate', '4 March 1971', 'Wikidata', 'CC0 1.0'],
      ['abstract', 'Ada Moreno Vidal is a Freedonian politician.', 'Wikipedia', 'CC BY-SA 4.0'],
    ]);
    expect(page.picture).toMatchObject({ credit: 'Ann', licence: 'CC BY 4.0', bytes: portrait });
    expect(page.history.map(({ by }) => by)).toEqual(['look-up']);
    const names = await (await store.knowledge()).findNames('A. M. Vidal met La Ministra');
    expect(names.map(({ candidates }) => candidates[0]?.id)).toEqual([id, id]);
  });

  test('of a known entry is joined to it, and the entry keeps its name', async () => {
    const store = await openSeeded();
    const id = await store.keepLookUp({ found, of: ada, name: 'Ada Moreno' });
    const own = { query: '', type: null, from: 'own', order: 'prominence', offset: 0, limit: 9 } as const;
    expect(await store.browse(own)).toMatchObject({ rows: [{ id: ada }], total: 1 });
    expect((await store.browse({ ...own, query: 'Ministra' })).rows).toMatchObject([{ id: ada }]);
    expect(id).toBe(ada);
    const page = await pageOf(store, ada);
    expect(page.entity.name).toBe('Ada Moreno');
    expect(page.facts.map(({ line }) => line.text)).toContain('Minister of Mills, Freedonia');
    expect(page.picture).not.toBeNull();
    expect(page.assertions.map(({ kind }) => kind)).toEqual(['same']);
    expect((await pageOf(store, asEntityId('wd:Q7'))).entity.id).toBe(ada);
  });

  test('again takes the place of what came before; what the reader removed or noted stays so', async () => {
    const store = await openSeeded();
    const id = await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    const born = (await pageOf(store, id)).facts.find(({ line }) => line.predicate === 'birthDate');
    if (born === undefined) throw new Error('no birthday');
    await store.edit({ kind: 'remove-fact', id, fact: born.fact.id }, 'you');
    await store.edit({ kind: 'add-alias', id, alias: { text: 'Aunt Ada' } }, 'you');
    await store.edit({ kind: 'add-note', id, text: 'mine' }, 'you');
    const [role, ...rest] = found.facts;
    if (role === undefined) throw new Error('no role');
    const newer: LookedUp = {
      ...found,
      facts: [{ ...role, validTo: '2026-01' }, ...rest],
      description: 'Former minister',
    };
    await store.keepLookUp({ found: newer, of: null, name: 'A. M. Vidal' });
    const page = await pageOf(store, id);
    expect(page.entity.description).toBe('Former minister');
    expect(page.aliases.map(({ text }) => text)).toEqual(expect.arrayContaining(['Aunt Ada', 'La Ministra']));
    expect(page.facts.map(({ line }) => [line.predicate, line.validTo])).toEqual([
      ['jobTitle', '2026-01'],
      ['abstract', null],
    ]);
    expect(page.notes).toHaveLength(1);
  });

  test('again with the very same picture is nothing that other devices would have to be sent', async () => {
    let clock = now;
    const store = await openStore({ indexedDB: createFactory(), IDBKeyRange, now: () => clock });
    const id = await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    const before = await store.database.syncRecords.get(['images', id]);
    clock += 1000;
    await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    expect(await store.database.syncRecords.get(['images', id])).toEqual(before);
    const picture = { ...(found.picture as Picture), credit: 'Bo' };
    await store.keepLookUp({ found: { ...found, picture }, of: null, name: 'A. M. Vidal' });
    expect((await store.database.syncRecords.get(['images', id]))?.edit).toBeGreaterThan(before?.edit ?? 0);
  });

  test('comes back whole where the entry was deleted since', async () => {
    const store = await openSeeded();
    const id = await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    const before = (await pageOf(store, id)).facts.map(({ line }) => line.text);
    await store.edit({ kind: 'delete', id }, 'you');
    await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    expect((await pageOf(store, id)).facts.map(({ line }) => line.text)).toEqual(before);
  });

  test('shows an entry of a pack again that was deleted', async () => {
    const store = await openSeeded();
    await store.keepLookUp({ found, of: ada, name: 'Ada Moreno' });
    await store.edit({ kind: 'delete', id: ada }, 'you');
    expect((await store.page(ada)).state).toBe('unknown');
    const id = await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    expect((await pageOf(store, id)).facts.map(({ line }) => line.text)).toContain('Minister of Mills, Freedonia');
  });

  test('keeps its licence where its page is read as well', async () => {
    const store = await openSeeded();
    const id = await store.keepLookUp({ found, of: null, name: 'A. M. Vidal' });
    const figures = [['Ada Moreno', ada]] as const;
    const said = [{ text: 'Ada Moreno spoke at length.', speaker: 0, about: [] }];
    await store.remember(makeAnalysis({ url: 'https://en.wikipedia.org/wiki/Ada', publishedAt: null, figures, said }));
    const told = (await pageOf(store, id)).facts.find(({ line }) => line.predicate === 'abstract');
    expect(told?.line.source.licence).toBe('CC BY-SA 4.0');
  });

  test('can be undone', async () => {
    const store = await openSeeded();
    const id = await store.keepLookUp({ found, of: ada, name: 'Ada Moreno' });
    const [line] = (await pageOf(store, id)).history.filter(({ by }) => by === 'look-up');
    expect((await store.undo(line?.id ?? '')).ok).toBe(true);
    expect((await pageOf(store, ada)).assertions).toEqual([]);
    expect((await store.page(asEntityId('wd:Q7'))).state).toBe('unknown');
  });

  test('values that the store knows are entities', async () => {
    const store = await openSeeded();
    const us: LookedUp = { ...found, item: 'Q30', name: 'United Lands', type: 'place', facts: [], picture: null };
    await store.keepLookUp({ found: us, of: null, name: 'United Lands' });
    const citizen: LookedUp = {
      ...found,
      facts: [
        {
          id: 'Q7$9',
          predicate: 'nationality',
          value: { item: 'Q30', label: 'x' },
          of: null,
          validFrom: null,
          validTo: null,
        },
      ],
    };
    const id = await store.keepLookUp({ found: citizen, of: null, name: 'Ada' });
    const fact = (await pageOf(store, id)).facts.find(({ line }) => line.predicate === 'nationality');
    expect(fact?.line.entity?.id).toBe('wd:Q30');
  });
});
