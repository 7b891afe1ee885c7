import { expect, test } from 'vitest';
import { takeClubs } from '../../../lib/recognise/rules/clubs.ts';
import { typedNamesAfter } from './marked-names.ts';

const full = 'Then [Harbour Town=organisation] lost.';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['inside of a sentence', `${full} A header put Town ahead.`, ['Town=organisation']],
  ['and where it opens one', `${full} Town lost. A header put Town ahead.`, ['Town=organisation', 'Town=organisation']],
  ['taken for something else', `${full} A header put [Town=work] ahead.`, ['Town=organisation']],
  ['that only opens sentences', `${full} Town lost.`, []],
  ['with an article', `${full} Many of the Town left.`, []],
  ['inside of another run of capitals', `${full} They met in Town Hall.`, []],
  ['that is a word of every day', `${full} They met in town.`, []],
  ['somebody', `${full} They met [Town].`, ['Town=person']],
])('a club by its last word, %s', (_rule, text, expected) =>
  expect(typedNamesAfter(takeClubs, text)).toEqual(['Harbour Town=organisation', ...expected]),
);

test('a town is no club by its last word', () =>
  expect(typedNamesAfter(takeClubs, 'Then [Harbour Town=place] slept. A header put Town ahead.')).toEqual([
    'Harbour Town=place',
  ]));
