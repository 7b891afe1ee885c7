import { IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { asEntityId, asFactId, asSourceId } from '../../lib/model/ids.ts';
import { StoreError } from '../../lib/store/failures.ts';
import type { Overlay } from '../../lib/store/rows.ts';
import { openStore, type Store } from '../../lib/store/store.ts';
import { createFactory, makeAnalysis, makePack, openOn, seedWith } from './memory.ts';
import { putEntity, putFact, putOverlay } from './own-rows.ts';

const ada = asEntityId('test:ada');
const pack = await makePack();

const overlay = (changes: Partial<Overlay>): Overlay => ({
  id: ada,
  fields: {},
  addedAliases: [],
  removedAliases: [],
  isHidden: false,
  changedAt: 0,
  ...changes,
});

async function openSeeded(): Promise<Store> {
  const store = await openOn(createFactory());
  await seedWith(store, pack);
  return store;
}

async function namesIn(store: Store, text: string): Promise<string[]> {
  const names = await (await store.knowledge()).findNames(text);
  return names.map(
    ({ start, end, candidates }) => `${text.slice(start, end)}=${candidates.map(({ id }) => id).join('+')}`,
  );
}

describe('what the reader changed in a pack', () => {
  test.each<[what: string, changes: Partial<Overlay>, text: string, expected: string[]]>([
    ['nothing', {}, 'Moreno', ['Moreno=test:ada']],
    ['a name more', { addedAliases: [{ text: 'La Ministra' }] }, 'La Ministra', ['La Ministra=test:ada']],
    ['a name less', { removedAliases: ['moreno'] }, 'Moreno, Ada Moreno', ['Ada Moreno=test:ada']],
    ['another main name', { fields: { name: 'Ada M. Vidal' } }, 'Ada M Vidal', ['Ada M Vidal=test:ada']],
    ['gone', { isHidden: true }, 'Ada Moreno of Freedonia', ['Freedonia=test:freedonia']],
  ])('%s', async (_, changes, text, expected) => {
    const store = await openSeeded();
    await putOverlay(store, overlay(changes));
    expect(await namesIn(store, text)).toEqual(expected);
  });

  test('counts in briefs, candidates and the search', async () => {
    const store = await openSeeded();
    await putOverlay(store, overlay({ fields: { name: 'Ada M. Vidal', type: 'other' } }));
    expect((await store.briefs([ada]))[0]).toMatchObject({ name: 'Ada M. Vidal', type: 'other' });
    expect((await store.search('vidal')).map(({ id }) => id)).toEqual([ada]);
    await putOverlay(store, overlay({ isHidden: true }));
    expect(await store.search('moreno')).toEqual([]);
    expect(await store.briefs([ada])).toEqual([]);
  });

  test('is seen by another context at once', async () => {
    const factory = createFactory();
    const [one, two] = await Promise.all([openOn(factory), openOn(factory)]);
    expect(await namesIn(two, 'Zed Unknown')).toEqual([]);
    await putEntity(one, {
      id: asEntityId('local:zed'),
      type: 'person',
      name: 'Zed Unknown',
      aliases: [],
      description: '',
    });
    expect(await namesIn(two, 'Zed Unknown')).toEqual(['Zed Unknown=local:zed']);
  });
});

describe('what the reader added', () => {
  test('namesakes of a pack and of the reader are candidates together', async () => {
    const store = await openSeeded();
    await putEntity(store, {
      id: asEntityId('local:ada'),
      type: 'person',
      name: 'Ada Moreno',
      aliases: [],
      description: '',
    });
    expect(await namesIn(store, 'Ada Moreno')).toEqual(['Ada Moreno=test:ada+local:ada']);
  });

  test('a longer name of the reader wins over a pack’s', async () => {
    const store = await openSeeded();
    await putEntity(store, {
      id: asEntityId('local:u'),
      type: 'organisation',
      name: 'Freedonia United',
      aliases: [],
      description: '',
    });
    expect(await namesIn(store, 'Freedonia United')).toEqual(['Freedonia United=local:u']);
  });

  test('a fact stands beside the pack’s, with its own source', async () => {
    const store = await openSeeded();
    const source = {
      id: asSourceId('local:s'),
      url: null,
      title: 'My notes',
      publisher: null,
      authors: [],
      publishedAt: null,
    };
    const value = { text: 'Chess champion' };
    await putFact(
      store,
      { id: asFactId('local:f'), subject: ada, predicate: 'award', value, source: source.id },
      source,
    );
    const occasion = { url: null, publisher: null, publishedAt: null };
    const card = await store.answerCard({ kind: 'figure', entity: ada, candidates: [], name: '', occasion });
    expect(card.kind === 'figure' && card.facts.find(({ predicate }) => predicate === 'award')).toMatchObject({
      text: 'Chess champion',
      source: { title: 'My notes' },
    });
  });
});

function full(this: IDBObjectStore): never {
  this.transaction.abort();
  throw new DOMException('full', 'QuotaExceededError');
}

const fill = (): void => {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(full);
};

describe('when the disk is full', () => {
  afterEach(() => vi.restoreAllMocks());
  test('a pack says so and leaves what is there', async () => {
    const store = await openOn(createFactory());
    fill();
    const installed = await store.ensureBuiltIn(pack.pack, () => Promise.resolve(pack.file));
    expect(installed.ok ? 'installed' : installed.failure.code).toBe('QuotaExceeded');
  });

  test('nearly: nothing new is written, so that what is there can still be read and taken away', async () => {
    let left = 1_000_000_000;
    const indexedDB = createFactory();
    const store = await openStore({ indexedDB, IDBKeyRange, roomLeft: () => Promise.resolve(left) });
    await seedWith(store, pack);
    const entity = { type: 'person', name: 'Kept Person', aliases: [], description: '' } as const;
    expect((await store.edit({ kind: 'create', entity }, 'you')).ok).toBe(true);
    left = 1_000_000;
    const refused = await store.edit({ kind: 'create', entity }, 'you').catch((error: unknown) => error);
    expect(refused instanceof StoreError && refused.failure.code).toBe('QuotaExceeded');
    const from = { kind: 'file', name: 'x' } as const;
    const input = { size: () => 0, read: () => pieces() };
    async function* pieces(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
      yield await Promise.resolve(new Uint8Array(0));
    }
    const { signal } = new AbortController();
    const order = { input, from, accept: [], expected: null, heldBack: null, signal, onProgress: () => undefined };
    expect(await store.importPack(order)).toMatchObject({ ok: false, failure: { code: 'QuotaExceeded' } });
    expect((await store.search('Kept Person')).map(({ name }) => name)).toEqual(['Kept Person']);
    expect(await namesIn(store, 'Ada Moreno')).toEqual(['Ada Moreno=test:ada']);
    await store.free({ kind: 'history', before: Number.MAX_SAFE_INTEGER });
    expect((await store.usage()).history).toBe(0);
  });

  test('a reading says so, and reading goes on', async () => {
    const store = await openSeeded();
    fill();
    const said = [{ text: 'Ada Moreno said so.', speaker: 0, about: [] }];
    const analysis = makeAnalysis({
      url: 'https://a.example/',
      publishedAt: null,
      figures: [['Ada Moreno', ada]],
      said,
    });
    const failure = await store.remember(analysis).catch((error: unknown) => error);
    expect(failure instanceof StoreError && failure.failure.code).toBe('QuotaExceeded');
    expect(await namesIn(store, 'Ada Moreno')).toEqual(['Ada Moreno=test:ada']);
  });
});

test('where there is no database at all, opening says so', async () => {
  const { openStore } = await import('../../lib/store/store.ts');
  const failure = await openStore({ name: 'nowhere' }).catch((error: unknown) => error);
  expect(failure instanceof StoreError && failure.failure.code).toBe('StoreUnavailable');
});
