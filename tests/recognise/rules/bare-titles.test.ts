import { expect, test } from 'vitest';
import { dropBareTitles } from '../../../lib/recognise/rules/bare-titles.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['a title of two words', 'The [First Lady] spoke to [Ana Gil].', ['Ana Gil']],
  ['the same taken for a body', 'The [First Lady=organisation] spoke.', []],
  ['an office and a short form', 'So said [Associate Supt]. Perkins.', []],
  ['a short form behind a force', 'So said [LAPD Asst]. Chief Paysinger.', []],
  ['a surname that is an office elsewhere', 'So said [Chief].', ['Chief']],
  ['a title before its bearer', '[First Lady Ana Gil] spoke.', ['First Lady Ana Gil']],
])('%s', (_rule, text, expected) => expect(namesAfter(dropBareTitles, text)).toEqual(expected));
