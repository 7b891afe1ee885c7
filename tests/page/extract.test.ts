import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../lib/page/extract.ts';
import { atOnce } from '../../lib/model/steps.ts';
import { openFixture, openPage } from './fixture.ts';

const headline = 'headline: Council closes the old fish market';
const vote =
  'paragraph: The harbour council voted on Tuesday to close the old fish market, after a year in which its roof was repaired four times.';
const roof =
  'paragraph: “We cannot ask traders to work under a roof that leaks,” said Mara Oduya, who chairs the council, to a full hall.';
const stalls =
  'paragraph: About 140 traders have stalls there; the council expects that 90 of them will move to the new hall on Quay Street.';
const rents =
  'paragraph: A spokesman for the traders, Ruben Falk, said that rents in the new hall were twice as high as in the old one.';

const blocksOf = (document: Document): readonly string[] => {
  const { article } = extractArticle(document, document.URL);
  return article.blocks.map(({ kind, start, end }) => `${kind}: ${article.text.slice(start, end)}`);
};

const expected: readonly (readonly [rule: string, page: string, blocks: readonly string[]])[] = [
  ['paragraphs under one headline', 'plain', [headline, vote, roof, stalls, rents]],
  ['two breaks part paragraphs, one does not', 'br-separated', [headline, vote, roof, `${stalls} ${rents.slice(11)}`]],
  ['paragraphs that are divisions', 'div-paragraphs', [headline, vote, roof, stalls, rents]],
  ['a layout of tables', 'table-layout', [headline, vote, roof, stalls]],
  ['cells of a grid, an advertisement among them', 'nested-containers', [headline, vote, roof, stalls, rents]],
  ['text split across inline elements', 'inline-splits', [headline, vote, roof, stalls]],
  [
    'white space is one space, no-break spaces too',
    'white-space',
    [
      headline,
      'paragraph: The harbour council voted on Tuesday to close the old fish market, after a year',
      roof,
      stalls,
    ],
  ],
  [
    'soft hyphens and zero-width spaces stay',
    'zero-width',
    [
      headline,
      'paragraph: The har\u00adbour coun\u00adcil vot\u200bed on Tuesday to close the old fish market, after a long year of repairs.',
      roof,
      stalls,
    ],
  ],
  [
    'a drop cap belongs to its word, its spoken copy does not',
    'drop-cap',
    [
      headline,
      'paragraph: The harbour council voted on Tuesday to close the old fish market, after a long year of repairs.',
      roof,
      stalls,
    ],
  ],
  ['what its markup hides is left out', 'hidden', [headline, vote, roof, stalls]],
  ['newsletter, asides and related links are left out', 'related-and-newsletter', [headline, vote, roof, stalls]],
  ['comments are left out, however many', 'comments', [headline, vote, roof, stalls]],
  ['byline, share bar, labels, credits and biography are left out', 'share-and-byline', [headline, vote, roof, stalls]],
  [
    'captions keep their place and lose their credit',
    'captions',
    [
      headline,
      'caption: The old fish market on Tuesday morning.',
      vote,
      roof,
      'caption: The new hall on Quay Street, where 90 traders will move.',
      stalls,
    ],
  ],
  [
    'items and quotations; a list of tags ends with the next paragraph',
    'lists-and-quotes',
    [
      headline,
      vote,
      'item: The market closes on 1 June, the council said.',
      'item: The new hall opens a month later.',
      'heading: What traders say',
      'quote: Nobody asked us, and nobody told us what it would cost, wrote the traders in a letter.',
      roof,
      stalls,
    ],
  ],
  [
    'a standfirst by its name',
    'standfirst',
    [
      headline,
      'standfirst: After four repairs in a year the roof is given up, and the traders have to move to a dearer hall.',
      vote,
      roof,
      stalls,
    ],
  ],
  [
    'headline and standfirst outside of the body; a site name is no headline',
    'headline-outside',
    [headline, 'standfirst: After four repairs in a year the roof is given up.', vote, roof, stalls],
  ],
  ['names of clutter on the frame of everything', 'repeated-body-class', [headline, vote, roof, stalls, rents]],
  ['a page that is one form', 'form-page', [headline, vote, roof, stalls]],
  ['only the first of several articles', 'infinite-scroll', [headline, vote, roof, stalls, rents]],
  ['a headline that is never closed', 'unclosed', [headline, vote, roof, stalls, rents]],
  ['microdata without semantic elements', 'microdata', [headline, vote, roof, stalls]],
  ['an application that has not rendered', 'app-shell', []],
  ['nothing', 'empty', []],
];

describe('what of a page is the article', () => {
  test.each(expected)('%s', (_, page, blocks) => {
    expect(blocksOf(openFixture(page))).toEqual(blocks);
  });

  test.each([
    ['cjk', '市议会关闭旧鱼市场', 3],
    ['rtl-hebrew', 'המועצה סוגרת את שוק הדגים הישן', 3],
  ] as const)('other scripts: %s', (page, title, paragraphs) => {
    const blocks = blocksOf(openFixture(page));
    expect(blocks[0]).toBe(`headline: ${title}`);
    expect(blocks.filter((block) => block.startsWith('paragraph'))).toHaveLength(paragraphs);
  });
});

describe('the map between text and page', () => {
  const everyPage = expected.filter(([, , blocks]) => blocks.length > 0).map(([, page]) => page);

  test.each(everyPage)('each span of %s says on the page what it says in the text', (page) => {
    const document = openFixture(page);
    const { article, map } = extractArticle(document, document.URL);
    const { text, blocks } = article;
    const spans = fc.constantFrom(...blocks).chain(({ start, end }) =>
      fc.tuple(fc.integer({ min: start, max: end - 1 }), fc.integer({ min: start + 1, max: end })).map(([a, b]) => ({
        start: Math.min(a, b - 1),
        end: Math.max(a + 1, b),
      })),
    );
    fc.assert(
      fc.property(spans, (span) => {
        const wanted = text.slice(span.start, span.end);
        const range = map.rangeOf(span);
        // A line break between two nodes is a space in the text and nothing on the page.
        if (range === null) return wanted.startsWith(' ') || wanted.endsWith(' ');
        const shown = document.createElement('div');
        shown.append(range.cloneContents());
        for (const unread of shown.querySelectorAll('.sr-only')) unread.remove();
        for (const line of shown.querySelectorAll('br')) line.replaceWith(' ');
        return shown.textContent!.replace(/\s+/gu, ' ') === wanted;
      }),
      { numRuns: 150 },
    );
  });

  test.each(everyPage)('each offset of %s is found again from its place', (page) => {
    const document = openFixture(page);
    const { article, map } = extractArticle(document, document.URL);
    for (let offset = 0; offset < article.text.length; offset += 1) {
      const range = map.rangeOf({ start: offset, end: offset + 1 });
      if (range !== null) expect(map.offsetAt(range.startContainer, range.startOffset)).toBe(offset);
    }
  });

  test('a node that says something else gives no range, the others still do', () => {
    const document = openFixture('plain');
    const { article, map } = extractArticle(document, document.URL);
    const [, first, second] = article.blocks;
    expect(atOnce(map.isIntact())).toBe(true);
    map.elementAt(first!.start)!.firstChild!.nodeValue = 'Something else altogether.';
    expect(map.rangeOf(first!)).toBeNull();
    expect(map.rangeOf(second!)).not.toBeNull();
    expect(atOnce(map.isIntact())).toBe(false);
  });

  test('a page whose body was emptied answers null and does not throw', () => {
    const document = openFixture('plain');
    const { article, map } = extractArticle(document, document.URL);
    document.body.replaceChildren();
    for (const block of article.blocks) {
      expect(map.rangeOf(block)).toBeNull();
      expect(map.elementAt(block.start)).toBeNull();
    }
  });

  test('an advertisement put between paragraphs leaves the map as it is', () => {
    const document = openFixture('plain');
    const { article, map } = extractArticle(document, document.URL);
    const advertisement = document.createElement('div');
    advertisement.textContent = 'Buy our boots, they are the best boots of all and last for years.';
    document.querySelectorAll('p')[1]!.before(advertisement);
    expect(atOnce(map.isIntact())).toBe(true);
    expect(article.blocks.every((block) => map.rangeOf(block) !== null)).toBe(true);
  });
});

test('blocks are joined by line ends and cover the whole text', () => {
  const { article } = extractArticle(openFixture('lists-and-quotes'), 'https://post.example/');
  let end = -1;
  for (const block of article.blocks) {
    expect(block.start).toBe(end + 1);
    end = block.end;
    expect(article.text.charAt(end)).toBe(end === article.text.length ? '' : '\n');
  }
  expect(end).toBe(article.text.length);
});

test('nesting deeper than any parser makes does not overflow', () => {
  const document = openPage('<body><p>Some text.</p></body>');
  // In short chains, each put into the next: what is put deep down takes jsdom a walk up to the top.
  let whole = document.createElement('div');
  whole.textContent = 'Deep down.';
  for (let chain = 0; chain < 120; chain += 1) {
    const top = document.createElement('div');
    let at: Element = top;
    for (let depth = 1; depth < 50; depth += 1) at = at.appendChild(document.createElement('div'));
    at.append(whole);
    whole = top;
  }
  document.body.append(whole);
  expect(() => extractArticle(document, document.URL)).not.toThrow();
});

test('of a text without end a million letters are read', () => {
  const sentence = 'The council of Aubrey decided on the harbour, and nobody was surprised by what it said. ';
  const document = openPage(`<article><h1>Harbour</h1><p>${sentence.repeat(14_000)}</p></article>`);
  const { length } = extractArticle(document, document.URL).article.text;
  expect(length).toBeGreaterThan(990_000);
  expect(length).toBeLessThan(1_010_000);
});
