import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Forgetting } from '../../lib/model/memory.ts';
import { defaultSettings, type Settings } from '../../lib/model/settings.ts';

/** What the browser and the settings hold; the module under test sees no other. */
const held = vi.hoisted(() => ({
  session: {} as Record<string, unknown>,
  settings: {} as object,
  forgotten: [] as unknown[],
}));

vi.mock('../../lib/platform/native.ts', () => ({
  nativeBrowser: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: held.session[key] }),
        set: async (items: object) => void Object.assign(held.session, items),
      },
    },
  },
}));
vi.mock('../../lib/platform/stay-awake.ts', () => ({ createStayAwake: () => () => {} }));
vi.mock('../../lib/platform/settings.ts', () => ({ readSettings: async () => held.settings }));
vi.mock('../../entrypoints/background/resources.ts', () => ({
  resources: {
    store: async () => ({
      forget: async (what: unknown) => held.forgotten.push(what),
      settleClaims: async () => {},
    }),
  },
}));

const { forgetReading, keep } = await import('../../entrypoints/background/memory.ts');
const { takeTurn } = await import('../../entrypoints/background/thread-turns.ts');

const address = 'https://news.a.example/ferries';
const metadata = {
  url: address,
  canonicalUrl: null,
  title: null,
  publisher: null,
  authors: [],
  publishedAt: null,
  language: null,
  country: null,
};
const said = { analysis: { article: { metadata, text: 'Ferries.' } }, reviews: [] };
/** Whether the page was kept. */
async function ask(tab: object | undefined, openedAt = Date.now(), url?: string): Promise<boolean> {
  let isKept = false;
  const store = { remember: async () => void (isKept = true), keepReviews: async () => {} };
  await keep(store as never, said as never, {
    sender: { ...(tab && { tab }), ...(url && { url }) } as never,
    metadata,
    openedAt,
  });
  return isKept;
}
const tab = { id: 1, url: address, incognito: false };

beforeEach(() => {
  held.session = {};
  held.settings = { ...defaultSettings, memory: 'on' } satisfies Settings;
});

test('an article below another one that has no address of its own is not kept: it could not be forgotten with its site', async () => {
  const remember = vi.fn(async () => {});
  const store = { remember, keepReviews: async () => {} } as never;
  const read = { sender: { tab, url: address } as never, openedAt: Date.now() };
  await keep(store, said as never, { ...read, metadata: { ...metadata, url: null } });
  expect(remember).not.toHaveBeenCalled();
  await keep(store, said as never, { ...read, metadata });
  expect(remember).toHaveBeenCalled();
});

/** Whether a tab's nth address was kept. */
async function posed(nth: number, of: object): Promise<boolean> {
  let isKept = false;
  const store = { remember: async () => void (isKept = true), keepReviews: async () => {} };
  await keep(store as never, said as never, {
    sender: { tab: of } as never,
    metadata: { ...metadata, url: `${address}/${nth}` },
    openedAt: Date.now(),
  });
  return isKept;
}

test('a page that poses as one after the other is kept a few dozen times, and no other tab less for it', async () => {
  const kept: boolean[] = [];
  for (let nth = 0; nth < 200; nth += 1) kept.push(await posed(nth, tab));
  expect(kept.filter(Boolean).length).toBeGreaterThanOrEqual(30);
  expect(kept.filter(Boolean).length).toBeLessThan(100);
  expect(await posed(1, { ...tab, id: 2 })).toBe(true);
});

test('frames of a page that ask at the same time are kept no more often', async () => {
  const kept = await Promise.all(Array.from({ length: 200 }, (_, nth) => posed(nth, tab)));
  expect(kept.filter(Boolean).length).toBeLessThan(100);
});

test('what lies in a frame is not kept where the frame, or the page around it, is of a site that is left out', async () => {
  held.settings = { ...defaultSettings, memory: 'on', memorySitesOff: ['a.example'] };
  const framed = (url: string, around: string) => ask({ ...tab, url: around }, Date.now(), url);
  expect(await framed(address, 'https://viewer.example/')).toBe(false);
  expect(await framed('https://viewer.example/', address)).toBe(false);
  expect(await framed('https://b.example/', 'https://viewer.example/')).toBe(true);
});

describe('whether a page may be kept', () => {
  test.each<[rule: string, settings: Partial<Settings>, tab: object | undefined, kept: boolean]>([
    ['with consent', { memory: 'on' }, tab, true],
    ['before the reader was asked', { memory: 'unasked' }, tab, false],
    ['after a no', { memory: 'off' }, tab, false],
    ['in a private window', { memory: 'on' }, { ...tab, incognito: true }, false],
    ['outside of any tab', { memory: 'on' }, undefined, false],
    ['on a site that is left out', { memorySitesOff: ['a.example'] }, tab, false],
    ['on a site beside one that is left out', { memorySitesOff: ['b.example'] }, tab, true],
  ])('%s', async (_, settings, from, kept) => {
    held.settings = { ...defaultSettings, memory: 'on', ...settings };
    expect(await ask(from)).toBe(kept);
  });
});

test('a long article that is written down waits for whoever waits for a card', async () => {
  const done: string[] = [];
  const store = {
    remember: async (_: unknown, between: () => Promise<void>) => {
      for (const part of ['one', 'two']) {
        await between();
        done.push(part);
      }
    },
    keepReviews: async () => {},
  };
  const card = takeTurn(0);
  const kept = keep(store as never, said as never, { sender: { tab } as never, metadata, openedAt: Date.now() });
  await new Promise(setImmediate);
  done.push('card');
  card.end();
  await kept;
  expect(done).toEqual(['card', 'one', 'two']);
});

test.each([
  ['its own address', 'https://m.news.a.example/trams', 'https://m.news.a.example/trams'],
  ['none', null, address],
  ['an address of another site', 'https://b.example/checked', address],
])('what a page that gives %s has reviewed is kept as of the page', async (_, canonicalUrl, of) => {
  const keepReviews = vi.fn(async () => {});
  const own = { ...said, analysis: { article: { ...said.analysis.article, metadata: { ...metadata, canonicalUrl } } } };
  const store = { remember: async () => {}, keepReviews };
  await keep(store as never, own as never, { sender: { tab } as never, metadata, openedAt: Date.now() });
  expect(keepReviews).toHaveBeenCalledExactlyOnceWith(of, []);
});

describe('what was forgotten while it stood open is not kept again', () => {
  test.each<[what: Forgetting, covers: boolean]>([
    [{ kind: 'page', urls: [`${address}?utm_source=x`] }, true],
    [{ kind: 'page', urls: ['https://news.a.example/trams'] }, false],
    [{ kind: 'site', host: 'a.example' }, true],
    [{ kind: 'site', host: 'b.example' }, false],
    [{ kind: 'span', from: 0, to: 10 }, false],
    // Opened before, and read anew within.
    [{ kind: 'span', from: Date.now() - 10, to: Date.now() + 10_000 }, true],
    [{ kind: 'all' }, true],
  ])('%j', async (what, covers) => {
    const openedAt = Date.now() - 1000;
    await forgetReading(what);
    expect(held.forgotten.at(-1)).toEqual(what);
    expect(await ask(tab, openedAt)).toBe(!covers);
    expect(await ask(tab, Date.now() + 1000)).toBe(true);
  });
});

test('of two that are forgotten at the same time neither is kept again', async () => {
  const other = 'https://news.a.example/trams';
  const openedAt = Date.now() - 1000;
  await Promise.all([address, other].map((url) => forgetReading({ kind: 'page', urls: [url] })));
  expect(await ask(tab, openedAt)).toBe(false);
});

test('what is forgotten while it is being kept is taken away again', async () => {
  const taken: unknown[] = [];
  const store = {
    remember: async () => void (await forgetReading({ kind: 'all' })),
    keepReviews: async () => {},
    forget: async (what: unknown) => taken.push(what),
    settleClaims: async () => {},
  };
  await keep(store as never, said as never, { sender: { tab } as never, metadata, openedAt: Date.now() - 1000 });
  expect(taken).toEqual([{ kind: 'page', urls: [address] }]);
});
