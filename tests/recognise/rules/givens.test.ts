import { expect, test } from 'vitest';
import { takeGivenNames } from '../../../lib/recognise/rules/givens.ts';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([
    ...['chelsea', 'georgia'].map((word) => [hashText(word), markBit('given-name')] as const),
    [hashText('jordan'), markBit('given-name') | markBit('country')],
  ]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, last: string]>([
  ['who does what people do', '[Jordan Oka] came. [Jordan=place] cried.', 'Jordan=person'],
  ['of whom somebody is kin', '[Chelsea Vance] came. [Chelsea=organisation]’s young son slept.', 'Chelsea=person'],
  ['wherever once it is told', '[Jordan Oka] came. [Jordan=place] wept. Then [Jordan=place] left.', 'Jordan=person'],
  [
    'not in the country of that name',
    '[Jordan Oka] wept. [Jordan=place] wept. They met in [Jordan=place].',
    'Jordan=place',
  ],
  ['whom hardly anything else is called', '[Kemi Oka] came. [Kemi=place] has won.', 'Kemi=person'],
  ['not what all know for a country', '[Jordan Oka] came. [Jordan=place] has won.', 'Jordan=place'],
  ['nor where nobody bears it', '[Jordan=place] wept.', 'Jordan=place'],
  ['nor without a sign', '[Chelsea Vance] came. [Chelsea=organisation] won.', 'Chelsea=organisation'],
  ['who has an age among others', 'They have Jack, 5, and [Georgia=place], 3.', 'Georgia=person'],
  [
    'and where she stands again',
    'They have Jack, 5, and [Georgia=place], 3. Then [Georgia=place] slept.',
    'Georgia=person',
  ],
  ['a state with a number', 'It rained in [Georgia=place], 3.', 'Georgia=place'],
  ['who is somebody’s kin', '[Georgia=place], her six-year-old daughter, slept.', 'Georgia=person'],
  ['only where it is told', '[Georgia=place], her son, slept. A [Georgia=place] vow.', 'Georgia=place'],
  ['of a person who has it alone', '[Burma Jones] came. [Burma=place] wept.', 'Burma=person'],
  ['behind whose kin she is', 'His wife, [Burma=place], slept.', 'Burma=person'],
  ['not behind another’s', 'He left his wife, [Burma=place] and all.', 'Burma=place'],
  ['a capital that is some firm’s', '[Georgia=place], her largest market, shrank.', 'Georgia=place'],
])('a given name: %s', (_rule, text, last) => expect(typedNamesAfter(takeGivenNames, text, lexicon).at(-1)).toBe(last));
