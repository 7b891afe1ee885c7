import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readKey, readManifest } from '../../scripts/pack/named-file.ts';
import { kindsOf, readInputs } from '../../scripts/pack/read-inputs.ts';
import { readJsonLd } from '../../scripts/pack/read-jsonld.ts';
import { readCsv } from '../../scripts/pack/read-csv.ts';
import { readRecords } from '../../scripts/pack/read-own.ts';
import { readWikidata } from '../../scripts/pack/read-wikidata.ts';
import type { Reader } from '../../scripts/pack/records.ts';
import { writePack } from '../../scripts/pack/write-pack.ts';
import { manifest } from '../pack/sources.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder of files as a stranger hands it over. */
function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-inputs-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

const options = { owner: 'made', languages: ['en'], types: [], popularity: 0, say: () => undefined };

async function idsFrom(reader: Reader, path: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for await (const { record } of reader(path, options)) ids.push(record.id);
  return ids;
}

const town = (id: string): string =>
  JSON.stringify({ id, type: 'place', name: `Town ${id}`, aliases: [], description: '' });

describe('a folder', () => {
  test('of JSON Lines is read whole, also where a kind is in several files', async () => {
    const folder = folderOf({
      'entities.jsonl': town('made:a'),
      'entities-2.jsonl.gz': gzipSync(town('made:b')),
      'sources.jsonl': JSON.stringify({
        id: 'made:s',
        url: null,
        title: 'S',
        publisher: null,
        authors: [],
        publishedAt: null,
      }),
      'manifest.json': '{}',
    });
    expect(await idsFrom(readRecords, folder)).toEqual(['made:s', 'made:b', 'made:a']);
  });

  test('of JSON Lines is parted at line breaks alone, also old ones and U+2028 within a text', async () => {
    const folder = folderOf({
      'entities.jsonl': `${town('made:a').replace('Town ', 'Town\u2028')}\r\n\n${town('made:b')}`,
    });
    expect(await idsFrom(readRecords, folder)).toEqual(['made:a', 'made:b']);
  });

  test('of tables is read as a spreadsheet writes it: a mark before it, semicolons, its own capitals', async () => {
    const folder = folderOf({
      'entities.csv': '\uFEFFID;Type;Name;sameas\r\nmade:a;Person;"Ann; the elder";https://a.example/1\r\n',
    });
    const records = [];
    for await (const { record } of readCsv(folder, options)) records.push(record);
    expect(records).toMatchObject([
      { id: 'made:a', type: 'person', name: 'Ann; the elder', sameAs: ['https://a.example/1'] },
    ]);
  });

  test('of tables is read, the names before the facts', async () => {
    const folder = folderOf({
      'facts.csv': 'id,subject,predicate,text\nmade:f,made:a,jobTitle,Mayor\n',
      'entities.csv': 'id,name,type\nmade:a,Ann,person\n',
    });
    expect(await idsFrom(readCsv, folder)).toEqual(['made:a', 'made:f']);
  });

  test.each([
    ['without any of its kind', readRecords, { 'entities.csv': '' }, /holds no file whose name ends in \.jsonl/],
    ['without any table', readCsv, { 'entities.jsonl': '' }, /holds no file whose name ends in \.csv/],
    ['with a file of no kind', readRecords, { 'people.jsonl': '{}' }, /people\.jsonl: is called after none of/],
  ] as const)('%s is refused', async (_, reader, files, said) => {
    await expect(idsFrom(reader, folderOf(files))).rejects.toThrow(said);
  });
});

describe('what is broken is told of with its place', () => {
  const cutOff = (text: string): Uint8Array => gzipSync(text).subarray(0, 30);
  test.each([
    ['entities.csv.gz', readCsv, cutOff('name,type\nAnn,person\n')],
    ['entities.jsonl.gz', readRecords, cutOff(town('made:a'))],
    ['dump.json.gz', readWikidata, cutOff('[\n{"id":"Q1","type":"item"},\n]')],
    ['entities-2.csv.gz', readCsv, 'no gzip at all'],
  ] as const)('%s that cannot be unpacked', async (name, reader, content) => {
    const path = join(folderOf({ [name]: content }), name);
    await expect(idsFrom(reader, path)).rejects.toThrow(`${name}: cannot be read: `);
  });

  const fact = { id: 'made:f', subject: 'made:a', predicate: 'jobTitle', source: 'made:s' };
  test.each([
    [{ date: '2024-02-30' }, 'value.date: not a day of the calendar'],
    [{ entity: 'nobody' }, 'value.entity: not of the form owner:name'],
    [{ number: '4' }, 'value.number: '],
    [{ text: 'a', number: 4 }, 'value: must hold exactly one of entity, text, date, number'],
    [{}, 'value: must hold exactly one of'],
  ])('the value of a fact: %o', async (value, said) => {
    const folder = folderOf({ 'facts.jsonl': `\n${JSON.stringify({ ...fact, value })}` });
    await expect(idsFrom(readRecords, folder)).rejects.toThrow(`facts.jsonl:2: ${said}`);
  });

  test('a day of JSON-LD that no calendar has', async () => {
    const path = join(folderOf({ 'a.jsonld': '{"@type":"Person","name":"Ann","birthDate":"1952-13-11"}' }), 'a.jsonld');
    await expect(idsFrom(readJsonLd, path)).rejects.toThrow('a.jsonld:1: value.date: not a day of the calendar');
  });
});

describe('a file that an option names', () => {
  const files = folderOf({ 'empty.json': ' ', 'cut.json': '{"id":', 'other.json': '{}' });
  test.each([
    ['nowhere.json', 'nowhere.json: there is no such file; --manifest names the JSON file with the pack’s id'],
    ['', 'it is a folder; --manifest names'],
    ['empty.json', 'empty.json: it is empty; --manifest names'],
    ['cut.json', 'cut.json: not JSON'],
    ['other.json', 'other.json: id: '],
  ])('a manifest: "%s"', (name, said) => {
    expect(() => readManifest(join(files, name))).toThrow(said);
  });

  test.each([
    [
      'nowhere.json',
      'nowhere.json: there is no such file; --key names the file that “npm run pack -- keygen FILE” made',
    ],
    ['empty.json', 'empty.json: it is no key; --key names'],
    ['cut.json', 'cut.json: it is no key; --key names'],
    ['other.json', 'other.json: it is no key; --key names'],
  ])('a key: "%s"', (name, said) => {
    expect(() => readKey(join(files, name))).toThrow(said);
  });

  const parsed = readManifest(join(folderOf({ 'm.json': `\uFEFF${JSON.stringify(manifest)}` }), 'm.json'));
  async function* none() {}
  const order = { manifest: parsed, records: none(), key: null, folder: join(files, 'out'), previous: [] };
  test.each([
    [{ previous: [join(files, 'nowhere.slpack')] }, 'nowhere.slpack: there is no such file'],
    [{ previous: [join(files, 'other.json')] }, 'other.json: this is no pack: too short'],
    [{ folder: join(files, 'other.json') }, 'other.json: no folder for the pack: it is a file'],
  ])('is asked for before any input is read: %o', async (more, said) => {
    await expect(writePack({ ...order, ...more })).rejects.toThrow(said);
  });
});

describe('nothing taken in', () => {
  const person = '{"@type":"Person","name":"Ann"}';
  const item = {
    id: 'Q1',
    labels: { en: { value: 'Ann' } },
    claims: { P31: [{ mainsnak: { snaktype: 'value', datavalue: { value: { id: 'Q5' } } } }] },
  };
  const items = JSON.stringify([item, null, { id: 'Q2' }]);
  const files = folderOf({
    'a.jsonld': person,
    'none.jsonld': '[{"name":"x"},{"@type":"Recipe","name":"y"},{"@type":"Person"}]',
    'entities.jsonl': '',
    'w.json': items,
    'empty.json': '',
  });
  const takes = async (name: string, from: string | undefined, more: object = {}): Promise<number> => {
    const inputs = kindsOf([join(files, name)], { from, given: [] });
    let count = 0;
    const parsed = readManifest(join(folderOf({ 'm.json': JSON.stringify(manifest) }), 'm.json'));
    for await (const { kind } of readInputs(inputs, parsed, { ...options, ...more })) if (kind !== 'source') count += 1;
    return count;
  };

  test.each([
    [
      'entities.jsonl',
      undefined,
      {},
      'entities.jsonl: holds no entity, fact, claim or review (it was read as records)',
    ],
    ['empty.json', 'wikidata', {}, 'empty.json: holds no entity'],
    ['a.jsonld', undefined, { types: ['place'] }, 'a.jsonld: left out: 1 of other types than place'],
    ['none.jsonld', undefined, {}, 'left out: 1 without an @type, 1 of types that no pack has, 1 without a name'],
    ['w.json', 'wikidata', { types: ['place'] }, '1 of other types than place'],
    ['w.json', 'wikidata', { popularity: 3 }, '1 with fewer than 3 Wikipedia articles'],
    [
      'w.json',
      'wikidata',
      { languages: ['fr'] },
      'w.json: 0 of 3 items taken in; left out: 1 without a name in fr, 1 that are no items of Wikidata, 1 of no class that is known (--classes adds some)',
    ],
  ])('of %s as %s, %o: no pack, and why', async (name, from, more, said) => {
    await expect(takes(name, from, more)).rejects.toThrow(said);
  });

  test('what is taken in of one file is enough', async () => {
    expect([await takes('a.jsonld', undefined), await takes('w.json', 'wikidata')]).toEqual([1, 1]);
  });

  test.each([
    [['a.jsonld'], undefined, ['popularity'], '--popularity filters wikidata alone, and the input is jsonld'],
    [['entities.jsonl'], undefined, ['type'], '--type filters wikidata and jsonld alone, and the input is records'],
    [['nowhere.csv'], undefined, [], 'nowhere.csv: there is no such file or folder'],
    [['w.json'], 'dump', [], 'there is no kind "dump"'],
  ])('%o as %s with %o is refused before anything is read', (names, from, given, said) => {
    const paths = names.map((name) => join(files, name));
    expect(() => kindsOf(paths, { from, given })).toThrow(said);
  });

  test('the standard input has to be named', () => {
    expect(() => kindsOf(['-'], { from: undefined, given: [] })).toThrow('--from has to say');
    expect(kindsOf(['-'], { from: 'wikidata', given: ['type'] })).toEqual([{ file: '-', kind: 'wikidata' }]);
  });
});

test.each([
  ['entities.jsonl', readRecords, town('made:a'), 'utf16le'],
  ['entities.csv', readCsv, 'id\ttype\tname\r\nmade:a\tplace\tŁódź\r\n', 'utf16le'],
  ['entities.csv', readCsv, 'id\ttype\tname\r\nmade:a\tplace\tŁódź\r\n', 'utf16be'],
] as const)('%s in UTF-16 is read by the mark before it (%#)', async (name, reader, text, form) => {
  const content = Buffer.from(`\uFEFF${text}`, 'utf16le');
  const folder = folderOf({ [name]: form === 'utf16be' ? content.swap16() : content });
  expect(await idsFrom(reader, join(folder, name))).toEqual(['made:a']);
});

test('UTF-16 without its mark is told as no UTF-8', async () => {
  const folder = folderOf({ 'entities.jsonl': Buffer.from(town('made:a'), 'utf16le') });
  await expect(idsFrom(readRecords, folder)).rejects.toThrow('entities.jsonl:1: is no text in UTF-8');
});

test('a byte order mark before JSON Lines is no fault', async () => {
  const folder = folderOf({ 'entities.jsonl': `\uFEFF${town('made:a')}` });
  expect(await idsFrom(readRecords, folder)).toEqual(['made:a']);
});

test.each([
  ['entities.csv', readCsv, 'id,type,name\nmade:a,person,Ann\nmade:b,person,Jos\u00e9\n', 3],
  ['entities.jsonl', readRecords, `${town('made:a')}\n${town('made:b').replace('Town', 'Jos\u00e9')}`, 2],
] as const)('%s in Latin-1 is refused at its line', async (name, reader, text, line) => {
  const folder = folderOf({ [name]: Buffer.from(text, 'latin1') });
  await expect(idsFrom(reader, join(folder, name))).rejects.toThrow(`${name}:${line}: is no text in UTF-8`);
});

test('a table with a column twice is refused', async () => {
  const folder = folderOf({ 'entities.csv': 'name,type,Name\nAnn,person,Ben\n' });
  await expect(idsFrom(readCsv, folder)).rejects.toThrow('entities.csv:1: has the column "name" twice');
});
