import { expect, test } from 'vitest';
import { moneyAtHome } from '../../lib/claim/quantity/national-money.ts';

test.each([
  ['the outlet’s country', '50,000 shillings', 'KES', 'UG', 'Kenya and Kenyans', 'UGX'],
  ['another outlet’s country', 'Sh1,000', 'KES', 'TZ', '', 'TZS'],
  ['what the text is about', '1,400 pesos', 'PHP', null, 'Mexico City and the Mexicans, Philippine', 'MXN'],
  ['the text where the outlet has other money', '1,400 pesos', 'PHP', 'GB', 'In Argentina', 'ARS'],
  ['a people before the word', '9 Ugandan shillings', 'UGX', 'KE', 'Kenya', 'UGX'],
  ['nothing', '5 pesos', 'PHP', null, 'Nobody', 'PHP'],
  ['crowns', '212 million crowns', 'SEK', null, 'A Norwegian firm in Sweden, Norway', 'NOK'],
  ['pounds as they are', '5 pounds', 'GBP', 'EG', 'Egyptian', 'GBP'],
  ['a sign that leaves nothing open', '₹500', 'INR', 'PK', 'Pakistan', 'INR'],
])('whose money is told by %s', (_, written, unit, country, text, code) => {
  expect(moneyAtHome(written, unit, { country, text })).toBe(code);
});
