import { beforeEach, expect, test, vi } from 'vitest';

beforeEach(() => vi.resetModules());

test.each([
  ['en-GB', 30, 'years', '30 years'],
  ['de', 30, 'years', '30 Jahre'],
  ['fr', 1, 'months', '1 mois'],
  ['es', 3, 'weeks', '3 semanas'],
  ['ru', 2, 'days', '2 дня'],
  ['uk', 5, 'hours', '5 годин'],
  ['zh-CN', 8, 'minutes', '8分钟'],
  ['ar', 3, 'years', '3 سنوات'],
  ['de', 1_250, 'km', '1.250 km'],
  ['fr', 40, 'hectares', '40 hectares'],
  ['de', 12, 'barrels', '12 barrels'],
])('in %s an amount of %s %s reads %s', async (language, value, unit, expected) => {
  const getMessage = (key: string): string => (key === 'languageTag' ? language : '');
  vi.stubGlobal('chrome', { runtime: { getURL: () => '' }, i18n: { getMessage } });
  const { amountWords } = await import('../../components/quantities.ts');
  vi.unstubAllGlobals();
  expect(amountWords({ value, unit }).replace(/\u00a0/gu, ' ')).toBe(expected);
});
