import { expect, test } from 'vitest';
import { contentOf } from '../../lib/claim/compare/content.ts';

const ownWords = (text: string): string =>
  contentOf(text)
    .tokens.map(({ plain }) => plain)
    .join(' ');

test.each<[rule: string, text: string, own: string]>([
  [
    'a source in the middle',
    'The bridge cost £41m, the council said on Monday, and took four years.',
    'The bridge cost £ 41m , and took four years .',
  ],
  [
    'a source before a tail of rarity',
    'Rain fell on 20 days, the office said, the most since 1998.',
    'Rain fell on 20 days',
  ],
  [
    'whoever foretells what a country does',
    'The World Bank forecast economic growth of 2% in Kenya.',
    'economic growth of 2 % in Kenya .',
  ],
  ['a tail of rarity alone', 'Sales of cars fell to 410, its worst month on record.', 'Sales of cars fell to 410'],
])('what is stated, without %s', (_rule, text, own) => {
  expect(ownWords(text)).toBe(own);
});

test('a firm that foretells its own growth is what the statement is about', () => {
  expect(ownWords('Norvane forecast profit growth of 2% in 2020.')).toBe(
    'Norvane forecast profit growth of 2 % in 2020 .',
  );
});

test('commas without end: four times the text takes about four times as long', () => {
  // Of the processor: what else the machine does shall not count.
  const timeOf = (commas: number): number => {
    const began = process.cpuUsage();
    contentOf(`It was, ${'ab, '.repeat(commas)}end.`);
    return process.cpuUsage(began).user / 1000;
  };
  timeOf(8_000);
  expect(timeOf(32_000) / (Math.min(timeOf(8_000), timeOf(8_000)) + 10)).toBeLessThan(10);
});
