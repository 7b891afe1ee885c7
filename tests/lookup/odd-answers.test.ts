import { describe, expect, test } from 'vitest';
import type { Asking } from '../../lib/lookup/ask.ts';
import { findCandidates } from '../../lib/lookup/candidates.ts';
import { lookUp } from '../../lib/lookup/entity.ts';
import { entitySchema, genderOf, readStatements, typeOf } from '../../lib/lookup/statements.ts';
import { codeOf, languageOf, siteAt } from '../../lib/lookup/wikis.ts';
import * as v from 'valibot';

/** Answers of wikis that are right by themselves and rare, and those that arrive only in part. */
const places = { wikipedia: 'https://be-tarask.wikipedia.org', wikidata: 'https://base.example' };
const candidate = { item: 'Q1', title: null, name: 'Ann', description: '', isDisambiguation: false };

type Answers = (url: URL) => Response;
const asking = (answer: Answers): Asking => ({
  fetch: (url) => Promise.resolve(answer(new URL(url))),
  isOnline: () => true,
  signal: new AbortController().signal,
});

/** An answer whose line breaks before its end. */
const brokenOff = (text: string): Response => {
  const body = new ReadableStream({
    pull(controller) {
      controller.enqueue(new TextEncoder().encode(text));
      controller.error(new TypeError('terminated'));
    },
  });
  return new Response(body);
};

const json = (value: unknown): Response => new Response(JSON.stringify(value));
const item = (more: object = {}) => ({ id: 'Q1', labels: { en: { value: 'Ann' } }, ...more });
const entities = (...all: readonly { readonly id: string }[]) =>
  json({ entities: Object.fromEntries(all.map((one) => [one.id, one])) });
const isFor = (url: URL, action: string): boolean => url.searchParams.get('action') === action;

/** An answer that could go on for ever. */
const endless = (): Response => {
  const piece = new Uint8Array(4_000_000).fill(0x20);
  return new Response(new ReadableStream({ pull: (controller) => controller.enqueue(piece) }));
};

test('an answer without end is given up', async () => {
  const found = await findCandidates(asking(endless), places, 'Ann');
  expect(found).toMatchObject({ ok: false, failure: { code: 'OddAnswer', detail: 'more than 16000000 bytes' } });
});

describe('an answer that arrives in part', () => {
  test('did not arrive', async () => {
    const found = await findCandidates(
      asking(() => brokenOff('{"query":{"pages":[')),
      places,
      'Ann',
    );
    expect(found).toMatchObject({ ok: false, failure: { code: 'Unreachable', host: 'be-tarask.wikipedia.org' } });
  });

  test('costs a look-up its picture and no more', async () => {
    const P18 = [{ id: 'a', mainsnak: { datavalue: { type: 'string', value: 'Ann.jpg' } } }];
    const info = {
      thumburl: 'https://files.example/ann.jpg',
      descriptionurl: 'https://files.example/',
      extmetadata: { Artist: { value: 'Eve' }, LicenseShortName: { value: 'CC0' } },
    };
    const found = await lookUp(
      asking((url) => {
        if (url.host === 'files.example') return brokenOff('\u00FF\u00D8');
        return isFor(url, 'query')
          ? json({ query: { pages: [{ imageinfo: [info] }] } })
          : entities(item({ claims: { P18 } }));
      }),
      places,
      candidate,
    );
    expect(found).toMatchObject({ ok: true, value: { name: 'Ann', picture: null } });
  });
});

describe('half an answer', () => {
  const tooMany = () => new Response(null, { status: 429, headers: { 'retry-after': '9' } });

  test('is not "nothing" while the other wiki asks to wait', async () => {
    for (const busy of ['query', 'wbsearchentities']) {
      const found = await findCandidates(
        asking((url) => (isFor(url, busy) ? tooMany() : json({ search: [] }))),
        places,
        'Ann',
      );
      expect(found).toMatchObject({ ok: false, failure: { code: 'RateLimited', after: 9 } });
    }
  });

  test.each(['the summary', 'the item'])('is not kept as if it were whole: %s has to wait', async (what) => {
    const sitelinks = { be_x_oldwiki: { title: 'Ан' } };
    const found = await lookUp(
      asking((url) => {
        const isSummary = url.pathname.startsWith('/api/rest_v1/');
        if (isSummary === (what === 'the summary')) return tooMany();
        return isSummary ? json({ title: 'Ан', extract: 'x' }) : entities(item({ sitelinks }));
      }),
      places,
      { ...candidate, title: what === 'the item' ? 'Ан' : null },
    );
    expect(found).toMatchObject({ ok: false, failure: { code: 'RateLimited' } });
  });

  test('is whole where the wiki has no such page', async () => {
    const found = await lookUp(
      asking((url) => (url.host === 'base.example' ? entities(item()) : new Response('no', { status: 404 }))),
      places,
      { ...candidate, title: 'Ан' },
    );
    expect(found).toMatchObject({ ok: true, value: { item: 'Q1', summary: null } });
  });
});

test('what a fact names may have been joined to another item', async () => {
  const P27 = [{ id: 'a', mainsnak: { datavalue: { type: 'wikibase-entityid', value: { id: 'Q8' } } } }];
  const joined = { id: 'Q9', redirects: { from: 'Q8', to: 'Q9' }, labels: { en: { value: 'Velland' } } };
  const found = await lookUp(
    asking((url) => entities(url.searchParams.get('ids') === 'Q1' ? item({ claims: { P27 } }) : joined)),
    places,
    candidate,
  );
  expect(found).toMatchObject({ ok: true, value: { facts: [{ value: { item: 'Q8', label: 'Velland' } }] } });
});

describe('statements', () => {
  const to = (id: string) => ({ datavalue: { type: 'wikibase-entityid', value: { id } } });
  const on = (time: string, precision = 11) => ({ datavalue: { type: 'time', value: { time, precision } } });
  const parse = (claims: object) => v.parse(entitySchema, { id: 'Q1', claims });

  test('that are deprecated tell neither what nor of which sex it is', () => {
    const entity = parse({
      P31: [
        { id: 'a', rank: 'deprecated', mainsnak: to('Q515') },
        { id: 'b', mainsnak: to('Q5') },
      ],
      P21: [
        { id: 'c', rank: 'deprecated', mainsnak: to('Q6581097') },
        { id: 'd', mainsnak: to('Q6581072') },
      ],
    });
    expect([typeOf(entity), genderOf(entity)]).toEqual(['person', 'female']);
  });

  test('of one day are those that the wiki prefers; others come preferred first', () => {
    const entity = parse({
      P569: [
        { id: 'a', mainsnak: on('+1950-01-01T00:00:00Z') },
        { id: 'b', rank: 'preferred', mainsnak: on('+1951-02-30T00:00:00Z') },
      ],
      P35: Array.from({ length: 30 }, (_, i) => ({
        id: `l${i}`,
        rank: i === 29 ? 'preferred' : 'normal',
        mainsnak: to('Q7'),
      })),
    });
    const statements = readStatements(entity);
    expect(statements.filter(({ predicate }) => predicate === 'birthDate')).toMatchObject([
      { value: { date: '1951-02' } },
    ]);
    expect(statements.find(({ predicate }) => predicate === 'leader')?.id).toBe('l29');
  });

  test.each([
    [
      'held twice',
      [on('+2005-00-00T00:00:00Z', 9), on('+2001-00-00T00:00:00Z', 9)],
      [on('+2003-00-00T00:00:00Z', 9)],
      [
        ['2001', '2003'],
        ['2005', null],
      ],
    ],
    ['that ended, nobody knows when', [], [{ snaktype: 'somevalue' }], []],
    ['that has not ended', [on('+2001-05-06T00:00:00Z')], [{ snaktype: 'novalue' }], [['2001-05-06', null]]],
    ['that ended in the 19th century', [], [on('+1900-00-00T00:00:00Z', 7)], []],
  ])('a role %s', (_, P580, P582, expected) => {
    const found = readStatements(parse({ P39: [{ id: 'a', mainsnak: to('Q7'), qualifiers: { P580, P582 } }] }));
    expect(found.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual(expected);
    expect(new Set(found.map(({ id }) => id)).size).toBe(expected.length);
  });
});

test.each([
  ['https://de.wikipedia.org', 'de', 'dewiki'],
  ['https://de.m.wikipedia.org', 'de', 'dewiki'],
  ['https://simple.wikipedia.org', 'en', 'simplewiki'],
  ['https://no.wikipedia.org', 'nb', 'nowiki'],
  ['https://zh-min-nan.wikipedia.org', 'nan', 'zh_min_nanwiki'],
  ['https://be-tarask.wikipedia.org', 'be-tarask', 'be_x_oldwiki'],
  ['https://wiki.lan:8080', 'en', 'enwiki'],
])('%s is written in %s and is %s among the links of an item', (place, language, site) => {
  expect([languageOf(place), siteAt(place)]).toEqual([language, site]);
});

test.each([
  ['nb', 'no'],
  ['yue', 'zh-yue'],
  ['zh-hans', 'zh'],
  ['en-gb', 'en'],
  ['nds-nl', 'nds-nl'],
])('the Wikipedia of %s is %s', (language, code) => {
  expect(codeOf(language)).toBe(code);
});
