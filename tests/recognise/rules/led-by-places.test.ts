import { expect, test } from 'vitest';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { partPlaces } from '../../../lib/recognise/rules/led-by-places.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([
    [hashText('syldavia'), markBit('country')],
    [hashText('syldavian'), markBit('demonym')],
    [hashText('georgia'), markBit('country') | markBit('given-name')],
  ]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['behind "of"', 'The president of [Syldavia Ana Ruiz] left.', ['Syldavia=place', 'Ana Ruiz=person']],
  ['somebody who is called so', 'The mother of [Georgia Ana Ruiz] left.', ['Georgia Ana Ruiz=person']],
  ['behind an office of it', 'The chief justice of [Georgia Ana Ruiz] left.', ['Georgia=place', 'Ana Ruiz=person']],
  [
    'a name that stands without it elsewhere',
    'Then [Syldavian Ana Ruiz] won. [Ana Ruiz] slept.',
    ['Syldavian=nationality', 'Ana Ruiz=person', 'Ana Ruiz=person'],
  ],
  ['a name that stands nowhere else', 'Then [Syldavian Ana Ruiz] won.', ['Syldavian Ana Ruiz=person']],
  ['a name of two words', 'The mother of [Syldavia Ruiz] left.', ['Syldavia Ruiz=person']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(partPlaces, text, lexicon)).toEqual(expected));

test('before somebody whom the store knows', () => {
  const text = 'The president of [Syldavia Ana Ruiz] left. [Ana Ruiz] slept.';
  const stored = new Map([['Ana Ruiz', 'person' as const]]);
  expect(typedNamesAfter(partPlaces, text, lexicon, stored)).toEqual([
    'Syldavia=place',
    'Ana Ruiz=person',
    'Ana Ruiz=person',
  ]);
});
