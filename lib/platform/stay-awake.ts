import { nativeBrowser } from './native.ts';

/** Milliseconds; browsers end a background that asks nothing of them for 30 seconds. */
const askEvery = 1_000;

/**
 * Called again and again while long work is under way whose asker waits. Firefox ends an event page that asks the browser
 * nothing for half a minute, and grants those who wait for an answer another half once (docs/browser-bugs.md); each
 * question begins that anew.
 */
export function createStayAwake(now: () => number = () => performance.now()): () => void {
  let asked = now();
  return () => {
    if (now() - asked < askEvery) return;
    asked = now();
    void nativeBrowser.runtime.getPlatformInfo();
  };
}
