import { beforeEach, describe, expect, test, vi } from 'vitest';

/**
 * What Firefox for Android gives an extension of ours: no commands, no context menus, no keyword of the address bar, no
 * side panel, no windows, and a toolbar button that is an entry of a menu. Whatever else is asked for is undefined there,
 * as it is here.
 */
const phone = vi.hoisted(() => {
  const listeners: Record<string, ((...args: unknown[]) => unknown)[]> = {};
  const event = (name: string) => ({
    addListener: (listener: (...args: unknown[]) => unknown) => void (listeners[name] ??= []).push(listener),
    removeListener: () => {},
  });
  const opened: string[] = [];
  const area = { get: async () => ({}), set: async () => {}, remove: async () => {} };
  const browser = {
    i18n: { getMessage: () => '' },
    runtime: {
      id: 'phone',
      getURL: (path: string) => `moz-extension://phone/${path}`,
      onMessage: event('message'),
      onInstalled: event('installed'),
      onStartup: event('startup'),
    },
    action: {},
    alarms: { onAlarm: event('alarm'), get: async () => undefined, create: async () => {}, clear: async () => true },
    storage: { onChanged: event('changed'), local: area, sync: area, session: area },
    tabs: {
      create: async ({ url }: { readonly url: string }) => void opened.push(url),
      query: async () => [{ id: 7 }],
      sendMessage: async () => {},
    },
    scripting: { executeScript: async () => [] },
    permissions: { contains: async () => true },
  };
  return { browser, listeners, opened };
});

vi.mock('../../lib/platform/native.ts', () => ({ nativeBrowser: phone.browser, isContextAlive: () => true }));
vi.mock('wxt/utils/define-background', () => ({ defineBackground: (definition: unknown) => definition }));
const store = vi.hoisted(() => ({
  subscriptions: { nextAt: async () => null, due: async () => [] },
  settleClaims: async () => {},
  forgetBefore: async () => 0,
  database: { syncStores: { orderBy: () => ({ toArray: async () => [] }), toArray: async () => [] } },
}));
vi.mock('../../entrypoints/background/resources.ts', () => ({
  resources: { store: async () => store, warmUp: async () => {}, whenOpened: () => {} },
}));

const { default: background } = (await import('../../entrypoints/background/index.ts')) as unknown as {
  readonly default: { main(): void };
};
const { writeBadge } = await import('../../lib/platform/badge.ts');
const { sidePanelOpener } = await import('../../entrypoints/popup/side-panel.ts');

const fire = (name: string, ...given: readonly unknown[]): void => {
  for (const listener of phone.listeners[name] ?? []) listener(...given);
};

beforeEach(() => void phone.opened.splice(0));

describe('on a phone', () => {
  test('the background starts, listens, and greets a new reader', async () => {
    expect(() => background.main()).not.toThrow();
    expect(Object.keys(phone.listeners).toSorted()).toEqual(['alarm', 'changed', 'installed', 'message', 'startup']);
    fire('installed', { reason: 'install' });
    fire('startup');
    fire('changed', { settings: { newValue: { badge: false } } }, 'sync');
    fire('alarm', { name: 'pack-updates' });
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(phone.opened).toEqual(['moz-extension://phone/welcome.html']);
  });

  test('a number for a toolbar button that has none is no fault', async () => {
    await expect(writeBadge({ text: '3', tabId: 7, colour: '#000' })).resolves.toBeUndefined();
  });

  test('nobody offers a side panel', () => {
    expect(sidePanelOpener(7)).toBeNull();
  });
});
