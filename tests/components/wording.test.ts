import { describe, expect, test } from 'vitest';
import { monogramOf } from '../../components/card/monogram.ts';
import { dateWords, spellWords } from '../../components/dates.ts';
import { hostOf, safeLink } from '../../components/links.ts';
import { predicateOf, predicateWords } from '../../components/predicates.ts';
import { amountWords, quantityWords } from '../../components/quantities.ts';
import { words } from '../../lib/i18n/words.ts';

test.each([
  ['a year', '2022', '2022'],
  ['a month', '2022-03', 'March 2022'],
  ['a day', '2022-03-07', '7\u00A0March 2022'],
  ['a moment is told by its day', '2022-03-07T23:59:00+02:00', '7\u00A0March 2022'],
  ['no month 13', '2022-13', '2022-13'],
  ['no date at all', 'last spring', 'last spring'],
])('dateWords: %s', (_, iso, expected) => {
  expect(dateWords(iso)).toBe(expected);
});

test.each([
  ['both ends', '2016', '2021-05', 'holds', '2016 to May 2021'],
  ['one day', '2021-05-03', '2021-05-03', 'holds', '3\u00A0May 2021'],
  ['since', '2020', null, 'holds', 'since 2020'],
  ['yet to come', '2026', null, 'not-yet', 'from 2026'],
  ['until', null, '2024', 'no-longer', 'until 2024'],
  ['unknown', null, null, 'holds', null],
] as const)('spellWords: %s', (_, from, to, tense, expected) => {
  expect(spellWords(from, to, tense)).toBe(expected);
});

test.each([
  ['a share', 30, 'percent', '30%'],
  ['points', 1.5, 'percentage-points', '1.5 percentage points'],
  ['a count', 1200, 'count', '1,200'],
  ['millions in words', 2_500_000, 'count', '2.5 million'],
  ['money says whose', 2_500_000_000, 'USD', 'US$2.5 billion'],
  ['money of an unknown country', 900, '$', '$900'],
  ['a debt of an unknown country', -2_500_000, '$', '−$2.5 million'],
  ['money in euros', 1200, 'EUR', '€1,200'],
  ['money with a code', 12, 'CHF', 'CHF\u00a012'],
  ['a debt', -5, 'GBP', '−£5'],
  ['a measure', 12, 'square-metres', '12 square metres'],
  ['one alone', 1, 'years', '1 year'],
  ['a unit of several words', 90, 'km/h', '90 km/h'],
  ['below nothing', -12, '°C', '−12 °C'],
  ['a share below nothing', -0.4, 'percent', '−0.4%'],
  ['less than two decimals have', 0.00312, 'km', '0.00312 km'],
])('amountWords: %s', (_, value, unit, expected) => {
  expect(amountWords({ value, unit })).toBe(expected);
});

test.each([
  ['a share of something', 30, 'percent', 'oil and gas', 'A cut of 30% of oil and gas', '30% of oil and gas'],
  ['a share of all of it', 30, 'percent', 'voters', 'It asked 30% of all the voters.', '30% of voters'],
  ['a share that is not of what is told', 5.1, 'percent', 'Inflation', 'Inflation was 5.1%.', '5.1%, Inflation'],
  ['a change', 2, 'percent', 'rise in sales', 'Sales rose 2%.', '2%, rise in sales'],
  ['things counted', 14, 'count', 'people', '14 people', '14 people'],
  ['an amount for something', 5, 'EUR', 'repairs', 'It cost €5 in repairs', '€5, repairs'],
  ['an amount of something', 5, 'EUR', 'repairs', 'It took €5 of repairs', '€5 of repairs'],
  ['what stands before its amount', 84, 'GBP', 'profit', 'A profit of £84', '£84, profit'],
  ['a time of something', 30, 'years', 'relations', 'After 30 years of relations', '30 years of relations'],
  ['a time that something takes', 2, 'years', 'contract', 'It signed a two-year contract', '2 years, contract'],
  ['nothing named', 5, 'percent', ' ', 'Up by 5%', '5%'],
])('quantityWords: %s', (_, value, unit, of, text, expected) => {
  expect(quantityWords({ value, unit, of }, text)).toBe(expected);
});

test.each([
  ['two words', 'Wang Wenbin', 'WW'],
  ['a middle name falls', 'Maria del Carmen Ortiz', 'MO'],
  ['an acronym stays', 'NATO', 'NATO'],
  ['a longer acronym is cut', 'UNESCO', 'U'],
  ['small words fall', 'Ministry of Energy', 'ME'],
  ['one word', 'Putin', 'P'],
  ['what stands in brackets falls', 'Georgia (country)', 'G'],
  ['quotation marks fall', '‘Abu’ “Salim”', 'AS'],
  ['a script without capitals', '王毅', '王'],
  ['letters of Arabic do not join', 'ليلى حداد', 'ل\u200cح'],
  ['only small words', 'of the', 'O'],
  ['no letters', '—', ''],
  ['without the article that Arabic writes as one with the word', 'الأمم المتحدة', 'أ\u200cم'],
])('monogramOf: %s', (_, name, expected) => {
  expect(monogramOf(name)).toBe(expected);
});

test.each([
  ['listed', 'jobTitle', 'Role'],
  ['taken apart', 'headOfState', 'Head of state'],
  ['of another vocabulary', 'https://example.org/terms#shoeSize', 'Shoe size'],
  ['a name of an object is no label', 'constructor', 'Constructor'],
  ['nothing to take apart', '#', '#'],
])('predicateWords: %s', (_, predicate, expected) => {
  expect(predicateWords(predicate)).toBe(expected);
});

test.each([
  ['a label', 'Role', 'jobTitle'],
  ['however it is written', ' role ', 'jobTitle'],
  ['one that is made up', 'Shoe size', 'https://example.org/terms#shoeSize'],
  ['none of these', 'Patron saint', 'Patron saint'],
])('predicateOf: %s', (_, label, expected) => {
  expect(predicateOf(label, ['https://example.org/terms#shoeSize', 'jobTitle', 'worksFor'])).toBe(expected);
});

describe('links', () => {
  test.each([
    ['https', 'https://a.example/x', 'https://a.example/x'],
    ['http', 'http://a.example', 'http://a.example/'],
    ['script', ' javascript:alert(1)', null],
    ['data', 'data:text/html,x', null],
    ['relative', '/x', null],
    ['none', null, null],
  ])('safeLink: %s', (_, address, expected) => {
    expect(safeLink(address)).toBe(expected);
  });

  test('hostOf leaves "www." out', () => expect(hostOf('https://www.news.example/x')).toBe('news.example'));
});

test.each([
  [0, '0 claims'],
  [1, '1 claim'],
  [2400, '2,400 claims'],
])('a number with its word: %i', (count, expected) => {
  expect(words.count.claims({ count })).toBe(expected);
});
