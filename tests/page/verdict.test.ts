import { expect, test } from 'vitest';
import type { PageReason } from '../../lib/model/article.ts';
import { verdictOn } from '../../lib/page/verdict.ts';
import { openPage } from './fixture.ts';

const text = ['bridge', 'school', 'river', 'harbour', 'market', 'tower', 'mill', 'quay', 'well']
  .map(
    (what) =>
      `<p>The council of Zek met on Monday, spoke at length of the ${what}, and put off what to do with it until May, when the rains have ended and the roads to the ${what} are open again.</p>`,
  )
  .join('');

const page = (head: string, heading: string): string =>
  `<html><head>${head}</head><body><article><h1>${heading}</h1>${text}</article></body></html>`;

const typed = '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge"}</script>';
const video = '<meta property="og:type" content="video.other">';

test.each<[rule: string, html: string, code: PageReason | null]>([
  ['an article', page('<title>The bridge | Zek Post</title>', 'The bridge'), null],
  ['a page that is not there', page('<title>Zek Post</title>', 'Page not found'), 'saysNotFound'],
  ['by its title', page('<title>404 - Page Not Found | Zek Post</title>', 'More news'), 'saysNotFound'],
  ['as servers say it', page('<title>404 Not Found</title>', 'More news'), 'saysNotFound'],
  ['in a sentence', page('', 'Sorry, the page you are looking for could not be found.'), 'saysNotFound'],
  ['an article on it', page('', 'Page not found: how the web forgets its past'), null],
  ['on what was not found', page('', 'Story of a ship that was not found for years'), null],
  ['with a number', page('', '404 people were counted'), null],
  ['a video', page(video, 'The bridge'), 'saysVideo'],
  ['an article with one', page(`${video}${typed}`, 'The bridge'), null],
])('%s', (_rule, html, code) => {
  const verdict = verdictOn(openPage(html));
  expect(verdict.isArticle ? null : verdict.why.code).toBe(code);
});
