import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readClaimReviews } from '../../scripts/pack/read-claimreview.ts';
import { readCsv } from '../../scripts/pack/read-csv.ts';
import { readInputs } from '../../scripts/pack/read-inputs.ts';
import { readJsonLd } from '../../scripts/pack/read-jsonld.ts';
import { readRecords } from '../../scripts/pack/read-own.ts';
import { readWikidata } from '../../scripts/pack/read-wikidata.ts';
import type { Reader } from '../../scripts/pack/records.ts';
import { writePack } from '../../scripts/pack/write-pack.ts';
import { asPackId } from '../../lib/model/ids.ts';
import { manifest as said } from '../pack/sources.ts';

const manifest = { ...said, id: asPackId(said.id), schema: 1 } as const;

/** Tables, dumps and graphs as people and other programs make them. */
const folder = mkdtempSync(join(tmpdir(), 'sidelight-strangers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
function put(name: string, content: string): string {
  files += 1;
  const path = join(mkdtempSync(join(folder, `${files}-`)), name);
  writeFileSync(path, content);
  return path;
}

interface Found {
  readonly records: readonly { readonly kind: string; readonly line: number; readonly record: object }[];
  readonly said: readonly string[];
}

async function read(reader: Reader, path: string, languages: readonly string[] = ['en']): Promise<Found> {
  const said: string[] = [];
  const records: Found['records'][number][] = [];
  const say = (line: string): void => void said.push(line);
  for await (const record of reader(path, { owner: 'made', languages, types: [], popularity: 0, say }))
    records.push(record);
  return { records, said };
}

const of = (kind: string, { records }: Found): readonly object[] =>
  records.filter((one) => one.kind === kind).map(({ record }) => record);

describe('a table', () => {
  test.each([
    ['tabs', 'name\ttype\nAnn\tperson\n'],
    ['semicolons in two columns', 'name;type\nAnn;person\n'],
    ['what parts its cells in a line of its own', 'sep=;\r\nname;type\r\nAnn;person\r\n'],
    ['empty cells behind the last', 'name,type\nAnn,person,,\n'],
    ['a name over two lines', 'name,type\n"Ann\r\n",person\n'],
  ])('with %s', async (_, text) => {
    expect(of('entity', await read(readCsv, put('Entities.CSV', text)))).toMatchObject([
      { name: 'Ann', type: 'person' },
    ]);
  });

  test.each([
    ['entities.csv', 'name,type,\nAnn,person,lost\n', 'entities.csv:2: has “lost” in a column without a name'],
    ['entities.csv', 'name,type\nAnn,person,lost\n', 'entities.csv:2: 3 cells instead of 2'],
    ['entities.csv', 'name;type;prominence\nAnn;person;0,5\n', 'entities.csv:2: prominence: “0,5” is no number'],
    ['facts.csv', 'subject,predicate,number\nwd:Q1,height,0x10\n', 'facts.csv:2: number: “0x10” is no number'],
    ['facts.csv', 'subject,predicate,text,unit\nwd:Q1,height,tall,m\n', 'facts.csv:2: unit: “m” without a number'],
  ])('%s that says what is lost: %s', async (name, text, said) => {
    await expect(read(readCsv, put(name, text))).rejects.toThrow(said);
  });

  test('columns that no pack has are told, and words of a header may be parted', async () => {
    const text = 'subject,predicate,text,Valid From,valid_to,remark\nwd:Q1,jobTitle,Baker,2001,2003,x\n';
    const found = await read(readCsv, put('facts.csv', text));
    expect(of('fact', found)).toMatchObject([{ validFrom: '2001', validTo: '2003' }]);
    expect(found.said).toEqual([expect.stringMatching(/columns that no pack has: remark$/u)]);
  });
});

test('fields of JSON Lines that no pack has are told', async () => {
  const line = { id: 'made:a', type: 'person', name: 'Ann', aliases: [], description: '', sameas: [], Context: [] };
  const { said } = await read(readRecords, put('entities.ndjson', JSON.stringify(line)));
  expect(said).toEqual([expect.stringContaining('sameas (1), Context (1)')]);
});

test('a review that stands twice is refused', async () => {
  const place = { file: 'reviews.jsonl', line: 2 };
  const review = {
    kind: 'review',
    ...place,
    record: { id: 'made:r', claim: 'made:c', rating: 'No', source: 'made:s' },
  };
  const records = (async function* () {
    yield await Promise.resolve(review as never);
    yield review as never;
  })();
  const order = { manifest, records, key: null, folder: join(folder, 'twice'), previous: [] };
  await expect(writePack(order)).rejects.toThrow('reviews.jsonl:2: id: made:r stands twice');
});

const value = (id: string) => ({ mainsnak: { snaktype: 'value', datavalue: { value: { id } } }, rank: 'normal' });
const time = (text: string, precision = 11) => ({
  snaktype: 'value',
  datavalue: { value: { time: text, precision } },
});
const item = (id: string, claims: object = {}, more: object = {}) => ({
  type: 'item',
  id,
  labels: { en: { value: `Name ${id}` } },
  claims: { P31: [value('Q5')], ...claims },
  ...more,
});
const dump = (...items: readonly unknown[]): string => `[\n${items.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`;

describe('Wikidata', () => {
  const born = (written: string, precision?: number, rank = 'normal') => ({ rank, mainsnak: time(written, precision) });
  test.each([
    ['30 February', [born('+1950-02-30T00:00:00Z')], ['1950-02']],
    ['29 February 1900, Julian', [born('+1900-02-29T00:00:00Z')], ['1900-02']],
    ['before our era', [born('-0044-03-15T00:00:00Z')], []],
    ['the year nought', [born('+0000-00-00T00:00:00Z', 9)], []],
    ['a century', [born('+1900-00-00T00:00:00Z', 7)], []],
    [
      'one that is preferred',
      [born('+1950-01-02T00:00:00Z'), born('+1951-03-04T00:00:00Z', 11, 'preferred')],
      ['1951-03-04'],
    ],
    ['what is no statement', [null, 5, { mainsnak: null }], []],
  ])('a birth on %s', async (_, P569, dates) => {
    const found = await read(readWikidata, put('d.json', dump(item('Q1', { P569 }))));
    expect(of('fact', found)).toMatchObject(dates.map((date) => ({ predicate: 'birthDate', value: { date } })));
  });

  const role = (P580: readonly object[], P582: readonly object[]) => ({ ...value('Q9'), qualifiers: { P580, P582 } });
  test.each([
    ['that ended and nobody knows when', role([], [{ snaktype: 'somevalue' }]), []],
    ['that ended in some century', role([], [time('+1900-00-00T00:00:00Z', 7)]), []],
    [
      'that has not ended',
      role([time('+2001-01-01T00:00:00Z')], [{ snaktype: 'novalue' }]),
      [['2001-01-01', undefined]],
    ],
    ['that ended before it began', role([time('+2001-05-01T00:00:00Z')], [time('+2001-03-01T00:00:00Z')]), []],
    [
      'that was held twice',
      role(
        [time('+2005-01-01T00:00:00Z'), time('+2001-01-01T00:00:00Z')],
        [time('+2003-01-01T00:00:00Z'), time('+2007-01-01T00:00:00Z')],
      ),
      [
        ['2001-01-01', '2003-01-01'],
        ['2005-01-01', '2007-01-01'],
      ],
    ],
    [
      'of whose beginning two things are said',
      role([time('+2001-00-00T00:00:00Z', 9), time('+2002-01-01T00:00:00Z')], [time('+2007-01-01T00:00:00Z')]),
      [['2001', '2007-01-01']],
    ],
  ])('a role %s', async (_, P39, stretches) => {
    const found = await read(readWikidata, put('d.json', dump(item('Q1', { P39: [P39] }))));
    expect(
      of('fact', found).map((fact) => [
        (fact as { validFrom?: string }).validFrom,
        (fact as { validTo?: string }).validTo,
      ]),
    ).toEqual(stretches);
    expect(new Set(of('fact', found).map((fact) => (fact as { id: string }).id)).size).toBe(stretches.length);
  });

  test('a name in all languages counts in each, and what is no Wikipedia is none', async () => {
    const labels = { mul: { value: 'Ann Lee' } };
    const sitelinks = { commonswiki: { title: 'x' }, be_x_oldwiki: { title: 'Ан' } };
    const path = put('d.json', dump(item('Q1', {}, { labels, sitelinks, aliases: { mul: [{ value: 'A. Lee' }] } })));
    expect(of('entity', await read(readWikidata, path, ['be-tarask']))).toMatchObject([
      {
        name: 'Ann Lee',
        aliases: [{ text: 'A. Lee' }],
        prominence: 0.05,
        sameAs: ['https://be-tarask.wikipedia.org/wiki/%D0%90%D0%BD'],
      },
    ]);
  });

  test('an item of old dumps has a number for a name', async () => {
    const P27 = [
      { mainsnak: { snaktype: 'value', datavalue: { value: { 'entity-type': 'item', 'numeric-id': 30 } } } },
    ];
    expect(of('fact', await read(readWikidata, put('d.json', dump(item('Q1', { P27 })))))).toMatchObject([
      { value: { entity: 'wd:Q30' } },
    ]);
  });

  test('a dump that ends at the end of a line is told as cut off', async () => {
    const whole = dump(item('Q1'), item('Q2'));
    expect((await read(readWikidata, put('d.json', whole))).said).toHaveLength(1);
    const { records, said } = await read(readWikidata, put('d.json', whole.slice(0, -3)));
    expect([records.length, said[0]]).toEqual([2, expect.stringContaining('the list ends without its bracket')]);
  });

  test('an item that comes again, and one under its former name, is taken once', async () => {
    const first = put('a.json', JSON.stringify({ entities: { Q1: item('Q1', { P27: [value('Q30')] }) } }));
    const again = put(
      'b.json',
      JSON.stringify({ entities: { Q9: item('Q1', { P27: [value('Q30')] }), Q2: item('Q2') } }),
    );
    const said: string[] = [];
    const options = {
      owner: 'made',
      languages: ['en'],
      types: [],
      popularity: 0,
      say: (line: string) => void said.push(line),
    };
    const inputs = [first, again].map((file) => ({ file, kind: 'wikidata' as const }));
    const { counts } = await writePack({
      manifest,
      records: readInputs(inputs, manifest, options),
      key: null,
      folder: join(folder, 'again'),
      previous: [],
    });
    expect([counts.entities, counts.facts, said.at(-1)]).toEqual([
      2,
      1,
      expect.stringContaining('1 items that were there already'),
    ]);
  });
});

describe('lists over several lines', () => {
  test('are read, each element at its line', async () => {
    const nodes = ['Ann', 'Ben'].map((name) => ({ '@type': 'Person', name }));
    const { records } = await read(readJsonLd, put('a.jsonld', JSON.stringify(nodes, null, 2)));
    expect(records.map(({ line }) => line)).toEqual([2, 6]);
  });

  test('are told of with the line of the fault', async () => {
    await expect(read(readJsonLd, put('a.jsonld', '[\n{\n"@type": "Person",\n"name": Ann\n}\n]'))).rejects.toThrow(
      /a\.jsonld:[24]: not JSON/u,
    );
  });
});

describe('JSON-LD', () => {
  const ann = { '@type': 'Person', name: 'Ann' };
  test.each<[string, object]>([
    ['a graph that is no list', { '@graph': ann }],
    ['full addresses', { '@type': ['http://schema.org/Person'], 'http://schema.org/name': [{ '@value': 'Ann' }] }],
    ['an older address', { '@type': 'http://www.schema.org/Person', name: 'Ann' }],
    ['prefixes', { '@context': { s: 'https://schema.org/' }, '@type': 's:Person', 's:name': 'Ann' }],
    ['keywords under names of their own', { type: 'Person', name: 'Ann' }],
    ['a map of languages', { '@type': 'Person', name: { de: 'Anna', en: 'Ann' } }],
    [
      'values of languages',
      {
        '@type': 'Person',
        name: [
          { '@value': 'Анна', '@language': 'ru' },
          { '@value': 'Ann', '@language': 'en' },
        ],
      },
    ],
    ['a set', { '@type': ['Thing', 'Person'], name: { '@set': ['Ann'] } }],
    ['a page about it', { '@type': 'WebPage', mainEntity: ann }],
    ['a list of one', { '@type': 'ItemList', itemListElement: { '@type': 'ListItem', item: ann } }],
  ])('with %s', async (_, node) => {
    expect(of('entity', await read(readJsonLd, put('a.jsonld', JSON.stringify(node))))).toMatchObject([
      { type: 'person', name: 'Ann' },
    ]);
  });

  test('references lead to what they mean, wherever it stands', async () => {
    const lines = [
      {
        '@id': 'https://a.example/1',
        ...ann,
        worksFor: { '@id': 'https://a.example/2' },
        memberOf: { '@id': 'https://a.example/9' },
      },
      { '@id': 'https://a.example/2', '@type': 'Organization', name: 'Mill' },
      { '@id': 'https://a.example/1', ...ann, jobTitle: 'Baker' },
    ];
    const found = await read(readJsonLd, put('a.jsonld', lines.map((line) => JSON.stringify(line)).join('\n')));
    expect(of('entity', found)).toHaveLength(2);
    expect(of('fact', found)).toMatchObject([
      { subject: 'made:a-example-1', predicate: 'jobTitle', value: { text: 'Baker' } },
      { subject: 'made:a-example-1', predicate: 'worksFor', value: { entity: 'made:a-example-2' } },
    ]);
    expect(found.said).toEqual([expect.stringContaining('1 facts that refer to nothing in the file')]);
  });

  test('names of nodes that hold in one document alone are not those of another', async () => {
    const lines = ['Mill', 'Harbour'].map((name) => ({
      '@graph': [
        { '@id': '_:b0', '@type': 'Organization', name },
        { '@type': 'Person', name: `Head of ${name}`, worksFor: { '@id': '_:b0' } },
      ],
    }));
    const found = await read(readJsonLd, put('a.jsonld', lines.map((line) => JSON.stringify(line)).join('\n')));
    const [first, second] = of('fact', found).map((fact) => (fact as { value: { entity?: string } }).value.entity);
    expect(of('entity', found)).toHaveLength(4);
    expect(first).not.toBe(second);
  });

  test('a role with a thing of its own is an office there', async () => {
    const mill = { '@type': 'Organization', '@id': 'https://a.example/2', name: 'Mill' };
    const worksFor = { '@type': 'EmployeeRole', roleName: 'Head', startDate: '20200105', worksFor: mill };
    const found = await read(readJsonLd, put('a.jsonld', JSON.stringify({ ...ann, worksFor })));
    expect(of('fact', found)).toMatchObject([
      { predicate: 'worksFor', value: { entity: 'made:a-example-2' }, validFrom: '2020-01-05' },
      { predicate: 'jobTitle', value: { text: 'Head' }, of: 'made:a-example-2', validFrom: '2020-01-05' },
    ]);
  });

  test('a role whose end says no year is not taken for one that goes on', async () => {
    const jobTitle = { '@type': 'Role', roleName: 'Head', endDate: 'last year' };
    const found = await read(readJsonLd, put('a.jsonld', JSON.stringify({ ...ann, jobTitle })));
    expect([of('fact', found), found.said]).toEqual([[], [expect.stringContaining('1 dates that begin with no year')]]);
  });
});

test('a feed of ClaimReview is read as a page is', async () => {
  const graph = [
    {
      '@type': 'http://schema.org/ClaimReview',
      'http://schema.org/claimReviewed': [{ '@value': 'Trade &amp; tax grew.', '@language': 'en' }],
      '@id': 'https://checks.example/1',
      author: { '@id': '#us' },
      datePublished: '2024-02-30',
      reviewRating: 'False',
      itemReviewed: {
        author: [{ '@type': 'Person', name: 'Ann', sameAs: [{ '@id': 'https://www.wikidata.org/wiki/Q42' }] }],
      },
    },
    { '@type': 'ClaimReview', claimReviewed: 'x', url: 'https://checks.example/2', reviewRating: { ratingValue: -1 } },
    { '@id': '#us', '@type': 'Organization', name: 'Checks' },
  ];
  const found = await read(readClaimReviews, put('f.json', JSON.stringify({ '@graph': graph })));
  expect(of('source', found)).toMatchObject([
    { url: 'https://checks.example/1', publisher: 'Checks', publishedAt: null },
  ]);
  expect(of('claim', found)).toMatchObject([{ text: 'Trade & tax grew.', speaker: 'wd:Q42', speakerName: 'Ann' }]);
  expect(of('review', found)).toMatchObject([{ rating: 'False' }]);
  expect(found.said).toEqual([expect.stringContaining('1 reviews without a claim, address or rating')]);
});

test('fact checks as an answer of the Fact Check Tools API', async () => {
  const checked = {
    text: 'Trade grew by 4 percent.',
    claimant: 'Ada Moreno',
    claimDate: '2021-05-01T00:00:00Z',
    claimReview: [
      {
        publisher: { name: 'The Checkers', site: 'checks.example' },
        url: 'https://checks.example/1',
        title: 'Did trade grow?',
        reviewDate: '2021-05-09T00:00:00Z',
        textualRating: 'Lacks context',
        languageCode: 'en',
      },
      { publisher: { site: 'other.example' }, url: 'https://other.example/2', textualRating: '2' },
    ],
  };
  const bare = { text: 'So', claimReview: [{ url: 'https://checks.example/3' }] };
  const answer = { claims: [checked, bare, { text: 'Nobody reviewed it.' }], nextPageToken: 'CAU' };
  const found = await read(readClaimReviews, put('f.json', JSON.stringify(answer, null, 2)));
  expect(of('source', found)).toMatchObject([
    {
      url: 'https://checks.example/1',
      title: 'Did trade grow?',
      publisher: 'The Checkers',
      publishedAt: '2021-05-09',
    },
    { url: 'https://other.example/2', publisher: 'other.example', publishedAt: null },
  ]);
  expect(of('claim', found)).toMatchObject([
    { text: 'Trade grew by 4 percent.', speaker: null, speakerName: 'Ada Moreno', saidAt: '2021-05-01' },
  ]);
  expect(of('review', found)).toMatchObject([{ rating: 'Lacks context' }, { rating: '2' }]);
  expect(found.said).toEqual([expect.stringContaining('1 reviews without a claim, address or rating')]);
});
