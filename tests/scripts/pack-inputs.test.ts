import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { readJsonLd } from '../../scripts/pack/read-jsonld.ts';
import { readCsv, readRecords } from '../../scripts/pack/read-own.ts';
import { readWikidata } from '../../scripts/pack/read-wikidata.ts';
import type { Reader } from '../../scripts/pack/records.ts';

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
