import { expect, test } from 'vitest';
import { takeRelatives } from '../../../lib/recognise/rules/coordinated.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['a given name before "and" and a full name', 'Joe and [Jill Bell] came.', ['Joe', 'Jill Bell']],
  ['an everyday word there stays one', 'Sun and [Jill Bell] came.', ['Jill Bell']],
  ['so does what ends a run of capitals', 'Uncle Joe and [Jill Bell] came.', ['Jill Bell']],
  ['a surname alone shares nothing', 'Joe and [Bell] came.', ['Bell']],
  ['the family of somebody', '[Jill Bell] came. Then the Bells left.', ['Jill Bell', 'Bells']],
  ['a surname in -s', '[Jill Jones] came. Then the Joneses left.', ['Jill Jones', 'Joneses']],
  ['a family taken for a place', '[Jill Rivera] came. Then the [Riveras=place] left.', ['Jill Rivera', 'Riveras']],
  ['without "the" no family', '[Jill Bell] came. Bells rang.', ['Jill Bell']],
  ['a longer name is none', '[Jill Bell] came. Then the Bells Inn burned.', ['Jill Bell']],
  ['nor is a word in lower case', '[Jill Bell] came. Then the bells rang.', ['Jill Bell']],
])('%s', (_rule, text, expected) => expect(namesAfter(takeRelatives, text)).toEqual(expected));
