import { describe, expect, test } from 'vitest';
import { isBlurred } from '../../lib/page/marks/blurred.ts';
import { isCarriedWith } from '../../lib/page/marks/carried.ts';
import { openPage } from './fixture.ts';

const find = (document: Document, id: string): Element => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no ${id}`);
  return element;
};

describe('a headline is carried along with the text below it', () => {
  test.each([
    ['side by side', '', '', true],
    ['in a header that goes along', 'position:relative', '', true],
    ['in a header that stacks', 'position:relative;z-index:2', '', true],
    ['in a header that clips', 'overflow:hidden', '', true],
    ['in a header that sticks', 'position:sticky;top:0', '', false],
    ['in a header that scrolls by itself', 'overflow-x:scroll', '', false],
    ['over a text that scrolls by itself', '', 'overflow-y:auto', false],
  ])('%s', (_, header, body, isOne) => {
    const document = openPage(
      `<article><header style="${header}"><h1 id="headline">A</h1></header><div id="text" style="${body}"><p>B</p></div></article>`,
    );
    expect(isCarriedWith(find(document, 'headline'), find(document, 'text'))).toBe(isOne);
  });

  test('a text in a tree of its own', () => {
    const document = openPage('<article><h1 id="headline">A</h1><news-story id="story"></news-story></article>');
    const root = find(document, 'story').attachShadow({ mode: 'open' });
    root.append(document.createElement('section'));
    expect(isCarriedWith(find(document, 'headline'), root.children[0] as Element)).toBe(false);
  });
});

test.each([
  ['plain', '', '', false],
  ['blurred itself', '', 'filter:blur(4px)', true],
  ['in a part that is blurred', 'filter:grayscale(1) blur(8px)', '', true],
  ['softened by less than a letter shows', 'filter:blur(0.5px)', '', false],
  ['grey', 'filter:grayscale(1)', '', false],
])('a text that is %s', (_, around, own, blurred) => {
  const document = openPage(`<article style="${around}"><p id="text" style="${own}">A</p></article>`);
  expect(isBlurred(find(document, 'text'))).toBe(blurred);
});
