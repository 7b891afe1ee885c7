import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ClaimReview } from '../../lib/model/review.ts';
import { matchReview, termsOf } from '../../lib/review/match.ts';

const reviewOf = (claim: string): ClaimReview => ({
  claim,
  claimant: null,
  claimedAt: null,
  appearances: [],
  rating: { kind: 'none' },
  publisher: null,
  url: 'https://checks.example/',
  title: null,
  publishedAt: null,
});

describe('a sentence and a reviewed claim', () => {
  test.each<[sentence: string, reviewed: string, matches: boolean]>([
    [
      'Nearly 40 percent of the city’s water is lost to leaks, Mayor Dana Quill said.',
      '40% of the city’s water is lost through leaks',
      true,
    ],
    [
      '“The ferries carried 1,200 children last winter,” said Ada Moreno.',
      'Ferries carried 1200 children last winter',
      true,
    ],
    [
      'The dam was built without a single worker being paid, the union claims.',
      'Dam was built without a single paid worker',
      true,
    ],
    ['Drinking sea water cures migraines, a post shared on Monday says.', 'Drinking sea water cures migraines.', true],
    [
      'Nearly 30 percent of the city’s water is lost to leaks, Mayor Dana Quill said.',
      '40% of the city’s water is lost through leaks',
      false,
    ],
    ['Drinking sea water does not cure migraines, doctors said.', 'Drinking sea water cures migraines.', false],
    ['The city spent 40 million on its water last year.', '40% of the city’s water is lost through leaks', false],
    ['The ferries ran late again.', 'Ferries carried 1200 children last winter', false],
    [
      'Ada Moreno visited the dam on Monday with the mayor of the city.',
      'Dana Quill owns shares in the company that built the dam',
      false,
    ],
    ['Water is wet.', 'Water', false],
  ])('%s / %s', (sentence, reviewed, matches) => {
    expect(matchReview(sentence, reviewOf(reviewed), false) > 0).toBe(matches);
  });

  test('a page that the review names needs less to agree', () => {
    const sentence = 'In Velmora the ferries of the harbour company carried so many children that school began late.';
    const review = reviewOf('School began late since ferries carried children in Velmora');
    expect(matchReview(sentence, review, true)).toBeGreaterThan(0);
  });
});

test('a claim of enough words matches itself, and no score leaves 0 to 1', () => {
  const claim = fc
    .array(fc.constantFrom('ferry', 'trams', 'harbour', 'children', 'winter', '40', '1,200', 'not', 'the'), {
      maxLength: 14,
    })
    .map((words) => words.join(' '));
  fc.assert(
    fc.property(claim, claim, (a, b) => {
      const score = matchReview(a, reviewOf(b), false);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(1);
      expect(matchReview(a, reviewOf(a), false)).toBe(termsOf(a).length < 2 ? 0 : 1);
    }),
  );
});
