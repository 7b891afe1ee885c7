import { expect, test, vi } from 'vitest';

/** What the menu opens, what it writes, and how it is pressed. */
const held = vi.hoisted(() => ({
  opened: [] as unknown[],
  edits: [] as unknown[],
  told: [] as string[],
  known: [] as object[],
  press: null as ((item: object, tab: object) => void) | null,
  install: null as (() => void) | null,
  start: null as (() => void) | null,
  /** What the browser keeps of the menu: titles by id. */
  menu: new Map<string, string>(),
  language: 'en',
}));

vi.mock('../../lib/platform/native.ts', () => ({
  nativeBrowser: {
    storage: { session: { set: async () => undefined } },
    tabs: {
      query: async () => [{ id: 7 }],
      sendMessage: async (id: number, { type }: { readonly type: string }) => void held.told.push(`${type} ${id}`),
    },
    runtime: {
      onInstalled: { addListener: (install: typeof held.install) => void (held.install = install) },
      onStartup: { addListener: (start: typeof held.start) => void (held.start = start) },
    },
    contextMenus: {
      onClicked: { addListener: (press: typeof held.press) => void (held.press = press) },
      removeAll: async () => held.menu.clear(),
      create: ({ id, title }: { readonly id: string; readonly title: string }) => void held.menu.set(id, title),
      update: async (id: string, { title }: { readonly title: string }) => {
        if (!held.menu.has(id)) throw new Error(`Cannot find menu item with id ${id}`);
        held.menu.set(id, title);
      },
    },
  },
}));
vi.mock('../../entrypoints/background/words.ts', () => {
  const inIt = (key: string | symbol): string => `${held.language} ${String(key)}`;
  return {
    words: {
      anywhere: new Proxy({}, { get: (_, key) => inIt(key) }),
      type: new Proxy({}, { get: (_, key) => ({ one: inIt(key) }) }),
    },
  };
});
vi.mock('../../entrypoints/background/selected-claim.ts', () => ({}));
vi.mock('../../entrypoints/background/library-tab.ts', () => ({
  openLibrary: async (place: unknown) => void held.opened.push(place),
  bearersOf: async () => held.known,
  placeOfName: async (name: string, at: string) => ({ at, name, id: null }),
}));
vi.mock('../../entrypoints/background/with-store.ts', () => ({
  withStore: async (use: (store: object) => Promise<unknown>) => ({
    ok: true,
    value: await use({
      edit: async (edit: unknown) => {
        held.edits.push(edit);
        return { ok: true, value: { history: 'h', entity: 'local:e-1' } };
      },
    }),
  }),
}));

const { listenToMenus } = await import('../../entrypoints/background/menus.ts');
listenToMenus();

test.each([
  [false, { at: 'entity', id: 'local:e-1' }, 1],
  [true, { at: 'name', name: 'Ada Moreno', id: null }, 0],
])('"add to store" in a private window (%s) writes nothing by itself', async (incognito, place, edits) => {
  held.opened = [];
  held.edits = [];
  held.told = [];
  held.press?.({ menuItemId: 'add:person', selectionText: ' Ada  Moreno ' }, { id: 1, incognito });
  await vi.waitFor(() => expect(held.opened).toEqual([place]));
  expect(held.edits).toHaveLength(edits);
  // Open pages are read anew only where something was written.
  expect(held.told).toEqual(Array(edits).fill('storeChanged 7'));
});

test('"look up" asks at once', async () => {
  held.opened = [];
  held.press?.({ menuItemId: 'look-up', selectionText: 'Ada Moreno' }, { id: 1, incognito: false });
  await vi.waitFor(() => expect(held.opened).toEqual([{ at: 'look-up', name: 'Ada Moreno', id: null }]));
});

test('"add to store" of a sentence that was selected asks first', async () => {
  held.opened = [];
  held.edits = [];
  const sentence = 'The envoys left Geneva without a date for the next round. '.repeat(3).trim();
  held.press?.({ menuItemId: 'add:person', selectionText: sentence }, { id: 1, incognito: false });
  await vi.waitFor(() => expect(held.opened).toEqual([{ at: 'name', name: sentence, id: null }]));
  expect(held.edits).toEqual([]);
});

test.each([
  ['person', 'wd:Q1', 0],
  ['place', 'local:e-1', 1],
])('"add to store" as a %s of a person that is there leads to %s', async (type, id, edits) => {
  held.opened = [];
  held.edits = [];
  held.known = [{ id: 'wd:Q1', type: 'person', name: 'Ada Moreno', description: '' }];
  held.press?.({ menuItemId: `add:${type}`, selectionText: 'Ada Moreno' }, { id: 1, incognito: false });
  await vi.waitFor(() => expect(held.opened).toEqual([{ at: 'entity', id }]));
  expect(held.edits).toHaveLength(edits);
});

test('a menu that the browser kept follows it into another language, and none comes twice where it is made anew', async () => {
  held.language = 'de';
  held.install?.();
  await vi.waitFor(() => expect(held.menu.get('add:person')).toBe('de person'));
  const { size } = held.menu;
  held.language = 'uk';
  held.start?.();
  await vi.waitFor(() => expect([...held.menu.values()].filter((title) => !title.startsWith('uk '))).toEqual([]));
  expect(held.menu.size).toBe(size);
  // A browser that was updated tells of both.
  held.language = 'fr';
  held.install?.();
  held.start?.();
  await vi.waitFor(() => expect([...held.menu.values()].filter((title) => !title.startsWith('fr '))).toEqual([]));
  expect(held.menu.size).toBe(size);
});
