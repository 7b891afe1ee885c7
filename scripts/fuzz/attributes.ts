import { JSDOM } from 'jsdom';
import { findClaimReviews } from '../../lib/page/metadata/claim-reviews.ts';
import { extractArticle } from '../../lib/page/extract.ts';
import { judgePage } from '../../lib/page/gate.ts';
import type { Random } from '../train/random.ts';
import { mutateText, mutateValue, pick } from './mutate.ts';
import { nastyTexts } from './nasty.ts';
import { expectText, expectThat, type FuzzTarget } from './target.ts';

/** Pages whose elements are whole and say odd things of themselves, by every name that a page is asked for. */

const url = 'https://k7.example/2021/05/09/trade';
const said = 'Ada Moreno, minister of trade, said on Friday that exports of Freedonia had grown by 4 percent. ';
const lines = (count: number): string => `<p>${said.repeat(2)}</p>`.repeat(count);

/** With little said in one place, and an address that answers to no name, so that the next one is asked. */
const pages: readonly string[] = [
  `<html lang="en"><head><title>Trade grows | Coast</title></head><body itemscope itemtype="https://schema.org/NewsArticle">
<header role="banner"><a rel="home" href="/"><img alt="Coast" class="logo"></a><a href="https://k7.example/" title="Coast">Coast</a></header>
<main><article data-url="/2021/05/09/trade" itemid="/x"><h1 itemprop="headline">Trade grows</h1>
<div class="byline">By <a rel="author" href="/by/al" itemprop="author">Al B</a> <time itemprop="datePublished" datetime="2021-05-09">9 May 2021</time></div>
${lines(4)}<figure><img src="a.png" alt="A port"><figcaption>A port</figcaption></figure><iframe src="https://video.example/1"></iframe></article>
<article data-href="https://k7.example/2"><h2><a href="/2">Fish rot</a></h2><p class="author">By Cy D</p>${lines(3)}</article></main></body></html>`,
  `<html xml:lang="en-GB"><head><base href="https://k7.example/"><title>Coast - Trade grows</title><link rel="canonical" href="/a">
<link rel="alternate" type="application/rss+xml" title="Coast RSS" href="/rss"><meta http-equiv="content-language" content="en"><meta property="og:url" content="/a">
<meta property="og:locale" content="en_GB"><meta name="author" content="Al B"><meta name="date" content="20210509"><meta name="twitter:site" content="@coast"></head>
<body><div class="site-title">Coast</div><div id="content" class="post entry-content" contenteditable="false"><h1>Trade grows</h1><span class="date">May 9, 2021</span>
${lines(4)}<blockquote cite="https://a.example/1"><p>${said}</p></blockquote><ul class="list" style="display:block"><li>${said}</li></ul><details open><summary>More</summary>${lines(1)}</details></div></body></html>`,
];

const jsonLd = {
  '@context': 'https://schema.org',
  '@graph': [
    { '@type': 'WebSite', '@id': '#site', name: 'Coast', url: 'https://k7.example/' },
    {
      '@type': ['NewsArticle', 'Report'],
      '@id': '/a',
      mainEntityOfPage: { '@id': '/a' },
      headline: 'Trade grows',
      author: [{ '@type': 'Person', name: 'Al B' }, { '@id': '#cy' }],
      publisher: { '@id': '#site' },
      datePublished: '2021-05-09T10:00:00Z',
      inLanguage: { name: 'English' },
      isAccessibleForFree: 'False',
      articleBody: said,
    },
    { '@type': 'Person', '@id': '#cy', name: 'Cy D' },
    { '@type': 'ClaimReview', url: '/1', claimReviewed: 'Trade grew.', reviewRating: { alternateName: 'x' } },
  ],
};

const addresses: readonly string[] = ['https://{{site}}/', 'http://[', 'https://k7.example:port/', '//', '?', 'a:b'];
const names: readonly string[] = ['parentNode', 'getAttribute', 'attributes', 'children', 'length', '__proto__'];

/** Another value, another name, or an attribute more, a few times over. */
function spoilAttributes(document: Document, random: Random): void {
  const elements = [...document.querySelectorAll('*')].filter(({ localName }) => localName !== 'script');
  for (let faults = 1 + random.below(6); faults > 0; faults -= 1) {
    const element = pick(random, elements);
    const attribute = element.attributes.length === 0 ? null : pick(random, [...element.attributes]);
    const value = pick(random, [pick(random, nastyTexts), pick(random, addresses), mutateText(url, random)]);
    if (attribute === null || random.next() < 0.2) {
      element.setAttribute(pick(random, ['id', 'name', 'class', 'href', 'lang', 'datetime', 'itemprop', 'rel']), value);
      if (random.next() < 0.5) element.setAttribute('name', pick(random, names));
    } else if (random.next() < 0.7) attribute.value = value;
    else attribute.value = mutateText(attribute.value, random);
  }
}

async function checkPage(random: Random): Promise<void> {
  const { window } = new JSDOM(pick(random, pages), { url });
  const { document } = window;
  if (random.next() < 0.5) {
    const script = document.createElement('script');
    script.type = 'application/ld+json';
    script.textContent = JSON.stringify(mutateValue(jsonLd, random)) ?? '';
    document.head.append(script);
  }
  spoilAttributes(document, random);
  expectThat(typeof judgePage(document, url).isArticle === 'boolean', 'no verdict');
  const { article, map } = extractArticle(document, url);
  for (const { start, end } of article.blocks) {
    expectThat(start < end && end <= article.text.length, 'a block outside of the text');
    expectThat(map.rangeOf({ start, end }) !== null, 'a block that is not in the page');
  }
  const { authors, publisher, title, publishedAt, canonicalUrl } = article.metadata;
  for (const author of authors) expectText(author, 'an author');
  if (publisher !== null) expectText(publisher, 'an outlet');
  if (title !== null) expectText(title, 'a title');
  if (publishedAt !== null) expectThat(/^\d{4}/u.test(publishedAt), `${publishedAt} is no date`);
  if (canonicalUrl !== null) expectThat(URL.canParse(canonicalUrl), `${canonicalUrl} is no address`);
  findClaimReviews(document, { url, publisher: null, title: null });
  window.close();
}

export const attributeTargets: readonly FuzzTarget[] = [{ name: 'attributes of pages', share: 0.3, run: checkPage }];
