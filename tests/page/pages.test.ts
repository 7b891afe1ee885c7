import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extractArticle } from '../../lib/page/extract.ts';
import { judgePage } from '../../lib/page/gate.ts';
import { openPage } from './fixture.ts';

/** Real pages as they were served; they lie beside the checkout and are no part of it. */
const folder = new URL('../../../shared/pages/', import.meta.url);

interface Expectation {
  readonly isArticle: boolean;
  /** How headline, first and last paragraph begin. */
  readonly headline?: string;
  readonly first?: string;
  readonly last?: string;
  readonly language?: string | null;
  readonly published?: string | null;
  readonly publisher?: string | null;
}

const pages: Readonly<Record<string, Expectation>> = {
  aclu: {
    isArticle: true,
    headline: 'Facebook Is Tracking Me',
    first: "I don't use Facebook",
    last: 'As we work to address',
    published: '2018-04-05',
    publisher: 'American Civil Liberties Union',
  },
  'ars-1': {
    isArticle: true,
    headline: 'Just-released Minecraft',
    first: 'A flaw in the wildly',
    last: 'Ars is asking Mojang',
    published: '2015-04-16',
  },
  'buzzfeed-1': {
    isArticle: true,
    headline: 'Student Dies After Diet',
    first: 'Eloise Parry, 21',
    last: '“DNP is not a miracle',
  },
  'citylab-1': {
    isArticle: true,
    headline: 'Why Neon Is the Ultimate',
    first: 'In the summer of 1898',
    published: '2019-04-30',
  },
  cnn: {
    isArticle: true,
    headline: "The 'birth lottery'",
    first: 'But a new report',
    last: 'The report concluded',
    published: '2016-02-01',
    publisher: 'CNNMoney',
  },
  engadget: { isArticle: true, headline: 'Xbox One X review', last: 'Ultimately, the Xbox', published: '2017-11-03' },
  folha: {
    isArticle: true,
    headline: 'Tite diz que errou',
    first: 'Após rechaçar',
    last: '"Em 2012 eu fiz e errei',
    language: 'pt',
    published: '2018-12-21',
    publisher: 'Folha de S.Paulo',
  },
  heise: {
    isArticle: true,
    headline: '1Password für Mac',
    first: 'Das in der iOS-Version',
    last: '1Password kostet',
    language: 'de',
    published: '2015-04-08',
    publisher: 'Mac & i',
  },
  'ietf-1': { isArticle: false },
  'la-nacion': { isArticle: true, headline: 'Una solución no violenta', first: 'Abdullah Ocalan' },
  'lemonde-1': {
    isArticle: true,
    headline: 'Le projet de loi',
    first: 'Les députés ont',
    last: 'La loi prévoit',
    language: 'fr',
    published: '2015-05-04',
  },
  'lwn-1': { isArticle: true, headline: 'LWN.net Weekly Edition', first: 'The Arduino has been' },
  medicalnewstoday: {
    isArticle: true,
    headline: 'How does the brain turn',
    first: 'Neuroscience tells us',
    last: 'The findings provide',
    published: '2017-07-27',
  },
  msn: {
    isArticle: true,
    headline: "Nintendo's first iPhone",
    first: 'Nintendo and Apple',
    last: 'To see "Super Mario Run"',
  },
  'nytimes-3': {
    isArticle: true,
    headline: 'Manhole Fires and Burst',
    first: 'A series of recent',
    last: '“I’m not,” Mr. Dejesus',
    published: '2019-02-21',
    publisher: 'The New York Times',
  },
  'nytimes-4': {
    isArticle: true,
    headline: 'As Debt Rises',
    first: 'The federal government',
    last: '“There was virtual',
    published: '2018-09-25',
    publisher: 'The New York Times',
  },
  'rtl-1': { isArticle: true, headline: 'Lorem', first: 'Lorem ipsum dolor', last: 'Tempor incididunt' },
  'salon-1': {
    isArticle: true,
    headline: 'The sharing economy is',
    first: 'Horror stories about',
    last: 'You don’t need',
    published: '2015-02-01',
    publisher: 'Salon.com',
  },
  'seattletimes-1': {
    isArticle: true,
    headline: 'Alaskan halibut',
    first: 'From the deck',
    last: 'Alverson summed up',
    published: '2019-04-28',
    publisher: 'The Seattle Times',
  },
  spiceworks: { isArticle: true, headline: 'Rewriting Rules', last: 'With the introduction', published: '2020-07-10' },
  theverge: {
    isArticle: true,
    headline: 'Apple’s Vision Pro',
    first: 'I still remember',
    last: 'Apple’s goal for',
    published: '2023-06-07',
    publisher: 'The Verge',
  },
  'tmz-1': { isArticle: true, first: "Lupita Nyong'o's now-famous", last: '12:00 PM PT', published: '2015-02-26' },
  wikipedia: { isArticle: false },
  'yahoo-1': { isArticle: true, headline: 'These are the 8 coolest', first: 'Virtual reality has' },
  'yahoo-3': {
    isArticle: true,
    headline: 'Veteran Wraps Baby',
    first: 'A photographer and Navy',
    last: 'After her story',
    published: '2015-03-12',
  },
};

/** Words of menus, share bars and boxes that no article of these has as a line of its own. */
const furniture =
  /^(?:share|tweet|advertisement|related.*|recommended.*|most (?:read|popular).*|subscribe.*|sign (?:up|in).*|newsletter|comments?|log in|menu|search|home|follow us.*|more from .*|read more.*|privacy policy|terms of (?:use|service))$/i;

// Where the folder is missing the table says so by its skipped names.
test.skipIf(!existsSync(folder)).each(Object.entries(pages))('%s', (name, expectation) => {
  const document = openPage(readFileSync(new URL(`${name}.html`, folder), 'utf8'), `http://127.0.0.1/${name}.html`);
  expect(judgePage(document, document.URL).isArticle).toBe(expectation.isArticle);
  const { article, map } = extractArticle(document, document.URL);
  if (!expectation.isArticle) return;

  const lines = article.blocks.map(({ kind, start, end }) => ({ kind, text: article.text.slice(start, end) }));
  const of = (kind: string): readonly string[] => lines.filter((line) => line.kind === kind).map(({ text }) => text);
  const { headline = '', first = '', last = '', language, published, publisher } = expectation;
  if (headline !== '') expect(of('headline')[0]).toSatisfy((text: string) => text.startsWith(headline));
  expect(of('paragraph')[0]).toSatisfy((text: string) => text.startsWith(first));
  expect(of('paragraph').at(-1)).toSatisfy((text: string) => text.startsWith(last));
  expect(lines.filter(({ text }) => furniture.test(text))).toEqual([]);
  expect(article.blocks.every((block) => map.rangeOf(block) !== null)).toBe(true);
  if (publisher !== undefined) expect(article.metadata.publisher).toBe(publisher);
  if (language !== undefined) expect(article.metadata.language).toBe(language);
  if (published) expect(article.metadata.publishedAt).toSatisfy((date: string) => date.startsWith(published));
});
