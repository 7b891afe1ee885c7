import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../lib/store/exchange/read-file.ts';
import { saveAs } from '../../../lib/store/exchange/save-as.ts';
import { asEntityId, type EntityId } from '../../../lib/model/ids.ts';
import type { ImportPreview } from '../../../lib/model/exchange.ts';
import type { Store } from '../../../lib/store/store.ts';
import { createFactory, makePack, openOn, seedWith } from '../memory.ts';

/** Our own files after a spreadsheet or an editor had them, and those of other programs. */
const pack = await makePack();
const ada = asEntityId('test:ada');

interface Filled {
  readonly store: Store;
  readonly zoe: EntityId;
}

async function filled(): Promise<Filled> {
  const store = await openOn(createFactory());
  await seedWith(store, pack);
  const aliases = [
    { text: 'Zo', language: 'de' },
    { text: 'ZV', case: 'exact' as const },
  ];
  const entity = { type: 'person' as const, name: 'Zoe Vidal', aliases, description: 'Baker of\nbread' };
  const made = await store.edit({ kind: 'create', entity }, 'you');
  if (!made.ok || made.value.entity === null) throw new Error('not made');
  await store.edit({ kind: 'rename', id: ada, name: 'Ada V.' }, 'you');
  return { store, zoe: made.value.entity };
}

async function look(store: Store, file: string | Blob, name: string): Promise<ImportPreview> {
  const read = await readFile(typeof file === 'string' ? new Blob([file]) : file, name);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  return store.previewImport(read.value);
}

async function take(store: Store, file: string, name: string): Promise<void> {
  const read = await readFile(new Blob([file]), name);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  await store.importRows(read.value, { usual: 'theirs', exceptions: new Set() });
}

const entityOf = async (store: Store, id: EntityId) => {
  const page = await store.page(id);
  if (page.state !== 'known') throw new Error('unknown');
  return page.page.entity;
};

const saved = async (store: Store, form: 'json-ld' | 'entities-csv'): Promise<string> =>
  (await saveAs(store, form)).content.text();

const forms = [
  ['entities-csv', 'x.csv'],
  ['json-ld', 'x.jsonld'],
] as const;

describe.each(forms)('names saved as %s', (form, name) => {
  test('and taken in unchanged are the same', async () => {
    const { store } = await filled();
    const preview = await look(store, await saved(store, form), name);
    expect(preview.tables).toEqual([{ table: 'entities', added: 0, same: 2, different: 0 }]);
  });

  test('keep what the file has no place for where something of it is changed', async () => {
    const { store, zoe } = await filled();
    await take(
      store,
      (await saved(store, form)).replace('Zoe Vidal', 'Zoe Vidal-Roy').replace('Ada V.', 'Ada W.'),
      name,
    );
    expect(await entityOf(store, zoe)).toMatchObject({
      name: 'Zoe Vidal-Roy',
      aliases: [
        { text: 'Zo', language: 'de' },
        { text: 'ZV', case: 'exact' },
      ],
      description: 'Baker of\nbread',
    });
    const { name: changed, aliases } = await entityOf(store, ada);
    expect([changed, aliases.map(({ text }) => text)]).toEqual([
      'Ada W.',
      expect.arrayContaining(['Moreno', 'Ada Moreno']),
    ]);
  });
});

test('a table with two columns takes nothing from the others', async () => {
  const { store, zoe } = await filled();
  await take(store, `ID;Name\r\n${zoe};Zoe V.\r\n`, 'x.csv');
  expect(await entityOf(store, zoe)).toMatchObject({ name: 'Zoe V.', type: 'person', description: 'Baker of\nbread' });
});

test('names of an entry are parted as tables part them, and torn in none of ours', async () => {
  const { store, zoe } = await filled();
  await take(store, `name,type,aliases\nAnn,person,A. B.; Annie | An\n`, 'x.csv');
  const [ann] = await store.search('Annie');
  expect((await entityOf(store, ann?.id ?? zoe)).aliases).toEqual([
    { text: 'A. B.' },
    { text: 'Annie' },
    { text: 'An' },
  ]);
  await take(store, `id,name,aliases\n${zoe},Zoe Vidal,Vidal; Sons | ZV\n`, 'x.csv');
  expect((await entityOf(store, zoe)).aliases.map(({ text }) => text)).toEqual(['Vidal; Sons', 'ZV']);
});

test('a name taken away in a table is gone, of a pack’s entry as well', async () => {
  const { store } = await filled();
  await take(store, (await saved(store, 'entities-csv')).replace('Moreno | Ada Moreno', 'Ada Moreno'), 'x.csv');
  expect((await entityOf(store, ada)).aliases.map(({ text }) => text)).not.toContain('Moreno');
});

test.each([
  ['what parts its cells in a line of its own', 'sep=;\r\nname;type\r\nAnn;person\r\n'],
  ['columns and types in capitals', ' Name , TYPE \nAnn,Person\n'],
  ['empty cells behind the last', 'name,type\nAnn,person,,\n'],
])('a table with %s', async (_, text) => {
  const store = await openOn(createFactory());
  expect((await look(store, text, 'x.csv')).tables).toEqual([{ table: 'entities', added: 1, same: 0, different: 0 }]);
});

test.each(['x.txt', 'x.csv', 'x.tsv'])('a table in UTF-16 called %s', async (name) => {
  const store = await openOn(createFactory());
  const file = new Blob([Buffer.from('\uFEFFname\ttype\r\nŁucja\tperson\r\n', 'utf16le')]);
  expect((await look(store, file, name)).tables).toMatchObject([{ table: 'entities', added: 1 }]);
});

test.each([
  ['name,sameAs\nAnn,www.ann.example\n', 'noAddress'],
  [`name\n${'x'.repeat(301)}\n`, 'longName'],
])('what a table would lose is refused: %#', async (text, fault) => {
  expect(await readFile(new Blob([text]), 'x.csv')).toMatchObject({ ok: false, failure: { line: 2, fault } });
});

test.each<[string, object, object]>([
  [
    'full addresses',
    { '@type': ['http://schema.org/City'], 'http://schema.org/name': [{ '@value': 'Wien' }] },
    { type: 'place' },
  ],
  [
    'prefixes',
    { '@type': 'schema:GovernmentOrganization', 'schema:name': 'Port' },
    { type: 'organisation', name: 'Port' },
  ],
  [
    'languages',
    { '@type': 'City', name: { de: 'Wien', en: 'Vienna' } },
    { name: 'Wien', aliases: [{ text: 'Vienna', language: 'en' }] },
  ],
  [
    'an address of Wikidata',
    { '@type': 'Person', name: 'Ann', sameAs: { '@id': 'https://www.wikidata.org/wiki/Q42' } },
    { id: 'wd:Q42' },
  ],
  [
    'a list of items',
    { '@type': 'ItemList', name: 'L', itemListElement: [{ item: { '@type': 'Person', name: 'Ann' } }] },
    { name: 'Ann' },
  ],
])('a graph of another program with %s', async (_, node, expected) => {
  const read = await readFile(
    new Blob([JSON.stringify([node, { '@type': 'schema:WebSite', name: 'Site' }])]),
    'x.jsonld',
  );
  const rows = [];
  if (read.ok) for await (const batch of read.value.batches()) rows.push(...batch.map(({ row }) => row));
  expect(rows).toMatchObject([expected]);
});

test('a whole export is known by what it holds, whatever it is called, and one that lacks a line says so', async () => {
  const { store } = await filled();
  const packed = await new Response(store.exportAll('with')).arrayBuffer();
  const text = gunzipSync(packed).toString();
  for (const name of ['x.json', 'x.txt', 'x']) {
    const { tables } = await look(store, text, name);
    expect(tables.every(({ added, different }) => added + different === 0)).toBe(true);
  }
  const lines = text.trim().split('\n');
  const read = await readFile(new Blob([[...lines.slice(0, 2), ...lines.slice(3)].join('\n')]), 'x.jsonl');
  expect(read).toMatchObject({
    ok: false,
    failure: { code: 'ExportCutOff', rows: lines.length - 3, expected: lines.length - 2 },
  });
});

test('an entry of a type that there is not takes no place in what is shown', async () => {
  const { store, zoe } = await filled();
  const text = gunzipSync(await new Response(store.exportAll('with')).arrayBuffer()).toString();
  const other = await openOn(createFactory());
  await take(other, text.replace('"type":"person","name":"Zoe', '"type":"persn","name":"Zoe'), 'x.jsonl');
  expect([(await other.search('Zoe')).length, (await other.page(zoe)).state]).toEqual([0, 'unknown']);
  const listed = JSON.stringify(
    await other.browse({ query: '', type: null, from: 'all', order: 'prominence', offset: 0, limit: 50 }),
  );
  expect(listed).not.toContain('persn');
});
