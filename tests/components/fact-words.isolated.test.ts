import { beforeEach, expect, test, vi } from 'vitest';
import { asEntityId, asFactId, asSourceId } from '../../lib/model/ids.ts';
import type { FactValue } from '../../lib/model/fact.ts';
import { toFactLines } from '../../lib/store/cards/fact-lines.ts';

const source = { id: asSourceId('test:s'), url: null, title: '', publisher: null, authors: [], publishedAt: null };

function lineOf(value: FactValue, qualifier?: string) {
  const fact = {
    id: asFactId('test:f'),
    subject: asEntityId('test:e'),
    predicate: 'birthDate',
    value,
    source: source.id,
  };
  const [line] = toFactLines(
    [{ fact: { ...fact, ...(qualifier === undefined ? {} : { qualifier }) }, source }],
    '2026-01-01',
    new Map(),
  );
  if (line === undefined) throw new Error('no line');
  return line;
}

beforeEach(() => vi.resetModules());

async function wordsIn(language: string, ...given: Parameters<typeof lineOf>): Promise<string> {
  const getMessage = (key: string): string => (key === 'languageTag' ? language : '');
  vi.stubGlobal('chrome', { runtime: { getURL: () => '' }, i18n: { getMessage } });
  const { factWords } = await import('../../components/fact-words.ts');
  vi.unstubAllGlobals();
  return factWords(lineOf(...given));
}

test.each<[language: string, expected: string, ...given: Parameters<typeof lineOf>]>([
  ['en-GB', '25 January 1978', { date: '1978-01-25' }],
  ['de', '25. Januar 1978', { date: '1978-01-25' }],
  ['ar', '25 يناير 1978', { date: '1978-01-25' }],
  ['fr', 'janvier 1978 (vers)', { date: '1978-01' }, 'vers'],
  ['de', '1.234.567 km²', { number: 1_234_567, unit: 'km²' }],
  ['de', '1962', { number: 1962, unit: 'count' }],
  ['de', '25 January 1978', { text: '25 January 1978' }],
])('in %s a fact reads %s', async (language, expected, ...given) => {
  expect(await wordsIn(language, ...given)).toBe(expected);
});
