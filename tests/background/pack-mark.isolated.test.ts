import { expect, test, vi } from 'vitest';
import { ok } from '../../lib/model/result.ts';

const kept = vi.hoisted(() => new Map<string, unknown>());

vi.mock('../../lib/platform/native.ts', () => ({
  nativeBrowser: {
    runtime: { getURL: () => 'chrome-extension://a/' },
    storage: {
      local: { set: async (items: object) => Object.entries(items).forEach(([key, item]) => kept.set(key, item)) },
    },
  },
}));
vi.mock('../../entrypoints/background/pack-updates.ts', () => ({ planUpdates: () => undefined }));
vi.mock('../../entrypoints/background/store-changes.ts', () => ({ tellPages: () => undefined }));
vi.mock('../../entrypoints/background/with-store.ts', () => ({
  withStore: async (use: (store: object) => Promise<unknown>) =>
    ok(
      await use({
        listPacks: async () => ({ packs: [], unfinished: [] }),
        birth: async () => ({ madeAt: 1 }),
        packs: async () => [{ id: 'desk', title: 'Desk pack', version: '2026.11.0' }],
        countOwn: async () => 3,
      }),
    ),
}));

const { packHandlers } = await import('../../entrypoints/background/pack-handlers.ts');

test('whoever lists the packs leaves a mark of them, by which they are missed if the store is emptied', async () => {
  await packHandlers.packs({}, { url: 'chrome-extension://a/options.html' } as never);
  expect(kept.get('store-mark')).toEqual({ madeAt: 1, rows: 3, packs: [{ id: 'desk', title: 'Desk pack' }] });
});
