import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Lexeme, lexemesOfTokens, readLexemes } from '../../lib/claim/syntax/lexemes.ts';
import { tokenise } from '../../lib/text/tokens.ts';

const plain = (lexemes: readonly Lexeme[]) =>
  lexemes.map(({ start, end, kind, plain, folded, spaceBefore }) => ({ start, end, kind, plain, folded, spaceBefore }));

describe('lexemes taken from tokens are those read from the text', () => {
  test.each([
    ['words and figures', 'Some 4,000 people marched on 12.5 miles of road.'],
    ['figures that touch letters', 'It cost R1.2bn, £3m or 40p in the 1990s and the 21st century.'],
    ['a possessive, also in capitals', 'The minister’s 3 aides met THE BANK’S 4 and James’ 5.'],
    ['words of several parts', 'He didn’t sell U.S. stock to AT&T at 4 o’clock, a well-known 5-year-old.'],
    ['other letters and marks', 'Łódź gave €5 to 3\u00A0000 cafés – “più di 4”.'],
    ['characters without width', 'The co\u00ADopera\u00ADtive had 3\u2060400 mem\u00ADbers\uFEFF in 2019.'],
    ['a tab and lines between them', 'One\tman\nand 2  boats'],
  ])('%s', (_name, text) => {
    expect(plain(lexemesOfTokens(text, tokenise(text)))).toEqual(
      plain(readLexemes(text, { start: 0, end: text.length })),
    );
  });

  test('of any text and any tokens in a row', () => {
    const piece = fc.constantFrom(
      'a',
      'The',
      '3',
      '4,000',
      '12m',
      '’s',
      "'S",
      "'",
      '“',
      '%',
      '$',
      'U.S.',
      'é',
      '-',
      '.',
      ' ',
      ' ',
      '  ',
      'co\u00ADop',
      'x1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(), fc.nat(), (pieces, from, length) => {
        const text = pieces.join('');
        const tokens = tokenise(text);
        const some = tokens.slice(from % (tokens.length + 1)).slice(0, 1 + (length % 12));
        const [first, last] = [some[0], some.at(-1)];
        if (first === undefined || last === undefined) return;
        expect(plain(lexemesOfTokens(text, some))).toEqual(
          plain(readLexemes(text.slice(0, last.end), { start: first.start, end: last.end })),
        );
      }),
      { numRuns: 500 },
    );
  });
});
