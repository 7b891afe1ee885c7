import { beforeEach, expect, test, vi } from 'vitest';
import { failed, ok } from '../../lib/model/result.ts';

const held = vi.hoisted(() => ({ told: [] as number[], session: {} as Record<string, unknown>, writes: 0 }));

vi.mock('../../lib/platform/native.ts', () => ({
  nativeBrowser: {
    storage: {
      session: {
        get: async () => held.session,
        set: async (items: object) => void Object.assign(held.session, items),
      },
    },
    tabs: {
      query: async () => [{ id: 1 }, { id: 2 }, {}, { id: 3 }],
      sendMessage: async (id: number) => {
        held.told.push(id);
        // Nobody listens in most tabs.
        throw new Error('Receiving end does not exist');
      },
    },
  },
}));
vi.mock('../../entrypoints/background/with-store.ts', () => ({
  withStore: async (use: (store: object) => Promise<unknown>) =>
    ok(await use({ database: { onWrite: () => void (held.writes += 1) } })),
}));

const { storeChangeHandlers, tellOfArrivals, writeFor } = await import('../../entrypoints/background/store-changes.ts');
const from = (page: string) => ({ url: `chrome-extension://a/${page}`, tab: { id: 2 } }) as never;
const card = from('popover.html');
const library = from('library.html');

beforeEach(() => {
  held.told = [];
  held.session = {};
  held.writes = 0;
});

test.each([
  ['every tab after a change from a page of ours', library, [1, 2, 3]],
  ['every other tab after one from a card, whose own page its reader reads anew', card, [1, 3]],
  ['every tab after one from a menu', null, [1, 2, 3]],
])('tells %s', async (_, sender, tabs) => {
  await writeFor(sender, async () => ok('made'));
  expect(held.told).toEqual(tabs);
});

test('tells nobody of what was not written', async () => {
  expect(await writeFor(library, async () => failed('NotThere'))).toEqual(ok(failed('NotThere')));
  expect(held.told).toEqual([]);
});

test('what a page wrote by itself is told of to tabs and to sync', async () => {
  await storeChangeHandlers.storeWritten({}, library);
  expect(held.told).toEqual([1, 2, 3]);
  expect(held.writes).toBe(1);
});

test('a page that heard nothing learns whether the store changed since it was left', async () => {
  const ask = async (at: number) => storeChangeHandlers.storeChangedSince({ at }, library);
  const before = Date.now();
  expect(await ask(before)).toEqual(ok({ changed: false }));
  await writeFor(library, async () => ok('made'));
  expect(await ask(before)).toEqual(ok({ changed: true }));
  expect(await ask(Date.now() + 1)).toEqual(ok({ changed: false }));
});

test('pages of arrivals in a row are told of once', async () => {
  vi.useFakeTimers();
  const database = { onArrival: (): void => undefined };
  tellOfArrivals({ database } as never);
  for (let page = 0; page < 3; page += 1) {
    database.onArrival();
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(held.told).toEqual([]);
  await vi.runAllTimersAsync();
  expect(held.told).toEqual([1, 2, 3]);
  vi.useRealTimers();
});
