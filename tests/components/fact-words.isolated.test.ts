import { beforeEach, expect, test, vi } from 'vitest';
import { asEntityId, asFactId, asSourceId } from '../../lib/model/ids.ts';
import type { FactValue } from '../../lib/model/fact.ts';
import { readLocales } from '../../scripts/catalogues.ts';
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
  ['en-GB', '25\u00A0January 1978', { date: '1978-01-25' }],
  ['de', '25.\u00A0Januar 1978', { date: '1978-01-25' }],
  ['ar', '25\u00A0يناير 1978', { date: '1978-01-25' }],
  ['fr', 'janvier 1978 (vers)', { date: '1978-01' }, 'vers'],
  ['de', '1.234.567 km²', { number: 1_234_567, unit: 'km²' }],
  ['de', '1962', { number: 1962, unit: 'count' }],
  ['de', '25 January 1978', { text: '25 January 1978' }],
])('in %s a fact reads %s', async (language, expected, ...given) => {
  expect(await wordsIn(language, ...given)).toBe(expected);
});

test.each<[language: string, expected: string, from: string | null, to: string | null]>([
  ['fr', 'depuis 2022', '2022', null],
  ['fr', 'depuis mars 2022', '2022-03', null],
  ['fr', 'depuis le 7\u00A0mars 2022', '2022-03-07', null],
  ['fr', 'jusqu’au 7\u00A0mars 2022', null, '2022-03-07'],
  ['fr', 'jusqu’en mars 2022', null, '2022-03'],
  ['fr', '2022 – mars 2023', '2022', '2023-03'],
  ['de', 'bis zum 7.\u00A0März 2022', null, '2022-03-07'],
  ['de', 'bis März 2022', null, '2022-03'],
  ['es', 'desde marzo de\u00A02022', '2022-03', null],
  ['es', 'desde el 7\u00A0de\u00A0marzo de\u00A02022', '2022-03-07', null],
  ['ru', 'с марта 2022\u00A0г.', '2022-03', null],
  ['uk', 'до березня 2022\u00A0р.', null, '2022-03'],
  ['zh_CN', '自 2022年3月', '2022-03', null],
  ['ar', 'منذ مارس 2022', '2022-03', null],
])('in %s a time reads %s', async (language, expected, from, to) => {
  const texts = readLocales().find((each) => each.language === language)?.texts ?? {};
  const getMessage = (key: string): string => texts[key] ?? '';
  vi.stubGlobal('chrome', { runtime: { getURL: () => '' }, i18n: { getMessage } });
  const { spellWords } = await import('../../components/dates.ts');
  vi.unstubAllGlobals();
  expect(spellWords(from, to, 'holds')?.replaceAll('\u202f', ' ')).toBe(expected);
});

test.each([
  ['en-GB', 'Role: Ambassador'],
  ['fr', 'Role\u00A0: Ambassador'],
  ['zh-CN', 'Role：Ambassador'],
])('in %s what is told of a word stands behind %s', async (language, expected) => {
  const getMessage = (key: string): string => (key === 'languageTag' ? language : '');
  vi.stubGlobal('chrome', { runtime: { getURL: () => '' }, i18n: { getMessage } });
  const { timelineOf } = await import('../../components/library/timeline.ts');
  vi.unstubAllGlobals();
  const line = { ...lineOf({ text: 'Ambassador' }), predicate: 'role', validFrom: '2030' as const };
  const fact = { fact: { value: { text: 'Ambassador' } }, line };
  const page = { facts: [fact], claims: [] } as unknown as Parameters<typeof timelineOf>[0];
  expect(timelineOf(page).map(({ text }) => text)).toEqual([expected]);
});
