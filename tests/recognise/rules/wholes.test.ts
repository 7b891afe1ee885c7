import { expect, test } from 'vitest';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { joinWholes } from '../../../lib/recognise/rules/wholes.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([
    [hashText('institute'), markBit('organisation-tail')],
    ...['aquatic', 'resources'].map((word): [number, number] => [hashText(word), markBit('common')]),
  ]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  [
    'a body and the country that it is of',
    'The [Medical Journal=organisation] of [Borduria=place] said so.',
    ['Medical Journal of Borduria=organisation'],
  ],
  [
    'a body that has its place already',
    'The [University of Leeds=organisation] of [England=place] said so.',
    ['University of Leeds=organisation', 'England=place'],
  ],
  [
    'what a body is of, behind an "and"',
    'The [Bureau of Fisheries=organisation] and [Aquatic Resources=organisation] said so.',
    ['Bureau of Fisheries and Aquatic Resources=organisation'],
  ],
  [
    'two bodies',
    'The [Bureau of Fisheries=organisation] and [Zekon Resources=organisation] said so.',
    ['Bureau of Fisheries=organisation', 'Zekon Resources=organisation'],
  ],
  [
    'a university and another',
    'The [University of Leeds=organisation] and [Aquatic Resources=organisation] said so.',
    ['University of Leeds=organisation', 'Aquatic Resources=organisation'],
  ],
  ['a museum and what it holds', 'So the Museum of the [Steppe] opened.', ['Museum of the Steppe=organisation']],
  ['one that opens a sentence', 'Museum of [Zekon=place] opens.', ['Museum of Zekon=organisation']],
  ['any museum', 'So one museum of the [Steppe] opened.', ['Steppe=person']],
  ['the form of a company', '[Pine Group=organisation] plc fell.', ['Pine Group plc=organisation']],
  ['a form that is another’s', '[Pine=person] Ltd fell.', ['Pine=person']],
  [
    'a company of a town',
    'The [Pine Steel=organisation] of [Leeds=place] fell.',
    ['Pine Steel=organisation', 'Leeds=place'],
  ],
  [
    'a body behind a comma',
    'The [Medical Journal=organisation], of [Borduria=place], fell.',
    ['Medical Journal=organisation', 'Borduria=place'],
  ],
  [
    'an institute that bears a name',
    'They said that she still led the [Ana B. Ruiz] Mind [Brain Institute=organisation] when it closed.',
    ['Ana B. Ruiz Mind Brain Institute=organisation'],
  ],
  [
    'somebody beside an institute',
    'They asked [Ana Ruiz] of the [Brain Institute=organisation] then.',
    ['Ana Ruiz=person', 'Brain Institute=organisation'],
  ],
  [
    'somebody before a company that does not end as one',
    'She met [Ana Ruiz] [Zekyard=organisation] then.',
    ['Ana Ruiz=person', 'Zekyard=organisation'],
  ],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(joinWholes, text, lexicon)).toEqual(expected));
