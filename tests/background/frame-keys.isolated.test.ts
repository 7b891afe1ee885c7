import { afterEach, beforeEach, expect, test, vi } from 'vitest';

/** What outlives a stopped worker. */
const held = vi.hoisted(() => ({ session: {} as Record<string, unknown> }));

vi.mock('../../lib/platform/native.ts', () => ({
  nativeBrowser: {
    storage: {
      session: {
        get: async (key: string | null) => (key === null ? { ...held.session } : { [key]: held.session[key] }),
        set: async (items: object) => void Object.assign(held.session, items),
        remove: async (keys: string | readonly string[]) => {
          for (const key of [keys].flat()) delete held.session[key as string];
        },
      },
    },
  },
}));

const { issueFrameKey, redeemFrameKey } = await import('../../entrypoints/background/frame-keys.ts');

beforeEach(() => {
  held.session = {};
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

test('a key opens one card, in its own tab', async () => {
  const key = await issueFrameKey(1);
  expect(await redeemFrameKey(key, 1)).toBe(true);
});

test.each<[rule: string, open: (key: string) => Promise<boolean>]>([
  ['a key that was never given', () => redeemFrameKey(crypto.randomUUID(), 1)],
  ['a key of another tab', (key) => redeemFrameKey(key, 2)],
  ['a key used once', async (key) => (await redeemFrameKey(key, 1)) && redeemFrameKey(key, 1)],
  [
    'a key older than a minute',
    (key) => {
      vi.advanceTimersByTime(60_001);
      return redeemFrameKey(key, 1);
    },
  ],
])('%s opens none', async (_, open) => {
  expect(await open(await issueFrameKey(1))).toBe(false);
});

test('keys that were never used do not pile up', async () => {
  for (let nth = 0; nth < 20; nth += 1) {
    await issueFrameKey(1);
    vi.advanceTimersByTime(30_000);
  }
  expect(Object.keys(held.session).length).toBeLessThan(5);
});
