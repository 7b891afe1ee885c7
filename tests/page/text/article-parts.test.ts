import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/page/extract.ts';
import { openPage } from '../fixture.ts';

/** Where an article's text is, on pages whose boxes do not say so. */

const vote =
  'The harbour council voted on Tuesday to close the old fish market, after a year in which its roof was repaired four times.';
const roof =
  '“We cannot ask traders to work under a roof that leaks,” said Mara Oduya, who chairs the council, to a full hall.';
const stalls =
  'About 140 traders have stalls there; the council expects that 90 of them will move to the new hall on Quay Street.';
const rents =
  'A spokesman for the traders, Ruben Falk, said that rents in the new hall were twice as high as in the old one.';
const title = 'Council closes the old fish market';
const headline = `# ${title}`;

const inParagraphs = (...texts: readonly string[]): string => texts.map((text) => `<p>${text}</p>`).join('');

const linesOf = (body: string, pageTitle = title): readonly string[] => {
  const document = openPage(`<title>${pageTitle}</title><body>${body}</body>`);
  const { article } = extractArticle(document, document.URL);
  return article.blocks.map(
    ({ kind, start, end }) => (kind === 'headline' ? '# ' : '') + article.text.slice(start, end),
  );
};

const teasers = Array.from(
  { length: 4 },
  (_, nth) => `<section><h3><a href="/${nth}">Ferry number ${nth} is late again</a></h3></section>`,
).join('');

describe('an article in several boxes of one kind', () => {
  const parts = (between: string): string =>
    `<h1>${title}</h1><div class="part"><div class="text">${inParagraphs(vote, roof)}</div></div>${between}<div class="part"><div class="text">${inParagraphs(stalls, rents, roof.toUpperCase())}</div></div>`;

  test('with headings that lead elsewhere around it', () => {
    expect(linesOf(`<div>${parts('<img alt="">')}<div>${teasers}</div></div>`)).toEqual([
      headline,
      vote,
      roof,
      stalls,
      rents,
      roof.toUpperCase(),
    ]);
  });

  test('another article’s headline ends it', () => {
    const lines = linesOf(`<div>${parts('<h1>Ferry runs aground off the mole</h1>')}<div>${teasers}</div></div>`);
    expect(lines).not.toEqual(expect.arrayContaining([vote, stalls]));
  });

  test('an article element of its own ends it', () => {
    const [first, second] = [inParagraphs(vote, roof), inParagraphs(stalls, rents, roof.toUpperCase())];
    const box = (text: string) => `<article><div class="text">${text}</div></article>`;
    const lines = linesOf(`<h1>${title}</h1><div>${box(first)}${box(second)}<div>${teasers}</div></div>`);
    expect(lines).not.toEqual(expect.arrayContaining([vote, stalls]));
  });
});

describe('a section that is called by its heading', () => {
  test.each([
    ['sharing-the-old-hall', 'Sharing the old hall', true],
    ['sharing', 'Sharing', false],
    ['related-market-stories', 'Elsewhere on the quay', false],
  ])('%s under “%s”: %s', (id, heading, isText) => {
    const section = `<section id="${id}"><h2>${heading}</h2>${inParagraphs(rents)}</section>`;
    const lines = linesOf(`<article><h1>${title}</h1>${inParagraphs(vote, roof, stalls)}${section}</article>`);
    expect(lines.includes(rents)).toBe(isText);
  });
});

test.each([
  ['a heading by a word of its name', `<h3 class="subheading" id="nav_shredded__">The roof</h3>`],
  ['a section with advertisements in it', '<section class="Text__Section--Ads"><h3>The roof</h3>'],
  ['a box with a number for a name', '<section class="view-9fb12ad0c4e51d77"><h3>The roof</h3>'],
])('%s is no clutter', (_, opening) => {
  const lines = linesOf(
    `<article><h1>${title}</h1>${inParagraphs(vote, roof, stalls)}${opening}${inParagraphs(rents)}</article>`,
  );
  expect(lines).toEqual([headline, vote, roof, stalls, 'The roof', rents]);
});

test('boxes of one name that hold most of what runs are its parts, whatever they are called', () => {
  const boxes = [vote, roof, stalls, rents].map((text) => `<div class="toc-part">${inParagraphs(text)}</div>`);
  expect(linesOf(`<article><h1>${title}</h1>${boxes.join('')}</article>`)).toEqual([
    headline,
    vote,
    roof,
    stalls,
    rents,
  ]);
});

test('what is made for print is read where it is all that there is', () => {
  const body = `<div class="entry print-only">${inParagraphs(vote, roof, stalls)}</div>`;
  expect(linesOf(`<article><h1>${title}</h1>${body}</article>`)).toEqual([headline, vote, roof, stalls]);
});

describe('what an article begins with', () => {
  const body = `<article>${inParagraphs(roof, stalls, rents)}</article>`;

  test.each([
    ['in a box called teaser', `<div class="teaser-text">${vote}</div>`, true],
    ['in a box without a name', `<div><p>${vote}</p></div>`, true],
    ['but not a label', '<div><p>Harbour and market</p></div>', false],
    ['nor a list of links', `<div><p><a href="/a">${vote}</a></p></div>`, false],
    ['nor what stands under another headline', `<div><p>${vote}</p></div><h1>Ferry runs aground</h1>`, false],
    ['nor a teaser that leads elsewhere', `<div class="teaser"><a href="/a">Ferry</a><p>${vote}</p></div>`, false],
  ])('%s', (_, lead, isText) => {
    const lines = linesOf(`<main><h1>${title}</h1>${lead}${body}</main>`);
    expect(lines).toEqual([headline, ...(isText ? [vote] : []), roof, stalls, rents]);
  });
});

describe('the headline', () => {
  test('that no markup tells from a label', () => {
    const body = `<div class="main"><div class="l-tit">${title}</div><div>9 May 2023</div>${inParagraphs(vote, roof, stalls)}</div>`;
    expect(linesOf(body)[0]).toBe(headline);
  });

  test('below small print that runs', () => {
    const small = 'Quotes are delayed by fifteen minutes, and all of them are given without any warranty. '.repeat(3);
    const body = `<div><div><p>${small}</p></div><main><h1>${title}</h1>${inParagraphs(vote, roof, stalls)}</main></div>`;
    expect(linesOf(body)).toEqual([headline, vote, roof, stalls]);
  });

  test('that a site calls its breadcrumb', () => {
    const body = `<h1 class="title-breadcrumb">${title}</h1><article><h2>Council closes</h2>${inParagraphs(vote, roof, stalls)}</article>`;
    expect(linesOf(body)[0]).toBe(headline);
  });

  test('is the article’s, not the site’s', () => {
    const body = `<div><h1>Harbour Post</h1><ul><li>${rents}</li></ul><h2>${title}</h2>${inParagraphs(vote, roof, stalls)}</div>`;
    expect(linesOf(body, `${title} | Harbour Post`)[0]).toBe(headline);
  });

  test('long enough to pass for a sentence', () => {
    const long = 'Council closes the old fish market, after a year of repairs to its roof';
    const body = `<div><h1>${long}</h1>${inParagraphs(vote, roof, stalls)}</div>`;
    expect(linesOf(body, long)).toEqual([`# ${long}`, vote, roof, stalls]);
  });
});

describe('a brief', () => {
  const brief = inParagraphs(vote);

  test('above a long foot', () => {
    const foot = `<p>${'Our service desk answers by telephone and by letter, on all days but Sunday. '.repeat(8)}</p>`;
    const body = `<div><h1>${title}</h1><div>${brief}</div></div><div class="footer-wrap"><div class="footer-text">${foot}</div></div>`;
    expect(linesOf(body)).toEqual([headline, vote]);
  });

  test('beside the beginnings of others', () => {
    const last = 'It meets again in June, said its clerk, and then once more before the year is out.';
    const others = `<div>${inParagraphs(...[roof, stalls, rents].map((text) => `${text} ${text}`))}</div>`;
    const body = `<article><h1>${title}</h1>${brief}<p>${last}</p></article><article><h3>You may like</h3>${others}</article>`;
    expect(linesOf(body)).toEqual([headline, vote, last]);
  });
});

describe('lines among the text', () => {
  const around = (line: string): readonly string[] =>
    linesOf(`<article><h1>${title}</h1>${inParagraphs(vote, roof, stalls)}${line}${inParagraphs(rents)}</article>`);

  test.each([
    [
      '<p><a href="/a">The council’s clerk</a> and <a href="/b">the harbour master said in two letters</a> that they had warned of this.</p>',
    ],
    [
      '<p>The clerk <a href="/a">faces a charge of taking money from three of the traders</a> in the year of the repairs.</p>',
    ],
  ])('a sentence whose clauses are links stays: %s', (line) => {
    expect(around(line).length).toBe(6);
  });

  test.each([
    [
      '<p><a href="/a">Ferry runs aground off the mole, and nobody is hurt</a> <a href="/b">Old crane is sold for scrap</a></p>',
    ],
    ['<p>Also: <a href="/a">Ferry runs aground off the mole, and nobody is hurt.</a></p>'],
    ['<p>https://harbour.example/news/council-closes-the-old-fish-market-after-a-year-of-repairs</p>'],
    [
      '<p>[button link=”https://harbour.example/” type=”big” newwindow=”yes”]Send us your story of the market[/button]</p>',
    ],
    ['<p>This slideshow requires JavaScript.</p>'],
    ['<p>This video is not supported by your device. Go on reading to find what else you will like!</p>'],
    ['<p>To view this content, JavaScript must be enabled in your browser, and a player installed.</p>'],
    ['<figure><figcaption>harbour-market-hall-640-03.jpg</figcaption></figure>'],
    [
      '<p>This document is subject to copyright. No part of it may be used without the leave of its authors, in whatever form.</p>',
    ],
    [
      '<p>Citation: Council closes the old fish market (2023, May 9) retrieved 10 May 2023 from https://harbour.example/1</p>',
    ],
  ])('%s goes', (line) => {
    expect(around(line)).toEqual([headline, vote, roof, stalls, rents]);
  });

  test('a paragraph behind a list of links, however many headings led elsewhere', () => {
    const more = `<h4>More:</h4><ul><li><h4><a href="/a">Ferry runs aground off the mole</a></h4></li><li><h4><a href="/b">Old crane is sold</a></h4></li></ul>`;
    const body = `<div class="article-body">${inParagraphs(vote)}${more}${inParagraphs(roof, stalls, rents)}</div>`;
    expect(linesOf(`<h1>${title}</h1>${body}`)).toEqual([headline, vote, roof, stalls, rents]);
  });

  test('what ends with a picture’s credit is its caption', () => {
    const document = openPage(
      `<title>${title}</title><article><h1>${title}</h1>${inParagraphs(vote, roof, 'Traders carry the last crates out of the hall (Image: HARBOUR POST)', stalls)}</article>`,
    );
    const { blocks } = extractArticle(document, document.URL).article;
    expect(blocks.map(({ kind }) => kind)).toEqual(['headline', 'paragraph', 'paragraph', 'caption', 'paragraph']);
  });

  const entries = (of: (name: string, text: string, nth: number) => string): string =>
    ['Old hall', 'New hall', 'Crane'].map((name, nth) => of(name, [roof, stalls, rents][nth] ?? '', nth)).join('');

  test('headings that are links and have the article’s text under them are its own', () => {
    const list = entries((name, text, nth) => `<h3><a href="/${nth}">${name}</a></h3><p>${text}</p>`);
    expect(linesOf(`<article><h1>${title}</h1><p>${vote}</p>${list}</article>`)).toEqual([
      headline,
      vote,
      'Old hall',
      roof,
      'New hall',
      stalls,
      'Crane',
      rents,
    ]);
  });

  test('one heading that is a link between paragraphs leads elsewhere', () => {
    const link = '<h3><a href="/a">Ferry runs aground off the mole</a></h3>';
    const body = `${inParagraphs(vote)}${link}${inParagraphs(roof, stalls, rents)}`;
    expect(linesOf(`<article><h1>${title}</h1>${body}</article>`)).toEqual([headline, vote, roof, stalls, rents]);
  });

  test('what a link says of itself to those who hear it is left out', () => {
    const said =
      '<p>The mayor <a href="/a">said<span class="icon">Opens a new window </span></a> that the hall would stay open, and that its roof was sound.</p>';
    expect(linesOf(`<article><h1>${title}</h1><p>${vote}</p>${said}<p>${roof}</p></article>`)[2]).toBe(
      'The mayor said that the hall would stay open, and that its roof was sound.',
    );
  });

  test('a picture with its caption in the first paragraph does not take the paragraph with it', () => {
    const picture = '<span class="image"><img alt=""><span class="caption">© Harbour Post Ltd</span></span>';
    expect(
      linesOf(`<article><h1>${title}</h1><p>${picture} ${vote}</p>${inParagraphs(roof, stalls)}</article>`),
    ).toEqual([headline, vote, roof, stalls]);
  });

  test('what only announces more of a kind is left out', () => {
    const body = inParagraphs(vote, roof, stalls, 'More harbour news:');
    expect(linesOf(`<article><h1>${title}</h1>${body}</article>`)).toEqual([headline, vote, roof, stalls]);
  });
});
