import { beforeAll, describe, expect, test } from 'vitest';
import type { FigureContext } from '../../../lib/model/card.ts';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { PackContent } from '../../../lib/model/pack.ts';
import { compilePack } from '../../../lib/pack/compile.ts';
import { parsePack } from '../../../lib/pack/parse.ts';
import type { Store } from '../../../lib/store/store.ts';
import { readPackFolder } from '../../../scripts/pack-source.ts';
import { createFactory, openOn } from '../memory.ts';

let store: Store;
let content: PackContent;

beforeAll(async () => {
  const read = readPackFolder('seed');
  if (!read.ok) throw new Error(JSON.stringify(read.failure));
  content = read.value;
  store = await openOn(createFactory());
  const installed = await store.install((await compilePack(content)).buffer);
  if (!installed.ok) throw new Error(JSON.stringify(installed.failure));
});

const figure = async (id: string, publishedAt: string, from = store): Promise<FigureContext> => {
  const entity = asEntityId(id);
  const request = {
    kind: 'figure',
    entity,
    candidates: [],
    name: '',
    occasion: { url: null, publisher: null, publishedAt },
  } as const;
  return (await from.answerCard(request)) as FigureContext;
};

describe('the built-in pack', () => {
  test('each entity is found by its name, with itself among the candidates', async () => {
    const knowledge = await store.knowledge();
    const missed: string[] = [];
    for (const { id, name } of content.entities) {
      const names = await knowledge.findNames(`x ${name} x`);
      if (!names.some(({ candidates }) => candidates.some((candidate) => candidate.id === id))) missed.push(name);
    }
    expect(missed).toEqual([]);
  });

  test('each entity has a card, and each fact of it a source', async () => {
    for (const { id, name } of content.entities) {
      const card = await figure(id, '2022-03-07');
      expect(card.entity?.name).toBe(name);
      for (const fact of card.facts) expect(fact.source.title).not.toBe('');
    }
  });

  test('each entity is found by the search, on top or beside its namesakes', async () => {
    for (const { id, name } of content.entities) {
      const found = await store.search(name);
      expect(found.map((brief) => brief.id)).toContain(id);
    }
  });

  test.each<[who: string, id: string, day: string, role: RegExp]>([
    ['foreign minister in 2022', 'seed:wang-yi', '2022-03-07', /Minister of Foreign Affairs/],
    ['spokesman in 2022', 'seed:wang-wenbin', '2022-03-07', /[Ss]pokes/],
    ['president in 2022', 'wd:Q15031', '2022-03-07', /President/],
  ])('%s', async (_, id, day, role) => {
    expect((await figure(id, day)).roleOnDay).toMatch(role);
    expect((await store.read(({ introductions }) => introductions([asEntityId(id)], day)))[0]?.roleOnDay).toMatch(role);
  });

  test('a role that another pack has at a body of this one is shown with that body', async () => {
    const role = {
      id: 'other:f-khan',
      subject: 'other:khan',
      predicate: 'jobTitle',
      value: { text: 'Prosecutor of the International Criminal Court' },
      of: 'seed:icc',
      validFrom: '2021-06-16',
      source: 'other:s-general',
    };
    const files = {
      'manifest.json': { ...content.manifest, id: 'other', title: 'Other', requires: ['seed'] },
      'entities.jsonl': { id: 'other:khan', type: 'person', name: 'Karim Khan', aliases: [], description: 'Lawyer' },
      'facts.jsonl': role,
      'sources.jsonl': { ...content.sources[0], id: 'other:s-general' },
    };
    const parsed = parsePack(new Map(Object.entries(files).map(([name, record]) => [name, JSON.stringify(record)])));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
    const both = await openOn(createFactory());
    for (const pack of [content, parsed.value]) await both.install((await compilePack(pack)).buffer);
    const { facts } = await figure('other:khan', '2022-03-07', both);
    expect(facts.map(({ entity }) => entity?.name)).toEqual(['International Criminal Court']);
    const [court] = await (await both.knowledge()).getCandidates([asEntityId('seed:icc')]);
    expect(court?.neighbours).toContain('other:khan');
  });

  test('tells what was said, with where', async () => {
    const { saidBefore } = await figure('seed:wang-yi', '2022-03-08');
    expect(saidBefore.length).toBeGreaterThan(5);
    expect(saidBefore.every(({ speaker, source }) => speaker?.name === 'Wang Yi' && source.title !== '')).toBe(true);
    expect(
      (await figure('seed:wang-yi', '2022-03-06')).saidBefore.every(({ saidAt }) => (saidAt ?? '') < '2022-03-07'),
    ).toBe(true);
  });

  test('joins neighbours in both directions', async () => {
    const ids = ['wd:Q148', 'seed:wang-yi'].map(asEntityId);
    const candidates = await (await store.knowledge()).getCandidates(ids);
    for (const candidate of candidates)
      for (const id of ids) if (id !== candidate.entity.id) expect(candidate.neighbours).toContain(id);
  });
});
