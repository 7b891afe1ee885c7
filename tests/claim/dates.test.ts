import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../lib/claim/dates.ts';

/** 7 March 2022 was a Monday. */
const day = '2022-03-07';
const read = (text: string, on: string | null = day): string[] =>
  findDates(text, { start: 0, end: text.length }, on).map(({ from, to }) => (from === to ? from : `${from}/${to}`));

describe('times against the article’s date', () => {
  test.each([
    ['today', ['2022-03-07']],
    ['yesterday', ['2022-03-06']],
    ['on Monday', ['2022-03-07']],
    ['on Thursday', ['2022-03-03']],
    ['last Monday', ['2022-02-28']],
    ['next Friday', ['2022-03-11']],
    ['last week', ['2022-02-28/2022-03-06']],
    ['this month', ['2022-03-01/2022-03-31']],
    ['last year', ['2021-01-01/2021-12-31']],
    ['last quarter', ['2021-10-01/2021-12-31']],
    ['in January', ['2022-01-01/2022-01-31']],
    ['in November', ['2021-11-01/2021-11-30']],
    ['three days ago', ['2022-03-04']],
    ['two years ago', ['2020-01-01/2020-12-31']],
    ['in 2014', ['2014-01-01/2014-12-31']],
    ['7 March 2019', ['2019-03-07']],
    ['March 7, 2019', ['2019-03-07']],
    ['the 3rd of May 2021', ['2021-05-03']],
    ['on 20 December', ['2021-12-20']],
    ['January 2020', ['2020-01-01/2020-01-31']],
    ['they may march in step', []],
  ])('%s', (text, wanted) => {
    expect(read(text)).toEqual(wanted);
  });

  test.each([
    ['2022-03', 'on Monday, last week, today, 20 December', ['2021-12-20']],
    ['2022-03', 'in January', ['2022-01-01/2022-01-31']],
    ['2022-03', 'last month, this quarter', ['2022-02-01/2022-02-28', '2022-01-01/2022-03-31']],
    ['2022-03', 'two years ago', ['2020-01-01/2020-12-31']],
    ['2022', 'on Monday, last month, in January, 20 December', []],
    ['2022', 'last year, this year', ['2021-01-01/2021-12-31', '2022-01-01/2022-12-31']],
    ['2022-03-07T23:40:00-05:00', 'today', ['2022-03-07']],
    [
      '2024-02-29',
      'last year, a month ago, next month',
      ['2023-01-01/2023-12-31', '2024-01-01/2024-01-31', '2024-03-01/2024-03-31'],
    ],
    [
      '2022-01-02',
      'on Saturday, last week, last month',
      ['2022-01-01', '2021-12-20/2021-12-26', '2021-12-01/2021-12-31'],
    ],
    [
      '2021-12-30',
      'in January, by January, next January',
      ['2021-01-01/2021-01-31', '2022-01-01/2022-01-31', '2022-01-01/2022-01-31'],
    ],
    ['soon', 'on Monday, 7 March 2019', ['2019-03-07']],
  ])('an article of %s: %s', (on, text, wanted) => {
    expect(read(text, on)).toEqual(wanted);
  });

  test('without a date only full dates are read', () => {
    expect(read('on Monday, last week, in January, 7 March 2019', null)).toEqual(['2019-03-07']);
  });
});

test('no day is nonsense, whatever the text', () => {
  const words = fc.constantFrom(
    'last',
    'next',
    'in',
    'on',
    'Monday',
    'March',
    'May',
    '7',
    '31',
    '2019',
    'year',
    'week',
    'ago',
    'three',
    'days',
    ',',
    'of',
    'th',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
      const text = parts.join(' ');
      for (const { from, to, start, end } of findDates(text, { start: 0, end: text.length }, day)) {
        expect(from <= to).toBe(true);
        expect(Date.parse(from)).not.toBeNaN();
        expect(end).toBeGreaterThan(start);
      }
    }),
  );
});
