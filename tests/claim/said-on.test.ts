import { expect, test } from 'vitest';
import { findClaims } from '../../lib/claim/claims.ts';
import { parseMarks } from '../../scripts/corpus/parse.ts';
import { goldCast } from '../../scripts/evaluate/gold-cast.ts';
import { atOnce } from '../../lib/model/steps.ts';

/** 14 March 2024 was a Thursday. */
const day = '2024-03-14';

const name = '[[Helen Marsh|PER|h]]';
test.each([
  [`${name} said on Monday that the mill had lost money in January.`, '2024-03-11', '2024-01-01'],
  [`${name} on Monday said the mill had lost money.`, '2024-03-11', '2024-03-11'],
  [`On Monday, ${name} said the mill had lost money in 2022.`, '2024-03-11', '2022-01-01'],
  [`The mill lost money in 2022, ${name} said on Monday.`, '2024-03-11', '2022-01-01'],
  [`The mill lost money in 2022, ${name} told reporters late on Tuesday.`, '2024-03-12', '2022-01-01'],
  [`${name} said in a statement on Monday that the mill had lost money.`, '2024-03-11', '2024-03-11'],
  [`${name} said the mill closed on Monday.`, null, '2024-03-11'],
  [`${name} told members on Tuesday that the mill closed on Monday.`, '2024-03-12', '2024-03-11'],
  [`${name} said the mill would close on Monday.`, null, '2024-03-18'],
])('when it was said, and when it happened: %s', (marked, said, when) => {
  const { text, mentions } = parseMarks(`It was quiet.\n${marked}`, 1);
  const { document, cast } = goldCast(text, mentions);
  const claim = atOnce(findClaims(document, cast, { day, country: null, model: null })).at(-1);
  expect([claim?.attribution.saidOn, claim?.when?.from]).toEqual([said, when]);
});
