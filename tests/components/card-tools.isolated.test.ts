import { beforeEach, describe, expect, test, vi } from 'vitest';
import { defaultSettings } from '../../lib/model/settings.ts';

const held = vi.hoisted(() => ({ asked: [] as string[] }));

vi.mock('../../lib/message/send.ts', () => ({
  askBackground: async (type: string) => {
    held.asked.push(type);
    return { ok: true, value: { ok: true, value: null } };
  },
}));
vi.mock('../../lib/platform/native.ts', () => ({ nativeBrowser: {}, isContextAlive: () => true }));
vi.mock('../../lib/platform/permissions.ts', () => ({ requestOrigins: async () => true }));

const { panelActions } = await import('../../entrypoints/sidepanel/panel-actions.ts');

const tab = { id: 1, address: 'https://news.example/a', loading: false };

beforeEach(() => {
  held.asked = [];
});

describe('the tools of a card in popup and side panel', () => {
  test.each([
    [false, true, ['lookUp', 'keepLookUp', 'edit']],
    [true, false, ['lookUp']],
  ])('beside a private window (%s) they write: %s', async (isPrivate, kept, asked) => {
    const { tools } = panelActions({ ...tab, isPrivate }, defaultSettings, () => {});
    const { find, keep } = tools.lookUp('Ada Moreno', null);
    await find('Ada Moreno');
    expect((await keep({} as never)).ok).toBe(kept);
    expect((await tools.onEdit({} as never)) === null).toBe(kept);
    expect(held.asked).toEqual(asked);
  });
});
