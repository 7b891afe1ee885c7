import { expect, test } from 'vitest';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit, type WordMark } from '../../../lib/recognise/tagger/lexicon.ts';
import { takeSpeakers } from '../../../lib/recognise/rules/speakers.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { namesAfter } from './marked-names.ts';

const marked = (word: string, ...marks: readonly WordMark[]): [number, number] => [
  hashText(word),
  marks.reduce((bits, mark) => bits | markBit(mark), 0),
];
const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([
    marked('cook', 'surname'),
    marked('banks', 'surname'),
    marked('bank', 'common'),
    marked('brooks', 'surname'),
    marked('police', 'surname', 'common'),
    marked('turkish', 'surname', 'demonym'),
  ]),
  phrases: new Map(),
});

test.each([
  ['a lone surname that speaks', 'Cook said so.', ['Cook']],
  ['and that tells', 'It rained. Cook told them.', ['Cook']],
  ['a verb with its object', 'Cook the rice.', []],
  ['a verb that is no speech', 'Cook left.', []],
  ['inside a sentence nothing is known', 'Then Cook said so.', []],
  ['in capitals neither', 'COOK said so.', []],
  ['an everyday word', 'Police said so.', []],
  ['the plural of one', 'Banks said so.', []],
  ['a surname in -s', 'Brooks said so.', ['Brooks']],
  ['a people', 'Turkish said so.', []],
  ['what is a name already stays', '[Cook=organisation] said so.', ['Cook']],
])('%s', (_rule, text, expected) =>
  expect(namesAfter((view, labelling) => takeSpeakers(view, labelling, lexicon), text, lexicon)).toEqual(expected),
);
