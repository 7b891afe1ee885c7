import { expect, test } from 'vitest';
import { clockWords } from '../../components/sync/clock-words.ts';

const minute = 60_000;

test.each([
  ['a little', 10_000, '1 min'],
  ['minutes', -7 * minute, '7 mins'],
  ['an hour', 60 * minute, '1 hr'],
  ['an hour and a half', 90 * minute, '90 mins'],
  ['some hours', 185 * minute, '3 hrs'],
  ['a day', -1_440 * minute, '1 day'],
  ['years', 730 * 1_440 * minute, '730 days'],
])('a clock that is off by %s', (_, milliseconds, words) => {
  expect(clockWords(milliseconds)).toBe(words);
});
