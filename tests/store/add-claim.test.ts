import { describe, expect, test } from 'vitest';
import type { ClaimContext } from '../../lib/model/card.ts';
import type { ClaimDraft } from '../../lib/model/claim-draft.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { Store } from '../../lib/store/store.ts';
import { createFactory, makeAnalysis, makePack, openOn, seedWith } from './memory.ts';

const ada = asEntityId('test:ada');
const freedonia = asEntityId('test:freedonia');
const pack = await makePack();

async function opened(): Promise<Store> {
  const store = await openOn(createFactory());
  await seedWith(store, pack);
  return store;
}

const draft = (rest: Partial<ClaimDraft> = {}): ClaimDraft => ({
  text: 'Freedonia will have no debts by the summer.',
  kind: 'reported',
  quote: null,
  speaker: { kind: 'entity', entity: ada },
  about: [freedonia],
  quantities: [],
  saidAt: '2026-11-20',
  source: {
    url: 'https://news.example/debts',
    title: 'No debts',
    publisher: 'The Daily',
    authors: [],
    publishedAt: '2026-11-21',
  },
  ...rest,
});
const add = (store: Store, rest: Partial<ClaimDraft> = {}) =>
  store.edit({ kind: 'add-claim', claim: draft(rest) }, 'you');

async function claimsOf(store: Store, id = ada) {
  const answer = await store.page(id);
  if (answer.state !== 'known') throw new Error(`${id} is not known`);
  return answer.page.claims.map(({ statement }) => statement).filter(({ text }) => text.startsWith('Freedonia will'));
}

describe('a claim that the reader saves', () => {
  test('is found with whom it is of and about, with its source and day', async () => {
    const store = await opened();
    const made = await add(store);
    expect(made).toMatchObject({ ok: true, value: { entity: ada } });
    for (const id of [ada, freedonia]) {
      const [claim, ...more] = await claimsOf(store, id);
      expect(more).toEqual([]);
      expect(claim).toMatchObject({ kind: 'reported', saidAt: '2026-11-20', speaker: { id: ada } });
      expect(claim?.source).toMatchObject({ title: 'No debts', publisher: 'The Daily', publishedAt: '2026-11-21' });
    }
    store.close();
  });

  test('has the outlet and the day of its page also where a fact named the page before', async () => {
    const store = await opened();
    const source = { title: 'No debts', url: 'https://news.example/debts' };
    const fact = {
      predicate: 'jobTitle',
      value: { text: 'Treasurer' },
      of: null,
      validFrom: null,
      validTo: null,
      source,
    };
    await store.edit({ kind: 'add-fact', id: ada, fact }, 'you');
    await add(store);
    const [claim] = await claimsOf(store);
    expect(claim?.source).toMatchObject({ publisher: 'The Daily', publishedAt: '2026-11-21' });
    store.close();
  });

  test('with a speaker whom the store does not know yet adds both, and both go with an undo', async () => {
    const store = await opened();
    const made = await add(store, { speaker: { kind: 'new', type: 'person', name: 'Odile Marchetti' } });
    if (!made.ok) throw new Error(made.failure.code);
    expect(await store.search('Odile Marchetti')).toHaveLength(1);
    expect(await claimsOf(store, made.value.entity ?? ada)).toHaveLength(1);
    await store.undo(made.value.history);
    expect(await store.search('Odile Marchetti')).toHaveLength(0);
    expect(await claimsOf(store, freedonia)).toHaveLength(0);
    store.close();
  });

  test('outlives the page that it is from, when that is forgotten', async () => {
    const store = await opened();
    await add(store);
    await store.forget({ kind: 'all' });
    expect(await claimsOf(store)).toHaveLength(1);
    store.close();
  });

  test('is listed once beside the same words remembered of its page, and still there when that is forgotten', async () => {
    const store = await opened();
    const url = 'https://news.example/debts';
    const { text } = draft();
    await store.remember(
      makeAnalysis({
        url: `${url}?utm_source=mail`,
        publishedAt: '2026-11-20',
        title: 'No debts',
        figures: [
          ['Ada Moreno', ada],
          ['Freedonia', freedonia],
        ],
        said: [{ text, speaker: 0, about: [1] }],
      }),
    );
    expect(await claimsOf(store)).toHaveLength(1);
    await add(store);
    const [saved, ...more] = await claimsOf(store);
    expect(more).toEqual([]);
    expect(saved?.source.publisher).toBe('The Daily');
    const card = (await store.answerCard({
      kind: 'claim',
      text,
      speaker: ada,
      about: [freedonia],
      quantities: [],
      related: [],
      occasion: { url: 'https://other.example/debts', publisher: null, publishedAt: null },
    })) as ClaimContext;
    expect(card.related.filter(({ statement }) => statement.text === text)).toHaveLength(1);
    await store.forget({ kind: 'all' });
    expect(await claimsOf(store)).toHaveLength(1);
    store.close();
  });

  test.each([
    ['no words', { text: ' \n ' }, 'Invalid'],
    ['too many words', { text: 'a'.repeat(4001) }, 'Invalid'],
    ['a day that is none', { saidAt: 'last spring' }, 'Invalid'],
    ['nobody and nothing', { speaker: { kind: 'none' }, about: [] }, 'Invalid'],
    ['a source that is no web address', { source: { ...draft().source, url: 'javascript:alert(1)' } }, 'Invalid'],
    ['somebody unknown', { about: [asEntityId('test:nobody')] }, 'Unknown'],
  ] as const)('is refused with %s, and nothing is kept', async (_, rest, code) => {
    const store = await opened();
    const made = await add(store, rest as Partial<ClaimDraft>);
    expect(made).toMatchObject({ ok: false, failure: { code } });
    expect(await claimsOf(store)).toHaveLength(0);
    expect(await store.history()).toEqual([]);
    store.close();
  });
});
