import { describe, expect, test } from 'vitest';
import { readFile } from '../../../lib/store/exchange/read-file.ts';
import type { LeftOut } from '../../../lib/model/exchange.ts';
import { createFactory, openOn } from '../memory.ts';

/** What the preview tells of a file: why, name, count, lines; and how many entries it would bring. */
async function toldOf(text: string, name: string) {
  const store = await openOn(createFactory());
  const read = await readFile(new Blob([text]), name);
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  const { leftOut, tables } = await store.previewImport(read.value);
  const count = await store.importRows(read.value, { usual: 'theirs', exceptions: new Set() });
  const listed = leftOut.listed.map(
    ({ why, name: said, count: often, lines }: LeftOut) => `${why} ${said} ${often}: ${lines.join()}`,
  );
  return { listed, more: leftOut.more, added: tables[0]?.added, count };
}

const graph = (...nodes: readonly object[]): string =>
  `{"@graph": [\n${nodes.map((node) => JSON.stringify(node)).join(',\n')}\n]}`;

const header = JSON.stringify({ format: 'sidelight-store', version: 1, created: '', packs: [] });
const note = (id: string, text = 'x'): object => ({
  table: 'notes',
  row: { id, subject: 'local:a', text, changedAt: 1 },
});
const exported = (...rows: readonly object[]): string =>
  [header, ...rows.map((row) => JSON.stringify(row)), `{"end":${rows.length}}`].join('\n');

describe('the preview tells what stays out, by name and line', () => {
  test.each<[string, string, string, string[], number]>([
    [
      'a column that no entry has',
      'x.csv',
      'name,born,Party\nAnn,1970,A\nBo,,B\n',
      ['column born 1: 2', 'column Party 2: 2,3'],
      2,
    ],
    ['a column that stands there twice', 'x.csv', 'name,Name\nAnn,Anne\nBo,\n', ['columnTwice name 1: 2'], 2],
    ['no column without a word in it', 'x.csv', 'name,,born\nAnn,,\n', [], 1],
    [
      'an id that stands there twice',
      'x.csv',
      'id,name,description\nlocal:a,Ann,"of two\nlines"\nlocal:b,Bo,\nlocal:a,Anne,\nlocal:a,Anna,\n',
      ['twice Anne (local:a) 2: 2,5', 'twice Anna (local:a) 1: 6'],
      2,
    ],
    ['what a column of genders has else', 'x.csv', 'name,gender\nAnn,Female\nBo,m\n', ['value gender: m 1: 3'], 2],
    [
      'what is longer than has room',
      'x.csv',
      `name,aliases,description\nAnn,${'a'.repeat(301)} | b,${'d'.repeat(4_001)}\n`,
      ['cut aliases 1: 2', 'cut description 1: 2'],
      1,
    ],
    ['the line behind what parts the cells', 'x.csv', 'sep=;\r\nname;born\r\nAnn;1970\r\n', ['column born 1: 3'], 1],
    [
      'a property of which nothing is made',
      'x.jsonld',
      graph({ name: 'Ann', jobTitle: 'Baker' }, { name: 'Bo', 'schema:jobTitle': 'Cook' }),
      ['property jobTitle 2: 2,3'],
      2,
    ],
    [
      'what is no thing, and what has no name',
      'x.jsonld',
      graph({ name: 'Ann' }, { '@type': 'NewsArticle', name: 'So' }, { '@type': 'Person' }, { '@type': 'Claim' }),
      ['type NewsArticle 1: 3', 'noName Person 1: 4', 'noName Claim 1: 5'],
      1,
    ],
    [
      'a node that comes twice',
      'x.jsonld',
      graph({ '@id': 'urn:sidelight:local:a', name: 'Ann' }, { '@id': 'urn:sidelight:local:a', name: 'Anne' }),
      ['twice Anne (local:a) 2: 2,3'],
      1,
    ],
    [
      'values that mean nothing',
      'x.jsonld',
      graph({ name: 'Ann', '@type': 'Spaceship', gender: 'x', sameAs: 'ann' }, { '@type': 'Thing', name: 'Bo' }),
      ['value @type: Spaceship 1: 2', 'value gender: x 1: 2', 'value sameAs: ann 1: 2'],
      2,
    ],
    [
      'a record that comes twice, also far from the first',
      'x.jsonl',
      exported(note('local:b'), note('local:c'), note('local:b', 'y')),
      ['twice local:b 2: 2,4'],
      2,
    ],
    [
      'a record that is broken',
      'x.jsonl',
      exported(note('local:a'), { table: 'notes', row: { id: 'local:b' } }),
      ['broken notes 1: 3'],
      2,
    ],
    ['nothing of a whole export', 'x.jsonl', exported(note('local:a'), note('local:b')), [], 2],
  ])('%s', async (_, name, text, listed, rows) => {
    expect(await toldOf(text, name)).toEqual({ listed, more: 0, added: rows, count: rows });
  });

  test('the first of two counts', async () => {
    const store = await openOn(createFactory());
    const read = await readFile(new Blob(['id,name\nlocal:a,Ann\nlocal:a,Anne\n']), 'x.csv');
    if (!read.ok) throw new Error(read.failure.code);
    await store.importRows(read.value, { usual: 'theirs', exceptions: new Set() });
    expect((await store.search('Ann')).map(({ name }) => name)).toEqual(['Ann']);
  });

  test('of thousands the first, and how many there are', async () => {
    const rows = Array.from({ length: 3_000 }, (_, at) => `local:x${at % 1_500},Ann,${at}`);
    const { listed, more, added } = await toldOf(`id,name,born\n${rows.join('\n')}\n`, 'x.csv');
    expect(listed[0]).toBe('column born 3000: 2,3,4,5,6,7');
    expect([listed.length, more, added]).toEqual([100, 1_500 - 99, 1_500]);
  });
});

test('the line of a fault is that of the text, where cells are broken over lines', async () => {
  const text = 'sep=;\nname;type;description\nAnn;person;"one\r\ntwo\nthree"\nBo;wizard;\n';
  expect(await readFile(new Blob([text]), 'x.csv')).toMatchObject({ ok: false, failure: { line: 6 } });
});
