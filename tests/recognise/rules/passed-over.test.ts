import { expect, test } from 'vitest';
import { takePassedOver } from '../../../lib/recognise/rules/passed-over.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  [
    'between two',
    'The storm that came in the night hit [Galway=place], Mayo and [Sligo=place].',
    ['Galway=place', 'Mayo=place', 'Sligo=place'],
  ],
  [
    'with a comma',
    'The storm that came in the night hit [Galway=place], Mayo, and [Sligo=place].',
    ['Galway=place', 'Mayo=place', 'Sligo=place'],
  ],
  ['between others', 'So [Ana Ruiz], May and [Tom Reed] left.', ['Ana Ruiz=person', 'Tom Reed=person']],
  [
    'in small letters',
    'The storm that came in the night hit [Galway=place], villages and [Sligo=place].',
    ['Galway=place', 'Sligo=place'],
  ],
  [
    'two words',
    'The storm that came in the night hit [Galway=place], Old Mayo and [Sligo=place].',
    ['Galway=place', 'Sligo=place'],
  ],
  [
    'no list',
    'The storm that came in the night hit [Galway=place] in May and [Sligo=place].',
    ['Galway=place', 'Sligo=place'],
  ],
])('a place that was passed over: %s', (_rule, text, names) =>
  expect(typedNamesAfter(takePassedOver, text)).toEqual(names),
);
