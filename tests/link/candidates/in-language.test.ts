import { expect, test } from 'vitest';
import { askOnce, inLanguage } from '../../../lib/link/candidates/in-language.ts';
import type { Alias } from '../../../lib/model/entity.ts';
import { asEntityId, type EntityId } from '../../../lib/model/ids.ts';
import type { Candidate, KnownName } from '../../../lib/model/knowledge.ts';

const star = asEntityId('local:star');
const fish = asEntityId('local:fish');

const candidateOf = (id: EntityId, name: string, aliases: readonly Alias[]): Candidate => ({
  entity: { id, type: 'other', name, aliases, description: '' },
  facts: [],
  neighbours: new Set(),
});

const store = {
  getCandidates: (ids: readonly EntityId[]) =>
    Promise.resolve(
      [
        candidateOf(star, 'Sun', [
          { text: 'Sole', language: 'it' },
          { text: 'Sol', language: 'pt-BR' },
          { text: 'Helios', language: 'mul' },
        ]),
        candidateOf(fish, 'Sole', []),
      ].filter(({ entity }) => ids.includes(entity.id)),
    ),
};

const hit = (surface: string, ...ids: readonly EntityId[]): KnownName => ({
  start: 0,
  end: surface.length,
  candidates: ids.map((id) => ({ id, type: 'other', prominence: 0.5 })),
});

test.each<
  [rule: string, surface: string, ids: readonly EntityId[], language: string | null, left: readonly EntityId[]]
>([
  ['an alias of another language does not count', 'Sole', [star], 'en', []],
  ['it counts on a page in its language', 'Sole', [star], 'it', [star]],
  ['a region of the language is no other language', 'Sol', [star], 'pt', [star]],
  ['a name in several languages counts', 'Helios', [star], 'en', [star]],
  ['the main name counts everywhere', 'Sun', [star], 'it', [star]],
  ['other bearers of the name stay', 'Sole', [star, fish], 'en', [fish]],
  ['where the language is unknown all count', 'Sole', [star], null, [star]],
])('%s', async (_rule, surface, ids, language, left) => {
  const found = await inLanguage(surface, [hit(surface, ...ids)], language, store);
  expect(found.flatMap(({ candidates }) => candidates.map(({ id }) => id))).toEqual(left);
});

test('the store is asked once for each entity', async () => {
  const asked: EntityId[] = [];
  const once = askOnce({
    getCandidates: (ids) => {
      asked.push(...ids);
      return store.getCandidates(ids);
    },
  });
  await once.getCandidates([star, star]);
  const again = await once.getCandidates([star, fish, asEntityId('local:none')]);
  expect(again.map(({ entity }) => entity.name)).toEqual(['Sun', 'Sole']);
  await once.getCandidates([asEntityId('local:none')]);
  expect(asked).toEqual([star, fish, 'local:none']);
});
