import { beforeEach, expect, test, vi } from 'vitest';

const held = vi.hoisted(() => ({ tabs: 0, done: [] as string[] }));

vi.mock('../../lib/platform/native.ts', () => ({
  nativeBrowser: {
    tabs: {
      query: async () => Array.from({ length: held.tabs }, () => ({})),
      create: async () => void held.done.push('a tab'),
    },
  },
}));
const { leave } = await import('../../entrypoints/welcome/leave.ts');

beforeEach(() => {
  held.done = [];
  vi.stubGlobal('window', { close: () => void held.done.push('closed') });
});

test.each([
  [1, ['a tab', 'closed']],
  [2, ['closed']],
])('of %i tabs of a window the first page leaves one behind', async (tabs, done) => {
  held.tabs = tabs;
  await leave();
  expect(held.done).toEqual(done);
});
