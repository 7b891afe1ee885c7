import { expect, test } from 'vitest';
import { parseAuthors } from '../../../lib/page/metadata/author-names.ts';
import { readMetadata } from '../../../lib/page/metadata/metadata.ts';
import { openPage } from '../fixture.ts';

const authorsOf = (html: string): readonly string[] => {
  const url = 'https://post.example/news/fish';
  return readMetadata(openPage(html, url), url, null).authors;
};

test.each<[what: string, html: string, authors: readonly string[]]>([
  [
    'a name and the button beside it, which only a style sheet parts',
    '<span class="byline"><a>Ana Gil</a><a><i>Twitter</i></a></span>',
    ['Ana Gil'],
  ],
  ['two links', '<span class="byline">By <a>Ana Gil</a>, <a>Ben Ode</a></span>', ['Ana Gil', 'Ben Ode']],
  ['a name in two parts', '<span class="byline">By <a>Ana <b>Gil</b></a></span>', ['Ana Gil']],
  [
    'those who comment below',
    '<p itemprop="author">Ana Gil</p><ol class="comment-list"><li><b itemprop="author">Ben Ode</b></li></ol>',
    ['Ana Gil'],
  ],
])('authors as shown: %s', (_, html, authors) => {
  expect(authorsOf(html)).toEqual(authors);
});

test('an outlet is no author, whatever its slogan', () => {
  const head =
    '<meta property="og:site_name" content="Post - News of the Bay"><meta name="author" content="Post - News of the Bay">';
  expect(authorsOf(head)).toEqual([]);
});

test.each<[written: string, authors: readonly string[]]>([
  ['ByAna Gil', ['Ana Gil']],
  ['Byron Gil', ['Byron Gil']],
  ['Ana Gil Tuesday', ['Ana Gil']],
  ['Jo Halliday', ['Jo Halliday']],
  ['Ana Gil on December', ['Ana Gil']],
  ['Ana Gil Twitter', ['Ana Gil']],
  ['Watch live', []],
  ['Illustration by Ben Ode', []],
  ['Ben Ode/Harbour Post via Star Images', []],
])('authors as written: %s', (written, authors) => expect(parseAuthors([written])).toEqual(authors));
