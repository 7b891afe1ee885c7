import { describe, expect, test } from 'vitest';
import { createCardHome } from '../../../lib/page/card/card-home.ts';
import { createHost } from '../../../lib/page/host/host.ts';
import { openPage } from '../fixture.ts';

const openArticle = () => {
  const document = openPage('<main><article><p>A</p><p>B</p></article></main>');
  const article = document.querySelector('article') as Element;
  const host = createHost(document);
  const marks = host.makeMarksRoom('');
  const home = createCardHome(host);
  const makeCard = (name: string): HTMLElement =>
    Object.assign(document.createElement('div'), { className: `card ${name}` });
  const count = (): number => document.getElementsByTagName('*').length;
  return { document, article, host, marks, home, makeCard, count };
};

test('however many marks and cards a page has, it has one element more', () => {
  const { host, article, home, makeCard, marks, count, document } = openArticle();
  const before = count();
  host.settle(article);
  marks.root.append(document.createElement('i'));
  const cards = ['a', 'b', 'c'].map(makeCard);
  for (const card of cards) home.hang(card);
  expect(count()).toBe(before + 1);
  expect(cards.every((card) => card.isConnected)).toBe(true);
  cards.forEach(home.take);
  expect(count()).toBe(before + 1);
  host.leave();
  expect(count()).toBe(before);
});

test('cards stay where the article goes, and it is one element then as well', () => {
  const { host, article, home, makeCard, count } = openArticle();
  const before = count();
  host.settle(article);
  const card = makeCard('');
  home.hang(card);
  host.leave();
  expect(count()).toBe(before + 1);
  expect(article.querySelector('span')).toBeNull();
  expect(card.isConnected).toBe(true);
  home.take(card);
  expect(count()).toBe(before);
});

describe('an element of ours that the page takes away', () => {
  test('with its article is hung over the page for a card that is open, and in the next article', () => {
    const { document, host, article, home, makeCard } = openArticle();
    host.settle(article);
    const card = makeCard('');
    home.hang(card);
    article.remove();
    expect(host.isSettled()).toBe(true);
    host.look();
    expect(card.isConnected).toBe(true);
    expect(document.documentElement.lastElementChild?.localName).toBe('span');
    document.querySelector('main')?.append(article);
    expect(host.settle(article)).toBe(article);
    expect(article.querySelector('span')).not.toBeNull();
    expect(card.isConnected).toBe(true);
  });

  test('with its article hangs nowhere while no card is open', () => {
    const { host, article, home, makeCard, count } = openArticle();
    host.settle(article);
    home.hang(makeCard('unseen'));
    article.remove();
    const before = count();
    host.look();
    expect(count()).toBe(before);
  });

  test('alone is missed, and settles again', () => {
    const { host, article } = openArticle();
    host.settle(article);
    expect(host.isSettled()).toBe(true);
    article.querySelector('span')?.remove();
    expect(host.isSettled()).toBe(false);
    host.settle(article);
    expect(host.isSettled()).toBe(true);
  });

  test('undressed is dressed anew', () => {
    const { host, article, marks } = openArticle();
    host.settle(article);
    marks.root.querySelector('style')?.remove();
    marks.root.adoptedStyleSheets = [];
    expect(host.isSettled()).toBe(false);
    host.settle(article);
    expect(host.isSettled()).toBe(true);
  });
});

test('lines lie below a heading that the text scrolls under, else above what the page places in the text', () => {
  const { document, host, article } = openArticle();
  host.settle(article);
  expect(article.lastElementChild?.previousElementSibling?.localName).toBe('span');
  host.leave();
  const heading = document.createElement('h2');
  heading.style.position = 'sticky';
  article.append(heading);
  host.settle(article);
  expect(article.firstElementChild?.localName).toBe('span');
});

test('in an article that cannot be used an open card hangs over the page, and the article has it back afterwards', () => {
  const { document, host, article, home, makeCard } = openArticle();
  const { body } = document;
  host.settle(article);
  const card = makeCard('');
  home.hang(card);
  expect(home.follow()).toBe(false);
  body.inert = true;
  expect(home.follow()).toBe(true);
  expect(document.documentElement.lastElementChild?.localName).toBe('span');
  expect(home.follow()).toBe(false);
  body.inert = false;
  host.look();
  expect(article.querySelector('span')).not.toBeNull();
});

test('whoever is told of a room finds nothing in the others', () => {
  const { host, article, marks, home, makeCard } = openArticle();
  host.settle(article);
  const card = makeCard('');
  home.hang(card);
  const outer = (card.getRootNode() as ShadowRoot).host.getRootNode() as ShadowRoot;
  expect([...outer.children].map(({ shadowRoot }) => shadowRoot)).not.toContain(marks.root);
  expect(outer.contains(card)).toBe(false);
});

test('nothing in a room is selected, and so copied or dragged, where a page has carried the sheets off', () => {
  const { marks, home, makeCard } = openArticle();
  const card = makeCard('');
  home.hang(card);
  for (const { host } of [marks.root, card.getRootNode() as ShadowRoot])
    expect((host as HTMLElement).style.userSelect).toBe('none');
});
