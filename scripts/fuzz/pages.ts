import { JSDOM } from 'jsdom';
import * as v from 'valibot';
import { parseToFrame } from '../../entrypoints/popover/to-frame.ts';
import { backgroundSchemas } from '../../lib/message/background-schemas.ts';
import { fromFrameSchema, tabSchemas } from '../../lib/message/page-schemas.ts';
import { findClaimReviews } from '../../lib/page/metadata/claim-reviews.ts';
import { parseDate } from '../../lib/page/metadata/dates.ts';
import { extractArticle } from '../../lib/page/extract.ts';
import { judgePage } from '../../lib/page/gate.ts';
import { parseAuthors } from '../../lib/page/metadata/author-names.ts';
import { readText, blocksOfLines } from '../../lib/text/document.ts';
import { guessLanguage } from '../../lib/text/language.ts';
import { mutateText, mutateValue, pick } from './mutate.ts';
import { expectText, expectThat, type FuzzTarget } from './target.ts';

/** What pages hold, and what arrives in messages. */

const sentence = 'Ada Moreno, minister of trade, said on Friday that exports of Freedonia had grown by 4 percent. ';
const html = `<!doctype html><html lang="en"><head><title>Trade grows</title><link rel="canonical" href="/a">
<meta property="og:type" content="article"><meta name="author" content="Al B and Cy D"><meta property="article:published_time" content="2021-05-09T10:00:00Z">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Trade grows","author":[{"name":"Al B"}],"datePublished":"2021-05-09","publisher":{"name":"P"}}</script>
<script type="application/ld+json">{"@type":"ClaimReview","url":"https://c.example/1","claimReviewed":"Trade grew.","reviewRating":{"alternateName":"x"}}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Trade grows</h1><figure><img src="x"><figcaption>A port</figcaption></figure>
<p>${sentence.repeat(2)}</p><p>“${sentence}” <b>she</b> said.<br><br>${sentence}</p><ul><li>${sentence}</li></ul><blockquote>${sentence}</blockquote>
<table><tr><td>1</td></tr></table><p>${sentence}</p></article><aside><p>More</p></aside></body></html>`;
const url = 'https://post.example/2021/05/09/trade';

const article = {
  text: 'One\nTwo',
  blocks: [
    { kind: 'headline', start: 0, end: 3 },
    { kind: 'paragraph', start: 4, end: 7 },
  ],
  metadata: {
    url,
    canonicalUrl: null,
    title: 't',
    publisher: null,
    authors: ['a'],
    publishedAt: '2021',
    language: 'en',
    country: null,
  },
};
const occasion = { url, publisher: 'P', publishedAt: '2021-05-09' };
const entity = { type: 'person', name: 'Ada', aliases: [{ text: 'A.' }], description: '' };
const figure = { kind: 'figure', cluster: 'm0' };
const bodies: Readonly<Record<string, unknown>> = {
  articleFound: { by: 'gate' },
  analyse: { article, openedAt: 5, reviews: [], ask: 1 },
  analysisPart: { ask: 1, nth: 0, mentions: [], clusters: [], claims: [] },
  card: { kind: 'figure', entity: 'wd:Q7', candidates: ['wd:Q8'], name: 'Ada', occasion },
  edit: { edit: { kind: 'correct', url, name: 'Ada', wrong: null, target: { kind: 'new', entity }, scope: 'here' } },
  forget: { what: { kind: 'page', urls: [url] } },
  searchStore: { query: 'Ada' },
  keepLookUp: {
    candidate: { item: 'Q7', title: 'Ada', name: 'Ada', description: '', isDisambiguation: false },
    of: null,
    name: 'Ada',
  },
  checkFrameKey: { key: '0'.repeat(36) },
  reveal: { subject: figure, nth: 0 },
  step: { kind: 'claim', to: 'next' },
};
const fromFrame = [
  { type: 'size', token: 1, height: 200 },
  { type: 'drag', dx: 1, dy: 2 },
  { type: 'reveal', subject: figure, nth: 1 },
  { type: 'pin', pinned: true },
];
const show = { type: 'show', token: 1, subject: figure, reading: { figures: [], claims: [], article: {} } };

export const pageTargets: readonly FuzzTarget[] = [
  {
    name: 'pages',
    share: 0.3,
    run: (random) => {
      const { window } = new JSDOM(mutateText(html, random), { url });
      const { isArticle, why } = judgePage(window.document, random.next() < 0.9 ? url : mutateText(url, random));
      expectThat(typeof isArticle === 'boolean' && typeof why.code === 'string', 'no verdict');
      const { article: found, map } = extractArticle(window.document, url);
      for (const { start, end } of found.blocks) {
        expectThat(start < end && end <= found.text.length, 'a block outside of the text');
        const range = map.rangeOf({ start, end });
        expectThat(range !== null, 'a block that is not in the page');
      }
      for (const author of found.metadata.authors) expectText(author, 'an author');
      findClaimReviews(window.document, { url, publisher: null, title: null });
      window.close();
    },
  },
  {
    name: 'bylines and dates',
    share: 8,
    run: (random) => {
      parseAuthors([mutateText('By Al B. Carter, Cy D and The Post', random)]);
      const date = parseDate(mutateText('Friday, 7 March 2022 15:40 GMT', random));
      if (date !== null) expectThat(/^\d{4}/u.test(date), `${date} is no date`);
    },
  },
  {
    name: 'texts',
    share: 4,
    run: (random) => {
      const text = mutateText(sentence.repeat(3), random);
      const { tokens, sentences } = readText(text, blocksOfLines(text));
      for (const { start, end } of [...tokens, ...sentences])
        expectThat(start >= 0 && start <= end && end <= text.length, 'a span outside of the text');
      guessLanguage(text, null);
    },
  },
  {
    name: 'messages',
    share: 16,
    run: (random) => {
      const type = pick(random, Object.keys(bodies));
      const body = mutateValue(bodies[type], random);
      const schemas: Readonly<Record<string, v.GenericSchema>> = { ...backgroundSchemas, ...tabSchemas };
      const schema = schemas[type];
      if (schema === undefined) throw new Error(`no schema for ${type}`);
      const parsed = v.safeParse(schema, body);
      if (!parsed.success) expectText(v.summarize(parsed.issues), 'a summary');
    },
  },
  {
    name: 'messages of frames',
    share: 10,
    run: (random) => {
      v.safeParse(fromFrameSchema, mutateValue(pick(random, fromFrame), random));
      parseToFrame(mutateValue(show, random));
    },
  },
];
