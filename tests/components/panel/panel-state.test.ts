import { describe, expect, test } from 'vitest';
import { sitePattern } from '../../../components/options/site-name.ts';
import { byType, claimsFound, elsewhere, figuresFound } from '../../../components/panel/filter.ts';
import { type PageView, silentView } from '../../../components/panel/page-view.ts';
import { firstPanel, type PanelEvent, panelState } from '../../../components/panel/panel-state.ts';
import { nextInList, nextInRow } from '../../../components/parts/roving.ts';
import { briefs, reading } from '../../../components/gallery/fixtures.ts';
import { asClusterId } from '../../../lib/model/ids.ts';

const run = (...events: PanelEvent[]) => events.reduce(panelState, firstPanel);
const page = (figures = reading.figures): PanelEvent => ({
  type: 'page',
  page: { state: 'analysed', reading: { ...reading, figures } },
});
const open: PanelEvent = { type: 'open', view: { kind: 'figure', cluster: asClusterId('m0') } };

describe('panelState', () => {
  test('an answer to an earlier query is dropped', () => {
    const found = { state: 'ready', value: [briefs.capital] } as const;
    const state = run(
      { type: 'query', query: 'po' },
      { type: 'query', query: 'por' },
      { type: 'results', query: 'po', results: found },
    );
    expect(state.results).toEqual({ state: 'loading' });
    expect(panelState(state, { type: 'results', query: 'por', results: found }).results).toEqual(found);
  });

  test('an empty query searches for nothing', () => {
    expect(run({ type: 'query', query: 'po' }, { type: 'query', query: ' ' }).results).toBeNull();
  });

  test.each([
    ['stays while the page still has its figure', [page(), open, page()], true],
    [
      'goes when its cluster is another figure now',
      [page(), open, page(reading.figures.toSpliced(0, 1, { ...reading.figures[0]!, name: 'Somebody else' }))],
      false,
    ],
    ['goes when the page is read no longer', [page(), open, { type: 'page', page: { state: 'analysing' } }], false],
    ['goes with the tab', [page(), open, { type: 'moved', address: 'https://b.example/' }], false],
    [
      'an entity of the store stays',
      [page(), { type: 'open', view: { kind: 'entity', brief: briefs.treaty } }, page([])],
      true,
    ],
  ] as const)('an open card %s', (_, events, stays) => {
    expect(run(...events).open !== null).toBe(stays);
  });
});

test.each<[string, string | undefined, PageView]>([
  ['a page of the browser', undefined, { state: 'unreadable', why: 'browser-page' }],
  ['about:blank', 'about:blank', { state: 'unreadable', why: 'browser-page' }],
  ['settings', 'chrome://settings/', { state: 'unreadable', why: 'browser-page' }],
  ['a local file', 'file:///tmp/a.html', { state: 'unreadable', why: 'file' }],
  ["Chrome's store", 'https://chromewebstore.google.com/x', { state: 'unreadable', why: 'extension-store' }],
  ["Firefox's store", 'https://addons.mozilla.org/', { state: 'unreadable', why: 'extension-store' }],
  ['a PDF', 'https://a.example/b.PDF?x=1', { state: 'unreadable', why: 'pdf' }],
  ['any other page', 'https://a.example/pdf', { state: 'unreached' }],
])('silentView: %s', (_, address, expected) => {
  expect(silentView(address)).toEqual(expected);
});

test.each([
  ['a host', 'news.example', 'news.example'],
  ['an address', 'https://www.news.example/a/b?c', 'news.example'],
  ['capitals and space', '  News.Example ', 'news.example'],
  ['a name in another script', 'новости.example', 'xn--b1amnebsh.example'],
  ['a folder', 'news.example/sport/', 'news.example/sport'],
  ['a star for what stands before', '*.news.example', '*.news.example'],
  ['a star in a folder', 'news.example/20*', 'news.example/20*'],
  ['a star alone', '*', null],
  ['words', 'all the news', null],
  ['one word', 'news', null],
  ['the address of one word', 'http://news/a', 'news'],
  ['another protocol', 'ftp://news.example', null],
  ['nothing', ' ', null],
])('sitePattern: %s', (_, typed, expected) => {
  expect(sitePattern(typed)).toBe(expected);
});

describe('filter', () => {
  test.each([
    ['nothing typed shows all', '', 9],
    ['the beginning of a word', 'oye', 2],
    ['any case and without marks', 'ÓYELARAN', 2],
    ['words of the line count', 'analyst', 1],
    ['the middle of a word does not', 'elaran', 0],
    ['all words must be there', 'marta treaty', 0],
    ['words in any order', 'oyelaran marta', 1],
  ])('figures: %s', (_, query, expected) => {
    expect(figuresFound(reading, query).length).toBe(expected);
  });

  test('claims are found by their words and by their speaker, named or not', () => {
    expect(claimsFound(reading, '1962').length).toBe(1);
    expect(claimsFound(reading, 'ilse').length).toBe(1);
    expect(claimsFound(reading, 'officials').length).toBe(1);
  });

  test('groups stand in the order of types and are never empty', () => {
    expect(byType(figuresFound(reading, '')).map(({ key }) => key)).toEqual([
      'person',
      'organisation',
      'place',
      'event',
      'law',
    ]);
  });

  test('the store adds only what the list does not show', () => {
    const found = [briefs.minister, briefs.minister2];
    expect(elsewhere(found, figuresFound(reading, 'oye'))).toEqual([briefs.minister2]);
    expect(elsewhere(found, figuresFound(reading, 'zz'))).toEqual(found);
  });
});

test.each([
  ['forward', 'ArrowRight', 0, 'ltr', 1],
  ['around the end', 'ArrowRight', 2, 'ltr', 0],
  ['around the beginning', 'ArrowLeft', 0, 'ltr', 2],
  ['forward, right to left', 'ArrowLeft', 0, 'rtl', 1],
  ['to the end', 'End', 0, 'ltr', 2],
  ['to the beginning', 'Home', 2, 'ltr', 0],
  ['another key', 'a', 1, 'ltr', null],
] as const)('nextInRow: %s', (_, key, at, reading, expected) => {
  expect(nextInRow({ key, at, count: 3, reading })).toBe(expected);
});

test.each([
  ['down', 'ArrowDown', 0, 1],
  ['stays at the end', 'ArrowDown', 2, 2],
  ['stays at the beginning', 'ArrowUp', 0, 0],
  ['another key', 'ArrowRight', 1, null],
])('nextInList: %s', (_, key, at, expected) => {
  expect(nextInList({ key, at, count: 3 })).toBe(expected);
});
