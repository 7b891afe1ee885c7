import { expect, test } from 'vitest';
import { lookUpRegions } from '../../../lib/link/candidates/short-regions.ts';
import type { EntityType } from '../../../lib/model/entity.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { CandidateName } from '../../../lib/recognise/combine.ts';

const store = [
  { id: asEntityId('t:washington'), name: 'Washington', description: 'State of the United States' },
  { id: asEntityId('t:capital'), name: 'Washington', description: 'Capital city of the United States' },
  { id: asEntityId('t:columbia'), name: 'British Columbia', description: 'Province of Canada' },
].map((one) => ({ ...one, type: 'place' as const, aliases: [] }));

const knowledge = {
  findNames: (text: string) =>
    Promise.resolve(
      [...new Set(store.map(({ name }) => name))].flatMap((name) => {
        const start = text.indexOf(name);
        const named = store.filter((one) => one.name === name);
        const candidates = named.map(({ id, type }) => ({ id, type, prominence: 0.5 }));
        return start < 0 ? [] : [{ start, end: start + name.length, candidates }];
      }),
    ),
  getCandidates: (ids: readonly string[]) =>
    Promise.resolve(
      store
        .filter(({ id }) => ids.includes(id))
        .map((entity) => ({ entity, facts: [], neighbours: new Set<typeof entity.id>() })),
    ),
};

/** What each of the marked words is looked up as. */
async function lookUp(text: string, marked: Readonly<Record<string, EntityType>>): Promise<string[][]> {
  const names = Object.entries(marked).map(([surface, type]): CandidateName => {
    const start = text.indexOf(surface);
    return { start, end: start + surface.length, type, confidence: 1, candidates: [] };
  });
  const looked = await lookUpRegions(text, names, knowledge);
  return looked.map(({ candidates }) => candidates.map(({ id }) => id));
}

test('the short form of a state is the state, and no town of its name', async () => {
  expect(await lookUp('SPOKANE, Wash. (AP) — Rain fell.', { 'Wash.': 'place' })).toEqual([['t:washington']]);
});

test('several short forms are looked up together', async () => {
  const text = 'From Victoria, B.C., to Spokane, Wash., it rained.';
  expect(await lookUp(text, { 'B.C.': 'place', 'Wash.': 'place' })).toEqual([['t:columbia'], ['t:washington']]);
});

test('the point that closes the sentence closes the short form', async () => {
  expect(await lookUp('They live in Spokane, Wash.', { Wash: 'place' })).toEqual([['t:washington']]);
});

test.each([
  ['a person of the same letters', 'Wash. spoke.', { 'Wash.': 'person' as const }],
  ['a place without the point', 'The Wash froze.', { Wash: 'place' as const }],
  ['a state that the store does not know', 'TUCSON, Ariz. — It is dry.', { 'Ariz.': 'place' as const }],
])('%s is looked up as nothing', async (_, text, marked) => {
  expect(await lookUp(text, marked)).toEqual([[]]);
});
