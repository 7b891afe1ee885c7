import { beforeEach, expect, test, vi } from 'vitest';

interface Suggestion {
  readonly description: string;
}

const held = vi.hoisted(() => ({
  isFirefox: false,
  hint: '',
  type: null as ((typed: string, answer: (found: readonly Suggestion[]) => void) => void) | null,
}));

vi.mock('../../lib/platform/native.ts', () => ({
  isFirefox: () => held.isFirefox,
  nativeBrowser: {
    omnibox: {
      setDefaultSuggestion: ({ description }: Suggestion) => void (held.hint = description),
      onInputChanged: { addListener: (type: typeof held.type) => void (held.type = type) },
      onInputEntered: { addListener: () => undefined },
    },
  },
}));
vi.mock('../../entrypoints/background/words.ts', () => ({
  words: { anywhere: { omniboxEmpty: 'Type', omnibox: ({ text }: { readonly text: string }) => `Find: ${text}` } },
}));
vi.mock('../../entrypoints/background/library-tab.ts', () => ({
  libraryAddress: () => 'library.html',
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
  expect(held.hint).toBe("Find: AT&amp;T &lt;b&gt;O'Neill&lt;/b&gt;");
});

test('in Firefox a suggestion is as it is written', async () => {
  held.isFirefox = true;
  const [found] = await suggest('AT&T');
  expect(found?.description).toBe('AT&T – Côte d’Ivoire and "L\'Oréal"');
  expect(held.hint).toBe('Find: AT&T');
});
