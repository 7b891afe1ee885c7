import { expect, test } from 'vitest';
import { findLandscapes } from '../../../lib/link/candidates/landscape.ts';
import type { Entity } from '../../../lib/model/entity.ts';
import { asEntityId, type EntityId } from '../../../lib/model/ids.ts';
import type { KnownName } from '../../../lib/model/knowledge.ts';

const entities: readonly Entity[] = [
  { id: asEntityId('local:company'), type: 'organisation', name: 'Nile', aliases: [], description: 'Book shop' },
  { id: asEntityId('local:river'), type: 'place', name: 'Nile', aliases: [], description: 'River of Africa' },
  { id: asEntityId('local:town'), type: 'place', name: 'Nile', aliases: [], description: 'City in Ohio' },
];
const store = {
  getCandidates: (ids: readonly EntityId[]) =>
    Promise.resolve(
      entities
        .filter(({ id }) => ids.includes(id))
        .map((entity) => ({ entity, facts: [], neighbours: new Set<EntityId>() })),
    ),
};

/** What each "Nile" of a text may be: c, r or t. */
async function bearers(text: string, ...of: readonly string[]): Promise<string[]> {
  const known = [...text.matchAll(/Nile/gu)].map(
    ({ index }): KnownName => ({
      start: index,
      end: index + 4,
      candidates: entities
        .filter(({ id }) => of.includes(id.replace('local:', '')))
        .map(({ id, type }) => ({ id, type, prominence: 0.5 })),
    }),
  );
  const found = await findLandscapes(text, known, store);
  return found.known.map(({ candidates }) => candidates.map(({ id }) => id.replace('local:', '')[0]).join(''));
}

test.each<[rule: string, text: string, bearers: readonly string[]]>([
  ['with the article the river', 'Fish died in the Nile, he said.', ['r']],
  ['that opens a sentence too', 'The Nile rises.\nThe Nile flooded.', ['r', 'r']],
  ['without it the company', 'Nile said so.', ['c']],
  ['a noun behind it has the article', 'The Nile deal closed.', ['c']],
  ['where the river is spoken of, a noun is its own', 'Boats sank on the Nile. Nile boats are old.', ['r', 'r']],
  ['unless the company acts', 'Boats sank on the Nile. Nile said so. Nile boats are old.', ['r', 'c', 'c']],
  ['or owns something', "Boats sank on the Nile. Nile's shares fell. Nile boats are old.", ['r', 'c', 'c']],
  ['what a headline has act may be the river', 'Nile threatened by drought\nThe Nile is low.', ['r', 'r']],
])('%s', async (_rule, text, expected) => expect(await bearers(text, 'company', 'river')).toEqual(expected));

test.each<[rule: string, of: readonly string[], expected: string]>([
  ['a river and a town are told apart elsewhere', ['river', 'town'], 'rt'],
  ['a town has no article', ['company', 'town'], 'ct'],
])('%s', async (_rule, of, expected) => expect(await bearers('He saw the Nile.', ...of)).toEqual([expected]));
