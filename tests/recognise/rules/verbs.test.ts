import { expect, test } from 'vitest';
import { dropVerbs } from '../../../lib/recognise/rules/verbs.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['a verb with its object', 'They cook daily. [Cook] the rice.', []],
  ['and with a pronoun', 'They cook daily. [Cook] it well.', []],
  ['a name with its verb', 'They cook daily. [Cook] left.', ['Cook']],
  ['a word that is never written small', '[Cook] the explorer sailed.', ['Cook']],
  ['inside a sentence', 'They cook daily. Then [Cook] the explorer came.', ['Cook']],
  ['a month', '[May] left. In [May], the vote was lost.', ['May']],
  ['a month with its day', 'On [May] 12 he left.', []],
  ['confidence in somebody', 'They had no confidence in [May], he said.', ['May']],
  ['a name of two words', 'They cook daily. [James Cook] the explorer came.', ['James Cook']],
])('%s', (_rule, text, expected) => expect(namesAfter(dropVerbs, text)).toEqual(expected));
