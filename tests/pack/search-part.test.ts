import fc from 'fast-check';
import { expect, test } from 'vitest';
import { asEntityId } from '../../lib/model/ids.ts';
import type { Entity } from '../../lib/model/entity.ts';
import { compileSearch, openSearch } from '../../lib/pack/search-part.ts';

const entity = (name: string, ...aliases: string[]): Entity => ({
  id: asEntityId(`test:${name}`),
  type: 'person',
  name,
  aliases: aliases.map((text) => ({ text })),
  description: '',
});

const names = [
  'Xi Jinping',
  'Wang Yi',
  'Wang Wenbin',
  'Recep Tayyip Erdoğan',
  'Yi',
  '习近平',
  'New York',
  'York',
  "O'Neill",
];
const opened = openSearch(compileSearch([...names.map((name) => entity(name)), entity('Ann Lee', 'Lee, Ann')]));
if (!opened.ok) throw new Error(opened.failure);
const all = [...names, 'Ann Lee'];

test.each<[rule: string, query: string, expected: string[]]>([
  ['a whole name first', 'yi', ['Yi', 'Wang Yi']],
  ['beginnings before inner words', 'york', ['York', 'New York']],
  ['beginning of a word', 'wen', ['Wang Wenbin']],
  ['several of one beginning, in the order of the pack', 'wang', ['Wang Yi', 'Wang Wenbin']],
  ['words in a row before words apart', 'wang w', ['Wang Wenbin', 'Wang Yi']],
  ['words in any order', 'jinping xi', ['Xi Jinping']],
  ['words apart', 'recep erd', ['Recep Tayyip Erdoğan']],
  ['without diacritics and case', 'ERDOGAN', ['Recep Tayyip Erdoğan']],
  ['apostrophes and hyphens', 'o’neill', ["O'Neill"]],
  ['another script', '习近', ['习近平']],
  ['each entity once', 'lee', ['Ann Lee']],
  ['a wrong letter', 'wenbim', ['Wang Wenbin']],
  ['a letter missing', 'erdogn', ['Recep Tayyip Erdoğan']],
  ['a letter too many', 'jinnping', ['Xi Jinping']],
  ['two letters swapped', 'jinipng', ['Xi Jinping']],
  ['a mistake in the first letter', 'penbin', ['Wang Wenbin']],
  ['two mistakes in a long word, unfinished', 'recep tayib e', ['Recep Tayyip Erdoğan']],
  ['no mistakes in three letters', 'yrk', []],
  ['nothing inside a word', 'nping', []],
  ['nothing of nothing', ' – ', []],
  ['nothing that begins so', 'zzz', []],
])('%s', (_, query, expected) => {
  expect(opened.value.find(query, 10).map(({ ordinal }) => all[ordinal])).toEqual(expected);
});

const loose = [
  'North Atlantic Treaty',
  'Northampton',
  'NORAD',
  'Southgate',
  'De Gaulle',
  'Кот',
  'Кит',
  '习近平',
  '乡村',
];
const openedLoose = openSearch(compileSearch(loose.map((name) => entity(name))));
if (!openedLoose.ok) throw new Error(openedLoose.failure);

test.each<[rule: string, query: string, expected: string[]]>([
  ['no letter is mistaken for what stands between words', 'northgat', []],
  ['two mistakes in a whole word', 'northgate', ['Southgate']],
  ['a space too few', 'degaulle', ['De Gaulle']],
  ['a space too many', 'north ampton', ['Northampton']],
  ['mistakes are counted by letters, of two bytes', 'кат', []],
  ['and of three', '习村', []],
])('what is near: %s', (_, query, expected) => {
  expect(openedLoose.value.find(query, 10).map(({ ordinal }) => loose[ordinal])).toEqual(expected);
});

test('a wrong letter of two bytes is one mistake', () => {
  const search = openSearch(compileSearch([entity('Шольц')]));
  expect(search.ok && search.value.find('Шоруц', 5).length).toBe(0);
  expect(search.ok && search.value.find('Шорьц', 5).length).toBe(1);
});

test('passes over what is filtered out', () => {
  expect(
    opened.value.find('wang', 10, (ordinal) => all[ordinal] !== 'Wang Yi').map(({ ordinal }) => all[ordinal]),
  ).toEqual(['Wang Wenbin']);
});

test('a mistake anywhere in a word is forgiven, whatever the other names are', () => {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const word = fc.string({ unit: fc.constantFrom(...letters.split('')), minLength: 5, maxLength: 9 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 30 }), fc.nat(), fc.nat(), (all, which, where) => {
      const search = openSearch(compileSearch(all.map((name) => entity(name))));
      if (!search.ok) throw new Error(search.failure);
      const target = which % all.length;
      const name = all[target] ?? '';
      const at = where % name.length;
      for (const typed of [
        `${name.slice(0, at)}${name.slice(at + 1)}`,
        `${name.slice(0, at)}q${name.slice(at + 1)}`,
        `${name.slice(0, at)}q${name.slice(at)}`,
      ])
        expect(search.value.find(typed, 100).map(({ ordinal }) => ordinal)).toContain(target);
    }),
    { numRuns: 200 },
  );
});

test('keeps to the limit', () => {
  expect(opened.value.find('wang', 1)).toHaveLength(1);
});

test('is empty without names', () => {
  const empty = openSearch(compileSearch([]));
  expect(empty.ok && empty.value.find('a', 5)).toEqual([]);
});
