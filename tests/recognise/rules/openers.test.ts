import { expect, test } from 'vitest';
import { dropOpeners } from '../../../lib/recognise/rules/openers.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['a word that is written small elsewhere', 'They lit neon signs of neon. [Neon=organisation] faded.', []],
  ['once only', 'They lit neon signs. [Neon=organisation] faded.', ['Neon']],
  [
    'and is a name inside of a sentence',
    'An apple a day, an apple a night. So [Apple=organisation] rose. [Apple=organisation] fell.',
    ['Apple', 'Apple'],
  ],
  ['a people', 'They polish it and polish it. [Polish=nationality] troops came.', ['Polish']],
  ['a longer name', 'They lit neon signs of neon. [Neon Museum=organisation] faded.', ['Neon Museum']],
])('%s', (_rule, text, expected) => expect(namesAfter(dropOpeners, text)).toEqual(expected));
