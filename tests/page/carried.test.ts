import { describe, expect, test } from 'vitest';
import { createCardHome } from '../../lib/page/card/card-home.ts';
import { isBlurred } from '../../lib/page/marks/blurred.ts';
import { isCarriedWith } from '../../lib/page/marks/carried.ts';
import { openPage } from './fixture.ts';

const find = (document: Document, id: string): Element => {
  const element = document.getElementById(id);
  if (!element) throw new Error(`no ${id}`);
  return element;
};

describe('one host serves the headline and the text below it', () => {
  test.each([
    ['side by side', '', '', true],
    ['a header that goes along', 'position:relative', '', true],
    ['a header that sticks', 'position:sticky;top:0', '', false],
    ['a header that stacks', 'position:relative;z-index:2', '', false],
    ['a header that clips', 'overflow:hidden', '', false],
    ['a text that scrolls by itself', '', 'overflow-y:auto', false],
    ['a text that is turned', '', 'transform:rotate(2deg)', false],
    ['a text that fades', '', 'opacity:0.5', false],
  ])('%s', (_, header, body, isOne) => {
    const document = openPage(
      `<article><header style="${header}"><h1 id="headline">A</h1></header><div id="text" style="${body}"><p>B</p></div></article>`,
    );
    expect(isCarriedWith(find(document, 'headline'), find(document, 'text'))).toBe(isOne);
  });

  test.each([
    ['a note behind it', '', true],
    ['a note behind it that lies over what is before', 'position:relative', false],
  ])('%s', (_, note, isOne) => {
    const document = openPage(
      `<article><div id="text"><p>B</p></div><aside style="${note}"><p id="note">C</p></aside></article>`,
    );
    expect(isCarriedWith(find(document, 'note'), find(document, 'text'))).toBe(isOne);
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

test('however many cards a page has, it has one element more', () => {
  const document = openPage('<p>A</p>');
  const before = document.getElementsByTagName('*').length;
  const home = createCardHome(document);
  const cards = [1, 2, 3].map(() => Object.assign(document.createElement('div'), { className: 'card' }));
  for (const card of cards) home.hang(card);
  expect(document.getElementsByTagName('*').length).toBe(before + 1);
  cards.slice(1).forEach(home.take);
  expect(document.getElementsByTagName('*').length).toBe(before + 1);
  home.hang(cards[0] as Element);
  expect(cards[0]?.isConnected).toBe(true);
  cards.slice(0, 1).forEach(home.take);
  expect(document.getElementsByTagName('*').length).toBe(before);
});
