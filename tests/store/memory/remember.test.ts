import { describe, expect, test } from 'vitest';
import { asClaimId, asEntityId, type EntityId } from '../../../lib/model/ids.ts';
import type { FigureContext } from '../../../lib/model/card.ts';
import type { Store } from '../../../lib/store/store.ts';
import { claimsOf, createFactory, makeAnalysis, makePack, openOn, seedWith } from '../memory.ts';

const ada = asEntityId('test:ada');
const freedonia = asEntityId('test:freedonia');
const pack = await makePack();

async function openSeeded(): Promise<Store> {
  const store = await openOn(createFactory());
  await seedWith(store, pack);
  return store;
}

const article = (url: string | null, day: string, words: string) =>
  makeAnalysis({
    url,
    publishedAt: `${day}T08:00:00Z`,
    title: `Of ${day}`,
    figures: [
      ['Ada Moreno', ada],
      ['Freedonia', freedonia],
      ['Ivo Blank', null],
    ],
    said: [
      { text: `Ada Moreno said of Freedonia “${words}”.`, speaker: 0, about: [1] },
      { text: `Ivo Blank said ${words} too.`, speaker: 2, about: [1] },
    ],
  });

async function figure(
  store: Store,
  asked: { entity: EntityId | null; name?: string; url?: string | null; day?: string | null },
) {
  const card = await store.answerCard({
    kind: 'figure',
    entity: asked.entity,
    candidates: [],
    name: asked.name ?? '',
    occasion: { url: asked.url ?? null, publisher: null, publishedAt: asked.day ?? null },
  });
  return card as FigureContext;
}

describe('what was read', () => {
  test('is said before, elsewhere and not later', async () => {
    const store = await openSeeded();
    await store.remember(article('https://a.example/1', '2022-02-01', 'one'));
    await store.remember(article('https://b.example/2', '2022-03-01', 'two'));
    await store.remember(article('https://c.example/3', '2022-04-01', 'three'));
    const { saidBefore, metIn } = await figure(store, {
      entity: ada,
      url: 'https://b.example/2',
      day: '2022-03-01T08:00:00Z',
    });
    expect(saidBefore.map(({ quote, source }) => [quote, source.title])).toEqual([
      ['one', 'Of 2022-02-01'],
      [null, 'A list'],
    ]);
    expect(metIn.map(({ title }) => title)).toEqual(['Of 2022-04-01', 'Of 2022-02-01']);
  });

  test('is kept for a name without an entity', async () => {
    const store = await openSeeded();
    await store.remember(article('https://a.example/1', '2022-02-01', 'one'));
    const card = await figure(store, { entity: null, name: 'IVO BLANK', url: 'https://b.example/2' });
    expect([card.entity, card.metIn.map(({ url }) => url)]).toEqual([null, ['https://a.example/1']]);
  });

  test('under a name without an entity is said before, elsewhere and not later', async () => {
    const store = await openSeeded();
    await store.remember(article('https://a.example/1', '2022-02-01', 'one'));
    await store.remember(article('https://b.example/2', '2022-03-01', 'two'));
    await store.remember(article('https://c.example/3', '2022-04-01', 'three'));
    const asked = { entity: null, url: 'https://b.example/2', day: '2022-03-01T08:00:00Z' };
    const { saidBefore } = await figure(store, { ...asked, name: 'Ivo Blank' });
    expect(saidBefore.map(({ text, speakerName }) => [text, speakerName])).toEqual([
      ['Ivo Blank said one too.', 'Ivo Blank'],
    ]);
    expect((await figure(store, { ...asked, name: 'Blank' })).saidBefore).toEqual([]);
  });

  test('again replaces itself under whichever address', async () => {
    const store = await openSeeded();
    const before = await store.counts();
    await store.remember(article('https://a.example/1', '2022-02-01', 'one'));
    await store.remember(article('https://a.example/1?utm_source=x#top', '2022-02-01', 'one'));
    await store.remember(article('https://a.example/1/', '2022-02-01', 'other'));
    const after = await store.counts();
    expect([after.claims - before.claims, after.sources - before.sources]).toEqual([2, 1]);
    const claims = await claimsOf(store, [ada], 10);
    expect(claims.map(({ claim }) => claim.quote)).toEqual(['other', undefined]);
  });

  test('again, unchanged, keeps the ids of its claims', async () => {
    const store = await openSeeded();
    const ids = async () => (await claimsOf(store, [ada], 10)).map(({ claim }) => claim.id);
    await store.remember(article('https://a.example/1', '2022-02-01', 'one'));
    const first = await ids();
    await store.remember(article('https://a.example/1', '2022-02-01', 'one'));
    expect(await ids()).toEqual(first);
  });

  test('without an address is told apart by its text', async () => {
    const store = await openSeeded();
    const before = await store.counts();
    for (const words of ['one', 'two', 'one']) await store.remember(article(null, '2022-02-01', words));
    expect((await store.counts()).sources - before.sources).toBe(2);
  });

  test('is found for a claim of the same subject', async () => {
    const store = await openSeeded();
    await store.remember(article('https://a.example/1', '2022-02-01', 'one'));
    const [own] = await claimsOf(store, [ada], 1);
    const card = await store.answerCard({
      kind: 'claim',
      text: 'Ada Moreno said something of Freedonia.',
      speaker: ada,
      about: [freedonia],
      quantities: [],
      related: [{ claim: own!.claim.id, relation: 'repeats' }],
      occasion: { url: 'https://b.example/2', publisher: null, publishedAt: null },
    });
    expect(
      card.kind === 'claim' && card.related.map(({ relation, statement }) => [relation, statement.speakerName]),
    ).toEqual([
      ['repeats', 'Ada Moreno'],
      ['same-subject', 'Ada Moreno'],
    ]);
  });
});

describe('on the article’s day', () => {
  test.each<[day: string | null, role: string | null, nowRole: string | null, tenses: string[]]>([
    ['2019-05-01', null, 'Prime Minister', ['not-yet', 'not-yet']],
    ['2021-05-01', 'Minister of Trade', 'Prime Minister', ['holds', 'not-yet']],
    ['2022-06-30T23:00:00Z', 'Minister of Trade', 'Prime Minister', ['holds', 'not-yet']],
    ['2023-01-01', 'Prime Minister', null, ['holds', 'no-longer']],
    [null, 'Prime Minister', null, ['holds', 'no-longer']],
  ])('%s', async (day, role, nowRole, tenses) => {
    const card = await figure(await openSeeded(), { entity: ada, day });
    expect([card.roleOnDay, card.roleNow]).toEqual([role, nowRole]);
    expect(card.facts.filter(({ predicate }) => predicate === 'jobTitle').map(({ tense }) => tense)).toEqual(tenses);
    expect(card.facts.at(-1)).toMatchObject({
      predicate: 'birthDate',
      text: 'March 1971',
      source: { title: 'A list' },
    });
  });
});

test('a claim that the reader removed is no repetition either, when its page was read again', async () => {
  const store = await openSeeded();
  const first = article('https://a.example/1', '2022-02-01', 'one');
  await store.remember(first);
  const [found] = await claimsOf(store, [ada], 1);
  await store.edit({ kind: 'remove-claim', id: ada, claim: found?.claim.id ?? asClaimId('none') }, 'you');
  await store.remember({ ...first, article: { ...first.article, text: `${first.article.text} More.` } });
  await store.database.sources.toCollection().modify({ contentHash: '' });
  await store.remember(first);
  expect(
    await store.database.claims
      .where('id')
      .equals(found?.claim.id ?? '')
      .count(),
  ).toBe(1);
  const card = await store.answerCard({
    kind: 'claim',
    text: found?.claim.text ?? '',
    speaker: null,
    about: [],
    quantities: [],
    related: [],
    occasion: { url: 'https://b.example/2', publisher: null, publishedAt: null },
  });
  expect(card.kind === 'claim' && card.related).toEqual([]);
});
