import type { Browser } from 'webextension-polyfill';

/**
 * The browser's own extension API, without the polyfill (which alone would double stage one). Both engines answer with
 * promises under manifest version 3; listeners must still answer through `sendResponse` and `return true`, since
 * Chromium ignores a returned promise.
 */
const holder = globalThis as { readonly browser?: Browser; readonly chrome?: Browser };

export const nativeBrowser = (holder.browser?.runtime ? holder.browser : holder.chrome) as Browser;

/** False once the extension was updated, disabled or removed under a page that still runs its old scripts. */
export const isContextAlive = (): boolean => {
  try {
    return nativeBrowser.runtime?.id !== undefined;
  } catch {
    return false;
  }
};
