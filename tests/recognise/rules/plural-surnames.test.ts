import { expect, test } from 'vitest';
import { takePluralSurnames } from '../../../lib/recognise/rules/plural-surnames.ts';
import { typedNamesAfter } from './marked-names.ts';

test.each<[rule: string, text: string, names: readonly string[]]>([
  ['a family', '[Ada Buch=person] left. The [Buchs=organisation~0.6] deny it.', ['Ada Buch=person', 'Buchs=person']],
  [
    'of a longer plural',
    '[Ada Jones=person] left. The [Joneses=place~0.6] stay.',
    ['Ada Jones=person', 'Joneses=person'],
  ],
  [
    'in a headline without "the"',
    '[Buchs=organisation~0.6] deny it. [Ada Buch=person] left. The [Buchs=organisation~0.6] stay.',
    ['Buchs=person', 'Ada Buch=person', 'Buchs=person'],
  ],
  [
    'a surer name',
    '[Ada Buch=person] left. The [Buchs=organisation~0.95] won.',
    ['Ada Buch=person', 'Buchs=organisation'],
  ],
  ['never with "the"', '[Ada Buch=person] left. [Buchs=place] is cold.', ['Ada Buch=person', 'Buchs=place']],
  [
    'nobody of that name',
    '[Ada Bell=person] left. The [Lakers=organisation] won.',
    ['Ada Bell=person', 'Lakers=organisation'],
  ],
])('%s', (_rule, text, expected) => expect(typedNamesAfter(takePluralSurnames, text)).toEqual(expected));
