import { describe, expect, test } from 'vitest';
import { judgePage } from '../../lib/page/gate.ts';
import { openFixture, openPage } from './fixture.ts';

const verdicts: readonly (readonly [page: string, isArticle: boolean, why: string])[] = [
  ['plain', true, 'Four paragraphs of running text in an article under one headline'],
  ['json-ld-graph', true, 'The page says it is a news article'],
  ['json-ld-broken', true, 'The page says it is a news article'],
  ['json-ld-cdata', true, 'The page says it is a news article'],
  ['microdata', true, 'The page says it is a news article'],
  ['meta-tags', true, 'The page says it is an article'],
  ['br-separated', true, 'Four paragraphs of running text under one headline'],
  ['div-paragraphs', true, 'Four paragraphs of running text under one headline'],
  ['nested-containers', true, 'Four paragraphs of running text under one headline'],
  ['table-layout', true, 'Three paragraphs of running text under one headline'],
  ['form-page', true, 'Three paragraphs of running text under one headline'],
  ['cjk', true, 'Three paragraphs of running text in an article under one headline'],
  ['rtl-hebrew', true, 'Three paragraphs of running text in an article under one headline'],
  ['unclosed', true, 'Four paragraphs of running text under one headline'],
  ['front-page', false, 'A list of articles, not an article'],
  ['link-list', false, 'A list of links, not an article'],
  ['search', false, 'A page about the site itself, not an article'],
  ['product', false, 'The page says it sells a product'],
  ['forum', false, 'The page says it is a forum or a list of questions'],
  ['docs', false, 'A page of documentation'],
  ['wiki', false, 'An encyclopaedia or wiki page'],
  ['app-shell', false, 'No running text on the page'],
  ['short-news', false, 'No running text on the page'],
  ['empty', false, 'No running text on the page'],
];

test.each(verdicts)('%s', (page, isArticle, why) => {
  const document = openFixture(page);
  expect(judgePage(document, document.URL)).toEqual({ isArticle, why });
});

describe('the address', () => {
  test.each([
    ['the root', 'https://post.example/', 'The front page of a site'],
    ['the root by its file', 'https://post.example/index.html', 'The front page of a site'],
    ['a search', 'https://post.example/search/fish', 'A page of search results'],
    ['a page about the site', 'https://post.example/about-us', 'A page about the site itself, not an article'],
    ['its terms', 'https://post.example/legal/terms-of-service', 'A page about the site itself, not an article'],
  ])('%s is no article, whatever it holds', (_, url, why) => {
    expect(judgePage(openFixture('json-ld-graph'), url)).toEqual({ isArticle: false, why });
  });

  test.each([
    ['none', ''],
    ['not one', 'no address'],
    ['a file', 'file:///tmp/page.html'],
    ['a permalink by number', 'https://post.example/?p=12'],
    ['a title with a word of those', 'https://post.example/2023/search-for-the-lost-boat'],
  ])('%s takes nothing away', (_, url) => {
    expect(judgePage(openFixture('json-ld-graph'), url).isArticle).toBe(true);
  });
});

describe('declarations', () => {
  const page = (head: string): Document => {
    const document = openFixture('plain');
    document.head.insertAdjacentHTML('beforeend', head);
    return document;
  };
  const json = (value: unknown): string => `<script type="application/ld+json">${JSON.stringify(value)}</script>`;

  test.each([
    [
      'a collection beats a loose og:type',
      `<meta property="og:type" content="article">${json({ '@type': 'CollectionPage' })}`,
      false,
    ],
    [
      'an article within the graph beats its page',
      json({ '@graph': [{ '@type': 'WebPage' }, { '@type': 'Article' }] }),
      true,
    ],
    ['the main entity of a page counts', json({ '@type': 'WebPage', mainEntity: { '@type': 'NewsArticle' } }), true],
    ['an article beats the list of related ones', json([{ '@type': 'ItemList' }, { '@type': 'NewsArticle' }]), true],
    ['a product beats nothing but running text', json({ '@type': 'Product' }), false],
    ['canonical points to the root', '<link rel="canonical" href="https://post.example/">', false],
    ['canonical points to another site', '<link rel="canonical" href="https://other.example/">', true],
  ] as const)('%s', (_, head, isArticle) => {
    const document = page(head);
    expect(judgePage(document, document.URL).isArticle).toBe(isArticle);
  });

  test('a declared article whose text has not arrived is none yet', () => {
    const document = openPage(`<head>${json({ '@type': 'NewsArticle' })}</head><body><div id="root"></div></body>`);
    expect(judgePage(document, document.URL).isArticle).toBe(false);
  });
});
