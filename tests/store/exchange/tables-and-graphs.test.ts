import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { saveAs } from '../../../lib/store/exchange/save-as.ts';
import { readCells } from '../../../lib/store/exchange/csv-cells.ts';
import { readFile } from '../../../lib/store/exchange/read-file.ts';
import { readEntries } from '../../../lib/store/exchange/json-entries.ts';
import { createFactory, openOn } from '../memory.ts';

/** A text in pieces that end wherever these say. */
async function* cut(text: string, ends: readonly number[]): AsyncGenerator<string> {
  const places = [...new Set(ends.map((end) => end % (text.length + 1)))].toSorted((a, b) => a - b);
  for (const [at, place] of [...places, text.length].entries()) yield text.slice(places[at - 1] ?? 0, place);
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

const read = (text: string, name: string) => readFile(new Blob([text]), name);

async function rowsOf(text: string, name: string) {
  const found = await read(text, name);
  if (!found.ok) throw new Error(JSON.stringify(found.failure));
  return (await all(found.value.batches())).flat().map(({ row }) => row);
}

const ends = fc.array(fc.nat(), { maxLength: 6 });

test('a table that comes in pieces has the cells that it has as a whole', async () => {
  const cell = fc.oneof(fc.string(), fc.constantFrom('a "b"', 'line\nend', 'x\r\ny', ',', ''));
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 }), ends, async (rows, places) => {
      const text = `id,name\r\n${Papa.unparse(rows, { newline: '\r\n' })}\r\n${'1,long enough\r\n'.repeat(900)}`;
      const whole = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' }).data;
      const parted = await all(readCells(cut(text, places)));
      expect(parted.map(({ cells }) => cells).filter((cells) => cells.length > 1)).toEqual(
        whole.filter((cells) => cells.length > 1),
      );
    }),
    { numRuns: 30 },
  );
});

test.each([
  ['name;type\nAnn;person\n', ['name', 'type']],
  ['name\ttype\r\nAnn\tperson\r\n', ['name', 'type']],
  ['name\nAnn, Bob\n', ['name']],
  ['name,type\nAnn;Bob,person\n', ['name', 'type']],
])('a table as short as %j is parted by the mark that parts it', async (text, head) => {
  const [first] = await all(readCells(cut(text, [3, 9])));
  expect(first?.cells).toEqual(head);
});

test('a graph that comes in pieces has the entries that it has as a whole', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.dictionary(fc.string(), fc.json())),
      fc.constantFrom(0, 2),
      ends,
      async (nodes, indent, places) => {
        const before = { '@context': { '@graph': ['no'] }, note: '@graph"\\' };
        for (const whole of [nodes, { ...before, '@graph': nodes, after: [{}] }]) {
          const found = await all(readEntries(cut(JSON.stringify(whole, null, indent), places)));
          expect(found.map(({ text }) => JSON.parse(text) as unknown)).toEqual(JSON.parse(JSON.stringify(nodes)));
        }
      },
    ),
  );
});

describe('a file of names', () => {
  test.each([
    ['one thing', '{"@type":"Person","name":"Ada"}', ['Ada']],
    ['a list', '[{"name":"Ada"},{"name":"Bo"}]', ['Ada', 'Bo']],
    ['a graph that is one thing', '{"@graph":{"name":"Ada"}}', ['Ada']],
    ['a graph behind other things', '{"x":[[1]],"y":{"@graph":[{"name":"No"}]},"@graph":[{"name":"Ada"}]}', ['Ada']],
  ])('reads %s', async (_, text, names) => {
    expect((await rowsOf(text, 'x.jsonld')).map(({ name }) => name)).toEqual(names);
  });

  test.each([
    ['lines', '{"@type":"Person","name":"Ada"}\n{"@type":"Place","name":"Bo"}\n', ['Ada', 'Bo']],
    ['a graph', '\n{"@context":"https://schema.org","@graph":[{"@type":"Person","name":"Ada"}]}', ['Ada']],
    ['a list', '[{"@type":"Person","name":"Ada"}]', ['Ada']],
  ])('knows schema.org by what it says, %s, whatever it is called', async (_, text, names) => {
    for (const name of ['x.jsonl', 'x.txt', 'x', 'x.jsonl.gz'])
      expect((await rowsOf(text, name)).map((row) => row['name'])).toEqual(names);
    expect(await read('{"name":"Ada"}\n', 'x.jsonl')).toMatchObject({ ok: false });
  });

  test.each([
    ['x.jsonld', '[{"name":"Ada"}', 'NotAnExport'],
    ['x.jsonld', '[{"name":"Ada"]]', 'NotAnExport'],
    ['x.jsonld', 'nothing', 'NotAnExport'],
    ['x.jsonld', '[]', 'NotAnExport'],
    ['x.csv', 'name\n', 'NotAnExport'],
    ['x.csv', 'a,b\n1,2\n', 'NotAnExport'],
    ['x.csv', 'name,type\nAda,person\nBo\n', 'ExportMalformed'],
    ['x.csv', 'name,type\nAda,"per\n', 'ExportMalformed'],
  ])('%s refuses %j', async (name, text, code) => {
    expect(await read(text, name)).toMatchObject({ ok: false, failure: { code } });
  });

  test.each([
    ['x.csv', 'name,type,description\nAda,person,one\nAda,person,two\nAda,place,\n'],
    ['x.jsonld', JSON.stringify(['person', 'person', 'place'].map((type) => ({ name: 'Ada', additionalType: type })))],
  ])('%s without ids brings nothing twice, and keeps apart what is called alike', async (name, text) => {
    const store = await openOn(createFactory());
    const watching = { signal: new AbortController().signal, onProgress: () => undefined };
    for (const added of [3, 0]) {
      const found = await read(text, name);
      if (!found.ok) throw new Error(found.failure.code);
      const { tables } = await store.previewImport(found.value, watching);
      expect(tables).toEqual([{ table: 'entities', added, same: 3 - added, different: 0 }]);
      await store.importRows(found.value, { usual: 'mine', exceptions: new Set() }, watching);
    }
  });

  test('names the line of a fault far down', async () => {
    const text = `name,type\n${'Ada,person\n'.repeat(5_000)}Bo,wizard\n`;
    expect(await read(text, 'x.csv')).toMatchObject({ ok: false, failure: { line: 5_002 } });
  });

  test.each([
    ['x.csv', `name\n${'Ada Moreno of somewhere\n'.repeat(30_000)}`],
    ['x.jsonld', JSON.stringify(Array.from({ length: 30_000 }, () => ({ name: 'Ada Moreno of somewhere' })))],
  ])('%s tells how far it is read, and can be stopped', async (name, text) => {
    const told: number[] = [];
    // Node gives out a part at a time, browsers a few dozen kilobytes.
    const file = new Blob(
      Array.from({ length: 10 }, (_, at) => text.slice((text.length * at) / 10, (text.length * (at + 1)) / 10)),
    );
    const found = await readFile(file, name, {
      signal: new AbortController().signal,
      onProgress: (done, total) => told.push(done / total),
    });
    expect(found).toMatchObject({ ok: true, value: { rows: 30_000 } });
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)).toBe(1);
    const controller = new AbortController();
    const watching = { signal: controller.signal, onProgress: () => controller.abort(new Error('stopped')) };
    await expect(readFile(file, name, watching)).rejects.toThrow('stopped');
  });
});

test.each(['json-ld', 'entities-csv', 'claims-csv'] as const)('%s tells how far it is saved', async (form) => {
  const store = await openOn(createFactory());
  const person = (at: number) => ({
    id: `local:p${at}`,
    type: 'person',
    name: `Person ${at}, "so"`,
    aliases: [],
    description: '=1; +2 </script>',
  });
  const rows = Array.from({ length: 1_200 }, (_, at) => ({ table: 'entities', row: person(at) }));
  await store.database.table('entities').bulkPut(rows.map(({ row }) => row));
  const claim = (at: number) => ({
    id: `local:c${at}`,
    text: 'x',
    kind: 'assertion',
    speaker: null,
    about: [],
    quantities: [],
    saidAt: null,
    source: 'local:s',
    by: [],
    spoken: 0,
    gist: '',
  });
  await store.database.table('claims').bulkPut(Array.from({ length: 1_200 }, (_, at) => claim(at)));
  const told: number[] = [];
  const { signal } = new AbortController();
  const { content } = await saveAs(store, form, { signal, onProgress: (done, total) => told.push(done / total) });
  expect(told.length).toBeGreaterThan(2);
  expect([...told].toSorted((a, b) => a - b)).toEqual(told);
  expect(told.at(-1)).toBe(1);
  if (form === 'claims-csv') return;
  const saved = await rowsOf(await content.text(), form === 'json-ld' ? 'x.jsonld' : 'x.csv');
  expect(saved.map(({ id }) => id)).toEqual(rows.map(({ row }) => row.id).toSorted());
  expect(await content.text()).not.toMatch(form === 'json-ld' ? /</u : /; \+/u);
  expect(saved.find(({ id }) => id === 'local:p7')).toMatchObject({
    name: 'Person 7, "so"',
    description: '=1; +2 </script>',
  });
});
