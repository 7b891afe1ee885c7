import { expect, test } from 'vitest';
import { isMoney, mayBeSame, unitIn } from '../../lib/model/money.ts';

test.each([
  ['New Zealand', 'NZ', '$', 'NZD'],
  ['Australia', 'AU', '$', 'AUD'],
  ['Canada', 'CA', '$', 'CAD'],
  ['Singapore', 'SG', '$', 'SGD'],
  ['Hong Kong', 'HK', '$', 'HKD'],
  ['the United States', 'US', '$', 'USD'],
  ['Ecuador has none of its own', 'EC', '$', '$'],
  ['Mexico writes pesos so', 'MX', '$', '$'],
  ['Britain', 'GB', '$', '$'],
  ['unknown', null, '$', '$'],
  ['a dollar that says whose', 'NZ', 'USD', 'USD'],
  ['no dollar', 'NZ', 'percent', 'percent'],
])('a bare dollar in %s', (_, country, unit, expected) => {
  expect(unitIn(country, unit)).toBe(expected);
});

test.each([
  ['$', 'NZD', true],
  ['USD', '$', true],
  ['USD', 'NZD', false],
  ['$', 'GBP', false],
  ['percent', 'percent', true],
  ['$', 'count', false],
])('%s and %s may be the same: %s', (a, b, expected) => {
  expect(mayBeSame(a, b)).toBe(expected);
});

test.each([
  ['$', true],
  ['EUR', true],
  ['percent', false],
])('%s is money: %s', (unit, expected) => {
  expect(isMoney(unit)).toBe(expected);
});
