import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import type { PackManifest } from '../../lib/model/pack.ts';
import { readArchive } from '../../lib/pack/archive.ts';
import { compilePack } from '../../lib/pack/compile.ts';
import { parseFeed } from '../../lib/pack/feed.ts';
import { parseManifest, parsePack } from '../../lib/pack/parse.ts';
import { type EntityRecord, unpackShard } from '../../lib/pack/shards.ts';
import { readClaimReviews } from '../../scripts/pack/read-claimreview.ts';
import { readJsonLd } from '../../scripts/pack/read-jsonld.ts';
import { readCsv } from '../../scripts/pack/read-csv.ts';
import { readRecords } from '../../scripts/pack/read-own.ts';
import { readWikidata } from '../../scripts/pack/read-wikidata.ts';
import type { PackRecord, Reader } from '../../scripts/pack/records.ts';
import { writePack } from '../../scripts/pack/write-pack.ts';
import { manifest, packFiles } from '../pack/sources.ts';
import { publisher, tryImport, wordFor } from '../store/packs/imports.ts';
import { createFactory, openOn } from '../store/memory.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-pack-test-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, content: string | Uint8Array): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

const options = { owner: 'made', languages: ['en', 'de'], types: [], popularity: 0, say: () => undefined };

async function read(reader: Reader, file: string, more: Partial<typeof options> | object = {}): Promise<PackRecord[]> {
  const records: PackRecord[] = [];
  for await (const record of reader(file, { ...options, ...more })) records.push(record);
  return records;
}

const recordsOf = (records: readonly PackRecord[], kind: string): unknown[] =>
  records.filter((one) => one.kind === kind).map(({ record }) => record);

const parsed = parseManifest(JSON.stringify({ ...manifest, requires: ['other'] }));
if (!parsed.ok) throw new Error('the manifest is malformed');
const testManifest: PackManifest = parsed.value;

async function build(
  name: string,
  files: ReadonlyMap<string, string>,
  previous: readonly string[] = [],
  version = testManifest.version,
) {
  const source = mkdtempSync(join(folder, 'source-'));
  for (const [file, text] of files) writeFileSync(join(source, file), text);
  const out = join(folder, name);
  const written = await writePack({
    manifest: { ...testManifest, version },
    records: readRecords(source, options),
    key: publisher,
    folder: out,
    previous,
  });
  return { out, written };
}

describe('a pack built from a stream', () => {
  test('is byte for byte the one built in memory', async () => {
    // Enough for several shards, with facts that join them, and ids that only other packs hold.
    const people = Array.from({ length: 700 }, (_, i) => ({
      id: `test:p${i}`,
      type: 'person',
      name: `Person ${i}`,
      aliases: i % 3 === 0 ? [{ text: `P. ${i}` }] : [],
      description: `Number ${i}`,
      prominence: ((i * 37) % 100) / 100,
      context: [`test:p${(i + 1) % 700}`, `other:x${i % 5}`],
    }));
    const facts = people.flatMap(({ id }, i) => [
      {
        id: `test:h${i}`,
        subject: id,
        predicate: 'knows',
        value: { entity: `test:p${(i * 7) % 700}` },
        source: 'test:s1',
      },
      {
        id: `test:g${i}`,
        subject: id,
        predicate: 'memberOf',
        value: { entity: `wd:Q${i % 40}` },
        of: `other:x${i % 9}`,
        source: 'test:s1',
      },
    ]);
    const lines = (records: readonly object[]): string => records.map((record) => JSON.stringify(record)).join('\n');
    const base = packFiles();
    const files = packFiles({
      'manifest.json': JSON.stringify({ ...manifest, requires: ['other'] }),
      'entities.jsonl': `${base.get('entities.jsonl')}\n${lines(people)}`,
      'facts.jsonl': `${base.get('facts.jsonl')}\n${lines(facts)}`,
    });
    const content = parsePack(files);
    if (!content.ok) throw new Error(JSON.stringify(content.failure));
    const inMemory = await compilePack(content.value, publisher);
    const { written } = await build('equal', files);
    expect(written.counts.entities).toBe(702);
    expect(Buffer.compare(readFileSync(written.files[0]!.path), inMemory)).toBe(0);
  });

  test('comes with a feed and a patch, and both are taken in', async () => {
    const first = await build('first', packFiles());
    const second = await build('second', packFiles(), [first.written.files[0]!.path], '2026.11.1');
    expect(readdirSync(second.out).toSorted()).toEqual([
      'test-pack-2026.11.0-2026.11.1.slpatch',
      'test-pack-2026.11.1.slpack',
      'test-pack.json',
    ]);
    const feed = parseFeed(readFileSync(join(second.out, 'test-pack.json'), 'utf8'));
    expect(feed.ok && feed.value.patches[0]?.from).toBe('2026.11.0');
    const store = await openOn(createFactory());
    const bytes = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(path));
    expect(wordFor(await tryImport(store, bytes(first.written.files[0]!.path)))).toBe('installed');
    expect(wordFor(await tryImport(store, bytes(second.written.files[1]!.path)))).toBe('installed');
    expect((await store.listPacks()).packs[0]?.version).toBe('2026.11.1');
  });

  test.each([
    [
      'an id twice',
      { 'entities.jsonl': `${packFiles().get('entities.jsonl')}\n${packFiles().get('entities.jsonl')}` },
      'entities.jsonl:3: id: test:ada stands twice',
    ],
    ['a line that is not JSON', { 'facts.jsonl': '{"id":' }, 'facts.jsonl:1: not JSON'],
    ['a field of another shape', { 'entities.jsonl': '{"id":"test:a","type":"robot"}' }, 'entities.jsonl:1: type:'],
    [
      'a fact of nobody',
      { 'entities.jsonl': '', 'claims.jsonl': '', 'reviews.jsonl': '' },
      'facts.jsonl:1: subject: test:ada is not in the pack',
    ],
    ['a fact without its source', { 'sources.jsonl': '' }, 'source: test:s1 is not in the pack'],
  ])('says where %s is', async (_, changed, said) => {
    await expect(build('fault', packFiles(changed as Record<string, string>))).rejects.toThrow(said);
  });
});

describe('CSV', () => {
  test('entities and facts, quoted cells with breaks in them', async () => {
    const entities = put(
      'entities.csv',
      'name,type,aliases,description,prominence\r\n"Moreno, Ada",person,"=Moreno;Ada M. | Ada","Two\nlines",0.5\n\nFreedonia,place,,,\n',
    );
    expect(recordsOf(await read(readCsv, entities), 'entity')).toMatchObject([
      {
        id: 'made:moreno-ada',
        name: 'Moreno, Ada',
        aliases: [{ text: 'Moreno', case: 'exact' }, { text: 'Ada M.' }, { text: 'Ada' }],
      },
      { id: 'made:freedonia', type: 'place', description: '' },
    ]);
    const cities = put('entities-scripts.csv', 'name,type\n東京,place\n京都,place\nБерн 3000,place\nC,other\n');
    const ids = recordsOf(await read(readCsv, cities), 'entity').map(
      (record) => (record as { readonly id: string }).id,
    );
    expect(new Set(ids).size).toBe(4);
    expect(ids.at(-1)).toBe('made:c');
    // A spreadsheet is called as its maker likes: its header says what it is.
    const members = put('Council members.csv', 'Name;Type\nA;Person\n');
    expect(recordsOf(await read(readCsv, members), 'entity')).toMatchObject([{ name: 'A', type: 'person' }]);
    const facts = put('What they did.csv', 'subject;predicate;text;validFrom\nmade:a;jobTitle;Minister;2020-01\n');
    expect(recordsOf(await read(readCsv, facts), 'fact')).toMatchObject([
      { subject: 'made:a', value: { text: 'Minister' }, validFrom: '2020-01', source: 'made:s-pack' },
    ]);
  });

  test.each([
    ['entities-a.csv', 'id,type\na,b\n', 'entities-a.csv: has no column "name"', 1],
    ['entities-b.csv', 'name,type\nA,person\nB\n', 'entities-b.csv:3: 1 cells instead of 2', 3],
    ['entities-c.csv', 'name,type\n"A\nA",person\nB,robot\n', 'entities-c.csv:4: type:', 4],
    ['facts-d.csv', 'subject,predicate,date\nmade:a,birthDate,May\n', 'facts-d.csv:2: value.date: not a date', 2],
    ['entities-e.csv', 'type,name\nperson,A\nperson,"B\n', 'entities-e.csv:3: a quotation mark is not closed', 3],
    ['entities-f.csv', 'type,name\nperson,"A\nperson,B', 'entities-f.csv:2: a quotation mark is not closed', 2],
    ['things.csv', 'name\nA\n', 'things.csv:1: is called after neither entities nor facts', 1],
    ['claims.csv', 'name,type\nA,person\n', 'claims.csv: only entities and facts come as CSV', 0],
  ])('%s is refused with its place', async (name, content, said) => {
    await expect(read(readCsv, put(name, content))).rejects.toThrow(
      said.replace('entities-a.csv:', 'entities-a.csv:1:'),
    );
  });
});

const value = (id: string) => ({ mainsnak: { snaktype: 'value', datavalue: { value: { id } } }, rank: 'normal' });
const time = (text: string, precision: number) => ({ datavalue: { value: { time: text, precision } } });
const item = (id: string, fields: object = {}) => ({
  type: 'item',
  id,
  labels: { en: { language: 'en', value: `Name ${id}` }, de: { language: 'de', value: `Name ${id} (de)` } },
  descriptions: { en: { language: 'en', value: 'Somebody' } },
  aliases: { en: [{ language: 'en', value: 'ABC' }] },
  sitelinks: { enwiki: { title: `Name ${id}` }, dewiki: { title: 'X' }, commonswiki: { title: 'Y' } },
  claims: {
    P31: [value('Q5')],
    P39: [
      {
        ...value('Q11696'),
        qualifiers: { P580: [time('+2020-01-05T00:00:00Z', 11)], P582: [time('+2021-00-00T00:00:00Z', 9)] },
      },
    ],
    P569: [{ rank: 'normal', mainsnak: { snaktype: 'value', ...time('+1950-03-00T00:00:00Z', 10) } }],
    P27: [{ ...value('Q30'), rank: 'deprecated' }],
  },
  ...fields,
});

describe('Wikidata', () => {
  const dump = `[\n${[
    item('Q1'),
    item('Q2', { claims: { P31: [value('Q515')] } }),
    item('Q3', { sitelinks: {} }),
    { id: 'P31', type: 'property' },
  ]
    .map((one) => JSON.stringify(one))
    .join(',\n')}\n]\n`;

  test.each([
    ['a dump', 'dump.json', dump],
    ['a packed dump', 'dump.json.gz', gzipSync(dump)],
    [
      'an answer of the API',
      'api.json',
      JSON.stringify({ entities: { Q1: item('Q1'), Q2: item('Q2', { claims: { P31: [value('Q515')] } }) } }, null, 2),
    ],
  ])('%s, filtered by type and popularity', async (_, name, content) => {
    const records = await read(readWikidata, put(name, content), { types: ['person'], popularity: 2 });
    expect(recordsOf(records, 'entity')).toMatchObject([
      {
        id: 'wd:Q1',
        type: 'person',
        name: 'Name Q1',
        aliases: [
          { text: 'ABC', language: 'en', case: 'exact' },
          { text: 'Name Q1 (de)', language: 'de' },
        ],
        sameAs: ['https://en.wikipedia.org/wiki/Name_Q1'],
      },
    ]);
    expect(recordsOf(records, 'fact')).toMatchObject([
      { predicate: 'jobTitle', value: { entity: 'wd:Q11696' }, validFrom: '2020-01-05', validTo: '2021' },
      { predicate: 'birthDate', value: { date: '1950-03' } },
    ]);
  });

  test('a damaged line is said with its place', async () => {
    const broken = put('broken.json', `[\n${JSON.stringify(item('Q1'))},\n{"id": "Q2", \n]\n`);
    await expect(read(readWikidata, broken)).rejects.toThrow('broken.json:3: not JSON');
  });
});

test('schema.org JSON-LD: types, names, roles with their time', async () => {
  const file = put(
    'things.jsonld',
    JSON.stringify({
      '@context': 'https://schema.org',
      '@graph': [
        {
          '@type': 'Person',
          name: 'Ada Moreno',
          alternateName: ['A. Moreno'],
          sameAs: 'https://www.wikidata.org/wiki/Q42',
          gender: 'https://schema.org/Female',
          jobTitle: 'Minister',
          memberOf: {
            '@type': 'OrganizationRole',
            memberOf: { '@type': 'Organization', name: 'The Party' },
            startDate: '2010',
          },
        },
        {
          '@type': 'NewsMediaOrganization',
          '@id': 'https://paper.example/#org',
          name: 'The Paper',
          foundingDate: '1901',
        },
        { '@type': 'BreadcrumbList', name: 'Nothing of ours' },
      ],
    }),
  );
  const records = await read(readJsonLd, file);
  expect(recordsOf(records, 'entity')).toMatchObject([
    { id: 'wd:Q42', type: 'person', gender: 'female', aliases: [{ text: 'A. Moreno' }] },
    { id: 'made:paper-example-org', type: 'organisation', name: 'The Paper' },
  ]);
  expect(recordsOf(records, 'fact')).toMatchObject([
    { predicate: 'jobTitle', value: { text: 'Minister' } },
    { predicate: 'memberOf', value: { text: 'The Party' }, validFrom: '2010' },
    { predicate: 'foundingDate', value: { date: '1901' } },
  ]);
});

test('what a date of schema.org does not say is left out, and told', async () => {
  const file = put(
    'dates.jsonld',
    JSON.stringify({ '@type': 'Person', name: 'A', birthDate: '19x4', deathDate: '1990-05', hasOccupation: 'Baker' }),
  );
  const said: string[] = [];
  const records = await read(readJsonLd, file, { say: (line: string) => void said.push(line) });
  expect(recordsOf(records, 'fact')).toMatchObject([{ predicate: 'hasOccupation' }, { predicate: 'deathDate' }]);
  expect(said).toEqual([expect.stringMatching(/: left out: 1 dates that begin with no year$/u)]);
});

test('a feed of ClaimReview: claim, source and rating in its own words', async () => {
  const review = (url: string, rating: object) => ({
    '@type': 'ClaimReview',
    url,
    claimReviewed: 'Trade grew by 4 percent.',
    author: { '@type': 'Organization', name: 'The Checkers' },
    datePublished: '2021-05-09T10:00:00Z',
    itemReviewed: { '@type': 'Claim', datePublished: '2021-05-01', author: { '@type': 'Person', name: 'Ada Moreno' } },
    reviewRating: { '@type': 'Rating', ...rating },
  });
  const file = put(
    'feed.json',
    JSON.stringify({
      dataFeedElement: [
        { item: [review('https://checks.example/1', { alternateName: 'Lacks context' })] },
        {
          item: [
            { ...review('https://checks.example/2', { ratingValue: 2, bestRating: 5 }), '@type': ['ClaimReview'] },
          ],
        },
        { item: [review('', {})] },
      ],
    }),
  );
  const records = await read(readClaimReviews, file);
  expect(recordsOf(records, 'review')).toMatchObject([{ rating: 'Lacks context' }, { rating: '2 of 5' }]);
  expect(recordsOf(records, 'claim')).toMatchObject([
    { text: 'Trade grew by 4 percent.', speaker: null, speakerName: 'Ada Moreno', saidAt: '2021-05-01' },
  ]);
  await expect(read(readClaimReviews, put('none.json', '{"dataFeedElement":[]}'))).rejects.toThrow(
    'holds no ClaimReview',
  );
});

test('a shard is JSON Lines that any tool can unpack', async () => {
  const archive = await readArchive(new Uint8Array(readFileSync(join(folder, 'first', 'test-pack-2026.11.0.slpack'))));
  if (!archive.ok) throw new Error('no pack');
  const part = archive.value.parts.find(({ name }) => name === 'entities/0');
  const shard = await unpackShard<EntityRecord>(part!.bytes);
  expect(shard.records.map(({ entity }) => entity?.name ?? null)).toEqual(['Freedonia', 'Ada Moreno', null]);
});
