// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';

/** Of the browser: what is kept there, and whether the window is a private one. */
const browser = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  return {
    kept,
    extension: { inIncognitoContext: false },
    storage: {
      session: {
        get: async () => kept,
        set: async (given: object) => void Object.assign(kept, given),
        remove: async () => {},
      } as object | undefined,
    },
  };
});
vi.mock('../../lib/platform/native.ts', () => ({ nativeBrowser: browser }));
const { openDrafts } = await import('../../entrypoints/popover/drafts.ts');

const { session } = browser.storage;
const keptAnywhere = (): number => Object.keys(browser.kept).length + sessionStorage.length;

beforeEach(() => {
  for (const key of Object.keys(browser.kept)) delete browser.kept[key];
  sessionStorage.clear();
});

test.each([
  ['a storage of the session', session],
  ['none but that of the frame', undefined],
])('what is begun in a card is kept, but of a private window: with %s', async (_, storage) => {
  browser.storage.session = storage;
  for (const [isPrivate, kept] of [
    [true, 0],
    [false, 1],
  ] as const) {
    browser.extension.inIncognitoContext = isPrivate;
    const drafts = (await openDrafts())('a 1');
    drafts.set('note', 'Ask again');
    expect(drafts.get('note')).toBe('Ask again');
    await Promise.resolve();
    expect(keptAnywhere()).toBe(kept);
  }
});
