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

test.each(kinds)('%s: eight times the text takes about eight times as long', (_name, make) => {
  // Of the processor, in milliseconds: what else the machine does shall not count.
  const timeOf = (times: number): number => {
    const began = process.cpuUsage();
    expect(Array.isArray(analyse(make(times)))).toBe(true);
    return process.cpuUsage(began).user / 1000;
  };
  timeOf(1_000);
  const once = Math.min(timeOf(1_000), timeOf(1_000));
  // The best of three: the others are timed where the first was disturbed.
  let ratio = Infinity;
  for (let turn = 0; turn < 3 && ratio >= 20; turn += 1) ratio = Math.min(ratio, timeOf(8_000) / (once + 5));
  expect(ratio).toBeLessThan(20);
});

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
