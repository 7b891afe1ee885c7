import { describe, expect, test } from 'vitest';
import { findOutlet, findPublisher, withoutSlogan } from '../../../lib/page/metadata/outlet.ts';
import { readStructuredData } from '../../../lib/page/metadata/structured-data.ts';
import { extractArticle } from '../../../lib/page/extract.ts';
import { openPage } from '../fixture.ts';

const own = 'Council closes the old fish market';
const outletOf = (html: string, address: string | null, title = own): string | null =>
  findOutlet(readStructuredData(openPage(html, address ?? 'https://post.example/1')), {
    own: title,
    address,
    beside: [],
  });

describe('the site that a title ends with', () => {
  test.each([
    [
      'letters of the host in their order',
      `${own} - The Harbour Morning Post`,
      'https://www.hmpost.example/1',
      'The Harbour Morning Post',
    ],
    ['behind a section', `${own} | Business | Gull.com`, 'http://gull.example/1', 'Gull.com'],
    ['on a host below that of the site', `${own} – Gull`, 'https://money.gull.com.example/1', 'Gull'],
    ['in brackets', `${own} [Gull.net]`, 'https://gull.net/1', 'Gull.net'],
    ['before it', `Gull Notes: ${own}`, 'https://gullnotes.blog.example/1', 'Gull Notes'],
    ['in letters that a host writes otherwise', `${own} | Möwen-Straße`, 'https://moewen-strasse.example/1', null],
    ['in letters that a host writes without their marks', `${own} | Möwe`, 'https://mowe.example/1', 'Möwe'],
    ['in a script that no host has', `${own} | קו החוף`, 'https://kh.example/1', 'קו החוף'],
    ['a section alone', `${own} | Politics`, 'https://gull.example/1', null],
    ['what is no end of its own', `${own} post`, 'https://post.example/1', null],
    ['another title', 'Today in the Post - Post', 'https://post.example/1', null],
    ['no end', own, 'https://post.example/1', null],
    ['no address', `${own} - Post`, null, null],
  ])('%s', (_, whole, address, wanted) => {
    expect(outletOf(`<title>${whole}</title>`, address)).toBe(wanted);
  });

  test('behind an underscore, after a title in Chinese', () => {
    const title = '兰州年底前关闭市区燃煤电厂';
    expect(outletOf(`<title>${title}_陇上新闻网</title>`, 'https://news.ls.example/1', title)).toBe('陇上新闻网');
  });

  test('stands for an outlet that the page does not name', () => {
    const text = '<p>The council has closed the fish market at the old harbour for good, it said on Monday.</p>'.repeat(
      4,
    );
    const html = `<title>${own} - Harbour Post</title><article><h1>${own}</h1>${text}</article>`;
    const read = (head: string): string | null => {
      const url = 'https://harbourpost.example/1';
      return extractArticle(openPage(head + html, url), url).article.metadata.publisher;
    };
    expect(read('')).toBe('Harbour Post');
    expect(read('<meta property="og:site_name" content="The Post">')).toBe('The Post');
  });
});

describe('the site that a page tells of elsewhere', () => {
  const title = `<title>${own} | Business | Gull &amp; Tern</title>`;
  test.each([
    ['by what leads to its front page', `${title}<a href="/"><img alt="Gull &amp; Tern"></a>`, 'Gull & Tern'],
    [
      'by its feed',
      `${title}<link rel="alternate" type="application/rss+xml" title="Gull &amp; Tern RSS">`,
      'Gull & Tern',
    ],
    [
      'by a publisher in its markup',
      '<b itemprop="publisher"><meta itemprop="name" content="The Gull"></b>',
      'The Gull',
    ],
    [
      'by its logo, where the address answers',
      '<a href="https://coast.example.org/" title="Coast Weekly"></a>',
      'Coast Weekly',
    ],
    ['by all of its name', '<a href="/">Coast</a><a href="/" title="Coast Example"></a>', 'Coast Example'],
    ['not by another site’s', '<a href="https://flickr.example/" title="Coastal Flickr"></a>', null],
    ['not by a button', '<a href="/">Home</a>', null],
    ['nor by what is no address', '<a href="https://{{site}}/">Coast</a><a href="http://[">Coast</a>', null],
  ])('%s', (_, html, wanted) => {
    expect(outletOf(html, 'https://coast.example.org/2023/1')).toBe(wanted);
  });
});

test('what stands beside the headline, where the whole address answers', () => {
  const told = readStructuredData(
    openPage('<a href="https://money.gull.com.org/">Money</a>', 'https://money.gull.com.org/1'),
  );
  const read = (beside: readonly string[]) =>
    findOutlet(told, { own, address: 'https://money.gull.com.org/1', beside });
  expect(read(['Ana Gil  Gull Money  7 March'])).toBe('Gull Money');
  expect(read(['Ana Gil  Gull  7 March'])).toBe('Money');
});

test.each([
  ['The Harbour Post - Breaking News and Weather', 'https://harbourpost.example/1', 'The Harbour Post'],
  ['News: The Harbour Post', 'https://harbourpost.example/1', 'The Harbour Post'],
  ['The Watchers - Harbour 24', 'https://watchers.harbour24.example/1', 'The Watchers - Harbour 24'],
  ['Fish - the magazine', 'https://harbour.example/1', 'Fish - the magazine'],
  ['Harbour-Post', 'https://harbourpost.example/1', 'Harbour-Post'],
])('a name with a slogan: %s', (name, address, wanted) => expect(withoutSlogan(name, address)).toBe(wanted));

test.each([
  ['thanks for visiting us.', null],
  ['Posted by Editor', null],
  ['Yahoo!', 'Yahoo!'],
])('what stands where an outlet’s name belongs: %s', (name, wanted) => {
  const html = `<meta property="og:site_name" content="${name}">`;
  expect(findPublisher(readStructuredData(openPage(html, 'https://post.example/1')))).toBe(wanted);
});
