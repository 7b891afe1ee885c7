import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDates } from '../../lib/claim/time/dates.ts';
import { readLexemes } from '../../lib/claim/syntax/lexemes.ts';

const lexemesOf = (text: string) => readLexemes(text, { start: 0, end: text.length });
/** 7 March 2022 was a Monday. */
const day = '2022-03-07';
const read = (text: string, on: string | null = day): string[] =>
  findDates(lexemesOf(text), on).map(({ from, to }) => (from === to ? from : `${from}/${to}`));

describe('times against the article’s date', () => {
  test.each([
    ['today', ['2022-03-07']],
    ['the day after tomorrow', ['2022-03-09']],
    ['The vote is on Saturday.', ['2022-03-12']],
    ['In the late 1990s it was sold.', ['1990-01-01/1999-12-31']],
    ['They will meet on Monday.', ['2022-03-07']],
    ['She is hoping to return in January.', ['2023-01-01/2023-01-31']],
    ['It fell on Tuesday, March 8, 2005.', ['2005-03-08']],
    ['Her term ends in January.', ['2023-01-01/2023-01-31']],
    ['on Monday, Dec. 14', ['2020-12-14']],
    ['on Tuesday, 12/15/15', ['2015-12-15']],
    ['yesterday', ['2022-03-06']],
    ['on Monday', ['2022-03-07']],
    ['on Thursday', ['2022-03-03']],
    ['last Monday', ['2022-02-28']],
    ['the last three months of 2021', ['2021-10-01/2021-12-31']],
    ['the trial is to last six weeks', []],
    ['in the three months ended Dec. 31', ['2021-10-01/2021-12-31']],
    ['in the year through January', ['2021-02-01/2022-01-31']],
    ['in the calendar year 2020', ['2020-01-01/2020-12-31']],
    ['next Friday', ['2022-03-11']],
    ['last week', ['2022-02-28/2022-03-06']],
    ['this month', ['2022-03-01/2022-03-31']],
    ['last year', ['2021-01-01/2021-12-31']],
    ['over the last quarter-century', ['1997-03-07/2022-03-07']],
    ['a resolution of 1800 x 1920', []],
    ['Roads suffer by winter weather.', []],
    ['They are worn by summer rains.', []],
    ['It opens by summer.', ['2022-06-01/2022-08-31']],
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
    ['the trial will start on Friday', ['2022-03-11']],
    ['On Friday, members will vote on it', ['2022-03-11']],
    ['the law, which will cost millions, was passed on Friday', ['2022-03-04']],
    ['on Thursday, 24 March', ['2022-03-24']],
    ['Friday last week', ['2022-03-04']],
    ['it fell the day before yesterday', ['2022-03-05']],
    ['this morning', ['2022-03-07']],
    ['at the weekend', ['2022-03-05/2022-03-06']],
    ['it was a Tuesday, said the Sunday Mail of Black Friday', []],
    ['early February', ['2022-02-01/2022-02-28']],
    ['in March last year', ['2021-03-01/2021-03-31']],
    ['the mine will close in June', ['2022-06-01/2022-06-30']],
    ['by the end of the year', ['2022-12-31']],
    ['in the fourth quarter', ['2021-10-01/2021-12-31']],
    ['the third quarter of 2019', ['2019-07-01/2019-09-30']],
    ['the first half of last year', ['2021-01-01/2021-06-30']],
    ['the first six months of 2019', ['2019-01-01/2019-06-30']],
    ['Q2 2020', ['2020-04-01/2020-06-30']],
    ['in the three months to December', ['2021-10-01/2021-12-31']],
    ['the year to 30 June 2020', ['2019-07-01/2020-06-30']],
    ['the week ending 27 February', ['2022-02-21/2022-02-27']],
    ['over the past five years', ['2017-03-07/2022-03-07']],
    ['in the next decade', ['2022-03-07/2032-03-07']],
    ['between 2015 and 2020', ['2015-01-01/2020-12-31']],
    ['from 2010 to 2019', ['2010-01-01/2019-12-31']],
    ['the 2019-20 season and in 2020/21', ['2019-01-01/2020-12-31', '2020-01-01/2021-12-31']],
    ['between October and January', ['2021-10-01/2022-01-31']],
    ['in the 1980s', ['1980-01-01/1989-12-31']],
    ['in mid-2019', ['2019-01-01/2019-12-31']],
    ['fiscal year 2021', ['2021-01-01/2021-12-31']],
    ['2020-05-31 and 31/05/2020 and 31.5.2020', ['2020-05-31', '2020-05-31', '2020-05-31']],
    ['on 03/04/2020', []],
    ['the September 11 attacks', []],
    ['the court sat on 5 September', ['2021-09-05']],
    ['elections are due on 5 September', ['2022-09-05']],
    ['the show ran March 1-4', ['2022-03-01/2022-03-04']],
    ['the show ran 1–4 March 2020', ['2020-03-01/2020-03-04']],
    ['between 1 and 4 March', ['2022-03-01/2022-03-04']],
    ['from 28 February to 2 March 2020', ['2020-02-28/2020-03-02']],
    ['Dec. 28 – Jan. 3', ['2021-12-28/2022-01-03']],
    ['the 1st to the 4th of March', ['2022-03-01/2022-03-04']],
    ['on March 3 and 4', ['2022-03-03/2022-03-04']],
    ['on March 3 to 5 people', ['2022-03-03']],
    ['the week of March 3, since March 3', ['2022-03-03', '2022-03-03/2022-03-07']],
    ['it rained from Tuesday to Friday', ['2022-03-01/2022-03-04']],
    ['talks run from Monday to Thursday', ['2022-03-07/2022-03-10']],
    ['strikes on Thursday and Friday', ['2022-03-03/2022-03-04']],
    ['open Monday to Friday and every Tuesday and Thursday', []],
    ['Shares of Monday.com and Sheffield Wednesday', []],
    ['the weekend’s vote, since the weekend', ['2022-03-05/2022-03-06', '2022-03-05/2022-03-07']],
    ['rest before the weekend, a weekend in Bern, the weekend edition', ['2022-03-12/2022-03-13']],
    [
      'last summer, next winter and this spring',
      ['2021-06-01/2021-08-31', '2022-12-01/2023-02-28', '2022-03-01/2022-05-31'],
    ],
    ['the summer of 2017 and winter 2019-20', ['2017-06-01/2017-08-31', '2019-12-01/2020-02-29']],
    ['in the autumn it was sold', ['2021-09-01/2021-11-30']],
    ['it will be done by summer', ['2022-06-01/2022-08-31']],
    ['the fall of Kabul, in winter the elk move down, summer camps', []],
    ['Overnight, snow fell', ['2022-03-06/2022-03-07']],
    ['an overnight success that will not change overnight on the overnight train', []],
    ['last night', ['2022-03-06']],
    ['earlier this month, later this week', ['2022-03-01/2022-03-07', '2022-03-07/2022-03-13']],
    ['so far this year, in the year to date', ['2022-01-01/2022-03-07', '2022-01-01/2022-03-07']],
    ['a fortnight ago', ['2022-02-18/2022-02-24']],
    ['a couple of years ago, a hundred years ago', ['2020-01-01/2020-12-31', '1922-01-01/1922-12-31']],
    ['a few days ago, the coming days, years ago', []],
    ['in the last 48 hours', ['2022-03-05/2022-03-07']],
    ['by 2030', ['2030-01-01/2030-12-31']],
    ['since 2019, since last week', ['2019-01-01/2022-03-07', '2022-02-28/2022-03-07']],
    ['a fleet of 2000 vans', []],
    ['in 2019 and 2020', ['2019-01-01/2020-12-31']],
    ['in January, February and March', ['2022-01-01/2022-03-31']],
    ['first-quarter profit', ['2022-01-01/2022-03-31']],
    ['the first quarter of the match, a first-quarter touchdown', []],
    ['the first quarter of fiscal 2024', ['2024-01-01/2024-03-31']],
    ['the second half of the year, H1 2020', ['2022-07-01/2022-12-31', '2020-01-01/2020-06-30']],
    ['FY23 and its 2020-21 financial year', ['2023-01-01/2023-12-31', '2020-01-01/2021-12-31']],
    [
      'the early 2000s, the ’80s, the 19th century',
      ['2000-01-01/2009-12-31', '1980-01-01/1989-12-31', '1801-01-01/1900-12-31'],
    ],
    ['by the end of June, the end of March', ['2022-06-30', '2022-03-31']],
    ['on Christmas Day, last Easter, New Year’s Eve 2019', ['2021-12-25', '2021-04-04', '2019-12-31']],
    ['a Christmas market, the Easter Rising and the Good Friday Agreement', []],
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
    'to',
    '-',
    'from',
    'between',
    'and',
    'the',
    'weekend',
    'winter',
    'overnight',
    'earlier',
    'this',
    'end',
    'since',
    'first',
    'quarter',
    'Easter',
    'fiscal',
    'couple',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 20 }), (parts) => {
      const text = parts.join(' ');
      for (const { from, to, start, end } of findDates(lexemesOf(text), day)) {
        expect(from <= to).toBe(true);
        expect(Date.parse(from)).not.toBeNaN();
        expect(end).toBeGreaterThan(start);
      }
    }),
  );
});
