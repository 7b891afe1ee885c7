/**
 * Chromium keeps no page alive for the way back while a frame of an extension is in it: the frame that waits for the next
 * card goes when its reader seems to leave, and is there again as soon as they are.
 */

export interface WayBack {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** The page is about to be left. */
  readonly leave: () => void;
  /** The pointer went out of the page, perhaps to the browser's own buttons. */
  readonly away: () => void;
  /** The reader is at the page, as before. Called often. */
  readonly stay: () => void;
}

export const watchWayBack = ({ document, signal, leave, away, stay }: WayBack): void => {
  const window = document.defaultView;
  const options = { signal, passive: true, capture: true };
  // Whatever leads away, be it a script, a form or the browser's own bar; by `pagehide` the browser has made up its mind.
  for (const type of ['beforeunload', 'pagehide'] as const)
    window?.addEventListener(type, ({ isTrusted }) => isTrusted && leave(), options);
  window?.addEventListener('pageshow', ({ isTrusted }) => isTrusted && stay(), options);
  document.addEventListener('keydown', ({ isTrusted }) => isTrusted && stay(), options);
  document.documentElement.addEventListener('pointerleave', ({ isTrusted }) => isTrusted && away(), { signal });
  document.addEventListener('pointermove', ({ isTrusted }) => isTrusted && stay(), options);
};
