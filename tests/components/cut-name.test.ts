import { expect, test } from 'vitest';
import { cutName } from '../../components/cut-name.ts';

test.each([
  ['Ada', 'Ada'],
  ['exactly ten', 'exactly ten'],
  ['eleven lett', 'eleven lett'],
  ['twelve letters', '\u2068twelve let…\u2069'],
  ['a space is cut', '\u2068a space is…\u2069'],
  ['👩‍🚀👩‍🚀👩‍🚀', '👩‍🚀👩‍🚀👩‍🚀'],
])('%j of at most eleven letters', (name, cut) => {
  expect(cutName(name, 11)).toBe(cut);
});
