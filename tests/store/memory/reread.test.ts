import { describe, expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { ClaimContext } from '../../../lib/model/card.ts';
import type { Store } from '../../../lib/store/store.ts';
import { createFactory, makeAnalysis, now, openOn } from '../memory.ts';

const ada = asEntityId('test:ada');

const filler = (from: number, count: number): string =>
  `${Array.from({ length: count }, (_, i) => `w${(from + i).toString(36)}`).join(' ')}.`;

interface Page {
  readonly url: string;
  readonly publisher?: string;
  readonly sentences: readonly string[];
}

const page = ({ url, publisher = 'The Paper', sentences }: Page) => {
  const made = makeAnalysis({
    url,
    publishedAt: '2026-11-20T08:00:00Z',
    figures: [['Ada Moreno', ada]],
    said: sentences.map((text) => ({ text, speaker: 0, about: [] })),
  });
  return { ...made, article: { ...made.article, metadata: { ...made.article.metadata, publisher } } };
};

async function claimCard(store: Store, text: string, url: string, publisher: string | null = null) {
  const card = await store.answerCard({
    kind: 'claim',
    text,
    speaker: ada,
    about: [],
    quantities: [],
    related: [],
    occasion: { url, publisher, publishedAt: '2026-11-21' },
  });
  return card as ClaimContext;
}

const url = 'https://a.example/ferries';
const rest = [
  'The council of the town met in the old hall on the hill.',
  'Nobody had asked for the floor before noon that day.',
];

describe('a page that was changed', () => {
  test.each<[rule: string, before: string[], after: string[], earlier: [on: string, was: string[]][], gone: string[]]>([
    [
      'shows what stood in a quote’s place',
      ['Ada Moreno said “we will run 40 ferries by May”.', ...rest],
      ['Ada Moreno said “we will run 14 ferries by May”.', ...rest],
      [['Ada Moreno said “we will run 14 ferries by May”.', ['Ada Moreno said “we will run 40 ferries by May”.']]],
      [],
    ],
    [
      'shows what is gone from it',
      ['Ada Moreno said “we will run 40 ferries by May”.', ...rest],
      [...rest, 'A band played on the pier until late in the evening.'],
      [['A band played on the pier until late in the evening.', []]],
      ['Ada Moreno said “we will run 40 ferries by May”.'],
    ],
    [
      'is not changed where it was only cut',
      ['Ada Moreno said “we will run 40 ferries by May”.', ...rest],
      [rest[0]!],
      [['Ada Moreno said “we will run 40 ferries by May”.', []]],
      [],
    ],
    [
      'is not changed by spaces',
      ['Ada Moreno said “we will run 40 ferries by May”.', ...rest],
      ['Ada Moreno said  “we will run 40 ferries by May”.', ...rest],
      [],
      [],
    ],
  ])('%s', async (_, before, after, earlier, gone) => {
    const store = await openOn(createFactory());
    await store.remember(page({ url, sentences: before }));
    await store.remember(page({ url, sentences: after }));
    for (const [on, was] of earlier) {
      const card = await claimCard(store, on, url);
      expect(card.earlier.map(({ text, readAt }) => [text, readAt])).toEqual(was.map((text) => [text, now]));
    }
    const elsewhere = await claimCard(store, 'Ada Moreno said something.', 'https://b.example/');
    const marked = elsewhere.related.filter(({ statement }) => statement.goneAt !== null);
    expect(marked.map(({ statement }) => statement.text)).toEqual(gone);
  });

  test('twice shows both', async () => {
    const store = await openOn(createFactory());
    for (const many of [40, 14, 4])
      await store.remember(
        page({ url, sentences: [`Ada Moreno said “we will run ${many} ferries by May”.`, ...rest] }),
      );
    const { earlier } = await claimCard(store, 'Ada Moreno said “we will run 4 ferries by May”.', url);
    expect(earlier.map(({ quote }) => quote)).toEqual([
      'we will run 14 ferries by May',
      'we will run 40 ferries by May',
    ]);
  });

  test('and changed back says nothing is gone', async () => {
    const store = await openOn(createFactory());
    const one = page({ url, sentences: ['Ada Moreno said “we will run 40 ferries by May”.', ...rest] });
    await store.remember(one);
    await store.remember(page({ url, sentences: [...rest, 'A band played on the pier until late in the evening.'] }));
    await store.remember(one);
    const elsewhere = await claimCard(store, 'Ada Moreno said something.', 'https://b.example/');
    expect(elsewhere.related.find(({ statement }) => statement.text.includes('40'))?.statement.goneAt).toBeNull();
  });
});

const wire = ['Ada Moreno said “we will run 40 ferries by May”.', filler(0, 120), filler(200, 120), filler(400, 120)];

describe('independent reports of one claim', () => {
  test.each<[rule: string, pages: Page[], outlets: string[][]]>([
    [
      'one outlet counts once',
      [
        { url: 'https://a.example/1', sentences: [wire[0]!, filler(1000, 90)] },
        { url: 'https://a.example/2', sentences: [wire[0]!, filler(3000, 90)] },
      ],
      [['Here'], ['The Paper']],
    ],
    [
      'two outlets with words of their own',
      [
        { url: 'https://a.example/1', sentences: [wire[0]!, filler(1000, 90)] },
        { url: 'https://b.example/1', publisher: 'The Post', sentences: [wire[0]!, filler(3000, 90)] },
      ],
      [['Here'], ['The Paper'], ['The Post']],
    ],
    [
      'a wire copy counts once, cut and with a line of its own',
      [
        { url: 'https://a.example/1', sentences: wire },
        { url: 'https://b.example/1', publisher: 'The Post', sentences: [filler(5000, 40), ...wire.slice(0, 3)] },
        { url: 'https://c.example/1', publisher: 'The Globe', sentences: [wire[0]!, filler(7000, 200)] },
      ],
      [['Here'], ['The Paper', 'The Post'], ['The Globe']],
    ],
    [
      'a copy of a copy joins both',
      [
        { url: 'https://a.example/1', sentences: [wire[0]!, filler(0, 100), filler(100, 100)] },
        {
          url: 'https://c.example/1',
          publisher: 'The Globe',
          sentences: [wire[0]!, filler(200, 100), filler(300, 100)],
        },
        {
          url: 'https://b.example/1',
          publisher: 'The Post',
          sentences: [wire[0]!, filler(100, 100), filler(200, 100)],
        },
      ],
      [['Here'], ['The Globe', 'The Paper', 'The Post']],
    ],
  ])('%s', async (_, pages, outlets) => {
    const store = await openOn(createFactory());
    for (const each of pages) await store.remember(page(each));
    const { reports } = await claimCard(store, wire[0]!, 'https://here.example/', 'Here');
    const found = reports.map((report) => report.outlets.toSorted().join(' and '));
    expect(found.toSorted()).toEqual(outlets.map((all) => all.join(' and ')).toSorted());
    expect(reports.map(({ isHere }) => isHere)).toEqual([true, ...outlets.slice(1).map(() => false)]);
  });
});

describe('the same article', () => {
  test.each([
    ['for mobiles', 'https://m.a.example/ferries'],
    ['as AMP', 'https://www.a.example/ferries/amp/?outputType=amp'],
    ['with tracking and a place in it', 'http://a.example/ferries?utm_source=x#p3'],
    ['at an address of another form', 'https://a.example/article.php?id=12345'],
  ])('%s is one source', async (_, other) => {
    const store = await openOn(createFactory());
    await store.remember(page({ url, sentences: wire }));
    await store.remember(page({ url: other, sentences: wire }));
    const { sources, claims } = await store.counts();
    expect([sources, claims]).toEqual([1, wire.length]);
    expect((await store.rememberedAt([other]))?.claims).toBe(wire.length);
    expect((await store.rememberedAt([url]))?.claims).toBe(wire.length);
  });

  test('of another outlet is another source', async () => {
    const store = await openOn(createFactory());
    await store.remember(page({ url, sentences: wire }));
    await store.remember(page({ url: 'https://b.example/1', publisher: 'The Post', sentences: wire }));
    expect((await store.counts()).sources).toBe(2);
  });
});

describe('a page of another site that gives an article’s address as its own', () => {
  const posing = (sentences: readonly string[]) => {
    const made = page({ url: 'https://evil.example/trap', sentences });
    return { ...made, article: { ...made.article, metadata: { ...made.article.metadata, canonicalUrl: url } } };
  };
  const honest = page({ url, sentences: ['Ada Moreno said “we will run 40 ferries by May”.', filler(0, 90), ...rest] });
  const made = ['Ada Moreno said “there will be no ferries by May”.', filler(900, 120)];
  const statements = async (store: Store) => {
    const { related } = await claimCard(store, 'Ada Moreno said something.', 'https://b.example/');
    return related.map(({ statement }) => [statement.text.slice(0, 34), statement.source.url, statement.goneAt]);
  };
  const said = ['Ada Moreno said “we will run 40 fe', url, null];

  test.each([
    ['after it', [honest, posing(made), posing(made)]],
    ['before it', [posing(made), honest]],
  ])('and has another text, read %s, changes nothing of what the article said', async (_, pages) => {
    const store = await openOn(createFactory());
    for (const each of pages) await store.remember(each);
    const found = await statements(store);
    expect(found).toContainEqual(said);
    expect(found.filter(([, from]) => from === url).map(([text]) => text)).not.toContain(made[0]?.slice(0, 34));
    const { earlier } = await claimCard(store, 'Ada Moreno said “we will run 40 ferries by May”.', url);
    expect(earlier).toEqual([]);
  });

  test('and has its text is the article', async () => {
    const store = await openOn(createFactory());
    await store.remember(honest);
    await store.remember(posing(['Ada Moreno said “we will run 40 ferries by May”.', filler(0, 90), ...rest]));
    expect((await store.remembered({ offset: 0, limit: 9 })).total).toBe(1);
  });
});
