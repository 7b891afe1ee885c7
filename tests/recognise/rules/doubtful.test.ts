import { expect, test } from 'vitest';
import { dropDoubtful } from '../../../lib/recognise/rules/doubtful.ts';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([[hashText('bill'), markBit('common') | markBit('given-name')]]),
  phrases: new Map(),
});

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
  ['an everyday word with an article', 'A [Bill~0.4] will be there.', []],
  ['the same without', 'Then [Bill~0.4] came.', ['Bill=person']],
  ['one of whom the model is sure', 'A [Bill~0.9] rally began.', ['Bill=person']],
  ['another word with an article', 'A [Ruiz~0.4] rally began.', ['Ruiz=person']],
  ['somebody of whom the model is unsure', 'They met [Selva Cruz~0.35].', ['Selva Cruz=person']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(dropDoubtful, text, lexicon)).toEqual(expected));
