import { describe, expect, test } from 'vitest';
import { openStored, relateClaims } from '../../lib/claim/compare/relate.ts';
import { segmentBuilder } from '../../lib/claim/compare/segment.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import type { SegmentBuilder } from '../../lib/model/claim-segment.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { Store } from '../../lib/store/store.ts';
import { killEverywhere } from './kill.ts';
import { createFactory, makeAnalysis, makePack, openOn, seedWith } from './memory.ts';
import { atOnce } from '../../lib/model/steps.ts';

const ada = asEntityId('test:ada');
const pack = await makePack();

const article = (page: string, said: readonly string[]): Analysis =>
  makeAnalysis({
    url: `https://${page}.example/1`,
    publishedAt: '2022-02-01T08:00:00Z',
    title: page,
    figures: [['Ada Moreno', ada]],
    said: said.map((text) => ({ text, speaker: 0, about: [] })),
  });

/** Texts of the stored claims that the claims of an analysis have a relation to. */
async function relatedTo(store: Store, { claims, clusters, article }: Analysis): Promise<string[]> {
  const related = atOnce(
    relateClaims(claims, clusters, {
      article,
      known: await openStored(article, await store.knowledge()),
    }),
  );
  const rows = await store.database.claims.bulkGet(related.flatMap((claim) => claim.related.map(({ claim }) => claim)));
  return rows.flatMap((row) => (row === undefined ? [] : [row.text])).toSorted();
}

const rowsOf = async ({ database }: Store) => ({
  segments: (await database.claimSegments.toArray()).flatMap(({ of, segment }) => (of === 'own' ? segment.ids : [])),
  changes: await database.claimChanges.count(),
});

const ferries = 'Ada Moreno said the harbour of Velmora sold 4,000 tickets in March.';
const more = 'Ada Moreno said the harbour of Velmora sold 6,000 tickets in March.';

describe('stored claims', () => {
  test('are compared with as soon as they are kept', async () => {
    const store = await openOn(createFactory());
    await store.remember(article('one', [ferries]));
    expect(await relatedTo(store, article('two', [more]))).toEqual([ferries]);
  });

  test('of somebody whom the store does not know are found by the whole name, and by no half of it', async () => {
    const share = (share: number): string => `${share} percent of the berths were full at the end of the season.`;
    const by = (page: string, name: string, text: string): Analysis =>
      makeAnalysis({
        url: `https://${page}.example/1`,
        publishedAt: '2022-02-01T08:00:00Z',
        title: page,
        figures: [[name, null]],
        said: [{ text, speaker: 0, about: [] }],
      });
    const store = await openOn(createFactory());
    await store.remember(by('one', 'Ines Quillan', share(76)));
    expect(await relatedTo(store, by('two', 'Ines Quillan', share(83)))).toEqual([share(76)]);
    expect(await relatedTo(store, by('three', 'Tomas Bell', share(83)))).toEqual([]);
    expect(await relatedTo(store, by('four', 'Quillan', share(83)))).toEqual([]);
  });

  test('of the page itself are none, under whichever address', async () => {
    const store = await openOn(createFactory());
    await store.remember(article('one', [ferries]));
    const again = article('one', [ferries]);
    expect(await relatedTo(store, again)).toEqual([]);
    const moved = {
      ...again.article,
      metadata: { ...again.article.metadata, url: 'http://www.one.example/1?utm_source=x' },
    };
    expect(
      await relatedTo(store, { ...again, article: { ...moved, metadata: { ...moved.metadata, canonicalUrl: null } } }),
    ).toEqual([]);
  });

  test('that changed are compared with as they are now', async () => {
    const store = await openOn(createFactory());
    await store.remember(article('one', [ferries]));
    await relatedTo(store, article('two', [more]));
    await store.remember(article('one', [ferries.replace('4,000', '5,000')]));
    expect(await relatedTo(store, article('two', [more]))).toEqual([ferries.replace('4,000', '5,000')]);
  });

  test('that are forgotten leave nothing by which they were found', async () => {
    const store = await openOn(createFactory());
    await store.remember(article('one', [ferries]));
    await store.remember(article('two', [more]));
    await store.settleClaims(segmentBuilder);
    expect((await rowsOf(store)).segments).toHaveLength(2);
    await store.forget({ kind: 'all' });
    await store.settleClaims(segmentBuilder);
    expect(await rowsOf(store)).toEqual({ segments: [], changes: 0 });
  });

  test('of a pack are compared with, and no more once it is removed', async () => {
    const store = await openOn(createFactory());
    await seedWith(store, pack);
    await store.settleClaims(segmentBuilder);
    const generations = (await store.database.claimSegments.toArray()).map(({ of }) => of);
    expect(generations).toEqual([(await store.database.packs.toArray())[0]?.generation]);
    await store.remove(pack.pack.id);
    await store.settleClaims(segmentBuilder);
    expect(await store.database.claimSegments.count()).toBe(0);
  });

  test('of a pack bring its reviews to a page that says the same', async () => {
    const store = await openOn(createFactory());
    await seedWith(store, pack);
    const ask = async (text: string) => {
      await relatedTo(store, article('one', [text]));
      const card = await store.answerCard({
        kind: 'claim',
        text,
        speaker: null,
        about: [],
        quantities: [],
        related: [],
        occasion: { url: 'https://one.example/1', publisher: null, publishedAt: null },
      });
      return card.kind === 'claim' ? card.reviews.map(({ rating, publisher }) => [publisher, rating]) : [];
    };
    const same = 'Trade had grown by 4 percent, Ada Moreno told reporters.';
    expect(await ask(same)).toEqual([['The Checkers', { kind: 'words', words: 'Lacks context' }]]);
    expect(await ask('Trade had grown by 9 percent, Ada Moreno told reporters.')).toEqual([]);
    await store.remove(pack.pack.id);
    expect(await ask(same)).toEqual([]);
  });

  test('that another version took apart are taken apart anew', async () => {
    const store = await openOn(createFactory());
    await store.remember(article('one', [ferries]));
    await store.settleClaims(segmentBuilder);
    const newer: SegmentBuilder = {
      version: segmentBuilder.version + 1,
      replace: (...given) => ({ ...segmentBuilder.replace(...given), version: segmentBuilder.version + 1 }),
    };
    await store.settleClaims(newer);
    expect((await store.database.claimSegments.toArray()).map(({ segment }) => segment.version)).toEqual([
      newer.version,
    ]);
    expect((await rowsOf(store)).segments).toHaveLength(1);
  });

  test('are found by every context of the browser', async () => {
    const factory = createFactory();
    const [one, other] = [await openOn(factory), await openOn(factory)];
    await one.remember(article('one', [ferries]));
    expect(await relatedTo(other, article('two', [more]))).toEqual([ferries]);
    await other.forget({ kind: 'all' });
    await Promise.all([one.settleClaims(segmentBuilder), other.settleClaims(segmentBuilder)]);
    expect(await relatedTo(one, article('two', [more]))).toEqual([]);
  });

  test('are many small segments for no longer than it takes to join them', async () => {
    const store = await openOn(createFactory());
    const texts = Array.from({ length: 24 }, (_, i) => ferries.replace('March', `March of ${1900 + i}`));
    for (const [i, text] of texts.entries()) {
      await store.remember(article(`page${i}`, [text]));
      await store.settleClaims(segmentBuilder);
    }
    expect((await rowsOf(store)).segments).toHaveLength(24);
    expect(await store.database.claimSegments.count()).toBeLessThan(6);
  });
});

test('a kill at any write leaves every claim to be found, and none that is gone', async () => {
  const deaths = await killEverywhere(
    async (store) => {
      await store.remember(article('one', [ferries]));
      await store.settleClaims(segmentBuilder);
      await store.remember(article('one', [more]));
      await store.remember(article('two', [ferries]));
    },
    (store) => store.settleClaims(segmentBuilder),
    async (factory) => {
      const store = await openOn(factory);
      expect(await relatedTo(store, article('three', [ferries]))).toEqual([ferries, more].toSorted());
      store.close();
    },
  );
  expect(deaths).toBeGreaterThan(1);
});
