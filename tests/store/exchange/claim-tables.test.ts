import { describe, expect, test } from 'vitest';
import { readFile } from '../../../lib/store/exchange/read-file.ts';
import { saveAs } from '../../../lib/store/exchange/save-as.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { ImportPreview } from '../../../lib/model/exchange.ts';
import type { Store } from '../../../lib/store/store.ts';
import { createFactory, makeAnalysis, makePack, openOn, seedWith } from '../memory.ts';

/** Claims as a table, ours or a spreadsheet's. */
const pack = await makePack();
const ada = asEntityId('test:ada');

async function filled(): Promise<Store> {
  const store = await openOn(createFactory());
  await seedWith(store, pack);
  await store.remember(
    makeAnalysis({
      url: 'https://a.example/1',
      publishedAt: '2026-11-02T08:00:00Z',
      title: 'Mills, “closed”',
      figures: [
        ['Ada', ada],
        ['Zoe Vidal', null],
      ],
      said: [
        { text: 'Ada said “so, or so” | in one of 3 mills.', speaker: 0, about: [0] },
        { text: '=Zoe Vidal said nothing.', speaker: 1, about: [] },
      ],
    }),
  );
  await store.edit(
    {
      kind: 'add-claim',
      claim: {
        text: 'Ada Moreno counted.',
        kind: 'statistic',
        quote: null,
        speaker: { kind: 'entity', entity: ada },
        about: [asEntityId('test:freedonia')],
        quantities: [
          { value: 4, unit: 'percent', of: 'the trade' },
          { value: 0.5, unit: 'count', of: '' },
        ],
        saidAt: '2026-11',
        source: { title: 'A book', url: null, publisher: 'A house', authors: ['B. Cee'], publishedAt: '2020' },
      },
    },
    'you',
  );
  return store;
}

async function read(text: string) {
  const found = await readFile(new Blob([text]), 'x.csv');
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return found.value;
}

const look = async (store: Store, text: string): Promise<ImportPreview> => store.previewImport(await read(text));
const take = async (store: Store, text: string): Promise<number> =>
  store.importRows(await read(text), { usual: 'theirs', exceptions: new Set() });
const saved = async (store: Store): Promise<string> => (await saveAs(store, 'claims-csv')).content.text();

const claimsOf = async ({ database }: Store) => database.claims.orderBy('id').toArray();
const sayings = async (store: Store, id = ada): Promise<string[]> => {
  const page = await store.page(id);
  return page.state === 'known' ? page.page.claims.map(({ statement }) => statement.text) : [];
};

describe('claims saved as a table', () => {
  test('and taken in unchanged are the same', async () => {
    const store = await filled();
    const preview = await look(store, await saved(store));
    expect(preview.tables).toEqual([{ table: 'claims', added: 0, same: 3, different: 0 }]);
    expect(preview.leftOut).toEqual({ listed: [], more: 0 });
  });

  test('also after a spreadsheet parted and broke them its own way', async () => {
    const store = await filled();
    const text = (await saved(store)).replaceAll('\r\n', '\n');
    expect((await look(store, text)).tables).toEqual([{ table: 'claims', added: 0, same: 3, different: 0 }]);
  });

  test('bring all that a table has a place for into an empty store, with where they were read', async () => {
    const [store, other] = [await filled(), await openOn(createFactory())];
    await seedWith(other, pack);
    const text = await saved(store);
    const told: number[] = [];
    const watching = {
      signal: new AbortController().signal,
      onProgress: (at: number, of: number) => told.push(at / of),
    };
    const { tables } = await other.previewImport(await read(text), watching);
    expect(tables).toEqual([
      { table: 'claims', added: 3, same: 0, different: 0 },
      { table: 'sources', added: 2, same: 0, different: 0 },
    ]);
    expect(told.at(-1)).toBe(1);
    await take(other, text);
    const bare = (rows: Awaited<ReturnType<typeof claimsOf>>) => rows.map((row) => ({ ...row, source: '' }));
    expect(bare(await claimsOf(other))).toEqual(bare(await claimsOf(store)));
    expect(await sayings(other)).toEqual(await sayings(store));
    expect(await saved(other)).toBe(text);
    expect((await look(other, text)).tables).toEqual([{ table: 'claims', added: 0, same: 3, different: 0 }]);
  });

  test('change where a cell does, and keep what it has no place for', async () => {
    const store = await filled();
    const before = await claimsOf(store);
    const text = (await saved(store)).replace('Ada Moreno counted.', 'Ada Moreno counted twice.');
    expect((await look(store, text)).conflicts.map(({ mine }) => mine)).toEqual([['text: "Ada Moreno counted."']]);
    expect(await take(store, text)).toBe(1);
    const [changed] = (await claimsOf(store)).filter((row, at) => row.text !== before[at]?.text);
    const known = before.find(({ id }) => id === changed?.id);
    expect({ ...changed, gist: '' }).toEqual({ ...known, text: 'Ada Moreno counted twice.', gist: '' });
    expect(await sayings(store)).toContain('Ada Moreno counted twice.');
    const line = (await store.history()).find(({ by }) => by === 'import');
    expect((await store.undo(line?.id ?? '')).ok).toBe(true);
    expect(await claimsOf(store)).toEqual(before);
  });

  test('are found by whom the table now has say them', async () => {
    const store = await filled();
    const text = (await saved(store)).replace(',,Zoe Vidal,', ',test:freedonia,,');
    await take(store, text);
    expect(await sayings(store, asEntityId('test:freedonia'))).toContain('=Zoe Vidal said nothing.');
  });
});

test('a table of a spreadsheet’s own, with what it does not say left open', async () => {
  const store = await openOn(createFactory());
  await seedWith(store, pack);
  const text =
    'Text;Speaker Name;About;Said At;Quantities;Mood\nTrade grew.;Bo Lind;test:ada;9.11.2026;4 percent | much;fine\n';
  const { leftOut } = await look(store, text);
  expect(leftOut.listed.map(({ why, name }) => `${why} ${name}`)).toEqual(['column Mood', 'value quantities: much']);
  await take(store, text);
  expect(await claimsOf(store)).toMatchObject([
    {
      text: 'Trade grew.',
      kind: 'assertion',
      speaker: null,
      speakerName: 'Bo Lind',
      about: [ada],
      saidAt: '2026-11-09',
      quantities: [{ value: 4, unit: 'percent', of: '' }],
    },
  ]);
  expect(await sayings(store)).toContain('Trade grew.');
  expect((await look(store, text)).tables).toMatchObject([{ table: 'claims', added: 0, same: 1, different: 0 }]);
});

test.each([
  ['text,kind\n,quote\n', 'noText'],
  [`text\n${'x'.repeat(4_001)}\n`, 'longText'],
  ['text,kind\nx,rumour\n', 'noKind'],
  ['text,speaker\nx,Ada Moreno\n', 'noId'],
  ['text,about\nx,test:ada | Ada\n', 'noId'],
  ['text,saidAt\nx,9/5/2026\n', 'noDate'],
  ['text,url\nx,www.a.example\n', 'noAddress'],
])('what is wrong with a row is said with its line: %#', async (text, fault) => {
  expect(await readFile(new Blob([text]), 'x.csv')).toMatchObject({ ok: false, failure: { line: 2, fault } });
});

describe('claims of a graph', () => {
  const graphOf = async (store: Store): Promise<string> => (await saveAs(store, 'json-ld')).content.text();
  const lookAt = async (store: Store, text: string) => {
    const found = await readFile(new Blob([text]), 'x.jsonld');
    if (!found.ok) throw new Error(JSON.stringify(found.failure));
    const preview = await store.previewImport(found.value);
    return { preview, take: () => store.importRows(found.value, { usual: 'theirs', exceptions: new Set() }) };
  };

  test('saved and taken in unchanged are the same, whatever a graph has no word for', async () => {
    const store = await filled();
    const { preview } = await lookAt(store, await graphOf(store));
    expect(preview.tables).toEqual([{ table: 'claims', added: 0, same: 3, different: 0 }]);
    expect(preview.leftOut.listed).toEqual([]);
  });

  test('come into an empty store with whose they are, when, and where', async () => {
    const [store, other] = [await filled(), await openOn(createFactory())];
    await seedWith(other, pack);
    const text = await graphOf(store);
    await (await lookAt(other, text)).take();
    expect(await sayings(other)).toEqual(await sayings(store));
    const told = ({ id, text: words, speaker, about, saidAt, by }: Awaited<ReturnType<typeof claimsOf>>[number]) => ({
      id,
      words,
      speaker,
      about,
      saidAt,
      by,
    });
    expect((await claimsOf(other)).map(told)).toEqual((await claimsOf(store)).map(told));
    expect((await lookAt(other, text)).preview.tables).toEqual([{ table: 'claims', added: 0, same: 3, different: 0 }]);
  });

  test('of another program, with what it says that has no place', async () => {
    const store = await openOn(createFactory());
    const node = {
      '@type': 'schema:Claim',
      text: 'Trade grew.',
      author: { '@type': 'Person', name: 'Bo Lind' },
      about: [{ '@id': 'https://www.wikidata.org/entity/Q64' }, { name: 'Trade' }],
      datePublished: 'soon',
      appearance: 'https://b.example/',
    };
    const { preview, take: takeIn } = await lookAt(store, JSON.stringify(node));
    expect(preview.leftOut.listed.map(({ why, name }) => `${why} ${name}`)).toEqual([
      'property appearance',
      'value about: {"name":"Trade"}',
      'value datePublished: soon',
    ]);
    await takeIn();
    expect(await claimsOf(store)).toMatchObject([
      {
        text: 'Trade grew.',
        kind: 'assertion',
        speaker: null,
        speakerName: 'Bo Lind',
        about: ['wd:Q64'],
        saidAt: null,
      },
    ]);
  });
});
