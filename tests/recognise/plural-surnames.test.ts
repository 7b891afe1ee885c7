import { expect, test } from 'vitest';
import { takePluralSurnames } from '../../lib/recognise/tagger/plural-surnames.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['a family', '[Ada Buch=person] left. The [Buchs=organisation] deny it.', ['Ada Buch=person', 'Buchs=person']],
  ['of a longer plural', '[Ada Jones=person] left. The [Joneses=place] stay.', ['Ada Jones=person', 'Joneses=person']],
  [
    'in a headline without "the"',
    '[Buchs=organisation] deny it. [Ada Buch=person] left. The [Buchs=organisation] stay.',
    ['Buchs=person', 'Ada Buch=person', 'Buchs=person'],
  ],
  ['never with "the"', '[Ada Buch=person] left. [Buchs=place] is cold.', ['Ada Buch=person', 'Buchs=place']],
  [
    'nobody of that name',
    '[Ada Bell=person] left. The [Lakers=organisation] won.',
    ['Ada Bell=person', 'Lakers=organisation'],
  ],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(takePluralSurnames, text)).toEqual(expected));
