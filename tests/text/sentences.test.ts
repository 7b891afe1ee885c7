import { describe, expect, test } from 'vitest';
import { findSentences } from '../../lib/text/sentences.ts';
import { tokenise } from '../../lib/text/tokens.ts';

const sentences = (text: string): string[] =>
  findSentences(text, tokenise(text)).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    ['end at a point before a capital', ['He left.', 'She stayed.']],
    ['end after the closing mark of a quotation', ['“No.”', 'He left.']],
    ['do not end at a title', ['Dr. Smith met Gov. Jones.', 'They spoke to Asst. Chief Lee.']],
    [
      'end behind a network of one letter',
      ['Brandt said so in a post on X.', '“It is late,” he wrote.', 'He left X.', 'Bo stayed.'],
    ],
    ['do not end at initials', ['J. K. Rowling and George W. Bush met.']],
    [
      'end at it before a conjunction',
      ['It is quicker than the One S.', 'And it costs less than the One Z.', 'That is new.'],
    ],
    ['end at a model that is one letter', ['It costs less than the One S.', 'The console is out in May.']],
    ['end at an abbreviation of a country before a usual beginning', ['He flew to the U.S.', 'The visit was short.']],
    ['do not end at an abbreviation of a country before a name', ['The U.S. Congress voted.']],
    ['end at a company’s abbreviation before a usual beginning', ['He works for Acme Inc.', 'The firm is small.']],
    ['end at a refusal, and not at a number’s word', ['The board said no.', 'Shares at no. 10 fell.']],
    ['do not end at decimal points', ['It rose by 3.5 percent.']],
    ['do not end at a state of a dateline', ['TUCSON, Ariz. (AP) — Police came.', 'LEEDS, Ala. — Rain fell.']],
    ['do not end at the state of a member or a governor', ['Rep. Ann Boyle, R-Calif., met Mass. Gov. Jo Quill.']],
    ['end at a state before a usual beginning', ['He lives in Tucson, Ariz.', 'The house is small.']],
    ['end at a word that only looks like a state', ['They went to Mass.', 'Rain fell.', 'She was ill.', 'Help came.']],
    ['do not end inside a town of a saint', ['A nurse of Sault Ste. Marie went to St. Louis.']],
    ['end at question and exclamation marks', ['Why?', 'Because!', 'So it is.']],
    ['go on after a question inside a quotation', ['“Why?” asked Tom.']],
    ['end with brackets and marks that close them', ['(He left.)', 'She stayed.']],
    ['end with a guillemet that a space sets off', ['« Il pleut. »', 'Elle rit.']],
    ['end with single quotation marks', ['‘Yes.’', 'He nodded.']],
    ['do not end at a time of day', ['It was 5 p.m. Monday when he fell.']],
    ['go on after an ellipsis before a small letter', ['He went home… and slept.']],
  ])('%s', (_, expected) => {
    expect(sentences(expected.join(' '))).toEqual(expected);
  });

  test('never cross a line', () => {
    expect(sentences('A headline without a point\nThe first sentence.')).toEqual([
      'A headline without a point',
      'The first sentence.',
    ]);
  });
});
