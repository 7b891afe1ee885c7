import { beforeEach, expect, test, vi } from 'vitest';

/** What the browser syncs between devices. */
const synced = vi.hoisted(() => ({ items: {} as Record<string, unknown> }));

vi.mock('../../lib/platform/native.ts', () => ({
  nativeBrowser: {
    storage: {
      sync: { get: async () => synced.items, set: async (items: object) => Object.assign(synced.items, items) },
    },
  },
}));

const { changeSettings, readSettings } = await import('../../lib/platform/settings.ts');

beforeEach(() => {
  synced.items = {};
});

test('what a later version on another device has stored outlives a change of an earlier one', async () => {
  synced.items = { settings: { theme: 'sepia', voices: { on: true }, showDelay: 700, sitesOff: ['a.example'] } };
  expect(await readSettings()).toMatchObject({ theme: 'auto', showDelay: 700 });

  await changeSettings({ showDelay: 300, sitesOff: ['b.example'] });
  expect(synced.items['settings']).toMatchObject({
    theme: 'sepia',
    voices: { on: true },
    showDelay: 300,
    sitesOff: ['b.example'],
  });

  await changeSettings({ theme: 'dark' });
  expect(synced.items['settings']).toMatchObject({ theme: 'dark', voices: { on: true }, sitesOff: ['b.example'] });
});

test.each([['a text'], [null], [[1, 2]], [7]])(
  'where no settings are stored but %s, a change stores them',
  async (broken) => {
    synced.items = { settings: broken };
    await changeSettings({ paused: true });
    expect(await readSettings()).toMatchObject({ paused: true, theme: 'auto' });
  },
);
