import { beforeEach, expect, test, vi } from 'vitest';

interface Suggestion {
  readonly description: string;
}

const held = vi.hoisted(() => ({
  isFirefox: false,
  hint: '',
  isPrivate: false,
  opened: [] as string[],
  enter: null as ((text: string, where: string) => void) | null,
  type: null as ((typed: string, answer: (found: readonly Suggestion[]) => void) => void) | null,
}));

vi.mock('../../lib/platform/native.ts', () => ({
  isFirefox: () => held.isFirefox,
  nativeBrowser: {
    omnibox: {
      setDefaultSuggestion: ({ description }: Suggestion) => void (held.hint = description),
      onInputChanged: { addListener: (type: typeof held.type) => void (held.type = type) },
      onInputEntered: { addListener: (enter: typeof held.enter) => void (held.enter = enter) },
    },
    tabs: {
      query: async () => [{ incognito: held.isPrivate }],
      update: async ({ url }: { readonly url: string }) => void held.opened.push(`update ${url}`),
      create: async ({ url }: { readonly url: string }) => void held.opened.push(`create ${url}`),
    },
  },
}));
vi.mock('../../entrypoints/background/words.ts', () => ({
  words: { anywhere: { omniboxEmpty: 'Type', omnibox: ({ text }: { readonly text: string }) => `Find: ${text}` } },
}));
vi.mock('../../entrypoints/background/library-tab.ts', () => ({
  libraryAddress: ({ at, name }: { readonly at: string; readonly name?: string }) => `library.html#${at} ${name ?? ''}`,
  placeOfName: async (name: string, at: string) => ({ at, name, id: null }),
  openLibrary: async () => void held.opened.push('handed over'),
  findByName: async (name: string) => [{ id: 'a', name, description: 'Côte d’Ivoire\u0001\nand "L\'Oréal"' }],
}));

const { listenToOmnibox } = await import('../../entrypoints/background/omnibox.ts');
listenToOmnibox();

const suggest = (typed: string): Promise<readonly Suggestion[]> =>
  new Promise((resolve) => {
    held.type?.(typed, resolve);
  });

beforeEach(() => {
  held.isFirefox = false;
});

test('in Chromium, which reads a suggestion as XML, every letter of a name is there', async () => {
  const [found] = await suggest("AT&T <b>O'Neill</b>");
  expect(found?.description).toBe('AT&amp;T &lt;b&gt;O\'Neill&lt;/b&gt; – Côte d’Ivoire and "L\'Oréal"');
});

test('in Chromium, which writes the hint to the disk, nothing of what is typed stands in it', async () => {
  await suggest('Ada Moss');
  expect(held.hint).toBe('Find: %s');
  await suggest(' ');
  expect(held.hint).toBe('Type');
});

test('in Firefox a suggestion is as it is written', async () => {
  held.isFirefox = true;
  const [found] = await suggest('AT&T');
  expect(found?.description).toBe('AT&T – Côte d’Ivoire and "L\'Oréal"');
  expect(held.hint).toBe('Find: AT&T');
});

test.each([
  ['a window like any other', false, 'currentTab', 'update library.html#name Ada Moss'],
  ['another tab of it', false, 'newForegroundTab', 'create library.html#name Ada Moss'],
  ['a private window: its name stands in no address', true, 'currentTab', 'handed over'],
])('what is typed leads on in %s', async (_what, isPrivate, where, wanted) => {
  Object.assign(held, { isPrivate, opened: [] });
  held.enter?.('Ada Moss ', where);
  await vi.waitFor(() => expect(held.opened).toEqual([wanted]));
});
