import { expect, test } from 'vitest';
import { takeParticles } from '../../../lib/recognise/rules/particles.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  [
    'a particle of the full name',
    '[Luis de Miranda] wrote it. Here de [Miranda] notes more.',
    ['Luis de Miranda', 'de Miranda'],
  ],
  [
    'two particles',
    '[Ursula von der Leyen] came. Then von der [Leyen] left.',
    ['Ursula von der Leyen', 'von der Leyen'],
  ],
  [
    'a capital at the start of a sentence',
    '[Luis de Miranda] wrote it.\nDe [Miranda] left.',
    ['Luis de Miranda', 'De Miranda'],
  ],
  ['no full name, no particle', 'Much was said of [Miranda].', ['Miranda']],
  ['the full name has none', '[Ana Miranda] wrote it. The book de [Miranda] sold.', ['Ana Miranda', 'Miranda']],
  ['other kinds of names keep theirs', '[Luis de Miranda] saw de [Miranda=place].', ['Luis de Miranda', 'Miranda']],
])('%s', (_rule, marked, names) => {
  expect(namesAfter(takeParticles, marked)).toEqual(names);
});
