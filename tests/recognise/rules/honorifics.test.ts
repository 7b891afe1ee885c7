import { expect, test } from 'vitest';
import { dropHonorifics } from '../../../lib/recognise/rules/honorifics.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['two titles', 'Then [Datuk Seri Anwar Ruiz] left.', ['Anwar Ruiz']],
  ['one', 'Then [Alhaji Bello] left.', ['Bello']],
  ['a title of two words', 'Then [Tan Sri Ruiz] left.', ['Ruiz']],
  ['a title alone', 'Then [Datuk] left.', ['Datuk']],
  ['a name that is like one', 'Then [Sri Mulyani] and [Tan Wei] left.', ['Sri Mulyani', 'Tan Wei']],
  ['a body', 'Then [Alhaji Bank=organisation] fell.', ['Alhaji Bank']],
  ['what somebody stands for', 'He beat the [Peronist Leo Santos].', ['Leo Santos']],
  ['not a surname alone', 'He beat the [Peronist Santos].', ['Peronist Santos']],
])('%s', (_rule, text, expected) => expect(namesAfter(dropHonorifics, text)).toEqual(expected));
