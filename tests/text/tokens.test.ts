import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldWord } from '../../lib/text/fold.ts';
import { tokenise } from '../../lib/text/tokens.ts';

const words = (text: string): string[] => tokenise(text).map((token) => token.plain);

describe('tokens', () => {
  test.each([
    ['a possessive stands by itself, straight or curly', "Wang’s and Wang's", ['Wang', "'s", 'and', 'Wang', "'s"]],
    [
      'a plural possessive leaves only a mark',
      'the Wangs’ house',
      ['the', 'Wangs', '’', 'house'].map((w) => (w === '’' ? "'" : w)),
    ],
    ['an apostrophe inside a name belongs to it', 'O’Neill and N’Golo hasn’t', ["O'Neill", 'and', "N'Golo", "hasn't"]],
    [
      'points inside an abbreviation belong to it',
      'U.S. and J.K. at 5 p.m.',
      ['U.S.', 'and', 'J.K.', 'at', '5', 'p.m.'],
    ],
    ['a hyphen parts two words', 'China-Russia ties', ['China', '-', 'Russia', 'ties']],
    ['an ampersand inside initials belongs to them', 'AT&T, R&D', ['AT&T', ',', 'R&D']],
    ['a soft hyphen and a zero-width space do not part a word', 'Bei\u00ADjing Mos\u200Dcow', ['Beijing', 'Moscow']],
    [
      'numbers keep their points, commas and short units',
      '1,000.5 and $4bn, 21st',
      ['1,000.5', 'and', '$', '4bn', ',', '21st'],
    ],
    ['handles and hashtags are marks and words', '@who #Covid', ['@', 'who', '#', 'Covid']],
  ])('%s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test('every token slices to what stands in the text, in order, and nothing but white space lies between', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let at = 0;
        for (const token of tokenise(text)) {
          expect(token.start).toBeGreaterThanOrEqual(at);
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(at, token.start)).toMatch(/^[\s\u0085\p{Cf}\p{M}]*$/u);
          at = token.end;
        }
        expect(text.slice(at)).toMatch(/^[\s\u0085\p{Cf}\p{M}]*$/u);
      }),
    );
  });

  test('unpaired surrogates and control characters do not stop it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => {
        expect(tokenise(text).every((token) => token.end <= text.length)).toBe(true);
      }),
    );
    expect(tokenise('a\uD800b').map(({ start, end }) => [start, end])).toEqual([
      [0, 1],
      [1, 2],
      [2, 3],
    ]);
  });
});

describe('folding', () => {
  test.each([
    ['case', 'BEIJING', 'beijing'],
    ['diacritics', 'Erdoğan', 'erdogan'],
    ['letters that do not decompose', 'Łódź Straße Ærø', 'lodz strasse aero'],
    ['curly apostrophes', 'O’Neill', "o'neill"],
    ['full-width forms', 'ＮＡＴＯ', 'nato'],
    ['invisible characters', 'Mos\u00ADcow', 'moscow'],
  ])('%s do not count', (_, word, folded) => {
    expect(foldWord(word)).toBe(folded);
  });
});
