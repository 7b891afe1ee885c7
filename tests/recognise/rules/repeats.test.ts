import { expect, test } from 'vitest';
import { fillRepeats } from '../../../lib/recognise/rules/repeats.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  [
    'a name of two words is one wherever it stands',
    '[Rosa Winter] came. Why Rosa Winter left.',
    ['Rosa Winter', 'Rosa Winter'],
  ],
  ['a name of one word may be something else', '[Winter=place] is far. In Winter it snows.', ['Winter']],
  [
    'a company goes by its name without the legal form',
    '[Smart Projects SRL=organisation] rose. So Smart Projects fell.',
    ['Smart Projects SRL', 'Smart Projects'],
  ],
  [
    'a legal form takes the name before it',
    'It was Smart Projects [SRL=organisation] that fell.',
    ['Smart Projects SRL'],
  ],
  ['a legal form alone is no name', 'Call it an "[SRL=organisation]".', []],
  ['small letters are no name', '[White House=organisation] aides met. A white house burned.', ['White House']],
  ['what is taken stays', '[Rosa Winter] came. [Rosa Winter Park=place] closed.', ['Rosa Winter', 'Rosa Winter Park']],
])('%s', (_rule, marked, names) => {
  expect(namesAfter(fillRepeats, marked)).toEqual(names);
});
