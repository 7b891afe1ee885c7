import { describe, expect, test } from 'vitest';
import { coversPage, type SiteRules, switchSite, whyOff } from '../../lib/model/sites.ts';

test.each([
  ['the site itself', 'news.example', 'https://news.example/a', true],
  ['what stands before it', 'news.example', 'http://www2.news.example:8080/', true],
  ['capitals', 'news.example', 'https://News.Example/a', true],
  ['another site that ends alike', 'news.example', 'https://oldnews.example/', false],
  ['another site that begins alike', 'news.example', 'https://news.example.org/', false],
  ['a dot is a dot', 'news.example', 'https://newsxexample/', false],
  ['its name in another address', 'news.example', 'https://other.example/?from=news.example', false],
  ['a name before an at sign is no host', 'news.example', 'https://news.example@evil.example/', false],
  ['a star before it', '*.news.example', 'https://live.news.example/', true],
  ['a star within it', 'news.*', 'https://news.example/', true],
  ['a folder', 'news.example/sport', 'https://news.example/sport/cup?x', true],
  ['a folder that only begins so', 'news.example/sport', 'https://news.example/sportswear', false],
  ['another folder', 'news.example/sport', 'https://news.example/world', false],
  ['a star in a folder', 'news.example/20*', 'https://news.example/2031/dams', true],
  ['two stars in a folder', 'news.example/*/2031*', 'https://news.example/world/2031-05/dams', true],
  ['what stands between two stars is missing', 'news.example/*/2031*', 'https://news.example/2031', false],
  ['letters that addresses write otherwise', 'news.example/größe', 'https://news.example/gr%C3%B6%C3%9Fe/1', true],
  ['the same, pasted', 'news.example/gr%C3%B6%C3%9Fe', 'https://news.example/gr%C3%B6%C3%9Fe', true],
  ['a percent sign that stands for nothing', 'news.example/100%', 'https://news.example/100%', true],
  ['a site in other letters', 'xn--bcher-kva.example', 'https://xn--bcher-kva.example/neu', true],
  ['a page of the browser', 'news.example', 'chrome://settings/', false],
  ['an empty pattern', '', 'https://news.example/', false],
  ['signs of a pattern are taken as they are', 'news.example/a(b', 'https://news.example/a(b', true],
  ['an address of numbers and colons', '[::1]', 'http://[::1]:8080/news/1', true],
  ['another of them', '[::1]', 'http://[::2]/news/1', false],
])('coversPage: %s', (_, pattern, address, expected) => {
  expect(coversPage(pattern, address)).toBe(expected);
});

test('many stars hold up no page', () => {
  const pattern = `news.example/${'*a'.repeat(140)}*b`;
  expect(coversPage(pattern, `https://news.example/${'a'.repeat(20_000)}`)).toBe(false);
});

const rules: SiteRules = { paused: false, reach: 'news', sitesOn: [], sitesOff: [] };
const address = 'https://www.b.example/world/1';

test.each<[string, Partial<SiteRules>, ReturnType<typeof whyOff>]>([
  ['every page at first', {}, null],
  ['paused', { paused: true }, 'paused'],
  ['a site that is off', { sitesOff: ['b.example'] }, 'site-off'],
  ['off wins over chosen', { reach: 'chosen', sitesOn: ['b.example'], sitesOff: ['b.example/world'] }, 'site-off'],
  ['chosen', { reach: 'chosen', sitesOn: ['b.example'] }, null],
  ['not chosen', { reach: 'chosen', sitesOn: ['a.example'] }, 'not-chosen'],
  ['on click', { reach: 'click' }, 'on-click'],
  ['chosen, where others wait for a click', { reach: 'click', sitesOn: ['b.example'] }, null],
])('whyOff: %s', (_, patch, expected) => {
  expect(whyOff({ ...rules, ...patch }, address)).toBe(expected);
});

describe('the switch of a site', () => {
  test.each<[string, Partial<SiteRules>]>([
    ['nothing set', {}],
    ['paused', { paused: true }],
    ['off by the domain above', { sitesOff: ['b.example', 'a.example'] }],
    ['off by a folder', { sitesOff: ['b.example/world'] }],
    ['chosen sites', { reach: 'chosen' }],
    ['chosen by a pattern', { reach: 'chosen', sitesOn: ['*.b.example'] }],
    ['on click', { reach: 'click' }],
    ['chosen and off', { reach: 'chosen', sitesOn: ['b.example'], sitesOff: ['b.example'] }],
  ])('does as it says: %s', (_, patch) => {
    const before = { ...rules, ...patch };
    const on = { ...before, ...switchSite(before, { address, site: 'b.example', to: 'on' }) };
    expect(whyOff(on, address)).toBe(null);
    const off = { ...on, ...switchSite(on, { address, site: 'b.example', to: 'off' }) };
    expect(whyOff(off, address)).not.toBe(null);
  });

  test('leaves the rules of other sites as they are', () => {
    const before = { ...rules, sitesOff: ['a.example', 'c.example'], sitesOn: ['d.example'] };
    expect(switchSite(before, { address, site: 'b.example', to: 'off' })).toEqual({
      paused: false,
      sitesOn: ['d.example'],
      sitesOff: ['a.example', 'b.example', 'c.example'],
    });
  });
});
