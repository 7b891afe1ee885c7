import { expect, test } from 'vitest';
import { asTeams } from '../../../lib/link/candidates/teams.ts';
import { asEntityId } from '../../../lib/model/ids.ts';

const teams = ['Norva Giants', 'Leeston Giants', 'Norva United'];
const knowledge = {
  getCandidates: (ids: readonly string[]) =>
    Promise.resolve(
      ids.map((name) => ({
        entity: {
          id: asEntityId(name),
          type: 'organisation' as const,
          name,
          aliases: [],
          description: 'Baseball team of Norland',
        },
        facts: [],
        neighbours: new Set<never>(),
      })),
    ),
};

test.each<[rule: string, named: readonly string[], bare: string, meant: readonly string[]]>([
  ['one that stands in full', ['Norva Giants'], 'Giants', ['Norva Giants']],
  ['either of two', ['Norva Giants', 'Leeston Giants'], 'Giants', ['Norva Giants', 'Leeston Giants']],
  ['none by what many are called', ['Norva United'], 'United', []],
])('the last word of a team is %s', async (_rule, named, bare, meant) => {
  const text = `${named.join(' beat the ')} in an inning of baseball. The pitcher left the ${bare}.`;
  const nameOf = (surface: string, start: number) => ({
    start,
    end: start + surface.length,
    type: 'organisation' as const,
    confidence: 0.9,
    candidates: teams.includes(surface)
      ? [{ id: asEntityId(surface), type: 'organisation' as const, prominence: 0.3 }]
      : [],
  });
  const names = [...named.map((one) => nameOf(one, text.indexOf(one))), nameOf(bare, text.lastIndexOf(bare))];
  const found = await asTeams(text, names, knowledge);
  expect(found.at(-1)?.candidates.map(({ id }) => id)).toEqual(meant);
});
