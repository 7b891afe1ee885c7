import { expect, test } from 'vitest';
import { isComparedTime } from '../../lib/claim/time/compared-time.ts';
import { endOfDateline } from '../../lib/claim/time/dateline.ts';
import { findDates } from '../../lib/claim/time/dates.ts';
import { readLexemes } from '../../lib/claim/syntax/lexemes.ts';

test.each([
  ['Profit came to $2.4bn, up from $1.8bn in the same period of 2023.', true],
  ['Thefts fell to 6,930, compared with 8,770 in the first half of 2024.', true],
  ['The bank ranked 23rd, down from 20th last year.', true],
  ['Output fell from 410 cars in January.', true],
  ['More cows were counted than in 2019.', true],
  ['That compares with 20,985 in the same period last year.', false],
  ['It rose from 31,000 to 48. We expect 55,000 this year.', false],
  ['More than 2,000 people left in 2019.', false],
  ['Ministers from nine countries met in March.', false],
  ['The union came out against the plan in 2019.', false],
])('the time of a figure that another is compared with: %s', (text, is) => {
  const [date] = findDates(readLexemes(text, { start: 0, end: text.length }), '2025-09-14');
  expect(date !== undefined && isComparedTime(text, date)).toBe(is);
});

test.each([
  ['MANILA, May 15 (Reuters) - The Senate voted.', 'The Senate voted.'],
  ['KILOSA, Tanzania (AP) — The toll rose.', 'The toll rose.'],
  ['NEWARK, N.J. — A contractor testified.', 'A contractor testified.'],
  ['NEW YORK – “It is over,” she said.', '“It is over,” she said.'],
  ['SEATTLE — 200 people left.', '200 people left.'],
  ['Orvane — the software maker — lost money.', 'Orvane — the software maker — lost money.'],
  ['NATO — which has 32 members — met.', 'NATO — which has 32 members — met.'],
  ['BBC-run stations closed.', 'BBC-run stations closed.'],
])('what stands behind a dateline: %s', (text, rest) => {
  expect(text.slice(endOfDateline(text))).toBe(rest);
});
