import { describe, expect, test } from 'vitest';
import type { ReviewRating } from '../../lib/model/review.ts';
import { parseReviews } from '../../lib/review/parse.ts';

const place = { url: 'https://checks.example/ferries', publisher: 'The Checks', title: 'On ferries' };
const whole = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  claimReviewed: 'Forty ferries ran in May',
  url: 'https://checks.example/ferries',
  datePublished: '2026-05-09',
  author: { '@type': 'Organization', name: 'The Checks' },
  reviewRating: {
    '@type': 'Rating',
    ratingValue: '2',
    bestRating: '5',
    worstRating: '1',
    alternateName: 'Mostly wrong',
  },
  itemReviewed: {
    '@type': 'Claim',
    author: { '@type': 'Person', name: 'Ada Moreno' },
    datePublished: '2026-05-01',
    appearance: [{ '@type': 'CreativeWork', url: 'https://a.example/1' }, 'https://b.example/2'],
  },
};
const words = (text: string): ReviewRating => ({ kind: 'words', words: text });

test('a review that has all', () => {
  expect(parseReviews(whole)).toEqual([
    {
      claim: 'Forty ferries ran in May',
      claimant: 'Ada Moreno',
      claimedAt: '2026-05-01',
      appearances: ['https://a.example/1', 'https://b.example/2'],
      rating: words('Mostly wrong'),
      publisher: 'The Checks',
      url: 'https://checks.example/ferries',
      title: null,
      publishedAt: '2026-05-09',
    },
  ]);
});

describe('odd ones', () => {
  const { claimReviewed: _, ...claimless } = whole;
  const { author: __, url: ___, ...placeless } = whole;
  test.each<[rule: string, value: unknown, found: object]>([
    ['in a graph', { '@graph': [{ '@type': 'WebPage' }, whole] }, { claim: 'Forty ferries ran in May' }],
    [
      'as one of several types',
      { ...whole, '@type': ['Review', 'http://schema.org/ClaimReview'] },
      { claimant: 'Ada Moreno' },
    ],
    ['inside an article', { '@type': 'NewsArticle', review: [{ nested: whole }] }, { publisher: 'The Checks' }],
    [
      'with the claim in what it reviews',
      { ...claimless, itemReviewed: { '@type': 'Claim', name: 'Ferries ran' } },
      { claim: 'Ferries ran' },
    ],
    [
      'with what it reviews as text',
      { ...claimless, itemReviewed: 'Ferries ran' },
      { claim: 'Ferries ran', claimant: null },
    ],
    ['without author and address', placeless, { publisher: 'The Checks', url: place.url }],
    [
      'with its author by reference',
      {
        '@graph': [
          { ...whole, author: { '@id': '#o' } },
          { '@type': 'Organization', '@id': '#o', name: 'Referred' },
        ],
      },
      { publisher: 'Referred' },
    ],
    ['with a list of authors', { ...whole, author: [{ name: 'First' }, { name: 'Second' }] }, { publisher: 'First' }],
    ['with a relative address', { ...whole, url: '/f?x=1' }, { url: 'https://checks.example/f?x=1' }],
    ['with a scripted address', { ...whole, url: 'javascript:alert(1)' }, { url: place.url }],
    [
      'with tags and entities',
      { ...whole, claimReviewed: '<p>&quot;Ferries &amp; trams&quot; ran</p>' },
      { claim: '"Ferries & trams" ran' },
    ],
    [
      'with letters and marks as entities, escaped twice',
      { ...whole, claimReviewed: '&ldquo;Caf&eacute;s &amp;amp; bars&rdquo; &hellip; &laquo;vrai&raquo; &Ccedil;a' },
      { claim: '“Cafés & bars” … «vrai» Ça' },
    ],
    ['in guillemets', { ...whole, claimReviewed: '« La Terre est plate »' }, { claim: 'La Terre est plate' }],
    ['in low quotation marks', { ...whole, claimReviewed: '„Die Erde ist flach“' }, { claim: 'Die Erde ist flach' }],
    [
      'with marks of direction around it',
      { ...whole, claimReviewed: '\u200Fالعبارات توقفت\u200F' },
      { claim: 'العبارات توقفت' },
    ],
    ['with its type in small letters', { ...whole, '@type': 'claimreview' }, { claim: 'Forty ferries ran in May' }],
    [
      'as a review of a claim',
      { ...claimless, '@type': 'Review', itemReviewed: { '@type': 'Claim', name: 'Ferries ran' } },
      { claim: 'Ferries ran' },
    ],
    [
      'by a person who writes for a house',
      {
        ...whole,
        author: { '@type': 'Person', name: 'Jane Roe' },
        publisher: { '@type': 'Organization', name: 'The Checks' },
      },
      { publisher: 'The Checks' },
    ],
    ['by a person alone', { ...whole, author: { '@type': 'Person', name: 'Jane Roe' } }, { publisher: 'Jane Roe' }],
    [
      'with its own address among the places of the claim',
      { ...whole, itemReviewed: { url: 'https://checks.example/ferries', appearance: 'https://a.example/1' } },
      { appearances: ['https://a.example/1'] },
    ],
    [
      'with a decimal comma',
      { ...whole, reviewRating: { ratingValue: '1,5', bestRating: '5', worstRating: '1' } },
      { rating: { kind: 'number', value: 1.5, best: 5, worst: 1 } },
    ],
    [
      'with a scale without a length',
      { ...whole, reviewRating: { ratingValue: '0', bestRating: '0', worstRating: '0' } },
      { rating: { kind: 'none' } },
    ],
    ['in quotation marks', { ...whole, claimReviewed: '“Ferries ran.”' }, { claim: 'Ferries ran.' }],
    ['with a day in words', { ...whole, datePublished: 'May 9, 2026' }, { publishedAt: '2026-05-09' }],
    ['with a month in words', { ...whole, datePublished: 'May 2026' }, { publishedAt: '2026-05' }],
    ['with a day that no calendar has', { ...whole, datePublished: '2026-02-30' }, { publishedAt: null }],
    ['with no day at all', { ...whole, datePublished: 'soon' }, { publishedAt: null }],
    [
      'with a number for a rating',
      { ...whole, reviewRating: { ratingValue: 2, bestRating: 5, worstRating: 1 } },
      { rating: { kind: 'number', value: 2, best: 5, worst: 1 } },
    ],
    [
      'with a rating that is no number',
      { ...whole, reviewRating: { ratingValue: 'False' } },
      { rating: words('False') },
    ],
    ['with a rating as text', { ...whole, reviewRating: 'False' }, { rating: words('False') }],
    [
      'with a scale that it does not have',
      { ...whole, reviewRating: { ratingValue: -1 } },
      { rating: { kind: 'none' } },
    ],
    ['without a rating', { ...whole, reviewRating: undefined }, { rating: { kind: 'none' } }],
    [
      'with prefixed names',
      { '@type': 'schema:ClaimReview', 'schema:claimReviewed': 'Ferries ran', 'schema:url': 'https://c.example/' },
      { claim: 'Ferries ran', url: 'https://c.example/' },
    ],
  ])('%s', (_rule, value, found) => {
    expect(parseReviews(value, place)).toMatchObject([found]);
  });
});

describe('no review', () => {
  test.each<[rule: string, value: unknown]>([
    ['nothing', null],
    ['text', 'ClaimReview'],
    ['another type', { '@type': 'Review', reviewBody: 'x' }],
    ['without a claim', { '@type': 'ClaimReview', url: 'https://a.example/' }],
    ['without any address', { '@type': 'ClaimReview', claimReviewed: 'x y z' }],
    ['with an article for a claim', { ...whole, claimReviewed: 'x'.repeat(5000), itemReviewed: null }],
  ])('%s', (_, value) => {
    expect(parseReviews(value)).toEqual([]);
  });

  test('nested without end', () => {
    let value: unknown = whole;
    for (let i = 0; i < 5000; i += 1) value = { item: value };
    expect(parseReviews(value)).toEqual([]);
  });
});

test('the same review twice is one', () => {
  expect(parseReviews([whole, { ...whole }])).toHaveLength(1);
});

test.each([[{ toString: null }], [{ toString: 1, valueOf: 2 }], [[[]]]])('a type that is no word: %j', (type) => {
  expect(parseReviews({ ...whole, itemReviewed: { '@type': type, author: 'Ada Moreno' } })).toHaveLength(1);
  expect(parseReviews({ '@type': type, reviews: whole })).toHaveLength(1);
});
