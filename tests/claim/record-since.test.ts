import { expect, test } from 'vitest';
import { findDates } from '../../lib/claim/time/dates.ts';
import { readLexemes } from '../../lib/claim/syntax/lexemes.ts';
import { isRecordSince } from '../../lib/claim/time/record-since.ts';

test.each([
  ['The herd fell to 4.6 million, the lowest count since 2010.', true],
  ['Prices rose for the first time since March 2021.', true],
  ['The lake held less water than at any time since 1984.', true],
  ['It was the worst drought in the south since 1998.', true],
  ['Britain took its lowest place since the ranking began in 2012.', true],
  ['Nine towns have been without power since Monday.', false],
  ['The protest since 2019 has cost the port millions.', false],
  ['The fastest lift in town, it has been out of order since 2019.', false],
  ['Members have paid the highest fees in 2010.', false],
])('%s', (text, is) => {
  const [date] = findDates(readLexemes(text, { start: 0, end: text.length }), '2026-09-14');
  expect(date !== undefined && isRecordSince(text, date)).toBe(is);
});
