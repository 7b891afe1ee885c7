import { IDBKeyRange, IDBObjectStore } from 'fake-indexeddb';
import { afterEach, describe, expect, test } from 'vitest';
import { segmentBuilder } from '../../../lib/claim/compare/segment.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { PackInput } from '../../../lib/pack/byte-reader.ts';
import { writePatch } from '../../../lib/pack/archive.ts';
import { InputError } from '../../../lib/pack/remote.ts';
import { readStored } from '../../../lib/store/packs/part-bytes.ts';
import { StoreDatabase } from '../../../lib/store/schema.ts';
import type { Store } from '../../../lib/store/store.ts';
import { packFiles, withRecord } from '../../pack/sources.ts';
import { type Bytes, sign, tryImport, withManifest, wordFor } from './imports.ts';
import { createFactory, openOn } from '../memory.ts';

const ada = asEntityId('test:ada');
const first = await sign(packFiles());
const renamed = withRecord('entities', 0, { name: 'Ada Moreno-Vidal', description: 'Prime minister of Freedonia' });
const second = await sign(withManifest({ version: '2026.11.1' }, renamed));
const made = await writePatch(second, first);
if (!made.ok) throw new Error(JSON.stringify(made.failure));
const patch = made.value;

const states = { none: 'nobody', first: '2026.11.0 Ada Moreno', second: '2026.11.1 Ada Moreno-Vidal' };

/** Version, record and gazetteer: a mixture of two versions would show here. */
async function stateOf(store: Store): Promise<string> {
  const [brief] = await store.briefs([ada]);
  const text = 'Ada Moreno-Vidal';
  const [name] = await (await store.knowledge()).findNames(text);
  const [pack] = (await store.listPacks()).packs;
  if (brief === undefined) return name === undefined && pack === undefined ? states.none : 'a mixture';
  return text.slice(name?.start, name?.end) === brief.name ? `${pack?.version} ${brief.name}` : 'a mixture';
}

async function stateOn(factory: IDBFactory): Promise<string> {
  const store = await openOn(factory);
  const state = await stateOf(store);
  store.close();
  return state;
}

const factories: IDBFactory[] = [];

const withFirst = async (): Promise<Store> => {
  const factory = createFactory();
  factories.push(factory);
  const store = await openOn(factory);
  expect(wordFor(await tryImport(store, first))).toBe('installed');
  return store;
};

test('a pack whose index is of another version is marked as one that answers nothing, until it is taken in again', async () => {
  const store = await withFirst();
  expect((await store.listPacks()).packs[0]?.lost).toEqual([]);
  const database = new StoreDatabase({ indexedDB: factories.at(-1) ?? createFactory(), IDBKeyRange });
  const [pack] = await database.packs.toArray();
  const key: [string, string, string] = ['test-pack', pack?.generation ?? '', 'index'];
  const row = await database.packParts.get(key);
  const bytes = row === undefined ? new Uint8Array(0) : await readStored(row.bytes);
  // The version of the names' section, the first one, which stands behind the head of the sections.
  bytes[new DataView(bytes.buffer).getUint32(12, true) + 4] = 1;
  await database.packParts.update(key, { bytes: new Blob([bytes]) });
  database.close();
  const again = await openOn(factories.at(-1) ?? createFactory());
  expect((await again.listPacks()).packs[0]).toMatchObject({ id: 'test-pack', lost: ['index'] });
  expect(await again.briefs([ada])).toEqual([]);
  expect(wordFor(await tryImport(again, first))).toBe('installed');
  again.close();
  const mended = await openOn(factories.at(-1) ?? createFactory());
  expect((await mended.listPacks()).packs[0]).toMatchObject({ id: 'test-pack', lost: [] });
  expect((await mended.briefs([ada]))[0]?.name).toBe('Ada Moreno');
});

describe('a pack of which the disk has lost a part', () => {
  const gone = new Blob();
  gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));

  async function without(name: string): Promise<Store> {
    const store = await withFirst();
    const other = withManifest({ id: 'other-pack' }, withRecord('entities', 0, { name: 'Ada Bis' }));
    await tryImport(store, await sign(other));
    store.close();
    const factory = factories.at(-1) ?? createFactory();
    const database = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
    const [row] = await database.packParts.where('pack').equals('test-pack').toArray();
    await database.packParts.delete(['test-pack', row?.generation ?? '', name]);
    database.close();
    return openOn(factory);
  }

  test.each(['index', 'entities/0', 'claims/0', 'search'])(
    '%s: the others answer, and it can be mended',
    async (name) => {
      const store = await without(name);
      expect((await store.search('Ada Bis')).map(({ id }) => id)).toContain(ada);
      expect((await store.briefs([ada]))[0]?.name).toBeDefined();
      expect((await store.page(ada)).state).toBe('known');
      expect((await store.listPacks()).packs.map(({ id, lost }) => [id, lost])).toContainEqual([
        'test-pack',
        [name.includes('/') ? 'entries' : name],
      ]);
      expect(wordFor(await tryImport(store, first))).toBe('installed');
      expect(wordFor(await tryImport(store, first))).toBe('present');
      const whole = (await store.listPacks()).packs.find(({ id }) => id === 'test-pack');
      expect(whole).toMatchObject({ lost: [], previous: null });
    },
  );

  test('with its row: the store still opens it to be removed', async () => {
    (await withFirst()).close();
    // What was read before the loss would go on answering.
    const store = await openOn(factories.at(-1) ?? createFactory());
    const bulkGet = store.database.packParts.bulkGet.bind(store.database.packParts);
    store.database.packParts.bulkGet = ((wanted: [string, string, string][]) =>
      bulkGet(wanted).then((rows) =>
        rows.map((row) => (row?.name === 'index' ? { ...row, bytes: gone } : row)),
      )) as typeof bulkGet;
    expect(await store.briefs([ada])).toEqual([]);
    await store.remove('test-pack');
    expect((await store.listPacks()).packs).toEqual([]);
  });
});

describe('a pack is imported', () => {
  test('and is there with its publisher, sizes and origin', async () => {
    const store = await withFirst();
    const { packs, unfinished } = await store.listPacks();
    expect(unfinished).toEqual([]);
    expect(packs[0]).toMatchObject({
      id: 'test-pack',
      version: '2026.11.0',
      publisher: 'Tests',
      isBuiltIn: false,
      entities: 2,
      cameFrom: 'test.slpack',
      previous: null,
      changes: null,
    });
    expect(packs[0]?.fingerprint).toMatch(/^(?:[0-9a-f]{4} ){7}[0-9a-f]{4}$/u);
    expect(packs[0]?.bytes).toBeGreaterThan(500);
  });

  test('tells how far it is, up to the end', async () => {
    const seen: number[] = [];
    const store = await openOn(createFactory());
    await tryImport(store, first, { onProgress: (done) => seen.push(done) });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(first.length);
  });

  test('tells of a part that comes slowly while it comes', async () => {
    const seen: number[] = [];
    const store = await openOn(createFactory());
    await tryImport(store, large, {
      input: inPieces(large, Math.ceil(large.length / 50)),
      onProgress: (done) => seen.push(done),
    });
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toBe(large.length);
    expect(Math.max(...seen.map((done, i) => done - (seen[i - 1] ?? 0)))).toBeLessThan(large.length / 10);
    expect(seen.length).toBeLessThan(250);
  });

  test('with what fact-checkers published on its claims', async () => {
    const store = await withFirst();
    await store.settleClaims(segmentBuilder);
    const card = await store.answerCard({
      kind: 'claim',
      text: 'Ada Moreno said that trade had grown by 4 percent.',
      speaker: ada,
      about: [asEntityId('test:freedonia')],
      quantities: [],
      related: [],
      occasion: { url: 'https://news.example/a', publishedAt: '2021-06-01', publisher: null },
    });
    expect(card.kind === 'claim' && card.reviews).toMatchObject([
      { rating: { kind: 'words', words: 'Lacks context' }, publisher: 'The Checkers' },
    ]);
  });

  test('twice: it is present', async () => {
    const store = await withFirst();
    expect(wordFor(await tryImport(store, first))).toBe('present');
  });
});

describe('an update', () => {
  test.each([
    ['the whole', second],
    ['a patch', patch],
  ])('by %s says what it brought', async (_, bytes) => {
    const store = await withFirst();
    expect(wordFor(await tryImport(store, bytes))).toBe('installed');
    expect(await stateOf(store)).toBe(states.second);
    const [pack] = (await store.listPacks()).packs;
    expect(pack?.changes).toEqual({
      fromVersion: '2026.11.0',
      added: 0,
      removed: 0,
      changed: 1,
      examples: { added: [], removed: [], changed: [{ name: 'Ada Moreno-Vidal', what: ['name', 'description'] }] },
    });
  });

  test('tells what came and what went', async () => {
    const store = await withFirst();
    const lines = packFiles().get('entities.jsonl')?.split('\n') ?? [];
    const zoe = { id: 'test:zoe', type: 'person', name: 'Zoe', aliases: [], description: '' };
    const files = packFiles({ 'entities.jsonl': [lines[1], JSON.stringify(zoe)].join('\n') });
    for (const name of ['facts.jsonl', 'claims.jsonl', 'reviews.jsonl']) files.delete(name);
    await tryImport(store, await sign(withManifest({ version: '2026.12.0' }, files)));
    const [pack] = (await store.listPacks()).packs;
    expect(pack?.changes?.examples).toEqual({ added: ['Zoe'], removed: ['Ada Moreno', 'wd:Q30'], changed: [] });
  });

  test('a patch carries only what differs, and fits no other version', async () => {
    const store = await openOn(createFactory());
    expect(wordFor(await tryImport(store, patch))).toContain('a pack that is not installed');
    const third = await sign(withManifest({ version: '2026.11.2' }, renamed));
    await tryImport(store, third);
    expect(wordFor(await tryImport(store, patch))).toContain('older than 2026.11.2');
    const fourth = await writePatch(await sign(withManifest({ version: '2026.11.3' }, renamed)), second);
    if (!fourth.ok) throw new Error('no patch');
    expect(wordFor(await tryImport(store, fourth.value))).toContain('for version 2026.11.1, and version 2026.11.2');
    // The same content under a new version: no part travels.
    expect(fourth.value.length).toBeLessThan(second.length / 1.5);
  });

  test('goes back to the version before, once, and is not taken again', async () => {
    const store = await withFirst();
    await store.subscriptions.subscribe('test-pack', 'https://packs.example/test.json', 0);
    await tryImport(store, second);
    expect((await store.listPacks()).packs[0]?.previous?.version).toBe('2026.11.0');
    expect(await store.rollBack('test-pack')).toBe(true);
    expect(await stateOf(store)).toBe(states.first);
    expect(await store.rollBack('test-pack')).toBe(false);
    const { heldBack } = (await store.subscriptions.get('test-pack')) ?? { heldBack: null };
    expect(heldBack).toBe('2026.11.1');
    expect(wordFor(await tryImport(store, second, { heldBack: heldBack ?? '' }))).toBe('present');
    expect(await stateOf(store)).toBe(states.first);
    // Whoever asks for it by hand gets it.
    expect(wordFor(await tryImport(store, second))).toBe('installed');
  });

  test('keeps one version before, no more', async () => {
    const factory = createFactory();
    const store = await openOn(factory);
    for (const bytes of [first, second, await sign(withManifest({ version: '2026.11.2' }, renamed))])
      await tryImport(store, bytes);
    expect(await countGenerations(factory)).toBe(2);
    await store.remove('test-pack');
    expect(await countGenerations(factory)).toBe(0);
  });
});

const countGenerations = (factory: IDBFactory): Promise<number> =>
  new Promise((resolve) => {
    const opening = factory.open('sidelight');
    opening.addEventListener('success', () => {
      const keys = opening.result.transaction('packParts').objectStore('packParts').getAllKeys();
      keys.addEventListener('success', () => {
        opening.result.close();
        resolve(new Set((keys.result as string[][]).map(([, generation]) => generation)).size);
      });
    });
  });

const inPieces = (bytes: Bytes, length: number): PackInput => ({
  size: () => bytes.length,
  async *read(offset) {
    for (let at = offset; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length));
  },
});

/** Bytes up to a place, and then what the network or the reader makes of it. */
const brokenAt = (bytes: Bytes, place: number, what: () => void, asked: number[] = []): PackInput => ({
  size: () => bytes.length,
  async *read(offset) {
    asked.push(offset);
    for (let at = offset; at < bytes.length; at += 50) {
      if (at >= place) what();
      yield await Promise.resolve(bytes.slice(at, at + 50));
    }
  },
});

/** Enough entities for several shards. */
const many = packFiles({
  'entities.jsonl': Array.from({ length: 3_000 }, (_, i) =>
    JSON.stringify({
      id: `test:n${i}`,
      type: 'person',
      name: `Name ${i} ${Math.imul(i + 1, 2_654_435_761) >>> 0}`,
      aliases: [],
      description: '',
    }),
  ).join('\n'),
});
for (const name of ['facts.jsonl', 'claims.jsonl', 'reviews.jsonl']) many.delete(name);
const large = await sign(many);

describe('an import that is cut short', () => {
  const lost = (): never => {
    throw new InputError({ code: 'RemoteUnreachable', url: 'https://packs.example/', detail: 'gone' });
  };

  test('by the network waits to go on, and says why', async () => {
    const store = await openOn(createFactory());
    const word = wordFor(await tryImport(store, large, { input: brokenAt(large, large.length - 60, lost) }));
    expect(word).toContain('cannot be reached: gone');
    const [job] = (await store.listPacks()).unfinished;
    expect(job).toMatchObject({ pack: 'test-pack', version: '2026.11.0', total: large.length });
    expect(job?.trouble).toMatchObject({ code: 'RemoteUnreachable', detail: 'gone' });
    expect(wordFor(await tryImport(store, large))).toBe('installed');
    expect((await store.listPacks()).unfinished).toEqual([]);
  });

  test('by the reader leaves the version before and goes on behind what was kept', async () => {
    const factory = createFactory();
    const store = await openOn(factory);
    const life = new AbortController();
    const stopped = await tryImport(store, large, {
      input: brokenAt(large, large.length - 100, () => life.abort()),
      signal: life.signal,
    });
    expect(wordFor(stopped)).toContain('stopped');
    expect((await store.listPacks()).packs).toEqual([]);
    const [job] = (await store.listPacks()).unfinished;
    // All but the last part is kept.
    expect(job?.done).toBeGreaterThan(large.length / 2);
    await store.discardImport('test-pack');
    expect((await store.listPacks()).unfinished).toEqual([]);
    expect(await countGenerations(factory)).toBe(0);
  });

  test('reads what is kept already from nowhere else', async () => {
    const factory = createFactory();
    const store = await openOn(factory);
    await tryImport(store, large);
    // As a kill before the switch leaves it: all parts, no pointer.
    await forgetPointer(factory);
    const seen: number[] = [];
    const again = await tryImport(store, large, {
      input: brokenAt(large, large.length - 20, lost),
      onProgress: (done) => seen.push(done),
    });
    expect(wordFor(again)).toBe('installed');
  });
});

const forgetPointer = (factory: IDBFactory): Promise<void> =>
  new Promise((resolve) => {
    const opening = factory.open('sidelight');
    opening.addEventListener('success', () => {
      const transaction = opening.result.transaction('packs', 'readwrite');
      transaction.objectStore('packs').clear();
      transaction.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
    });
  });

/** A context that dies: from its nth call of the database on nothing reaches it, and what is under way is undone. */
const calls = ['put', 'add', 'delete', 'clear', 'get', 'getAll', 'getAllKeys', 'count', 'openCursor'] as const;
const originals = calls.map((name) => [name, IDBObjectStore.prototype[name]] as const);

function dieAtCall(nth: number): { readonly died: () => boolean } {
  let count = 0;
  for (const [name, original] of originals)
    IDBObjectStore.prototype[name] = function (this: IDBObjectStore, ...args: never[]) {
      count += 1;
      if (count >= nth) {
        this.transaction.abort();
        throw new Error('killed');
      }
      return Reflect.apply(original as never, this, args) as never;
    } as never;
  return { died: () => count >= nth };
}

function revive(): void {
  for (const [name, original] of originals) IDBObjectStore.prototype[name] = original as never;
}

afterEach(revive);

describe('a kill at any call of the database', () => {
  test.each([
    ['the first import', null, first, states.none, states.first],
    ['an update by the whole', first, second, states.first, states.second],
    ['an update by a patch', first, patch, states.first, states.second],
  ])('of %s leaves the old or the new, and the next attempt ends well', async (_, before, bytes, old, fresh) => {
    let deaths = 0;
    for (let nth = 1; ; nth += 1) {
      const factory = createFactory();
      const store = await openOn(factory);
      if (before !== null) await tryImport(store, before);
      const context = dieAtCall(nth);
      await tryImport(store, bytes).catch(() => undefined);
      const died = context.died();
      revive();
      store.close();
      expect([old, fresh]).toContain(await stateOn(factory));
      const next = await openOn(factory);
      expect(['installed', 'present']).toContain(wordFor(await tryImport(next, bytes)));
      expect(await stateOf(next)).toBe(fresh);
      expect((await next.listPacks()).unfinished).toEqual([]);
      next.close();
      if (!died) break;
      deaths += 1;
    }
    expect(deaths).toBeGreaterThan(8);
  });

  test('of going back and of removing leaves one or the other', async () => {
    for (const [work, after] of [
      [(store: Store) => store.rollBack('test-pack'), states.first],
      [(store: Store) => store.remove('test-pack'), states.none],
    ] as const)
      for (let nth = 1; ; nth += 1) {
        const factory = createFactory();
        const store = await openOn(factory);
        await tryImport(store, first);
        await tryImport(store, second);
        const context = dieAtCall(nth);
        await work(store).then(
          () => undefined,
          () => undefined,
        );
        const died = context.died();
        revive();
        store.close();
        expect([states.second, after]).toContain(await stateOn(factory));
        if (!died) break;
      }
  });
});
