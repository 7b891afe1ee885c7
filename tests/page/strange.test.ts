import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../lib/page/extract.ts';
import { openPage } from './fixture.ts';

/** Pages that are sound and odd: each once cost an article its text, or gave it something that the reader does not see. */
const vote =
  'The harbour council voted on Tuesday to close the old fish market, after a year in which its roof was repaired.';
const roof = 'Mara Oduya, who chairs the council, said that nobody can be asked to work under a roof that leaks.';
const stalls = 'About 140 traders have stalls there; the council expects that 90 of them will move to the new hall.';
const title = 'Council closes the old fish market';
const beside = '<div class="box"><p>A letter each morning with everything that the harbour has to tell.</p></div>';
const paragraphs = [vote, roof, stalls].map((text) => `<p>${text}</p>`).join('');

const blocksOf = (html: string): readonly string[] => {
  const document = openPage(`<title>${title}</title>${html}`);
  const { article } = extractArticle(document, document.URL);
  return article.blocks.map(({ kind, start, end }) => `${kind}: ${article.text.slice(start, end)}`);
};
const whole = [`headline: ${title}`, ...[vote, roof, stalls].map((text) => `paragraph: ${text}`)];

describe('classes that tell what an article is about, or who may answer', () => {
  test.each([
    'has-comments',
    'story comments-open',
    'post-12 post type-post tag-forum category-discussion',
    'hentry tag-comments tag-jobs tag-poll',
  ])('%s', (names) => {
    expect(blocksOf(`<h1>${title}</h1><div class="${names}">${paragraphs}</div>${beside}`)).toEqual(
      expect.arrayContaining(whole),
    );
  });
});

test('a headline below the picture and its caption', () => {
  const picture =
    '<figure><img><figcaption>Traders carry boxes out of the old fish market, seen from the quay on Tuesday morning.</figcaption></figure>';
  expect(blocksOf(`<article>${picture}<h1>${title}</h1>${paragraphs}</article>`)).toEqual(whole);
});

test('a headline that begins as a label does', () => {
  const [headline] = blocksOf(`<title>Video: ${title}</title><article><h1>Video: ${title}</h1>${paragraphs}</article>`);
  expect(headline).toBe(`headline: Video: ${title}`);
});

describe('what is inside a line and not of it', () => {
  test.each([
    ['a note’s number', 'was founded in 2013<sup><a href="#n1">1</a></sup> by the traders themselves', 'in 2013 by'],
    ['a note’s number in a link', 'was founded in 2013<a href="#n1"><sup>[12]</sup></a> by the traders', 'in 2013 by'],
    ['a power stays', 'takes up 1,200 m<sup>2</sup> of the quay beside the water', 'm2 of'],
    ['an ordinal stays', 'in the 19<sup>th</sup> century, long before there was a hall', '19th century'],
    [
      'words for screen readers',
      'has <a href="/x">a plan<span class="govuk-visually-hidden"> (new tab)</span></a> for it',
      'a plan for it',
    ],
  ])('%s', (_, words, wanted) => {
    const blocks = blocksOf(
      `<article><h1>${title}</h1>${paragraphs}<p>The market, which ${words}, is closed now.</p></article>`,
    );
    expect(blocks.at(-1)).toContain(wanted);
  });
});

test('a quotation in a figure is one, and is left out where a paragraph says it', () => {
  const quote = 'Nobody can be asked to work under a roof that leaks in every storm.';
  const figure = (text: string): string => `<figure><blockquote><p>${text}</p></blockquote></figure>`;
  const html = `<article><h1>${title}</h1>${paragraphs}<p>She said: “${quote}”</p>${figure(quote)}${figure('We have waited for this hall since I was young.')}<p>${vote.replace('Tuesday', 'Friday')}</p></article>`;
  expect(blocksOf(html).filter((block) => /^(?:quote|caption)/u.test(block))).toEqual([
    'quote: We have waited for this hall since I was young.',
  ]);
});

test('quotations without number cost a bounded look at the text', () => {
  const many = Array.from({ length: 1_500 }, (_, at) => `<blockquote>Number ${at} of the answers given.</blockquote>`);
  expect(blocksOf(`<article><h1>${title}</h1>${paragraphs}${many.join('')}</article>`).length).toBe(1_504);
});

test('an article about somebody with a profession keeps its last paragraph', () => {
  const last = 'Oduya was a professor of law at the harbour university before she came to the council.';
  expect(blocksOf(`<article><h1>${title}</h1>${paragraphs}<p>${last}</p></article>`).at(-1)).toBe(`paragraph: ${last}`);
  const biography = 'Ana Gil is a reporter at the Harbour Post and writes of the sea.';
  expect(blocksOf(`<article><h1>${title}</h1>${paragraphs}<p>${biography}</p></article>`)).toEqual(whole);
});

describe('readers’ answers that no markup calls so', () => {
  const answer = (at: number): string =>
    `<div><b>reader${at}</b><p>I have had a stall there for ${at + 3} years and nobody has asked me about the roof, or the rats, or the rain.</p></div>`;
  const answers = Array.from({ length: 12 }, (_, at) => answer(at)).join('');

  test.each([
    ['longer than the article', `<div><h1>${title}</h1>${paragraphs}</div><div><h2>Comments (12)</h2>${answers}</div>`],
    ['beside its paragraphs', `<div><h1>${title}</h1>${paragraphs}<h3>12 комментариев</h3>${answers}</div>`],
    ['below a link to them', `<div><h1>${title}</h1><h4>12 comments</h4>${paragraphs}</div>`],
  ])('%s', (_, html) => {
    expect(blocksOf(html)).toEqual(whole);
  });
});

test('a notice on cookies that is longer than the article', () => {
  const notice = Array.from(
    { length: 6 },
    (_, at) =>
      `<p>We and our ${at + 800} partners store and access personal data, like browsing data, on your device.</p>`,
  );
  expect(
    blocksOf(`<div id="onetrust-banner">${notice.join('')}</div><div><h1>${title}</h1>${paragraphs}</div>`),
  ).toEqual(whole);
});

test('what an AMP page carries beside its text', () => {
  const offer = '<p>Three months for one euro, and the paper of Sunday as well, without any obligation at all.</p>';
  const [first = '', ...rest] = paragraphs.split(/(?<=<\/p>)/u);
  const html = `<article><h1>${title}</h1>${first}<amp-ad>${offer}</amp-ad>${rest.join('')}</article><amp-consent>${offer}</amp-consent>`;
  expect(blocksOf(html)).toEqual(whole);
});

test('a headline in capitals has its title as the page writes it', () => {
  const document = openPage(`<title>${title} | Gull</title><h1>${title.toUpperCase()}</h1>${paragraphs}`);
  expect(extractArticle(document, document.URL).article.metadata.title).toBe(title);
});
