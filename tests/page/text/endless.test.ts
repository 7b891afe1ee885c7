import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/page/extract.ts';
import { openPage } from '../fixture.ts';

const paragraphs = (who: string): string =>
  [
    `${who} told reporters on Friday that the harbour wall would be eleven metres high, and that work would begin in spring.`,
    `The council of the town counted 412 ships that waited outside of the port in October, ${who} wrote in a long letter.`,
    `Nobody knows how long the work will last, but ${who} expects the wall to stand before the storms of the next winter.`,
  ]
    .map((text) => `<p>${text}</p>`)
    .join('');

const first = `<article><h1>The wall in the harbour</h1><p class="byline">By Ada Moreno</p>${paragraphs('Odile Marchetti')}</article>`;
const second = (inside = '<h1>New lakes in the valley</h1>', data = ''): string =>
  `<article ${data}>${inside}<p class="byline">By Tanabe Goro</p><time datetime="2026-10-21">21 October</time>${paragraphs('Henrike Aldermann')}</article>`;

const address = 'https://post.example/wall';
const head = `<title>The wall in the harbour</title><meta property="og:site_name" content="The Post">
  <meta property="og:url" content="${address}"><meta property="article:published_time" content="2026-10-20">`;

/** The page with its second article `top` pixels below the view's edge, of 900. */
const open = (article: string, top: number, title = head): Document => {
  const document = openPage(`<html><head>${title}</head><body><main>${first}${article}</main></body></html>`, address);
  Object.defineProperty(document.documentElement, 'clientHeight', { value: 900 });
  for (const [nth, each] of [...document.querySelectorAll('article')].entries())
    each.getBoundingClientRect = () => ({ top: nth === 0 ? top - 1_200 : top }) as DOMRect;
  return document;
};

const read = (document: Document) => extractArticle(document, address).article;

describe('a page that hangs the next article below the first', () => {
  test.each([
    ['nothing is scrolled', 1_300, 'Odile Marchetti'],
    ['the second begins to show', 700, 'Odile Marchetti'],
    ['it fills the view', 200, 'Henrike Aldermann'],
    ['its end is read', -900, 'Henrike Aldermann'],
  ])('where %s', (_, top, who) => {
    const { text } = read(open(second(), top));
    for (const each of ['Odile Marchetti', 'Henrike Aldermann']) expect(text.includes(each)).toBe(each === who);
  });

  test('the second is not dated, signed or titled as the first', () => {
    expect(read(open(second(), 200)).metadata).toMatchObject({
      title: 'New lakes in the valley',
      authors: ['Tanabe Goro'],
      publishedAt: '2026-10-21',
      publisher: 'The Post',
    });
    expect(read(open(second(), 1_300)).metadata).toMatchObject({
      title: 'The wall in the harbour',
      authors: ['Ada Moreno'],
      publishedAt: '2026-10-20',
      canonicalUrl: address,
    });
  });

  test.each([
    ['nowhere', second(), head, null],
    ['at its headline', second('<h1><a href="/lakes#top">New lakes in the valley</a></h1>'), head, '/lakes'],
    ['in its data', second(undefined, 'data-url="/lakes"'), head, '/lakes'],
    ['on another site', second(undefined, 'data-url="https://ads.example/"'), head, null],
    ['in the page’s own, which has taken its title', second(), '<title>New lakes in the valley</title>', '/wall'],
  ])('its address stands %s', (_, article, title, url) => {
    const { metadata } = read(open(article, 200, title));
    expect(metadata.canonicalUrl).toBe(url === null ? null : `https://post.example${url}`);
    expect(metadata.url).toBe(metadata.canonicalUrl);
  });

  test('a teaser between two articles is none of them', () => {
    const teaser =
      '<article><h1>Also</h1><p>The mayor of the town has something to say about the wall, at length.</p></article>';
    const document = open(`${teaser}${second()}`, 200);
    expect(extractArticle(document, address).articles).toHaveLength(2);
  });
});
