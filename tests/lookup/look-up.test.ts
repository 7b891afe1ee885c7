import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Asking } from '../../lib/lookup/ask.ts';
import { findCandidates, findMeanings } from '../../lib/lookup/candidates.ts';
import { lookUp } from '../../lib/lookup/entity.ts';
import { originsOf } from '../../lib/lookup/origins.ts';
import { toPartialDate } from '../../lib/lookup/times.ts';
import { type LookUpCandidate, type LookUpPlaces, usualPlaces } from '../../lib/model/look-up.ts';
import { type Misbehaviour, serveWiki, type WikiStandIn } from '../../scripts/stand-in/wiki.ts';

let wiki: WikiStandIn;
let places: LookUpPlaces;
const asking: Asking = { fetch, isOnline: () => true, signal: new AbortController().signal };

beforeAll(async () => {
  wiki = await serveWiki();
  places = { wikipedia: wiki.url, wikidata: wiki.url };
});
afterEach(() => wiki.misbehave(null));
afterAll(() => wiki.close());

const candidate = (fields: Partial<LookUpCandidate>): LookUpCandidate => ({
  item: null,
  title: null,
  name: 'Orla Vestergren',
  description: '',
  isDisambiguation: false,
  ...fields,
});

describe('candidates', () => {
  test('pages and items of one thing are one candidate; lists of meanings stand last', async () => {
    const found = await findCandidates(asking, places, 'Vestergren');
    expect(found.ok && found.value.map(({ item, title, isDisambiguation }) => [item, title, isDisambiguation])).toEqual(
      [
        ['Q90000001', 'Orla Vestergren', false],
        ['Q90000002', 'Orla Vestergren (painter)', false],
        ['Q90000003', 'Vestergren', true],
      ],
    );
  });

  test('the one that is called exactly so stands first', async () => {
    const found = await findCandidates(asking, places, 'orla vestergren');
    expect(found.ok && found.value[0]?.item).toBe('Q90000001');
  });

  test('a list of meanings leads to what it links to', async () => {
    const found = await findMeanings(asking, places, 'Vestergren');
    expect(found.ok && found.value.map(({ title }) => title)).toEqual(['Orla Vestergren', 'Orla Vestergren (painter)']);
  });

  test('nothing is nothing', async () => {
    const found = await findCandidates(asking, places, 'Nobody At All');
    expect(found).toMatchObject({ ok: false, failure: { code: 'NothingFound' } });
  });
});

describe('an entity', () => {
  test('comes with description, names, roles and their dates, first paragraph and picture', async () => {
    const found = await lookUp(asking, places, candidate({ item: 'Q90000001', title: 'Orla Vestergren' }));
    if (!found.ok) throw new Error(JSON.stringify(found.failure));
    const { value } = found;
    expect([value.name, value.type, value.gender, value.description]).toEqual([
      'Orla Vestergren',
      'person',
      'female',
      'Vellandic politician',
    ]);
    expect(value.aliases).toEqual(['O. Vestergren']);
    expect(value.facts).toEqual([
      {
        id: 'Q90000001$3',
        predicate: 'jobTitle',
        value: { item: 'Q90000010', label: 'Minister of Harbours' },
        of: { item: 'Q90000011', label: 'Velland' },
        validFrom: '2021-06-01',
        validTo: null,
      },
      {
        id: 'Q90000001$2',
        predicate: 'birthDate',
        value: { date: '1971-03' },
        of: null,
        validFrom: null,
        validTo: null,
      },
    ]);
    expect(value.summary?.text).toContain('Ministry of Harbours');
    expect(value.source).toMatchObject({ licence: 'CC0 1.0', publishedAt: '2026-10-01T08:00:00Z' });
    expect(value.picture).toMatchObject({ mediaType: 'image/png', credit: 'Ada & Co', licence: 'CC BY 4.0' });
  });

  test('an item that was joined to another is that other', async () => {
    const found = await lookUp(asking, places, candidate({ item: 'Q90000099' }));
    expect(found.ok && found.value.item).toBe('Q90000001');
  });

  test('a page that leads to another is that other', async () => {
    const found = await lookUp(asking, places, candidate({ title: 'O. Vestergren' }));
    expect(found.ok && [found.value.name, found.value.item]).toEqual(['Orla Vestergren', null]);
  });

  test.each<[rule: string, fields: Partial<LookUpCandidate>]>([
    ['an item that is not there', { item: 'Q404' }],
    ['a page that is not there', { title: 'Nobody' }],
    ['a list of meanings', { title: 'Vestergren' }],
  ])('%s is nothing', async (_, fields) => {
    const found = await lookUp(asking, places, candidate(fields));
    expect(found).toMatchObject({ ok: false, failure: { code: 'NothingFound' } });
  });
});

describe('what goes wrong is said', () => {
  test.each<[rule: string, how: Misbehaviour, failure: object]>([
    [
      'too many requests',
      { kind: 'status', status: 429, headers: { 'retry-after': '7' } },
      { code: 'RateLimited', after: 7 },
    ],
    ['too many requests, no word of how long', { kind: 'status', status: 429 }, { code: 'RateLimited', after: 60 }],
    [
      'maintenance',
      { kind: 'status', status: 503, headers: { 'retry-after': 'soon' } },
      { code: 'RateLimited', after: 60 },
    ],
    ['an error of the server', { kind: 'status', status: 500 }, { code: 'ServerRefused', status: 500 }],
    ['forbidden', { kind: 'status', status: 403 }, { code: 'ServerRefused', status: 403 }],
    ['a line that breaks', { kind: 'hang-up' }, { code: 'Unreachable' }],
    [
      'a page of HTML',
      { kind: 'body', body: '<!doctype html>\n<html>Sign in to the hotel</html>' },
      { code: 'PageInstead' },
    ],
    ['another JSON', { kind: 'body', body: '[1,2]' }, { code: 'OddAnswer' }],
    ['cut-off JSON', { kind: 'body', body: '{"query":{"pages":[' }, { code: 'OddAnswer' }],
    ['null', { kind: 'body', body: 'null' }, { code: 'OddAnswer' }],
    ['numbers for words', { kind: 'body', body: '{"search":[{"id":7}],"query":5}' }, { code: 'OddAnswer' }],
    [
      'an error with status 200',
      { kind: 'body', body: '{"error":{"code":"maxlag","info":"Waiting"}}' },
      { code: 'RateLimited' },
    ],
    [
      'another such error',
      { kind: 'body', body: '{"error":{"code":"readapidenied","info":"No"}}' },
      { code: 'OddAnswer', detail: 'No' },
    ],
    ['nothing in it', { kind: 'body', body: '{"search":[]}' }, { code: 'NothingFound' }],
  ])('%s', async (_, how, failure) => {
    wiki.misbehave(how);
    expect(await findCandidates(asking, places, 'Vestergren')).toMatchObject({ ok: false, failure });
  });

  test.each<[rule: string, body: string]>([
    ['entities that are none', '{"entities":{"Q90000001":17}}'],
    ['no entities', '{"entities":{}}'],
    ['an entity of other fields', '{"entities":{"Q90000001":{"labels":[]}}}'],
  ])('%s', async (_, body) => {
    wiki.misbehave({ kind: 'body', body });
    const found = await lookUp(asking, places, candidate({ item: 'Q90000001' }));
    expect(found).toMatchObject({ ok: false, failure: { code: 'OddAnswer' } });
  });

  test('fields that make no sense are left out, the rest is read', async () => {
    const entity = {
      id: 'Q1',
      labels: { en: { value: 'A' } },
      descriptions: 'none',
      aliases: { en: [{ value: 'B' }, 7] },
      claims: { P569: [{ id: 'x', mainsnak: { datavalue: { type: 'time', value: 'yesterday' } } }, 5], P39: 'many' },
    };
    wiki.misbehave({ kind: 'body', body: JSON.stringify({ entities: { Q1: entity } }) });
    const found = await lookUp(asking, places, candidate({ item: 'Q1' }));
    expect(found).toMatchObject({ ok: true, value: { name: 'A', description: '', aliases: ['B'], facts: [] } });
  });

  test('without a network nothing is asked', async () => {
    const before = wiki.asked.length;
    const found = await findCandidates({ ...asking, isOnline: () => false }, places, 'Vestergren');
    expect(found).toMatchObject({ ok: false, failure: { code: 'Offline' } });
    expect(wiki.asked.length).toBe(before);
  });
});

test.each<[written: string, precision: number, expected: string | null]>([
  ['+2013-03-16T00:00:00Z', 11, '2013-03-16'],
  ['+2013-03-00T00:00:00Z', 10, '2013-03'],
  ['+2013-00-00T00:00:00Z', 9, '2013'],
  ['+2000-00-00T00:00:00Z', 7, null],
  ['-0044-03-15T00:00:00Z', 11, null],
  ['+00000002013-03-16T00:00:00Z', 11, '2013-03-16'],
  ['soon', 11, null],
])('the date %s of precision %d is %s', (time, precision, expected) => {
  expect(toPartialDate({ time, precision })).toBe(expected);
});

test.each<[rule: string, places: LookUpPlaces, expected: readonly string[]]>([
  [
    'Wikipedia and Wikidata, with the host of their pictures',
    usualPlaces,
    ['https://en.wikipedia.org/*', 'https://www.wikidata.org/*', 'https://upload.wikimedia.org/*'],
  ],
  [
    'another wiki alone',
    { wikipedia: 'http://wiki.lan:8080', wikidata: 'http://wiki.lan:8080' },
    ['http://wiki.lan/*'],
  ],
])('permission is asked for %s', (_, places, expected) => {
  expect(originsOf(places)).toEqual(expected);
});
