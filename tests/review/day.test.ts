import { expect, test } from 'vitest';
import { readDay } from '../../lib/review/day.ts';

test.each([
  ['a day', '2026-05-09', '2026-05-09'],
  ['a moment', '2026-05-09T10:20:00+05:30', '2026-05-09T10:20:00+05:30'],
  ['a day and an hour with a blank between them', '2026-05-09 10:20:00', '2026-05-09'],
  ['a year', '2026', '2026'],
  ['a month', '2026-05', '2026-05'],
  ['a month in words', 'May 2026', '2026-05'],
  ['a day in words', '9 May 2026', '2026-05-09'],
  ['a mail’s date', 'Sat, 09 May 2026 10:00:00 +0200', '2026-05-09'],
  ['figures that are not padded', '2026-5-9', '2026-05-09'],
  ['slashes', '2026/05/09', '2026-05-09'],
  ['no joints', '20260509', '2026-05-09'],
  ['points, the day first', '09.05.2026', '2026-05-09'],
  ['a day that can be no month', '31/12/2025', '2025-12-31'],
  ['a day that can be no month, behind it', '12/31/2025', '2025-12-31'],
  ['day or month', '09/05/2026', null],
  ['day and month alike', '05/05/2026', '2026-05-05'],
  ['seconds since 1970', '1778313600', '2026-05-09'],
  ['milliseconds since 1970', '1778313600000', '2026-05-09'],
  ['no day of the calendar', '2026-02-30', null],
  ['nor in figures', '30.02.2026', null],
  ['nothing', '0000-00-00', null],
  ['words with a figure', 'Multiple dates, 7 posts', null],
  ['words', 'soon', null],
])('%s: %s', (_rule, text, day) => {
  expect(readDay(text)).toBe(day);
});
