import { expect, test } from 'vitest';
import type { EntityType } from '../../../lib/model/entity.ts';
import { takeArticled } from '../../../lib/recognise/rules/articled.ts';
import { typedNamesAfter } from './marked-names.ts';

const stored = new Map<string, EntityType>([
  ['Lords', 'organisation'],
  ['Jordan', 'place'],
]);

test.each<[rule: string, text: string, name: string]>([
  ['the store knows', 'She told the [Lords] so.', 'Lords=organisation'],
  ['without an article', '[Lords] left.', 'Lords=person'],
  ['of another kind', 'She told the [Jordan] so.', 'Jordan=person'],
  ['a paper', 'She told The [Scotsman=nationality] so.', 'Scotsman=organisation'],
  ['a people that somebody speaks of', 'She said: “The [Dutch=nationality] will come.”', 'Dutch=nationality'],
  ['all of a people', 'She told The [Dutch=nationality] so.', 'Dutch=nationality'],
  ['a people', 'The [Scots=nationality] were told so.', 'Scots=nationality'],
  ['nobody knows', 'She told the [Riveras] so.', 'Riveras=person'],
])('one word behind "the": %s', (_rule, text, name) => {
  expect(typedNamesAfter(takeArticled, text, undefined, stored)).toEqual([name]);
});
