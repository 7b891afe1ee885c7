import { expect, test } from 'vitest';
import { dropDoubtful } from '../../lib/recognise/tagger/doubtful.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each([
  ['a place that is hardly one', 'They met at [Selva Cruz=place~0.35].', []],
  ['a place that is rather one', 'They met at [Selva Cruz=place~0.45].', ['Selva Cruz=place']],
  [
    'a place of which another mention is sure',
    'In [Selva Cruz=place~0.9] they met. [Selva Cruz=place~0.2] slept.',
    ['Selva Cruz=place', 'Selva Cruz=place'],
  ],
  [
    'a town and what it is in',
    'They met in [Selva Cruz=place~0.3], [Ore.=place~0.9], then.',
    ['Selva Cruz=place', 'Ore.=place'],
  ],
  ['an organisation that is hardly one', 'They met [Selva Cruz=organisation~0.35].', ['Selva Cruz=organisation']],
  ['somebody of whom the model is unsure', 'They met [Selva Cruz~0.35].', ['Selva Cruz=person']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(dropDoubtful, text)).toEqual(expected));
