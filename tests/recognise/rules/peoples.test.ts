import { expect, test } from 'vitest';
import { hashText, mix } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { takePeoples } from '../../../lib/recognise/rules/peoples.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const phrase = (...words: readonly string[]): number => words.reduce((hash, word) => mix(hash, hashText(word)), 0);
const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([
    [hashText('syldavian'), markBit('demonym')],
    [hashText('new'), markBit('common')],
    [hashText('ambassador'), markBit('role')],
    [hashText('rose'), markBit('role') | markBit('given-name')],
  ]),
  phrases: new Map([[phrase('new', 'syldavians'), markBit('demonym')]]),
});

test.each<[rule: string, text: string, names: readonly string[]]>([
  [
    'a nationality and an office before a name',
    'So [Syldavian Ambassador Ana Ruiz] left.',
    ['Syldavian=nationality', 'Ana Ruiz=person'],
  ],
  ['Americans by their descent', 'So many [Syldavian-Americans] left.', ['Syldavian-Americans=nationality']],
  ['somebody whose name ends so', 'So [Ana Ruiz-American] left.', ['Ana Ruiz-American=person']],
  ['a nationality alone', 'So [Syldavian Ana Ruiz] left.', ['Syldavian Ana Ruiz=person']],
  ['an office that is a given name too', 'So [Syldavian Rose Ruiz] left.', ['Syldavian Rose Ruiz=person']],
  [
    'a people before an office that was passed over',
    'Syldavian Prime Minister [Ana Ruiz] left.',
    ['Syldavian=nationality', 'Ana Ruiz=person'],
  ],
  ['a people before anything else', 'Syldavian Airlines left.', []],
  ['an office alone', 'So [Ambassador Ana Ruiz] left.', ['Ambassador Ana Ruiz=person']],
  ['a listed people', 'So many New Syldavians left.', ['New Syldavians=nationality']],
  ['of which a part is found', 'So many New [Syldavians=organisation] left.', ['New Syldavians=nationality']],
  ['one that opens a sentence', 'New Syldavians left.', ['New Syldavians=nationality']],
  ['which is only a part of a name', 'The New Syldavians Club closed.', []],
  ['and one that is found', 'So many [New Syldavians=organisation] left.', ['New Syldavians=organisation']],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(takePeoples, text, lexicon)).toEqual(expected));
