import { expect, test } from 'vitest';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { takeTowns } from '../../../lib/recognise/rules/towns.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([[hashText('wisconsin'), markBit('region')]]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['before its state', 'He is of Superior, [Wisconsin=place].', ['Superior=place', 'Wisconsin=place']],
  ['of two words', 'He lives in Eau Claire, [Wisconsin=place].', ['Eau Claire=place', 'Wisconsin=place']],
  ['where nobody is', 'He likes Superior, [Wisconsin=place].', ['Wisconsin=place']],
  ['before no state', 'He is of Superior, [Norland=place].', ['Norland=place']],
  ['in small letters', 'He is of note, [Wisconsin=place].', ['Wisconsin=place']],
  [
    'that is found',
    'He is of [Superior=organisation], [Wisconsin=place].',
    ['Superior=organisation', 'Wisconsin=place'],
  ],
])('a town %s', (_rule, text, names) => expect(typedNamesAfter(takeTowns, text, lexicon)).toEqual(names));
