import { expect, test } from 'vitest';
import { partTowns } from '../../../lib/link/candidates/part-towns.ts';
import type { CandidateName } from '../../../lib/recognise/combine.ts';

/** Names in brackets, all of them places that the store does not know, and for each "Wells" where it is taken to be. */
function placesOf(marked: string): readonly (string | undefined)[] {
  const names: CandidateName[] = [];
  let text = '';
  for (const [i, part] of marked.split(/[[\]]/u).entries()) {
    const start = text.length;
    text += part;
    if (i % 2 === 1) names.push({ start, end: text.length, type: 'place', confidence: 1, candidates: [] });
  }
  const parted = partTowns(text, names);
  return parted.filter(({ start, end }) => text.slice(start, end) === 'Wells').map(({ apart }) => apart);
}

test.each<[rule: string, text: string, where: readonly (string | undefined)[]]>([
  ['in two states', '[Wells], [Ohio], and [Wells], [Maine], slept.', ['in ohio', 'in maine']],
  [
    'the one that was spoken of last',
    '[Wells] slept. [Wells], [Ohio], woke. [Wells] ate. [Wells], [Maine], woke. [Wells] ate.',
    ['in ohio', 'in ohio', 'in ohio', 'in maine', 'in maine'],
  ],
  ['in one state', '[Wells], [Ohio], woke. [Wells] ate.', [undefined, undefined]],
  ['in a list', '[Wells], [Paris] and [Rome] woke. [Wells], [Ely] and [Ohio] slept.', [undefined, undefined]],
])('a town %s', (_rule, text, where) => expect(placesOf(text)).toEqual(where));
