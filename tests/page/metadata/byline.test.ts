import { describe, expect, test } from 'vitest';
import { extractArticle } from '../../../lib/page/extract.ts';
import { openPage } from '../fixture.ts';

/** Pages that tell no machine when their article appeared and who wrote it, and show it to people. */
const title = 'Council closes the old fish market';
const text = [
  'The harbour council voted on Tuesday to close the old fish market, after a year in which its roof was repaired.',
  'Mara Oduya, who chairs the council, said that nobody can be asked to work under a roof that leaks.',
  'About 140 traders have stalls there; the council expects that 90 of them will move to the new hall.',
]
  .map((each) => `<p>${each}</p>`)
  .join('');

const read = (html: string, language = 'en') => {
  const document = openPage(`<html lang="${language}"><body>${html}</body></html>`, 'https://post.example/fish');
  return extractArticle(document, document.URL).article.metadata;
};
const below = (byline: string): string => `<article><h1>${title}</h1>${byline}${text}</article>`;

describe('when it appeared, in words below the headline', () => {
  test.each([
    ['a date', 'en', '<div>7 March 2022</div>', '2022-03-07'],
    ['with its day and its hour', 'en', '<div>Published: Mon 7 Mar 2022 17:03 BST</div>', '2022-03-07'],
    ['behind a place', 'en', '<div>Valparaíso, 7 Mar. 2022</div>', '2022-03-07'],
    [
      'in a line of two dates',
      'en',
      '<p>First published on Monday 7 March 2022. Modified on 8 March 2022</p>',
      '2022-03-07',
    ],
    ['behind the day of a change', 'en', '<p>Updated 8 March 2022 | Published 7 March 2022</p>', '2022-03-07'],
    ['only the day of a change', 'en', '<p>Last updated on 8 March 2022</p>', null],
    ['in a time without a date for machines', 'en', '<time>March 7, 2022, 11:40</time>', '2022-03-07'],
    ['set apart by its style alone', 'en', '<div><b>By Ana Gil</b><i>March 7, 2022</i></div>', '2022-03-07'],
    ['in German', 'de', '<div>Montag, 7. März 2022 - 21:14 Uhr</div>', '2022-03-07'],
    ['in numbers, where the day is first', 'es', '<div>07/03/2022 - 14:05h</div>', '2022-03-07'],
    ['in numbers that could be either', 'en', '<div>07/03/2022</div>', null],
    ['in Russian', 'ru', '<div>7 марта 2022, 18:20</div>', '2022-03-07'],
    ['in Ukrainian', 'uk', '<div>7 березня 2022, 18:20</div>', '2022-03-07'],
    ['in Arabic, in its own digits', 'ar', '<div>الاثنين ٧ مارس ٢٠٢٢</div>', '2022-03-07'],
    ['in Arabic, by the months of the Levant', 'ar', '<div>7 آذار 2022</div>', '2022-03-07'],
    ['in Hebrew, two digits for the year', 'he', '<div>07.03.22 | 16:20</div>', '2022-03-07'],
    ['in Hebrew', 'he', '<div>7 במרץ 2022</div>', '2022-03-07'],
    ['in Chinese', 'zh', '<div>2022年03月07日 10:24　来源：新闻网</div>', '2022-03-07'],
    ['a row of a table', 'en', '<table><tr><th>Opened</th><td>7 March 2022</td></tr></table>', null],
    ['a date that a standfirst tells of', 'en', '<h2>What was lost in the storm of 7 March 2022</h2>', null],
    [
      'a date that the first sentence tells of',
      'en',
      '<p>On 7 March 2022 the roof of the hall fell in, and nobody was there.</p>',
      null,
    ],
  ])('%s', (_, language, byline, wanted) => {
    expect(read(below(byline), language).publishedAt).toBe(wanted);
  });

  test('a site’s header has the date of today', () => {
    expect(read(`<header><div>Monday, 7 March 2022</div></header>${below('')}`).publishedAt).toBeNull();
    expect(
      read(`<article><header><div>7 March 2022</div><h1>${title}</h1></header>${text}</article>`).publishedAt,
    ).toBe('2022-03-07');
  });

  test('a moment that was never set is none', () => {
    const never = '<meta property="article:published_time" content="1970-01-01T00:00:00Z">';
    expect(read(never + below('<div>7 March 2022</div>')).publishedAt).toBe('2022-03-07');
  });
});

describe('who wrote it', () => {
  test.each([
    ['in a line of their own', '<div>By Ana Gil and Ben Ode</div>', ['Ana Gil', 'Ben Ode']],
    ['before the date', '<div>Written by <b>Ana Gil</b><br>Published: 7 March 2022</div>', ['Ana Gil']],
    ['behind the date', '<div>Posted on March 7, 2022 by Ana Gil</div>', ['Ana Gil']],
    [
      'called an author by the markup',
      '<div><a class="news__author" href="/a">Ana Gil</a> | 7 March 2022</div>',
      ['Ana Gil'],
    ],
    ['with what they are', '<p class="byline">By Ana Gil, South America correspondent</p>', ['Ana Gil']],
    ['in German', '<div>Von Annegret Schmölders</div>', ['Annegret Schmölders']],
    ['in Russian', '<div>14 марта 2023 <span>Автор: Дмитрий Соловьёв</span></div>', ['Дмитрий Соловьёв']],
    ['in Arabic', '<div><i>كتبت: هاجر الطرابلسي</i><b>15 مارس 2023</b></div>', ['هاجر الطرابلسي']],
    ['in Hebrew', '<div>מאת: נעמה ברקוביץ</div>', ['נעמה ברקוביץ']],
    ['in Chinese', '<div>2023年03月15日　作者：王小川</div>', ['王小川']],
    ['below many buttons', `${'<div>Share</div>'.repeat(20)}<div>By Ana Gil</div>`, ['Ana Gil']],
    ['a label', '<div class="author">Last Updated:</div>', []],
    ['no name', '<div>By midday</div>', []],
    ['a newsroom', '<div>By Post Staff</div>', []],
  ])('%s', (_, byline, wanted) => {
    expect(read(below(byline)).authors).toEqual(wanted);
  });
});
