import { expect, test } from 'vitest';
import { takeInitials } from '../../../lib/recognise/rules/initials.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['an initial before the first name', 'It works, said C. [Orla Finnegan], a fellow.', ['C. Orla Finnegan']],
  ['two of them', 'It was by J. K. [Marlow].', ['J. K. Marlow']],
  ['an initial that opens the text', 'R. [Sundaram] won.', ['R. Sundaram']],
  ['a thing told apart by a letter has none', 'Eat vitamin C. [Mary Poole] does.', ['Mary Poole']],
  ['a letter that belongs to what is before it', 'They chose Plan B. [Mary Poole] did not.', ['Mary Poole']],
  ['another name keeps its letter', 'He met [Malcolm X.=other] [Mary Poole] came.', ['Malcolm X.', 'Mary Poole']],
  ['other kinds of names have none', 'He drove to St. C. [Poole=place].', ['Poole']],
])('%s', (_rule, marked, names) => {
  expect(namesAfter(takeInitials, marked)).toEqual(names);
});
