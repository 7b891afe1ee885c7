import { expect, test, vi } from 'vitest';
import type { Article } from '../../lib/model/article.ts';
import type { Store } from '../../lib/store/store.ts';
import { blocksOfLines } from '../../lib/text/document.ts';
import { openResources } from '../../scripts/analysis/resources.ts';
import { articleOf } from '../../scripts/evaluate/systems.ts';

const opened = await openResources([]);
if (!opened.ok) throw new Error(opened.failure);
const { tagger, checkWorthiness, knowledge } = opened.value;

vi.doMock('../../entrypoints/background/resources.ts', () => ({
  resources: {
    store: () => Promise.resolve({}),
    tagger: () => Promise.resolve(tagger),
    checkWorthiness: () => Promise.resolve(checkWorthiness),
  },
}));
vi.doMock('../../lib/platform/stay-awake.ts', () => ({ createStayAwake: () => () => {} }));
const { analyse } = await import('../../entrypoints/background/analyse.ts');

type Read = Parameters<Store['read']>[0];
const reading = {
  knowledge,
  choices: () => Promise.resolve([]),
  introductions: () => Promise.resolve([]),
} as unknown as Parameters<Read>[0];

/** Long enough that the thread is given back again and again. */
const articleOfLines = (count: number): Article => {
  const lines = Array.from(
    { length: count },
    (_, nth) => `Nora Halvorsen said on Friday that ${nth + 12} boats had sunk off Velmora.`,
  );
  const text = lines.join('\n');
  return articleOf({ text, blocks: blocksOfLines(text) }, '2026-11-20');
};
const article = articleOfLines(160);

const once = { read: (use: Read) => use(reading), readAhead: (use: Read) => use(reading) } as unknown as Store;

test.each(['the first', 'the second'])(
  'a store that is read twice at once, because it has changed, has its answer: %s',
  async (wanted) => {
    const twice = async <T>(use: (from: typeof reading) => Promise<T>): Promise<T> => {
      const both = [use(reading), use(reading)] as const;
      for (const one of both) one.catch(() => undefined);
      return both[wanted === 'the first' ? 0 : 1];
    };
    // Both wait for it.
    const shorter = analyse(once, articleOfLines(120), { what: 'names' });
    const { analysis } = await analyse({ read: twice, readAhead: twice } as unknown as Store, article, {
      what: 'names',
    });
    await shorter;
    expect(analysis.mentions.length).toBeGreaterThan(160);
  },
  20_000,
);

test('a store that fails leaves the thread to the next article', async () => {
  const failing = (): Promise<never> => Promise.reject(new Error('gone'));
  const broken = { ...reading, choices: failing };
  const lost = { read: (use: Read) => use(broken) } as unknown as Store;
  await expect(analyse(lost, articleOfLines(40), { what: 'all' })).rejects.toThrow('gone');
  const { analysis } = await analyse(once, article, { what: 'all' });
  expect(analysis.claims.length).toBeGreaterThan(0);
}, 20_000);

test('an article that its page has gone on from is read no further, and leaves the thread to the next', async () => {
  const { newestFor } = await import('../../entrypoints/background/newest.ts');
  const page = { tab: { id: 1 }, frameId: 0 } as never;
  const read = (sender: never) => newestFor(sender, (_, signal) => analyse(once, article, { what: 'names', signal }));
  const other = { tab: { id: 2 }, frameId: 0 } as never;
  const all = await Promise.all([read(page), read(page), read(other), read(page)]);
  expect(all.map(({ ok }) => ok)).toEqual([false, false, true, true]);
}, 20_000);
