import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Forgetting } from '../../../lib/model/memory.ts';
import { asEntityId, asFactId, asSourceId } from '../../../lib/model/ids.ts';
import { openStore, type Store } from '../../../lib/store/store.ts';
import { IDBKeyRange } from 'fake-indexeddb';
import { claimsOf, createFactory, makeAnalysis } from '../memory.ts';
import { putEntity, putFact } from '../own-rows.ts';

const ada = asEntityId('test:ada');
const hour = 3_600_000;

/** A store whose clock can be set. */
async function openAt(): Promise<{ store: Store; at: (moment: number) => void }> {
  let moment = 0;
  const store = await openStore({ indexedDB: createFactory(), IDBKeyRange, now: () => moment });
  return { store, at: (next) => void (moment = next) };
}

const article = (url: string | null, words: string) =>
  makeAnalysis({
    url,
    publishedAt: '2026-11-20T08:00:00Z',
    title: words,
    figures: [['Ada Moreno', ada]],
    said: [{ text: `Ada Moreno spoke of ${words} at length on that evening.`, speaker: 0, about: [] }],
  });

const read = [
  ['https://a.example/1', 'ferries', 1 * hour],
  ['https://www.a.example/2', 'trams', 2 * hour],
  ['https://news.a.example/3', 'planes', 30 * hour],
  ['https://b.example/1', 'trains', 31 * hour],
  [null, 'boats', 32 * hour],
] as const;

async function filled() {
  const { store, at } = await openAt();
  for (const [url, words, moment] of read) {
    at(moment);
    await store.remember(article(url, words));
  }
  return { store, at };
}

const titles = async (store: Store) =>
  (await store.remembered({ offset: 0, limit: 50 })).pages.map(({ title }) => title);

describe('what is left after forgetting', () => {
  test.each<[rule: string, what: Forgetting, left: string[]]>([
    ['a page', { kind: 'page', urls: ['https://a.example/1'] }, ['boats', 'trains', 'planes', 'trams']],
    [
      'a page by another of its addresses',
      { kind: 'page', urls: ['http://m.a.example/2?utm_source=x#top', 'https://a.example/2/'] },
      ['boats', 'trains', 'planes', 'ferries'],
    ],
    ['a site, with those under it', { kind: 'site', host: 'a.example' }, ['boats', 'trains']],
    ['a site by its www', { kind: 'site', host: 'www.a.example' }, ['boats', 'trains']],
    ['one host of a site', { kind: 'site', host: 'news.a.example' }, ['boats', 'trains', 'trams', 'ferries']],
    ['a site of like ending', { kind: 'site', host: 'example' }, ['boats']],
    ['another site', { kind: 'site', host: 'nota.example' }, ['boats', 'trains', 'planes', 'trams', 'ferries']],
    ['a day', { kind: 'span', from: 24 * hour, to: 48 * hour }, ['trams', 'ferries']],
    [
      'a page that nobody read',
      { kind: 'page', urls: ['https://c.example/'] },
      ['boats', 'trains', 'planes', 'trams', 'ferries'],
    ],
    ['all', { kind: 'all' }, []],
  ])('%s', async (_, what, left) => {
    const { store } = await filled();
    const forgotten = await store.forget(what);
    expect(await titles(store)).toEqual(left);
    expect(forgotten).toBe(read.length - left.length);
    const claims = await claimsOf(store, [ada], 50);
    expect(claims.map(({ source }) => source.title).toSorted()).toEqual(left.toSorted());
    const card = await store.answerCard({
      kind: 'figure',
      entity: ada,
      candidates: [],
      name: 'Ada Moreno',
      occasion: { url: null, publisher: null, publishedAt: null },
    });
    expect(card.kind === 'figure' && card.metIn.length).toBe(0);
  });
});

test('a page that was read on two days goes with either of them', async () => {
  for (const day of [0, 24 * hour]) {
    const { store, at } = await filled();
    at(40 * hour);
    await store.remember(article('https://a.example/1', 'ferries'));
    await store.forget({ kind: 'span', from: day, to: day + 24 * hour });
    expect(await titles(store)).not.toContain('ferries');
  }
});

test('what was last read too long ago goes, and no more', async () => {
  const { store, at } = await filled();
  at(40 * hour);
  await store.remember(article('https://a.example/1', 'ferries'));
  expect(await store.forgetBefore(24 * hour)).toBe(1);
  expect(await titles(store)).toEqual(['ferries', 'boats', 'trains', 'planes']);
});

test('the source of a fact of the reader’s own stays with the fact', async () => {
  const { store } = await filled();
  const [kept] = await claimsOf(store, [ada], 1);
  await putEntity(store, { id: ada, type: 'person', name: 'Ada Moreno', aliases: [], description: '' });
  const source = {
    id: asSourceId(kept!.source.id),
    url: null,
    title: 'boats',
    publisher: null,
    authors: [],
    publishedAt: null,
  };
  await putFact(
    store,
    { id: asFactId('local:f'), subject: ada, predicate: 'award', value: { text: 'An oar' }, source: source.id },
    source,
  );
  await store.forget({ kind: 'all' });
  const [candidate] = await (await store.knowledge()).getCandidates([ada]);
  expect(candidate?.facts.map(({ id }) => id)).toEqual(['local:f']);
  expect([await titles(store), (await store.counts()).claims]).toEqual([[], 0]);
});

test('pages are listed in parts that together are all', async () => {
  const { store } = await filled();
  const parts = await Promise.all([0, 2, 4].map((offset) => store.remembered({ offset, limit: 2 })));
  expect(parts.flatMap(({ pages }) => pages.map(({ title }) => title))).toEqual(await titles(store));
  expect(parts.map(({ total }) => total)).toEqual([5, 5, 5]);
});

test('forgetting all of a site and then the rest leaves nothing, in any order', async () => {
  const kinds: readonly Forgetting[] = [
    { kind: 'site', host: 'a.example' },
    { kind: 'site', host: 'b.example' },
    { kind: 'span', from: 32 * hour, to: 33 * hour },
  ];
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...kinds], { minLength: 3 }), async (order) => {
      const { store } = await filled();
      let sum = 0;
      for (const what of order) sum += await store.forget(what);
      expect([sum, await titles(store)]).toEqual([read.length, []]);
    }),
    { numRuns: 6 },
  );
});

/** Everything in a database, as text. */
function readAll(factory: IDBFactory): Promise<string> {
  return new Promise((resolve, reject) => {
    const request = factory.open('sidelight');
    request.addEventListener('error', () => reject(new Error(String(request.error))));
    request.addEventListener('success', () => {
      const database = request.result;
      const names = [...database.objectStoreNames];
      const transaction = database.transaction(names);
      const found: unknown[] = [];
      for (const name of names) {
        const all = transaction.objectStore(name).getAll();
        all.addEventListener('success', () => found.push([name, all.result]));
      }
      transaction.addEventListener('complete', () => {
        database.close();
        resolve(JSON.stringify(found));
      });
    });
  });
}

test('no word of what was forgotten is left anywhere in the database', async () => {
  const factory = createFactory();
  const store = await openStore({ indexedDB: factory, IDBKeyRange, now: () => hour });
  await store.remember(article('https://a.example/secret-ferries', 'ferries'));
  await store.keepReviews('https://a.example/secret-ferries', [
    {
      claim: 'Secret ferries ran in winter',
      claimant: null,
      claimedAt: null,
      appearances: [],
      rating: { kind: 'none' },
      publisher: null,
      url: 'https://a.example/secret-ferries',
      title: null,
      publishedAt: null,
    },
  ]);
  // Changed since: what stood there first is a trace as well.
  await store.remember(article('https://a.example/secret-ferries', 'steamers instead of ferries'));
  expect(await readAll(factory)).toContain('ferries');
  await store.forget({ kind: 'page', urls: ['https://a.example/secret-ferries'] });
  expect(await readAll(factory)).not.toContain('ferries');
});

describe('the history of what the reader did with claims of a page that is forgotten', () => {
  const url = 'https://a.example/1';

  async function corrected() {
    const factory = createFactory();
    const store = await openStore({ indexedDB: factory, IDBKeyRange, now: () => hour });
    await putEntity(store, { id: ada, type: 'person', name: 'Ada Moreno', aliases: [], description: '' });
    await store.remember(article(url, 'ferries'));
    const [claim] = await claimsOf(store, [ada], 9);
    if (claim === undefined) throw new Error('no claim');
    return { factory, store, claim };
  }

  test('has no word of them', async () => {
    const { factory, store, claim } = await corrected();
    await store.edit({ kind: 'remove-claim', id: ada, claim: claim.claim.id }, 'you');
    expect(await readAll(factory)).toContain('ferries');
    await store.forget({ kind: 'all' });
    expect(await readAll(factory)).not.toContain('ferries');
  });

  test('keeps what else an entry did, which can be undone', async () => {
    const { factory, store, claim } = await corrected();
    const entity = { type: 'person', name: 'Ada Bis', aliases: [], description: '' } as const;
    const split = await store.edit(
      { kind: 'split', id: ada, entity, facts: [], claims: [claim.claim.id], sources: [] },
      'you',
    );
    await store.forget({ kind: 'site', host: 'a.example' });
    expect(await readAll(factory)).not.toContain('ferries');
    expect((await store.search('Ada Bis')).length).toBe(1);
    expect((await store.undo(split.ok ? split.value.history : '')).ok).toBe(true);
    expect(await store.search('Ada Bis')).toEqual([]);
  });
});
