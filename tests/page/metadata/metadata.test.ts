import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { findDateInUrl, parseDate } from '../../../lib/page/metadata/dates.ts';
import { extractArticle } from '../../../lib/page/extract.ts';
import { readMetadata } from '../../../lib/page/metadata/metadata.ts';
import { parseAuthors } from '../../../lib/page/metadata/author-names.ts';
import { likeness, withoutSite } from '../../../lib/page/text/titles.ts';
import { openFixture, openPage } from '../fixture.ts';

const title = 'Council closes the old fish market';
const page = (name: string): string => `https://post.example/2023/05/09/${name}`;

test.each([
  [
    'json-ld-graph',
    {
      url: page('json-ld-graph'),
      canonicalUrl: 'https://post.example/2023/05/market',
      title,
      publisher: 'Harbour Post',
      authors: ['Ana Gil', 'Ben Ode'],
      publishedAt: '2023-05-09T07:30:00+02:00',
      language: 'en',
      country: 'GB',
    },
  ],
  [
    'json-ld-cdata',
    {
      url: page('json-ld-cdata'),
      canonicalUrl: page('json-ld-cdata'),
      title,
      publisher: 'Harbour & Post',
      authors: [],
      publishedAt: '2023-05-09',
      language: 'en',
      country: null,
    },
  ],
  [
    'microdata',
    {
      url: page('microdata'),
      canonicalUrl: page('microdata'),
      title,
      publisher: 'Harbour Post',
      authors: ['Ana Gil'],
      publishedAt: '2023-05-09T08:00:00Z',
      language: 'en',
      country: null,
    },
  ],
  [
    'meta-tags',
    {
      url: page('meta-tags'),
      canonicalUrl: page('meta-tags'),
      title,
      publisher: 'Harbour Post',
      authors: ['Ana Gil', 'Ben Ode'],
      publishedAt: '2023-05-09T08:00:00Z',
      language: 'fr',
      country: 'CA',
    },
  ],
  [
    'url-date',
    {
      url: page('url-date'),
      canonicalUrl: page('url-date'),
      title,
      publisher: 'Harbour Post',
      authors: [],
      publishedAt: '2023-05-09',
      language: 'en',
      country: null,
    },
  ],
  [
    'empty',
    {
      url: page('empty'),
      canonicalUrl: page('empty'),
      title: null,
      publisher: null,
      authors: [],
      publishedAt: '2023-05-09',
      language: null,
      country: null,
    },
  ],
])('what %s tells of itself', (name, metadata) => {
  expect(extractArticle(openFixture(name), page(name)).article.metadata).toEqual(metadata);
});

test('an address that is none leaves the others', () => {
  const { metadata } = extractArticle(openFixture('meta-tags'), '').article;
  expect(metadata).toMatchObject({ url: null, canonicalUrl: null, title });
});

describe('dates', () => {
  test.each([
    ['2023-05-09', '2023-05-09'],
    ['2023-05-09T08:00Z', '2023-05-09T08:00:00Z'],
    ['2023-05-09T08:00:12.123+0200', '2023-05-09T08:00:12+02:00'],
    ['2023-05-09 08:00:12', '2023-05-09T08:00:12'],
    ['20230509', '2023-05-09'],
    ['20230509T080012Z', '2023-05-09T08:00:12Z'],
    ['Tue, 09 May 2023 08:00:00 GMT', '2023-05-09T08:00:00Z'],
    ['May 9, 2023', '2023-05-09'],
    ['9 May 2023', '2023-05-09'],
    ['1683619200', '2023-05-09T08:00:00Z'],
    ['1683619200000', '2023-05-09T08:00:00Z'],
    ['7. März 2022', '2022-03-07'],
    ['lundi 7 mars 2022', '2022-03-07'],
    ['1er août 2022', '2022-08-01'],
    ['7 de marzo de 2022', '2022-03-07'],
    ['7 de março de 2022', '2022-03-07'],
    ['7 marzo 2022, 10:30', '2022-03-07'],
    ['7 maart 2022', '2022-03-07'],
    ['7 marca 2022', '2022-03-07'],
    ['7 марта 2022', '2022-03-07'],
    ['7 березня 2022', '2022-03-07'],
    ['2022年3月7日', '2022-03-07'],
    ['Mon Mar 07 2022', '2022-03-07'],
    ['March 7th, 2022', '2022-03-07'],
    ['07.03.2022', '2022-03-07'],
    ['25/03/2022', '2022-03-25'],
    ['03/25/2022', '2022-03-25'],
    ['03/04/2022', null],
    ['2022/03/07', '2022-03-07'],
    ['2022/3/7 08:00', '2022-03-07T08:00:00'],
    ['2022.03.07', '2022-03-07'],
    ['7. 3. 2022', '2022-03-07'],
    ['2022년 3월 7일', '2022-03-07'],
    ['Mon Mar 07 2022 08:00:00 GMT+0200 (CEST)', '2022-03-07T08:00:00+02:00'],
    ['Mon Mar 07 08:00:00 UTC 2022', '2022-03-07T08:00:00Z'],
    ['2022-03-07T08:00:00GMT+02:00', '2022-03-07T08:00:00+02:00'],
    ['2022-03-07 8:00 PM', '2022-03-07'],
    ['2022-03-07T08:00:99Z', '2022-03-07'],
    ['2022-03', '2022-03'],
    ['2022', '2022'],
    ['0001-01-01T00:00:00', null],
    ['2022-13', null],
    ['7 marketing 2022', null],
    ['2023-13-09', null],
    ['2023-02-30', null],
    ['yesterday', null],
    ['', null],
  ])('%s', (written, date) => {
    expect(parseDate(written)).toBe(date);
  });

  test.each([
    ['https://a.example/2023/05/09/fish', '2023-05-09'],
    ['https://a.example/2023/5/9/fish', '2023-05-09'],
    ['https://a.example/2023/may/09/fish', '2023-05-09'],
    ['https://a.example/fish-2023-05-09.html', '2023-05-09'],
    ['https://a.example/fish-20230509', '2023-05-09'],
    ['https://a.example/fish-12345678', null],
    ['https://a.example/fish?date=2023-05-09', null],
  ])('in the address %s', (url, date) => {
    expect(findDateInUrl(url)).toBe(date);
  });
});

test.each([
  [['By Ana Gil'], ['Ana Gil']],
  [['Ana Gil and Ben Ode'], ['Ana Gil', 'Ben Ode']],
  [['By Ana Gil, Science Editor'], ['Ana Gil']],
  [['Ana Gil | Ben Ode'], ['Ana Gil', 'Ben Ode']],
  [['Ana Gil (with Ben Ode)'], ['Ana Gil']],
  [['ANA GIL May 9, 2023'], ['ANA GIL']],
  [['https://facebook.example/ana'], []],
  [['Ana Gil7 Mar 2022413'], ['Ana Gil']],
  [['Written by Ana Gil Edited by Ben Ode'], ['Ana Gil']],
  [['市场报2023-05-09 09:00'], ['市场报']],
  [['Ana Gil More stories by Ana Gil'], ['Ana Gil']],
  [['See All Articles|Send Email|Subscribe to RSS'], []],
  [['9:39AM'], []],
  [['Photograph by Ben Ode'], []],
  [['market4711'], ['market4711']],
  [['Post Staff'], []],
  [['Ana Gil', 'ana gil'], ['Ana Gil']],
  [['Jean-Luc de la Tour'], ['Jean-Luc de la Tour']],
])('authors of %j', (written, names) => {
  expect(parseAuthors(written)).toEqual(names);
});

test.each([
  ['Council closes the old fish market | Harbour Post', null, title],
  ['Council closes the old fish market - News - Harbour Post', 'Harbour Post', title],
  ['Harbour Post: Council closes the old fish market', null, 'Harbour Post: Council closes the old fish market'],
  ['Harbour Post | Council closes the old fish market', 'Harbour Post', title],
  ['Fish-market closes', null, 'Fish-market closes'],
  ['Roof – Post', null, 'Roof – Post'],
])('the title within %s', (written, site, expected) => {
  expect(withoutSite(written, site)).toBe(expected);
});

test('titles are alike by the words of the shorter one', () => {
  expect(likeness('Council closes market', 'The council closes its old market')).toBe(1);
  expect(likeness('Council closes market', 'Storm on the coast')).toBe(0);
  expect(likeness('', 'Storm')).toBe(0);
});

describe('when an article appeared', () => {
  const published = (head: string, url = 'https://a.example/fish'): string | null => {
    const { document } = new JSDOM(`<html><head>${head}</head><body></body></html>`).window;
    return readMetadata(document, url, null).publishedAt;
  };
  const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;
  const ahead = new Date(Date.now() + 40 * 86_400_000).toISOString();

  test.each([
    ['nothing tells', '', null],
    ['a year alone', meta('date', '2022'), '2022'],
    ['a year alone, and a day elsewhere', meta('date', '2022') + meta('pubdate', '7 mars 2022'), '2022-03-07'],
    [
      'changed after it appeared',
      meta('article:modified_time', '2022-04-01T08:00:00Z') + meta('article:published_time', '2022-03-07T08:00:00Z'),
      '2022-03-07T08:00:00Z',
    ],
    ['changed, and nobody knows when it appeared', meta('article:modified_time', '2022-04-01T08:00:00Z'), null],
    ['in the future', meta('article:published_time', ahead), null],
    [
      'in the future, and a day that has been',
      meta('datePublished', ahead) + meta('dc.date', '2022-03-07'),
      '2022-03-07',
    ],
    [
      'in one tag with much else',
      meta(
        'parsely-page',
        '{&quot;title&quot;: &quot;Fish&quot;, &quot;pub_date&quot;: &quot;2022-03-07T08:00:00Z&quot;',
      ),
      '2022-03-07T08:00:00Z',
    ],
    ['in words', meta('article_date_original', 'Monday, March 7, 2022,  3:02 PM'), '2022-03-07'],
    ['before there were machines that count', meta('article:published_time', '0001-01-01T00:00:00'), null],
    ['late in its own zone', meta('article:published_time', '2022-03-07T23:40:00-05:00'), '2022-03-07T23:40:00-05:00'],
  ])('%s', (_, head, wanted) => {
    expect(published(head)).toBe(wanted);
  });

  test.each([
    ['the evening before in New York', '2022-03-08T03:30:00Z', '2022-03-07'],
    ['the morning after in Auckland', '2022-03-06T20:30:00Z', '2022-03-07'],
    ['the same day', '2022-03-07T12:00:00Z', '2022-03-07T12:00:00Z'],
    ['another day altogether', '2022-03-09T12:00:00Z', '2022-03-09T12:00:00Z'],
    ['a time that says its zone', '2022-03-08T00:30:00+01:00', '2022-03-08T00:30:00+01:00'],
  ])('beside the day in the address: %s', (_, written, wanted) => {
    expect(published(meta('article:published_time', written), 'https://a.example/2022/03/07/fish')).toBe(wanted);
  });
});

describe('what pages get wrong in what they tell machines', () => {
  const read = (html: string, url = 'https://post.example/news/fish') => readMetadata(openPage(html, url), url, null);
  const json = (value: unknown, type = 'application/ld+json'): string =>
    `<script type="${type}">${JSON.stringify(value)}</script>`;

  test('author and publisher are references to other nodes', () => {
    const graph = [
      {
        '@type': 'NewsArticle',
        headline: title,
        author: [{ '@id': '#ana' }],
        publisher: { '@id': '#post' },
      },
      { '@type': 'Person', '@id': '#ana', name: 'Ana Gil' },
      { '@type': 'Organization', '@id': '#post', name: 'Harbour Post' },
    ];
    expect(read(json({ '@graph': graph }))).toMatchObject({ authors: ['Ana Gil'], publisher: 'Harbour Post' });
  });

  test('entities, lists and numbers in the place of texts', () => {
    const node = {
      '@type': ['NewsArticle'],
      headline: ['Council&#8217;s &ldquo;market&rdquo;'],
      author: { '@type': 'Person', name: ['Se&#225;n O&#x2019;Brien', 'Ben Ode'] },
      datePublished: { '@value': '2022-03-07' },
      inLanguage: { name: 'en' },
    };
    expect(read(json(node, 'application/ld+json; charset=utf-8'))).toMatchObject({
      title: 'Council’s “market”',
      authors: ['Seán O’Brien', 'Ben Ode'],
      publishedAt: '2022-03-07',
      language: 'en',
      country: null,
    });
    expect(read(json({ '@type': 'Article', datePublished: 1_646_640_000_000 })).publishedAt).toBe(
      '2022-03-07T08:00:00Z',
    );
  });

  test('types that are no text, and a script that was escaped', () => {
    const escaped = JSON.stringify({ '@type': 'NewsArticle', headline: title }).replaceAll('"', '&amp;quot;');
    const odd = json({ '@type': { toString: 1, valueOf: 1 } });
    expect(read(odd + json({ '@type': 'NewsArticle', headline: title })).title).toBe(title);
    expect(read(`<script type="application/ld+json">${escaped.replaceAll('&amp;', '&')}</script>`).title).toBe(title);
  });

  test.each([
    ['its front page', '<link rel="canonical" href="/">', 'https://post.example/news/fish'],
    [
      'another site’s front page',
      '<link rel="canonical" href="https://cms.example/">',
      'https://post.example/news/fish',
    ],
    [
      'its front page, and better in Open Graph',
      '<link rel="canonical" href="/"><meta property="og:url" content="/news/fish-market">',
      'https://post.example/news/fish-market',
    ],
    ['another site’s page', '<link rel="canonical" href="https://a.example/x">', 'https://a.example/x'],
  ])('canonical is %s', (_, head, wanted) => {
    expect(read(head).canonicalUrl).toBe(wanted);
  });

  test.each([
    ['alone', '<div><time datetime="2022-03-07">7 March</time></div>', '2022-03-07'],
    [
      'of today in the site’s header',
      '<header><time datetime="2023-01-02"></time></header><article><time datetime="2022-03-07"></time></article>',
      '2022-03-07',
    ],
    [
      'in a byline that is a list',
      '<article><ul><li>Ana Gil</li><li><time datetime="2022-03-07"></time></li></ul></article>',
      '2022-03-07',
    ],
    ['of other articles', '<ul><li><article><time datetime="2023-01-02"></time></article></li></ul>', null],
    [
      'one of several, anywhere',
      '<div><time datetime="2023-01-02"></time><time datetime="2022-03-07"></time></div>',
      null,
    ],
  ])('a time that is shown: %s', (_, body, wanted) => {
    expect(read(body).publishedAt).toBe(wanted);
  });

  test.each([
    ['José Ortega y Gasset', ['José Ortega y Gasset']],
    ['Ana Gil y Ben Ode', ['Ana Gil', 'Ben Ode']],
    ['王毅、李强', ['王毅', '李强']],
  ])('authors “%s”', (written, wanted) => {
    expect(parseAuthors([written])).toEqual(wanted);
  });
});
