import { expect, test } from 'vitest';
import { hashText } from '../../../lib/recognise/tagger/hash.ts';
import { markBit } from '../../../lib/recognise/tagger/lexicon.ts';
import { takeSurnames } from '../../../lib/recognise/rules/surnames.ts';
import { openLexicon } from '../../../scripts/train/lexicon.ts';
import { typedNamesAfter } from './marked-names.ts';

const lexicon = openLexicon({
  codes: new Map(),
  words: new Map([[hashText('fox'), markBit('company')]]),
  phrases: new Map(),
});

test.each<[rule: string, text: string, last: string]>([
  ['whoever is named in full', '[Manuel Belgrano] came. [Belgrano=place] took command.', 'Belgrano=person'],
  ['in whichever order', '[Kettering=place] agreed. It was [Jim Kettering].', 'Jim Kettering=person'],
  ['of an organisation too', '[Ana Halla] came. [Halla=organisation] left.', 'Halla=person'],
  ['a people that speaks', '[Ana Roman] came. “No,” [Roman=nationality] said.', 'Roman=person'],
  ['in a place that is called so', '[Jim Durham] came. They met in [Durham=place].', 'Durham=place'],
  ['of such a place', '[Jim Durham] came. The people of [Durham=place] met.', 'Durham=place'],
  ['whom nobody names in full', '[Manuel] came. [Belgrano=place] took command.', 'Belgrano=place'],
  ['a first name is no surname', '[Florence Nightingale] came. [Florence=place] slept.', 'Florence=place'],
  ['a known company beside somebody', '[Liam Fox] came. [Fox=organisation] fell.', 'Fox=organisation'],
  ['an acronym', '[Ana Ban] came. [BAN=organisation] fell.', 'BAN=organisation'],
])('%s', (_rule, text, last) => expect(typedNamesAfter(takeSurnames, text, lexicon).at(-1)).toBe(last));

test('a people that the store knows and that speaks', () => {
  const stored = new Map([['Roman', 'nationality' as const]]);
  const after = (text: string) => typedNamesAfter(takeSurnames, text, lexicon, stored).at(-1);
  expect(after('[Ana Roman] came. “No,” [Roman=nationality] said.')).toBe('Roman=person');
  expect(after('[Ana Roman] came. [Roman=nationality] law said no.')).toBe('Roman=nationality');
});
