import { expect, test } from 'vitest';
import { lookUpShadowed } from '../../../lib/link/candidates/shadowed.ts';
import type { EntityType } from '../../../lib/model/entity.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { KnownName } from '../../../lib/model/knowledge.ts';
import type { CandidateName } from '../../../lib/recognise/combine.ts';

const text = 'The Israeli military met the Israeli press.\nIsraeli news.';
const store: Readonly<Record<string, EntityType>> = { 'Israeli military': 'organisation', Israeli: 'nationality' };
const candidatesOf = (words: string) => [
  { id: asEntityId(`t:${words}`), type: store[words] ?? ('other' as const), prominence: 0.5 },
];
const hit = (words: string, from = 0): KnownName => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length, candidates: candidatesOf(words) };
};
const name = (words: string, from = 0, candidates: CandidateName['candidates'] = []): CandidateName => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length, type: 'nationality', confidence: 1, candidates };
};
/** Answers with every name that is a whole line, and keeps what it was asked. */
const knowledge = (asked: string[]) => ({
  findNames: (lines: string): Promise<KnownName[]> => {
    asked.push(lines);
    let at = 0;
    const found = lines.split('\n').flatMap((line) => {
      const start = at;
      at += line.length + 1;
      return line in store ? [{ start, end: start + line.length, candidates: candidatesOf(line) }] : [];
    });
    return Promise.resolve(found);
  },
});
const idsOf = (names: readonly CandidateName[]) => names.map(({ candidates }) => candidates.map(({ id }) => id));

test('a name inside a longer one of the store is looked up by itself, once', async () => {
  const asked: string[] = [];
  const names = [name('Israeli'), name('Israeli', 25)];
  const known = [hit('Israeli military'), { ...hit('Israeli press', 25), candidates: candidatesOf('Israeli press') }];
  expect(idsOf(await lookUpShadowed(text, names, known, knowledge(asked)))).toEqual([['t:Israeli'], ['t:Israeli']]);
  expect(asked).toEqual(['Israeli']);
});

test('what stands by itself, or has its entities, is not asked for', async () => {
  const asked: string[] = [];
  const names = [name('Israeli', 0, candidatesOf('Israeli military')), name('Israeli', 44)];
  expect(await lookUpShadowed(text, names, [hit('Israeli military')], knowledge(asked))).toBe(names);
  expect(asked).toEqual([]);
});

test('what the store does not know by itself stays without', async () => {
  const names = [name('military')];
  expect(idsOf(await lookUpShadowed(text, names, [hit('Israeli military')], knowledge([])))).toEqual([[]]);
});
