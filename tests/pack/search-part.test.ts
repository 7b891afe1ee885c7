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
  ['nothing inside a word', 'inping', []],
  ['nothing of nothing', ' – ', []],
  ['nothing that begins so', 'zzz', []],
])('%s', (_, query, expected) => {
  expect(opened.value.find(query, 10).map(({ ordinal }) => all[ordinal])).toEqual(expected);
});

test('keeps to the limit', () => {
  expect(opened.value.find('wang', 1)).toHaveLength(1);
});

test('is empty without names', () => {
  const empty = openSearch(compileSearch([]));
  expect(empty.ok && empty.value.find('a', 5)).toEqual([]);
});
