import { expect, test } from 'vitest';
import { isLongInRow, longestPart } from '../../components/long-name.ts';

test.each([
  ['one word', 'Oyelaran', 8],
  ['several', 'Marta Oyelaran', 8],
  ['parts with a dash between', 'Константинопольский-Преображенский', 19],
  ['a dash that is no hyphen', 'Alsace–Lorraine', 8],
  ['signs that are words of their own', '克里斯托弗·范德比尔特', 1],
  ['letters of two code units', '𝔄𝔅ℭ', 3],
  ['nothing', '', 1],
])('the longest part of %s', (_, name, expected) => {
  expect(longestPart(name)).toBe(expected);
});

test('a row makes long words smaller, not long names', () => {
  expect(['Wolfeschlegelsteinhausen', 'International Atomic Energy Agency'].map(isLongInRow)).toEqual([true, false]);
});
