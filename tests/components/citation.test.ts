import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { citationText, exactWords } from '../../components/citation.ts';
import { passageLink } from '../../lib/evidence/text-fragment.ts';
import type { ArticleMetadata } from '../../lib/model/article.ts';

const article: ArticleMetadata = {
  url: 'https://news.example/a?x=1',
  canonicalUrl: 'https://news.example/a',
  title: 'A title',
  publisher: 'The Outlet',
  authors: [],
  publishedAt: '2022-03-07T09:00:00Z',
  language: 'en',
  country: null,
};

describe('exactWords', () => {
  test.each([
    ['a quote stands alone', 'He said “no way at all”.', ['no way at all'], '“no way at all”'],
    ['a quoted word does not', 'He called the long report “odd”.', ['odd'], '“He called the long report ‘odd’.”'],
    ['parts of a quote are joined', 'x', ['first', 'second'], '“first … second”'],
    ['without a quote the sentence is cited', 'Prices rose.', [], '“Prices rose.”'],
    ['marks inside turn single', 'She called it “odd”.', [], '“She called it ‘odd’.”'],
    ['straight marks inside turn single', 'The "plan" failed.', [], '“The ‘plan’ failed.”'],
    [
      'marks within those turn double again',
      'Both signed “no ‘forbidden’ areas of China’s plan”.',
      [],
      '“Both signed ‘no “forbidden” areas of China’s plan’.”',
    ],
    ['an apostrophe is none', 'She named “the ‘people’s’ plan”.', [], '“She named ‘the ‘people’s’ plan’.”'],
    ['marks without a partner turn single', 'He said: “Wait. "Now?', [], '“He said: ‘Wait. ‘Now?”'],
  ])('%s', (_, text, quotes, expected) => {
    expect(exactWords({ text, quotes })).toBe(expected);
  });
});

describe('passageLink', () => {
  test.each([
    [
      'a short passage is named whole',
      'https://a.example/x',
      'rose by 3%',
      'https://a.example/x#:~:text=rose%20by%203%25',
    ],
    [
      'what a directive reads as its own is encoded',
      'https://a.example/',
      'a-b, c & d',
      'https://a.example/#:~:text=a%2Db%2C%20c%20%26%20d',
    ],
    ['a fragment of the page stays', 'https://a.example/x#part', 'word', 'https://a.example/x#part:~:text=word'],
    [
      'a directive that is there gives way',
      'https://a.example/x#:~:text=old',
      'new',
      'https://a.example/x#:~:text=new',
    ],
    ['spaces and breaks count as one', 'https://a.example/', ' a \n b ', 'https://a.example/#:~:text=a%20b'],
    ['a passage without words leads to the page', 'https://a.example/', '  ', 'https://a.example/'],
    ['half a character does no harm', 'https://a.example/', 'a \uD83D', 'https://a.example/#:~:text=a%20%EF%BF%BD'],
    ['no script address', 'javascript:alert(1)', 'word', null],
    ['no file address', 'file:///etc/passwd', 'word', null],
    ['no address', null, 'word', null],
  ])('%s', (_, address, passage, expected) => {
    expect(passageLink(address, passage)).toBe(expected);
  });

  test('a long passage is named by its first and last words', () => {
    const words = Array.from({ length: 30 }, (_, at) => `w${at}`);
    expect(passageLink('https://a.example/', words.join(' '))).toBe(
      'https://a.example/#:~:text=w0%20w1%20w2%20w3%20w4,w25%20w26%20w27%20w28%20w29',
    );
  });

  test('the parts of any passage come back from the address', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[^\s]{1,8}$/u), { minLength: 1, maxLength: 12 }), (words) => {
        const link = passageLink('https://a.example/', words.join(' ')) ?? '';
        const directive = link.split(':~:text=')[1] ?? '';
        expect(decodeURIComponent(directive)).toBe(words.join(' '));
        expect(directive).not.toMatch(/[-,&\s]/);
      }),
    );
  });
});

describe('citationText', () => {
  test('names speaker, title, publisher, date and address, in this order', () => {
    expect(citationText({ text: '“No way at all”, he said.', quotes: ['No way at all'] }, 'Wang Yi', article)).toBe(
      '“No way at all” — Wang Yi, A title, The Outlet, 7 March 2022, https://news.example/a#:~:text=No%20way%20at%20all',
    );
  });

  test.each([
    ['what somebody is reported to have said', [], 'The firm said prices rose.'],
    ['a sentence of which a word is quoted', ['odd'], 'The firm called the long report of the council “odd”.'],
  ])('%s is the outlet’s sentence, not the speaker’s', (_, quotes, text) => {
    const cited = citationText({ text, quotes }, 'Kestrel Marine', article);
    expect(cited).toMatch(/” — The Outlet, reporting Kestrel Marine, A title, 7 March 2022, https:/);
  });

  test('what nobody is named for is the outlet’s', () => {
    expect(citationText({ text: 'Prices rose.', quotes: [] }, null, article)).toMatch(
      /^“Prices rose.” — The Outlet, A title,/,
    );
  });

  test('leaves out what is not known', () => {
    const bare = { ...article, url: null, canonicalUrl: null, title: null, publisher: null, publishedAt: null };
    expect(citationText({ text: 'Prices rose.', quotes: [] }, null, bare)).toBe('“Prices rose.”');
  });
});
