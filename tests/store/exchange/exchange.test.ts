import fc from 'fast-check';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, test } from 'vitest';
import { readExport } from '../../../lib/store/exchange/read-export.ts';
import { readFile } from '../../../lib/store/exchange/read-file.ts';
import { saveAs } from '../../../lib/store/exchange/save-as.ts';
import { asEntityId, type EntityId } from '../../../lib/model/ids.ts';
import { exportedTables } from '../../../lib/store/exchange/export.ts';
import { type ExportRow, inBatches } from '../../../lib/store/exchange/lines.ts';
import type { NoteRow } from '../../../lib/store/rows.ts';
import { StoreDatabase } from '../../../lib/store/schema.ts';
import type { Store } from '../../../lib/store/store.ts';
import { sha256 } from '../../../lib/pack/bytes.ts';
import { drawPortrait } from '../../../scripts/stand-in/portrait.ts';
import { createFactory, makeAnalysis, makePack, openOn, seedWith } from '../memory.ts';

const ada = asEntityId('test:ada');
const pack = await makePack();

async function* each(rows: readonly ExportRow[]): AsyncGenerator<ExportRow, undefined> {
  yield* rows;
  return undefined;
}

const incomingOf = (rows: number) => ({
  format: 'x',
  created: null,
  told: 'whole' as const,
  rows,
  leftOut: { listed: [], more: 0 },
});

async function rowsOf(factory: IDBFactory): Promise<Record<string, unknown[]>> {
  const database = new StoreDatabase({ indexedDB: factory, IDBKeyRange });
  const rows: Record<string, unknown[]> = {};
  for (const table of exportedTables) rows[table] = await database.table(table).toArray();
  database.close();
  return rows;
}

const fileOf = async (store: Store, pictures: 'with' | 'without' = 'with'): Promise<Blob> =>
  new Response(store.exportAll(pictures)).blob();

const takeIn = async (store: Store, file: Blob, usual: 'mine' | 'theirs' = 'theirs'): Promise<void> => {
  const read = await readExport(file);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  await store.importRows(read.value, { usual, exceptions: new Set() });
};

/** A store with something in every table, made as a reader makes it. */
async function fill(store: Store, words: readonly string[]): Promise<void> {
  await seedWith(store, pack);
  const url = 'https://a.example/1';
  await store.remember(
    makeAnalysis({
      url,
      publishedAt: '2026-11-01',
      figures: [['Ada Moreno', ada]],
      said: words.map((text) => ({ text, speaker: 0, about: [] })),
    }),
  );
  for (const word of words) {
    const made = await store.edit(
      {
        kind: 'create',
        entity: { type: 'person', name: `x${word}`, aliases: [{ text: `y${word}` }], description: word },
      },
      'you',
    );
    const id = made.ok ? made.value.entity : null;
    if (id === null) continue;
    await store.edit({ kind: 'add-note', id, text: `n${word}` }, 'you');
    await store.edit({ kind: 'merge', keep: ada, join: id }, 'you');
  }
  await store.edit({ kind: 'rename', id: ada, name: 'Ada V.' }, 'you');
  const page = await store.page(ada);
  if (page.state === 'known' && page.page.facts[0] !== undefined)
    await store.edit({ kind: 'remove-fact', id: ada, fact: page.page.facts[0].fact.id }, 'you');
  await store.edit(
    { kind: 'correct', url, name: 'Ada', wrong: ada, target: { kind: 'unknown' }, scope: 'here' },
    'you',
  );
}

describe('export, then import', () => {
  test('gives an empty store exactly the rows, whatever they hold', { timeout: 60_000 }, async () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(word, { maxLength: 4 }), async (words) => {
        const [from, to] = [createFactory(), createFactory()];
        const [one, two] = [await openOn(from), await openOn(to)];
        await fill(one, words);
        await takeIn(two, await fileOf(one));
        const [before, after] = [await rowsOf(from), await rowsOf(to)];
        // The import itself is an entry of the history, and the only row that the first store does not have.
        const isImport = (row: unknown): boolean => (row as { readonly kind?: string }).kind === 'import';
        expect({ ...after, history: after['history']?.filter((row) => !isImport(row)) }).toEqual(before);
        one.close();
        two.close();
      }),
      { numRuns: 20 },
    );
  });

  test('into the same store changes nothing', async () => {
    const factory = createFactory();
    const store = await openOn(factory);
    await fill(store, ['Alpha']);
    const before = await rowsOf(factory);
    await takeIn(store, await fileOf(store));
    expect(await rowsOf(factory)).toEqual(before);
  });

  test('pictures come back byte by byte, and stay out of a backup', async () => {
    const store = await openOn(createFactory());
    const picture = {
      bytes: Uint8Array.from(drawPortrait()),
      mediaType: 'image/png',
      url: 'https://p.example/',
      credit: '',
      licence: 'CC0',
    };
    const found = {
      item: 'Q5',
      type: 'person',
      name: 'P',
      description: '',
      aliases: [],
      gender: null,
      facts: [],
      summary: null,
      source: null,
      picture,
    } as const;
    const id = await store.keepLookUp({ found, of: null, name: 'P' });
    const copy = await openOn(createFactory());
    await takeIn(copy, await fileOf(store));
    const page = await copy.page(id);
    expect(page.state === 'known' && page.page.picture?.bytes).toEqual(picture.bytes);
    // The same once more, also where it was kept before pictures had hashes.
    await copy.database.images.toCollection().modify((row) => void Reflect.deleteProperty(row, 'hash'));
    const again = await readExport(await fileOf(store));
    const nothing = again.ok ? await copy.previewImport(again.value) : null;
    expect(nothing?.tables.find(({ table }) => table === 'images')).toMatchObject({ added: 0, same: 1, different: 0 });
    expect((await copy.database.images.get(id))?.hash).toBeUndefined();
    // What a file says of the hash is not believed.
    await store.database.images.update(id, { hash: 'f'.repeat(64) });
    const other = await openOn(createFactory());
    await takeIn(other, await fileOf(store));
    expect((await other.database.images.get(id))?.hash).toBe(await sha256(picture.bytes));
    const read = await readExport(await fileOf(store, 'without'));
    const preview = read.ok ? await store.previewImport(read.value) : null;
    expect(preview?.tables.some(({ table }) => table === 'images')).toBe(false);
  });
});

describe('a conflict', () => {
  async function twoVersions(): Promise<{
    readonly store: Store;
    readonly file: Blob;
    readonly id: ReturnType<typeof asEntityId>;
  }> {
    const store = await openOn(createFactory());
    const made = await store.edit(
      { kind: 'create', entity: { type: 'person', name: 'Old', aliases: [], description: '' } },
      'you',
    );
    const id = (made.ok ? made.value.entity : null) ?? ada;
    const file = await fileOf(store);
    await store.edit({ kind: 'rename', id, name: 'New' }, 'you');
    return { store, file, id };
  }

  test('is shown before anything is changed', async () => {
    const { store, file, id } = await twoVersions();
    const read = await readExport(file);
    if (!read.ok) throw new Error('unreadable');
    const preview = await store.previewImport(read.value);
    expect(preview.tables).toContainEqual({ table: 'entities', added: 0, same: 0, different: 1 });
    expect(preview.conflicts.map(({ id: key, title, mine, theirs }) => [key, title, mine[0], theirs[0]])).toEqual([
      [`entities/${id}`, 'New', 'name: "New"', 'name: "Old"'],
    ]);
    expect((await store.briefs([id]))[0]?.name).toBe('New');
  });

  test.each<[usual: 'mine' | 'theirs', excepted: boolean, expected: string]>([
    ['mine', false, 'New'],
    ['theirs', false, 'Old'],
    ['mine', true, 'Old'],
    ['theirs', true, 'New'],
  ])('settled as %s, excepted: %s, leaves %s', async (usual, excepted, expected) => {
    const { store, file, id } = await twoVersions();
    const read = await readExport(file);
    if (!read.ok) throw new Error('unreadable');
    await store.importRows(read.value, { usual, exceptions: new Set(excepted ? [`entities/${id}`] : []) });
    expect((await store.briefs([id]))[0]?.name).toBe(expected);
  });

  const manyNotes = async function* (): AsyncGenerator<readonly ExportRow[], undefined> {
    const subject = 'test:ada';
    const rowOf = (at: number): ExportRow => ({
      table: 'notes',
      row: { id: `local:n${at}`, subject, text: `note ${at}`, changedAt: at },
    });
    yield* inBatches(each(Array.from({ length: 1_201 }, (_, at) => rowOf(at))));
    return undefined;
  };

  test('of more rows than are read at once goes in whole, and again changes nothing', async () => {
    const [first, second] = [await openOn(createFactory()), await openOn(createFactory())];
    const incoming = { ...incomingOf(1_201), batches: manyNotes };
    const told: number[] = [];
    const theirs = { usual: 'theirs', exceptions: new Set<string>() } as const;
    const { signal } = new AbortController();
    const onProgress = (done: number, total: number) => told.push(done / total);
    expect(await first.importRows(incoming, theirs, { signal, onProgress })).toBe(1_201);
    expect(told.length).toBeGreaterThan(1);
    expect(told).toEqual([...told].sort((a, b) => a - b));
    expect(told.at(-1)).toBe(1);
    const file = await fileOf(first);
    await takeIn(second, file);
    expect(await second.countOwn()).toBe((await first.countOwn()) + 1);
    const read = await readExport(file);
    const preview = read.ok ? await second.previewImport(read.value) : null;
    expect(preview?.tables).toContainEqual({ table: 'notes', added: 0, same: 1_201, different: 0 });
  });

  test('whose file breaks off on the way changes nothing', async () => {
    const store = await openOn(createFactory());
    const broken = async function* (): AsyncGenerator<readonly ExportRow[], undefined> {
      for await (const batch of manyNotes()) {
        yield batch;
        if (batch.length < 1_000) throw new Error('the disk is gone');
      }
      return undefined;
    };
    const incoming = { ...incomingOf(1_201), batches: broken };
    await expect(store.importRows(incoming, { usual: 'theirs', exceptions: new Set() })).rejects.toThrow();
    expect(await store.countOwn()).toBe(0);
  });

  test.each(['check', 'preview', 'import', 'export'])('that is stopped at the %s changes nothing', async (step) => {
    const [store, other] = [await openOn(createFactory()), await openOn(createFactory())];
    const theirs = { usual: 'theirs', exceptions: new Set<string>() } as const;
    await store.importRows({ ...incomingOf(1_201), batches: manyNotes }, theirs);
    const file = await fileOf(store);
    const controller = new AbortController();
    const { signal } = controller;
    const watching = { signal, onProgress: () => controller.abort(new Error('stopped')) };
    const read = await readFile(file, 'x.gz');
    if (!read.ok) throw new Error(read.failure.code);
    const work = {
      check: () => readFile(file, 'x.gz', watching),
      preview: () => other.previewImport(read.value, watching),
      import: () => other.importRows(read.value, theirs, watching),
      export: () => saveAs(store, 'whole', watching),
    }[step];
    await expect(work?.()).rejects.toThrow('stopped');
    expect(await other.countOwn()).toBe(0);
    expect(await other.history()).toEqual([]);
  });

  test('taken in can be undone', async () => {
    const { store, file, id } = await twoVersions();
    await takeIn(store, file);
    const line = (await store.history()).find(({ by }) => by === 'import');
    // The entry's own history has it too.
    const page = await store.page(id);
    expect(page.state === 'known' ? page.page.history.map((each) => each.id) : []).toContain(line?.id);
    expect((await store.undo(line?.id ?? '')).ok).toBe(true);
    expect((await store.briefs([id]))[0]?.name).toBe('New');
  });
});

describe('what the reader removed since a backup', () => {
  async function removed() {
    const store = await openOn(createFactory());
    await fill(store, ['Ada said “so” in one of 3 mills.']);
    const file = await fileOf(store);
    const page = await store.page(ada);
    const [claim] = page.state === 'known' ? page.page.claims : [];
    if (claim === undefined) throw new Error('no claim');
    await store.edit({ kind: 'remove-claim', id: ada, claim: claim.statement.id }, 'you');
    const claims = async (): Promise<number> => {
      const now = await store.page(ada);
      return now.state === 'known' ? now.page.claims.filter(({ isOwn }) => isOwn).length : 0;
    };
    return { store, file, claims };
  }

  test('is a difference to settle', async () => {
    const { store, file, claims } = await removed();
    const read = await readExport(file);
    const preview = read.ok ? await store.previewImport(read.value) : null;
    expect(preview?.tables).toContainEqual({ table: 'claims', added: 0, same: 0, different: 1 });
    await takeIn(store, file, 'mine');
    expect(await claims()).toBe(0);
  });

  test('comes back where the backup’s word counts, and the undo takes it away again', async () => {
    const { store, file, claims } = await removed();
    await takeIn(store, file, 'theirs');
    expect(await claims()).toBe(1);
    const line = (await store.history()).find(({ by }) => by === 'import');
    expect((await store.undo(line?.id ?? '')).ok).toBe(true);
    expect(await claims()).toBe(0);
  });

  test('comes back also where two entries were joined and deleted together', async () => {
    const store = await openOn(createFactory());
    const [keep, join] = [await create(store, 'Zoe Reader'), await create(store, 'Zoe Writer')];
    const file = await fileOf(store);
    await store.edit({ kind: 'merge', keep, join }, 'you');
    await store.edit({ kind: 'delete', id: keep }, 'you');
    expect((await store.page(keep)).state).toBe('unknown');
    await takeIn(store, file);
    expect((await store.page(keep)).state).toBe('known');
  });
});

async function create(store: Store, name: string): Promise<EntityId> {
  const made = await store.edit(
    { kind: 'create', entity: { type: 'person', name, aliases: [], description: '' } },
    'you',
  );
  return (made.ok ? made.value.entity : null) ?? asEntityId('none');
}

const rowsIn = (...rows: readonly ExportRow[]) => ({
  ...incomingOf(rows.length),
  batches: () => inBatches(each(rows)),
});
const theirs = { usual: 'theirs', exceptions: new Set<string>() } as const;

test('a broken row takes no sound one’s place', async () => {
  const store = await openOn(createFactory());
  const id = await create(store, 'Zoe Reader');
  await store.importRows(rowsIn({ table: 'entities', row: { id, name: 'Zoe Reader' } }), theirs);
  expect((await store.search('Zoe')).map((brief) => brief.id)).toEqual([id]);
});

test('so many broken rows that a whole read has none but them hide no sound one behind them', async () => {
  const [store, other] = [await openOn(createFactory()), await openOn(createFactory())];
  const broken = Array.from({ length: 2_000 }, (_, at) => ({ id: `a${at}` }) as NoteRow);
  await store.database.notes.bulkPut([...broken, { id: 'b', subject: ada, text: 'sound', changedAt: 1 }]);
  await takeIn(other, await fileOf(store));
  expect((await other.database.notes.toArray()).map(({ text }) => text)).toEqual(['sound']);
});

test('a file that holds a row twice can be undone', async () => {
  const store = await openOn(createFactory());
  const row = { id: 'local:e-1', type: 'person', name: 'Zoe', aliases: [], description: '' };
  const twice = rowsIn({ table: 'entities', row }, { table: 'entities', row: { ...row, name: 'Zoe Reader' } });
  await store.importRows(twice, theirs);
  const [line] = await store.history();
  expect((await store.undo(line?.id ?? '')).ok).toBe(true);
  expect(await store.search('Zoe')).toEqual([]);
});

test('pages of an export from before addresses were kept are forgotten with their site', async () => {
  const store = await openOn(createFactory());
  const source = { id: 'local:s-1', url: 'https://www.a.example/1', title: 'One', publisher: null, authors: [] };
  const row = { ...source, publishedAt: null, readAt: 5, contentHash: '' };
  await store.importRows(rowsIn({ table: 'sources', row }), theirs);
  expect(await store.forget({ kind: 'site', host: 'a.example' })).toBe(1);
});

describe('refused, with its own reason', () => {
  const packed = async (text: string): Promise<Blob> =>
    new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
  const header = '{"format":"sidelight-store","version":1,"created":"2026-11-01","packs":[]}';
  test.each<[rule: string, make: () => Promise<Blob> | Blob, code: string]>([
    ['an empty file', () => new Blob([]), 'NotAnExport'],
    ['a picture', () => new Blob([Uint8Array.of(137, 80, 78, 71, 0, 1, 2)]), 'NotAnExport'],
    ['another JSON', () => packed('{"a":1}\n'), 'NotAnExport'],
    ['a later version', () => packed('{"format":"sidelight-store","version":9}\n'), 'ExportTooNew'],
    [
      'a table that nobody knows',
      () => packed(`${header}\n{"table":"secrets","row":{"id":"x"}}\n{"end":1}\n`),
      'ExportMalformed',
    ],
    ['a row without an id', () => packed(`${header}\n{"table":"notes","row":{}}\n{"end":1}\n`), 'ExportMalformed'],
    ['a line that is no JSON', () => packed(`${header}\n{"table":\n{"end":1}\n`), 'ExportMalformed'],
    ['rows that are missing', () => packed(`${header}\n{"end":3}\n`), 'ExportCutOff'],
    ['no end', () => packed(`${header}\n{"table":"notes","row":{"id":"x"}}\n`), 'ExportCutOff'],
    [
      'a file that was cut off',
      async () => {
        const store = await openOn(createFactory());
        await fill(store, ['Alpha', 'Beta']);
        const whole = await fileOf(store);
        return whole.slice(0, whole.size - 40);
      },
      'ExportCutOff',
    ],
  ])('%s', async (_, make, code) => {
    const read = await readExport(await make());
    expect(read.ok ? 'read' : read.failure.code).toBe(code);
  });
});

test('an emptied store is told from one that was never there', async () => {
  const factory = createFactory();
  const store = await openOn(factory);
  expect(await store.birth()).toMatchObject({ isNew: true });
  expect(await store.birth()).toMatchObject({ isNew: false });
  const again = await openOn(createFactory());
  expect(await again.birth()).toMatchObject({ isNew: true });
});
