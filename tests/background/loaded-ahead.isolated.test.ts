import { beforeEach, expect, test, vi } from 'vitest';

const browser = vi.hoisted(() => ({
  runtime: { id: 'sidelight', getURL: (path: string) => path },
  storage: { onChanged: { addListener: () => {} }, sync: { get: async () => ({}) } },
  tabs: { sendMessage: vi.fn(async () => {}) },
  scripting: { executeScript: vi.fn(async () => []) },
}));
vi.mock('../../lib/platform/native.ts', () => ({ nativeBrowser: browser, isContextAlive: () => true }));
vi.mock('../../entrypoints/background/resources.ts', () => ({ resources: { warmUp: async () => {} } }));
const { handlers } = await import('../../entrypoints/background/handlers.ts');

beforeEach(() => void vi.clearAllMocks());

test.each([
  ['a page that is open', { frameId: 0 }, 0],
  ['a frame of one', { frameId: 5 }, 1],
  ['a page that is loaded before anybody opens it', { frameId: 5, documentLifecycle: 'prerender' }, 0],
])('the reader comes to %s; the page in front is told to stand back for a frame alone', async (_, from, told) => {
  const sender = { tab: { id: 7, url: 'https://post.example/2023/05/09/harbour' }, ...from };
  const answer = await handlers.articleFound({ by: 'head' }, sender as never);
  expect(answer).toEqual({ ok: true, value: { state: 'reading' } });
  expect(browser.scripting.executeScript).toHaveBeenCalledWith(
    expect.objectContaining({ target: { tabId: 7, frameIds: [from.frameId] } }),
  );
  expect(browser.tabs.sendMessage).toHaveBeenCalledTimes(told);
});
