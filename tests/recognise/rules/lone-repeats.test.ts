import { expect, test } from 'vitest';
import { fillLoneRepeats } from '../../../lib/recognise/rules/lone-repeats.ts';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  [
    'a word that is found and passed over',
    'They sell [PSVR=product]. So most PSVR games sell.',
    ['PSVR=product', 'PSVR=product'],
  ],
  ['with other letters', 'They sell [PSVR=product]. So most Psvr games sell.', ['PSVR=product']],
  ['passed over nearly everywhere', '[Zek=person] left. A Zek, a Zek, a Zek and a Zek came.', ['Zek=person']],
  ['that the document writes small as well', '[Winter] left. A Winter came. In winter it snows.', ['Winter=person']],
  ['inside of another run of capitals', '[Zek=place] slept. The Zek Road is wet.', ['Zek=place']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(fillLoneRepeats, text)).toEqual(expected));

const everyday = openLexicon({
  codes: new Map(),
  words: new Map([
    [hashText('stove'), markBit('common')],
    [hashText('said'), markBit('speech-verb')],
  ]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, count: number]>([
  ['that opens a sentence and acts', 'Then [Ana Stove] ran. So [Stove] fled. Stove has gone. Stove said so.', 4],
  ['inside of a sentence', 'Then [Ana Stove] ran. So [Stove] fled. They told us Stove hid.', 3],
  ['that opens a sentence as what it is', 'Then [Ana Stove] ran. So [Stove] fled. Stove lids shut.', 2],
  ['that nobody is called in full', 'So [Stove] fled. Stove has gone.', 1],
  ['that the document writes small as well', 'Then [Ana Stove] ran. So [Stove] fled. Stove has gone by the stove.', 2],
])('an everyday word that is a surname, %s', (_rule, text, count) =>
  expect(typedNamesAfter(fillLoneRepeats, text, everyday)).toHaveLength(count),
);
