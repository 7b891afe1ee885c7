import { expect, test } from 'vitest';
import { type CheckWorthiness, judgements } from '../../lib/claim/checkworthy.ts';
import { findClaims } from '../../lib/claim/claims.ts';
import { blocksOfLines, readText } from '../../lib/text/document.ts';
import { atOnce } from '../../lib/model/steps.ts';

const analyse = (text: string, model: CheckWorthiness | null = null) =>
  atOnce(
    findClaims(
      readText(text, blocksOfLines(text)),
      { mentions: [], clusters: [], known: new Map() },
      { day: '2024-03-01', country: null, model },
    ),
  );

const kinds: readonly (readonly [string, (times: number) => string])[] = [
  ['quotation marks that never close', (times) => '“He said so, '.repeat(times)],
  ['quotation marks that never open', (times) => 'he said so,” '.repeat(times)],
  ['straight marks by the thousand', (times) => `" ' `.repeat(3 * times)],
  ['no sentence at all', (times) => 'word '.repeat(2 * times)],
  ['commas and names', (times) => 'Smith, the man, Jones, who, said, '.repeat(times / 2)],
  ['figures', (times) => '12 and 13 of 14 in 15 per cent, '.repeat(times / 2)],
  ['cues', (times) => 'said told added claimed says '.repeat(times / 2)],
  ['colons and dashes', (times) => '“a”: – b: “c” – '.repeat(times / 2)],
];

// A quadratic reading of these takes minutes, and the limit of the test ends it.
test.each(kinds)(
  '%s: read to the end',
  (_name, make) => {
    expect(Array.isArray(analyse(make(8000)))).toBe(true);
  },
  30_000,
);

test.each(['', '\n\n', '"', '”', '‘’', ':', '…', '\ud800', '12', 'said'])('a text of %j has no claims', (text) => {
  expect(analyse(text)).toEqual([]);
});

test('what is left out of a quotation, and signs in one, are no claims', () => {
  const text = 'Ann Low spoke.\n“… We will go.”\n“We [ ] … ] … } ] … We will stay.”';
  const allQuotes = { judge: () => judgements.map((one) => (one === 'quote' ? 1 : 0)), worth: () => 0 };
  const claims = analyse(text, allQuotes).map(({ start, end }) => text.slice(start, end));
  expect(claims.length).toBeGreaterThan(1);
  expect(claims.filter((claim) => !/\p{L}/u.test(claim))).toEqual([]);
});

test('a megabyte of unlike lines is read whole', () => {
  const line = '“Sales rose 12% to £3m,” said Ann Low. It was the first time since 2019. ';
  expect(analyse(`${line.repeat(20)}\n`.repeat(690)).length).toBeGreaterThan(10_000);
}, 60_000);
