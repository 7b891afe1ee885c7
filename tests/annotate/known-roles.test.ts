import { expect, test } from 'vitest';
import { knownRoles } from '../../lib/annotate/known-roles.ts';
import { asClusterId, asEntityId } from '../../lib/model/ids.ts';
import type { Candidate } from '../../lib/model/knowledge.ts';
import type { EntityType } from '../../lib/model/entity.ts';
import type { Cluster } from '../../lib/model/mention.ts';

const entity = asEntityId('world:one');
const cluster = { id: asClusterId('m0'), link: { kind: 'linked', entity, confidence: 1 } } as Cluster;

test.each<[what: string, type: EntityType, description: string, words: string | undefined]>([
  ['what somebody is for good', 'person', 'Norland comedian and talk-show host', 'comedian host'],
  ['an office, which has its dates', 'person', 'President of Norland since 2014', undefined],
  ['what kind of place it is', 'place', 'City in Norland', 'City'],
])('by a description goes %s', async (_, type, description, words) => {
  const candidate = { entity: { id: entity, type, name: 'One', description }, facts: [] } as unknown as Candidate;
  const known = await knownRoles([cluster], { getCandidates: async () => [candidate] } as never, null);
  expect(known.get(cluster.id)).toBe(words);
});
