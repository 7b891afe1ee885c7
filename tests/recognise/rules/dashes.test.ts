import { expect, test } from 'vitest';
import { partAtDashes } from '../../../lib/recognise/rules/dashes.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['two people around a dash', 'It was [Ana Ruiz—Tom], she said.', ['Ana Ruiz', 'Tom']],
  ['the same with spaces', 'It was [Ana Ruiz — Tom], she said.', ['Ana Ruiz', 'Tom']],
  ['a short dash between spaces', 'Greetings from [Ana – Tom] too.', ['Ana', 'Tom']],
  [
    'a name and the rest of a sentence',
    'From [Harbour Weekly—are the Free Walkers=work] back?',
    ['Harbour Weekly', 'Free Walkers'],
  ],
  ['a name behind which none follows', 'From [Harbour Weekly — at=work] back.', ['Harbour Weekly']],
  ['one name with a short dash', 'The [Liberal–National Coalition=organisation] lost.', ['Liberal–National Coalition']],
  ['where a body has its seat', '[Zug-based Nordvik=place] rose.', ['Zug', 'Nordvik']],
  ['one name with a hyphen', '[Ana Ruiz-Gil] sang.', ['Ana Ruiz-Gil']],
])('%s', (_rule, text, expected) => expect(namesAfter(partAtDashes, text)).toEqual(expected));
