// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { findClaimReviews } from '../../../lib/page/metadata/claim-reviews.ts';

const place = { url: 'https://checks.example/ferries', publisher: 'The Checks', title: 'On ferries' };
const find = (html: string) => findClaimReviews(new DOMParser().parseFromString(html, 'text/html'), place);
const script = (json: string, type = 'application/ld+json') => `<script type="${type}">${json}</script>`;
const json = `{"@context":"https://schema.org","@type":"ClaimReview","claimReviewed":"Forty ferries ran","author":{"name":"Check Co"},"reviewRating":{"alternateName":"Wrong"}}`;
const right = { claim: 'Forty ferries ran', publisher: 'Check Co', rating: { words: 'Wrong' } };

describe('JSON-LD', () => {
  test.each<[rule: string, html: string]>([
    ['as it should be', script(json)],
    ['with a parameter in its type', script(json, 'application/ld+json; charset=utf-8')],
    ['in a comment', script(`<!-- ${json} -->`)],
    ['in CDATA', script(`//<![CDATA[\n${json}\n//]]>`)],
    ['with a comma too many', script(json.replace(/\}$/, ',}'))],
    ['with single quotation marks', script(json.replaceAll('"', "'"))],
    ['cut off', script(json.slice(0, -2))],
    ['with line ends in a text', script(json.replace('Forty ferries', 'Forty\nferries'))],
    ['with comments', script(json.replace('"@type"', '/* kind */ "@type"'))],
    ['two objects without a list', script(`{"@type":"WebPage"}\n${json}`)],
    ['escaped as HTML', script(json.replaceAll('"', '&quot;'))],
    ['with a semicolon at the end', script(`${json};`)],
    ['in the graph of an article', script(`{"@graph":[{"@type":"NewsArticle","headline":"x"},${json}]}`)],
    ['too long to be mended, and whole', script(`${json.slice(0, -1)},"b":"${'x'.repeat(60_000)}"}`)],
    [
      'its author in another script',
      script(json.replace('{"name":"Check Co"}', '{"@id":"#o"}')) + script('{"@id":"#o","name":"Check Co"}'),
    ],
  ])('%s', (_, html) => {
    expect(find(html)).toMatchObject([right]);
  });

  test.each([
    ['beyond mending', script('ClaimReview )]}{[(')],
    ['broken, and too long to be mended', script(`${json.slice(0, -1)},"b":"${'x'.repeat(60_000)}",}`)],
    ['of another kind', script('{"@type":"NewsArticle"}')],
    ['not there', '<p>ClaimReview</p>'],
  ])('%s', (_, html) => {
    expect(find(html)).toEqual([]);
  });
});

test('microdata, with an item by reference', () => {
  const found = find(`
    <article itemscope itemtype="https://schema.org/ClaimReview" itemref="who">
      <h1 itemprop="claimReviewed">Forty <b>ferries</b> ran</h1>
      <meta itemprop="datePublished" content="2026-05-09"><a itemprop="url" href="/check/1">this</a>
      <div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating"><span itemprop="alternateName">Wrong</span></div>
      <div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Claim">
        <span itemprop="author" itemscope itemtype="https://schema.org/Person"><i itemprop="name">Ada Moreno</i></span>
      </div>
    </article>
    <div id="who" itemprop="author" itemscope itemtype="https://schema.org/Organization"><b itemprop="name">Check Co</b></div>`);
  expect(found).toMatchObject([
    { ...right, claimant: 'Ada Moreno', url: 'https://checks.example/check/1', publishedAt: '2026-05-09' },
  ]);
});

test('properties by names that every object has take nothing of the others', () => {
  const names = ['constructor', 'toString', '__proto__'].map((name) => `<i itemprop="${name}">x</i>`).join('');
  const page = new DOMParser().parseFromString(
    `<div itemscope itemtype="https://schema.org/ClaimReview">${names}
      <i itemprop="claimReviewed">Forty ferries ran</i><a itemprop="url" href="https://check.example/1"></a></div>`,
    'text/html',
  );
  const [review] = findClaimReviews(page, { url: 'https://check.example/1', publisher: null, title: null });
  expect(review).toMatchObject({ claim: 'Forty ferries ran' });
});

test('RDFa', () => {
  const found =
    find(`<div vocab="https://schema.org/" typeof="ClaimReview"><p property="claimReviewed">Forty ferries ran</p>
    <div property="author" typeof="Organization"><span property="name">Check Co</span></div>
    <div property="reviewRating" typeof="Rating"><span property="alternateName">Wrong</span></div></div>`);
  expect(found).toMatchObject([right]);
});

test('items that refer to each other, or to the next one twice, end', () => {
  const around = `<div id="a" itemscope itemtype="https://schema.org/ClaimReview" itemref="b" itemprop="x"></div>
    <div id="b" itemscope itemprop="y" itemref="a"></div>`;
  const chain = Array.from(
    { length: 40 },
    (_, at) =>
      `<i id="n${at}" itemscope itemtype="https://schema.org/ClaimReview" itemprop="z" itemref="n${at + 1} n${at + 1}"></i>`,
  ).join('');
  expect(find(around + chain)).toEqual([]);
});
