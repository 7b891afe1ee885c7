import { expect, test } from 'vitest';
import { takeApposed } from '../../../lib/recognise/rules/apposed.ts';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([
    [hashText('leader'), markBit('role')],
    [hashText('wilson'), markBit('surname')],
  ]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['who holds it', 'The party’s leader, Song Eon-seog, called it off.', ['Song Eon-seog=person']],
  ['of everyday words', 'The party’s leader, Rose May Hill, called it off.', ['Rose May Hill=person']],
  ['of a place', 'The leader of [Amazonas=place], Wilson Lima, went.', ['Amazonas=place', 'Wilson Lima=person']],
  [
    'of a place, though taken for one',
    'The leader of [Amazonas=place], [Wilson Lima=place], went.',
    ['Amazonas=place', 'Wilson Lima=person'],
  ],
  [
    'where the place is',
    'The leader of [Leeds=place], [West Yorkshire=place], went.',
    ['Leeds=place', 'West Yorkshire=place'],
  ],
  ['one word', 'The party’s leader, Monday, called it off.', []],
  ['what no comma closes', 'So spoke the leader, Song Eon-seog said.', []],
  ['behind a thing', 'The party’s office, Song Eon-seog, closed.', []],
  ['what is a name already', 'The leader, [Bell Foods=organisation], called it off.', ['Bell Foods=organisation']],
  ['in small letters', 'The leader, old and tired, called it off.', []],
])('between commas behind an office: %s', (_rule, text, expected) =>
  expect(typedNamesAfter(takeApposed, text, lexicon)).toEqual(expected),
);
