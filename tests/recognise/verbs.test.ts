import { expect, test } from 'vitest';
import { dropVerbs } from '../../lib/recognise/tagger/verbs.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['a verb with its object', 'They cook daily. [Cook] the rice.', []],
  ['and with a pronoun', 'They cook daily. [Cook] it well.', []],
  ['a name with its verb', 'They cook daily. [Cook] left.', ['Cook']],
  ['a word that is never written small', '[Cook] the explorer sailed.', ['Cook']],
  ['inside a sentence', 'They cook daily. Then [Cook] the explorer came.', ['Cook']],
  ['a name of two words', 'They cook daily. [James Cook] the explorer came.', ['James Cook']],
])('%s', (_rule, text, expected) => expect(namesAfter(dropVerbs, text)).toEqual(expected));
