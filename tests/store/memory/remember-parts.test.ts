import { expect, test } from 'vitest';
import { asEntityId } from '../../../lib/model/ids.ts';
import type { Store } from '../../../lib/store/store.ts';
import { killEverywhere } from '../kill.ts';
import { createFactory, type MadeArticle, makeAnalysis, openOn } from '../memory.ts';

const url = 'https://a.example/long';
const count = 320;

const madeOf = (last: string): MadeArticle => ({
  url,
  publishedAt: '2026-11-20T08:00:00Z',
  figures: Array.from({ length: count }, (_, i) => [`Person Number${i}`, i === 0 ? asEntityId('test:ada') : null]),
  said: Array.from({ length: count }, (_, i) => ({
    text: `Person Number${i} said “it was ${i === count - 1 ? last : `so ${i} times`}”.`,
    speaker: i,
    about: [],
  })),
});
const long = makeAnalysis(madeOf('so at last'));

async function keptIn({ database: { sources, claims, sightings } }: Store): Promise<readonly number[]> {
  return Promise.all([sources.count(), claims.count(), sightings.count()]);
}

const whole = [1, count, count];

test('a reading that is killed anywhere is completed by the next, or forgotten without a trace', async () => {
  let forgets = false;
  const deaths = await killEverywhere(
    () => Promise.resolve(),
    (store) => store.remember(long),
    async (factory) => {
      const store = await openOn(factory);
      const left = await keptIn(store);
      const [source] = await store.database.sources.toArray();
      if (source?.contentHash !== '') expect([[0, 0, 0], whole]).toContainEqual(left);
      forgets = !forgets;
      if (forgets) {
        await store.forget({ kind: 'page', urls: [url] });
        expect(await keptIn(store)).toEqual([0, 0, 0]);
      }
      await store.remember(long);
      expect(await keptIn(store)).toEqual(whole);
      const [complete] = await store.database.sources.toArray();
      expect(complete?.contentHash).not.toBe('');
      store.close();
    },
    167,
  );
  expect(deaths).toBeGreaterThan(4);
});

test('what is asked between two parts is answered', async () => {
  const store = await openOn(createFactory());
  const seen: number[] = [];
  await store.remember(long, async () => void seen.push(await store.database.claims.count()));
  expect(new Set(seen).size).toBeGreaterThan(1);
  expect(Math.max(...seen)).toBeLessThanOrEqual(count);
  expect(await keptIn(store)).toEqual(whole);
});

test('what is forgotten while it is written leaves nothing, and is written no further', async () => {
  const store = await openOn(createFactory());
  let leftBehind = 0;
  await store.remember(long, async () => {
    const claims = await store.database.claims.count();
    if (leftBehind > 0 || claims === 0) return;
    leftBehind = claims;
    await store.forget({ kind: 'page', urls: [url] });
  });
  expect(leftBehind).toBeGreaterThan(0);
  expect(leftBehind).toBeLessThan(count);
  expect(await keptIn(store)).toEqual([0, 0, 0]);
});

test('the same article in two tabs at once is kept once', async () => {
  const store = await openOn(createFactory());
  await Promise.all([store.remember(long), store.remember(long)]);
  expect(await keptIn(store)).toEqual(whole);
});

test('another wording of it in a second tab at once is kept whole, too', async () => {
  const store = await openOn(createFactory());
  const edited = makeAnalysis(madeOf('for the last time'));
  await Promise.all([store.remember(long), store.remember(edited)]);
  expect(await keptIn(store)).toEqual(whole);
  const texts = (await store.database.claims.toArray()).map(({ text }) => text);
  // Whichever of the two began to write last.
  expect(texts.filter((text) => /for the last time|so at last/u.test(text))).toHaveLength(1);
});
