import { expect, test, vi } from 'vitest';

const browser = vi.hoisted(() => {
  const kept: Record<string, unknown> = {};
  const session = {
    get: async (key: string) => ({ [key]: kept[key] }),
    set: async (items: object) => void Object.assign(kept, items),
    remove: async (key: string) => void delete kept[key],
  };
  const opened: string[] = [];
  return {
    kept,
    opened,
    extension: { inIncognitoContext: false },
    runtime: { getURL: (path: string) => `chrome-extension://abc/${path.replace(/^\//, '')}` },
    storage: { session: session as typeof session | undefined },
    tabs: { create: async ({ url }: { readonly url: string }) => void opened.push(url) },
  };
});
vi.mock('../../lib/platform/native.ts', () => ({ nativeBrowser: browser, isContextAlive: () => true }));
vi.mock('../../entrypoints/background/with-store.ts', () => ({}));
vi.mock('../../lib/platform/permissions.ts', () => ({ requestOrigins: async () => null }));

const { openLibrary } = await import('../../entrypoints/background/library-tab.ts');
const { toolsFor } = await import('../../entrypoints/popover/card-tools.ts');
const { defaultSettings } = await import('../../lib/model/settings.ts');
const { asEntityId } = await import('../../lib/model/ids.ts');
const { handOver } = await import('../../lib/platform/handed-place.ts');
const { takeHanded } = await import('../../entrypoints/library/take-handed.ts');

const place = { at: 'look-up', name: 'Ada Moreno', id: null } as const;
const toolsIn = (isPrivate: boolean, beside?: boolean) => {
  browser.extension.inIncognitoContext = isPrivate;
  const wiring = { settings: defaultSettings, sight: { isClear: () => true }, onCorrected: () => undefined };
  return toolsFor(beside === undefined ? wiring : { ...wiring, isPrivate: beside });
};
const id = asEntityId('local:ada');

test.each<[what: string, open: () => unknown, there: string]>([
  ['the menu', () => openLibrary(place, { index: 0, incognito: true } as never), '#/look-up?name=Ada+Moreno'],
  ['a card’s look-up', () => toolsIn(true).lookUp('Ada Moreno', null).permit(), '#/look-up?name=Ada+Moreno'],
  ['a card', () => toolsIn(true).onLibrary(id), '#/entity/local%3Aada'],
  ['a card in panel and popup', () => toolsIn(false, true).onLibrary(id), '#/entity/local%3Aada'],
])('what %s of a private window leads to is in no address, and taken once', async (_, open, there) => {
  browser.opened.length = 0;
  void open();
  await vi.waitFor(() => expect(browser.opened).toHaveLength(1));
  const [address = ''] = browser.opened;
  expect(address).not.toMatch(/ada/iu);
  const { hash } = new URL(address);
  expect(await takeHanded(hash)).toBe(there);
  expect(await takeHanded(hash)).toBeNull();
  expect(browser.kept).toEqual({});
});

test('of an ordinary window it is in the address, as everywhere without such a storage', async () => {
  browser.opened.length = 0;
  await openLibrary(place, { index: 0, incognito: false } as never);
  toolsIn(false).onLibrary(id);
  await vi.waitFor(() => expect(browser.opened).toHaveLength(2));
  expect(browser.opened.map((url) => new URL(url).hash)).toEqual(['#/look-up?name=Ada+Moreno', '#/entity/local%3Aada']);
  expect(await takeHanded('#/look-up?name=Ada+Moreno')).toBeNull();
  browser.storage.session = undefined;
  expect(await handOver('#/entity/a')).toBe('#/entity/a');
});
