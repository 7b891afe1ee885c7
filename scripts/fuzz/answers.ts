import { findCandidates, findMeanings } from '../../lib/lookup/candidates.ts';
import { lookUp } from '../../lib/lookup/entity.ts';
import type { Asking } from '../../lib/lookup/ask.ts';
import type { LookUpPlaces } from '../../lib/model/look-up.ts';
import { readFeed } from '../../lib/review/feed.ts';
import { parseReviews } from '../../lib/review/parse.ts';
import type { Random } from '../train/random.ts';
import { mutateText, mutateValue, pick } from './mutate.ts';
import { expectResult, expectText, expectThat, type FuzzTarget } from './target.ts';

/** What other people's servers and pages say: wikis, reviews. */

const places: LookUpPlaces = {
  wikipedia: 'https://en.wikipedia.org',
  wikidata: 'https://www.wikidata.org',
};

const snak = (value: unknown, type: string): object => ({ snaktype: 'value', datavalue: { value, type } });
const time = { time: '+2019-05-20T00:00:00Z', precision: 11, calendarmodel: 'http://www.wikidata.org/entity/Q1985727' };
const entity = {
  id: 'Q7',
  modified: '2026-01-01T00:00:00Z',
  labels: { en: { language: 'en', value: 'Ada Moreno' } },
  descriptions: { en: { language: 'en', value: 'minister' } },
  aliases: { en: [{ language: 'en', value: 'Moreno' }] },
  sitelinks: { enwiki: { site: 'enwiki', title: 'Ada Moreno' } },
  claims: {
    P31: [{ rank: 'normal', mainsnak: snak({ id: 'Q5' }, 'wikibase-entityid') }],
    P39: [
      {
        rank: 'preferred',
        mainsnak: snak({ id: 'Q9' }, 'wikibase-entityid'),
        qualifiers: { P580: [snak(time, 'time')], P642: [snak({ id: 'Q3' }, 'wikibase-entityid')] },
      },
    ],
    P569: [{ rank: 'normal', mainsnak: snak(time, 'time') }],
    P18: [{ rank: 'normal', mainsnak: snak('Ada.jpg', 'string') }],
    P1082: [{ rank: 'normal', mainsnak: snak({ amount: '+4300', unit: '1' }, 'quantity') }],
  },
};
const answers = {
  wbsearchentities: { search: [{ id: 'Q7', label: 'Ada Moreno', description: 'minister' }] },
  wbgetentities: { entities: { Q7: entity, Q9: { id: 'Q9', labels: { en: { value: 'Minister' } } } } },
  query: {
    query: {
      pages: [
        {
          title: 'Ada Moreno',
          index: 1,
          description: 'minister',
          extract: 'Ada Moreno is a minister.\nMore.',
          fullurl: 'https://en.wikipedia.org/wiki/Ada_Moreno',
          pageprops: { wikibase_item: 'Q7' },
          imageinfo: [
            {
              thumburl: 'https://upload.wikimedia.org/a.jpg',
              descriptionurl: 'https://commons.wikimedia.org/a',
              extmetadata: { Artist: { value: '<a href="x">A</a>' }, LicenseShortName: { value: 'CC0' } },
            },
          ],
        },
      ],
    },
  },
  summary: {
    type: 'standard',
    title: 'Ada Moreno',
    description: 'minister',
    extract: 'Ada Moreno is a minister.',
    timestamp: '2026-01-01T00:00:00Z',
    content_urls: { desktop: { page: 'https://en.wikipedia.org/wiki/Ada_Moreno' } },
  },
} as const;

const answerTo = (url: string): unknown =>
  url.includes('/page/summary/')
    ? answers.summary
    : (answers[(new URL(url).searchParams.get('action') ?? 'query') as keyof typeof answers] ?? {});

/** A wiki each of whose answers may be spoilt. */
const wikiOf = (random: Random): Asking => ({
  isOnline: () => true,
  signal: new AbortController().signal,
  fetch: async (url) => {
    const kind = random.next();
    if (kind < 0.03) throw new TypeError('failed to fetch');
    if (url.includes('upload.')) return new Response('x', { headers: { 'content-type': 'image/jpeg' } });
    const right = answerTo(url);
    const text =
      kind < 0.4
        ? JSON.stringify(right)
        : kind < 0.8
          ? (JSON.stringify(mutateValue(right, random)) ?? '')
          : mutateText(JSON.stringify(right), random);
    return new Response(text, {
      status: kind < 0.06 ? pick(random, [404, 429, 500, 503]) : 200,
      headers: { 'retry-after': pick(random, ['', '5', 'soon', '1e9', '-1']), 'content-type': 'application/json' },
    });
  },
});

const review = {
  '@context': 'https://schema.org',
  '@graph': [
    {
      '@type': 'ClaimReview',
      '@id': '#r',
      url: 'https://checks.example/a',
      claimReviewed: 'Trade grew by 4 percent.',
      datePublished: '2021-05-09',
      author: { '@type': 'Organization', name: 'The Checkers' },
      itemReviewed: { '@type': 'Claim', author: { name: 'Ada Moreno' }, appearance: [{ url: 'https://a.example/1' }] },
      reviewRating: { '@type': 'Rating', ratingValue: '2', bestRating: 5, alternateName: 'Lacks context' },
    },
  ],
};

const checkReviews = (reviews: ReturnType<typeof parseReviews>): void => {
  for (const { claim, url, rating } of reviews) {
    expectText(claim, 'a claim');
    expectThat(/^https?:\/\//u.test(url), `${url} is no web address`);
    if (rating.kind === 'number') expectThat(Number.isFinite(rating.value), 'a rating without end');
  }
};

async function* inPieces(text: string, random: Random): AsyncGenerator<string> {
  for (let at = 0; at < text.length; ) {
    const end = at + 1 + random.below(400);
    yield text.slice(at, end);
    at = end;
  }
}

export const answerTargets: readonly FuzzTarget[] = [
  {
    name: 'wiki searches',
    share: 5,
    run: async (random) =>
      expectResult<readonly { name: string }[]>(
        await findCandidates(wikiOf(random), places, random.next() < 0.5 ? 'Ada' : mutateText('Ada Moreno', random)),
        (found) => {
          for (const { name } of found) expectText(name, 'a name');
        },
      ),
  },
  {
    name: 'wiki meanings',
    share: 3,
    run: async (random) => expectResult(await findMeanings(wikiOf(random), places, mutateText('Ada', random))),
  },
  {
    name: 'wiki entries',
    share: 4,
    run: async (random) => {
      const candidate = {
        item: random.next() < 0.8 ? 'Q7' : null,
        title: random.next() < 0.8 ? 'Ada Moreno' : mutateText('Ada Moreno', random),
        name: 'Ada Moreno',
        description: '',
        isDisambiguation: false,
      };
      expectResult<{ name: string }>(await lookUp(wikiOf(random), places, candidate), ({ name }) => {
        expectText(name, 'a name');
      });
    },
  },
  { name: 'claim reviews', share: 14, run: (random) => checkReviews(parseReviews(mutateValue(review, random))) },
  {
    name: 'feeds of reviews',
    share: 5,
    run: async (random) => {
      const feed = JSON.stringify({ dataFeedElement: [{ item: [review['@graph'][0]] }, { item: review }] });
      for await (const batch of readFeed(inPieces(mutateText(feed, random), random))) checkReviews([...batch.reviews]);
    },
  },
];
