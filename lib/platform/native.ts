import type { Browser } from 'webextension-polyfill';

export type { Runtime, Tabs } from 'webextension-polyfill';

/**
 * The browser's own extension API; of the polyfill there are the types alone. Both engines answer with promises under
 * manifest version 3; listeners must still answer through `sendResponse` and `return true`, since Chromium ignores a
 * returned promise.
 */
const holder = globalThis as { readonly browser?: Browser; readonly chrome?: Browser };

/** A page can put elements in the place of these by their names (`<form id=chrome>`): those have no such function. */
const isApi = (found: Browser | undefined): boolean => typeof found?.runtime?.getURL === 'function';

/** Without a member where a page has taken the API's place: `isContextAlive` tells. */
export const nativeBrowser = ([holder.browser, holder.chrome].find(isApi) ?? {}) as Browser;

/**
 * False once the extension was updated, disabled or removed under a page that still runs its old scripts, and where the
 * page has put something of its own in the place of the API.
 */
export const isContextAlive = (): boolean => {
  try {
    return nativeBrowser.runtime?.id !== undefined;
  } catch {
    return false;
  }
};

export const isFirefox = (): boolean => navigator.userAgent.includes('Firefox/');
