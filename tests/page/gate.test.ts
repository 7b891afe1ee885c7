import { describe, expect, test } from 'vitest';
import type { PageReason } from '../../lib/model/article.ts';
import { judgePage } from '../../lib/page/gate.ts';
import { openFixture, openPage } from './fixture.ts';

const verdicts: readonly (readonly [page: string, isArticle: boolean, code: PageReason, paragraphs: number])[] = [
  ['plain', true, 'textInArticle', 4],
  ['json-ld-graph', true, 'saysNews', 0],
  ['json-ld-broken', true, 'saysNews', 0],
  ['json-ld-cdata', true, 'saysNews', 0],
  ['microdata', true, 'saysNews', 0],
  ['meta-tags', true, 'saysArticle', 0],
  ['br-separated', true, 'textUnderHeadline', 4],
  ['div-paragraphs', true, 'textUnderHeadline', 4],
  ['nested-containers', true, 'textUnderHeadline', 4],
  ['table-layout', true, 'textUnderHeadline', 3],
  ['form-page', true, 'textUnderHeadline', 3],
  ['cjk', true, 'textInArticle', 3],
  ['rtl-hebrew', true, 'textInArticle', 3],
  ['unclosed', true, 'textUnderHeadline', 4],
  ['front-page', false, 'listOfArticles', 0],
  ['link-list', false, 'listOfLinks', 0],
  ['search', false, 'aboutSite', 0],
  ['product', false, 'saysProduct', 0],
  ['forum', false, 'saysForum', 0],
  ['docs', false, 'documentation', 0],
  ['wiki', false, 'wiki', 0],
  ['app-shell', false, 'noText', 0],
  ['short-news', false, 'noText', 0],
  ['empty', false, 'noText', 0],
];

test.each(verdicts)('%s', (page, isArticle, code, paragraphs) => {
  const document = openFixture(page);
  expect(judgePage(document, document.URL)).toEqual({ isArticle, why: { code, paragraphs } });
});

test.each([
  ['open, with an article in it', 'dialog open', 'article', true],
  ['shut', 'dialog', 'article', false],
  ['open, with a notice in it', 'dialog open', 'section', false],
])('a text in a dialog, %s', (_, dialog, part, isArticle) => {
  const document = openFixture('plain');
  const text = [...document.querySelectorAll('h1, p')].map((each) => each.outerHTML).join('');
  document.body.innerHTML = `<${dialog}><${part}>${text}</${part}></dialog>`;
  expect(judgePage(document, document.URL).isArticle).toBe(isArticle);
});

test.each(['plain', 'nested-containers'])('%s, its text there twice: counted once', (page) => {
  const document = openFixture(page);
  const expected = judgePage(document, document.URL);
  const copy = document.createElement('div');
  for (const p of document.querySelectorAll('p')) copy.append(p.cloneNode(true));
  document.body.append(copy);
  expect(judgePage(document, document.URL)).toEqual(expected);
});

test('a form called as what is asked of the document hides nothing', () => {
  const text =
    'The council said in a long answer that the harbour would be dredged before the summer is over, and paid.';
  const body = `<form name="evaluate"></form><h1>Harbour</h1><time>9 May 2023</time><article>${`<div>${text}</div>`.repeat(4)}</article>`;
  expect(judgePage(openPage(body), 'https://post.example/2023/05/09/page').why.code).not.toBe('noText');
});

describe('the address', () => {
  test.each([
    ['the root', 'https://post.example/', 'frontPage'],
    ['the root by its file', 'https://post.example/index.html', 'frontPage'],
    ['a search', 'https://post.example/search/fish', 'searchResults'],
    ['a page about the site', 'https://post.example/about-us', 'aboutSite'],
    ['a thread of a forum', 'https://talk.example/threads/the-old-market.4711/', 'forum'],
    ['its terms', 'https://post.example/legal/terms-of-service', 'aboutSite'],
    ['the root, come to from a letter', 'https://post.example/?utm_source=letter&fbclid=1', 'frontPage'],
  ])('%s is no article, whatever it holds', (_, url, code) => {
    expect(judgePage(openFixture('json-ld-graph'), url)).toEqual({ isArticle: false, why: { code, paragraphs: 0 } });
  });

  test.each([
    ['none', ''],
    ['not one', 'no address'],
    ['a file', 'file:///tmp/page.html'],
    ['a permalink by number', 'https://post.example/?p=12'],
    ['a title with a word of those', 'https://post.example/2023/search-for-the-lost-boat'],
    ['a title that begins like one of those', 'https://post.example/2023/terms-of-the-truce-are-known'],
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
    [
      'a type that is no word is none',
      json({ '@type': { toString: null }, '@graph': [{ '@type': 'CollectionPage' }] }),
      false,
    ],
    ['a recipe beats the words around it', json([{ '@type': 'Article' }, { '@type': 'Recipe' }]), false],
    ['news with a recipe are news', json([{ '@type': 'NewsArticle' }, { '@type': 'Recipe' }]), true],
    ['one node of four types is no list', json({ '@type': ['Report', 'Article', 'NewsArticle', 'BlogPosting'] }), true],
    [
      'questions and lists in an article that tells its date',
      `<meta property="article:published_time" content="2023-05-09">${json([{ '@type': 'FAQPage' }, { '@type': 'ItemList' }])}`,
      true,
    ],
    ['a product beats nothing but running text', json({ '@type': 'Product' }), false],
    ['canonical points to the root', '<link rel="canonical" href="https://post.example/">', false],
    ['canonical points to the root without www', '<link rel="canonical" href="https://www.post.example/">', false],
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

describe('what a page is built with', () => {
  test.each([
    ['the class that a wiki sets', 'mediawiki ltr', false],
    ['a subject by the same name', 'single-post tag-sphinx', true],
    ['a title with such a word', 'the-end-of-public-discourse', true],
  ])('%s', (_, classes, isArticle) => {
    const document = openFixture('plain');
    document.body.className = classes;
    expect(judgePage(document, document.URL).isArticle).toBe(isArticle);
  });
});

describe('little text, where the page declares news', () => {
  const json = '<script type="application/ld+json">{"@type":"NewsArticle"}</script>';
  const one =
    '<p>The harbour council closed the old fish market this morning after a part of its roof came down. More follows.</p>';
  const caption =
    '<figure><img><figcaption>Traders carry boxes out of the old fish market on Tuesday morning.</figcaption></figure>';

  test.each([
    ['one paragraph under a headline', `${json}<main><h1>Market closed</h1>${one}</main>`, true],
    ['one paragraph without a headline', `${json}<main>${one}</main>`, false],
    ['pictures with captions', `${json}<main><h1>In pictures</h1>${caption.repeat(5)}</main>`, true],
    ['pictures that nobody declares', `<main><h1>In pictures</h1>${caption.repeat(5)}</main>`, false],
  ])('%s', (_, html, isArticle) => {
    const document = openPage(html);
    expect(judgePage(document, document.URL).isArticle).toBe(isArticle);
  });
});
