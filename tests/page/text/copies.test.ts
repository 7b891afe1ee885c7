import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/page/extract.ts';
import { openPage } from '../fixture.ts';

const paragraphs = [
  'The harbour council voted on Tuesday to close the old fish market, after a year in which its roof was repaired four times.',
  '“We cannot ask traders to work under a roof that leaks,” said Mara Oduya, who chairs the council, to a full hall.',
  'About 140 traders have stalls there; the council expects that 90 of them will move to the new hall on Quay Street.',
]
  .map((text) => `<p>${text}</p>`)
  .join('');
const headline = '<h1>Council closes the old fish market</h1>';

/** A page as it stands where `.off` is not rendered, `.over` lies over everything, and all else fills the view. */
const openLaidOut = (body: string): Document => {
  const document = openPage(`<title>Council closes the old fish market</title><body>${body}</body>`);
  const { prototype } = document.defaultView!.Element;
  prototype.checkVisibility = function () {
    return this.closest('.off') === null;
  };
  prototype.getBoundingClientRect = () => ({ left: 0, top: 0, right: 900, bottom: 600 }) as DOMRect;
  const top = document.querySelector('.over p') ?? document.querySelector('p');
  document.elementFromPoint = () => top;
  return document;
};

const placeOf = (document: Document): string | undefined => {
  const { map, article } = extractArticle(document, document.URL);
  const last = article.blocks.at(-1);
  return map.elementAt(last?.start ?? -1)?.closest('[id]')?.id;
};

describe('of an article that a page has twice, the copy is read that is seen', () => {
  test.each([
    ['the first, where both stand in the page', '', '', 'first'],
    ['the second, where the first is hidden', 'off', '', 'second'],
    ['the first, where the second is hidden', '', 'off', 'first'],
    ['the first, where both are hidden', 'off', 'off', 'first'],
    ['the second, where it lies over the first', '', 'over', 'second'],
  ])('%s', (_, first, second, expected) => {
    const page = `<main><article id="first" class="${first}">${headline}${paragraphs}</article><div id="second" class="${second}">${headline}${paragraphs}</div></main>`;
    expect(placeOf(openLaidOut(page))).toBe(expected);
  });

  test('in a dialog, which otherwise counts as something beside the text', () => {
    const page = `<article id="first">${headline}${paragraphs}</article><dialog id="second" class="over" open>${headline}${paragraphs}</dialog>`;
    expect(placeOf(openLaidOut(page))).toBe('second');
  });

  test('where the first stands in the body itself', () => {
    const page = `${headline}${paragraphs}<div id="second" class="over">${headline}${paragraphs}</div>`;
    expect(placeOf(openLaidOut(page))).toBe('second');
  });
});

test('a box that a page has twice takes no article with it that holds it', () => {
  const [more = ''] = paragraphs.split('</p>').slice(-2);
  const box = `<div class="box">${paragraphs.replaceAll('council', 'board')}</div>`;
  const document = openLaidOut(
    `<aside>${box}</aside><main id="all">${headline}${paragraphs}${more}${box}${paragraphs.replaceAll('council', 'panel')}</main>`,
  );
  const { article } = extractArticle(document, document.URL);
  expect(article.text).toContain('The harbour council voted on Tuesday');
  expect(article.text).toContain('The harbour panel voted on Tuesday');
});

test('what a text says again within itself is no copy of it', () => {
  const [again] = paragraphs.split('</p>');
  const document = openLaidOut(
    `<article id="all">${headline}${paragraphs}<blockquote>${again}</p></blockquote></article>`,
  );
  expect(extractArticle(document, document.URL).article.blocks.length).toBe(4);
  expect(placeOf(document)).toBe('all');
});
