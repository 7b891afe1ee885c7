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

/** Buttons of a mouse that go back and forward. */
const historyButtons: readonly number[] = [3, 4];

const isHistoryKey = ({ key, altKey, metaKey }: KeyboardEvent): boolean =>
  (altKey && /^Arrow(?:Left|Right)$/.test(key)) || (metaKey && /^[[\]]$|^Arrow(?:Left|Right)$/.test(key));

/** Whether the press leads to another page in the same tab, as far as markup tells. */
const isWayOut = ({ target, button, ctrlKey, metaKey, shiftKey, altKey }: MouseEvent): boolean => {
  if (button !== 0 || ctrlKey || metaKey || shiftKey || altKey || !(target instanceof Element)) return false;
  const link = target.closest('a[href]');
  return (
    link !== null && !/^#/.test(link.getAttribute('href') ?? '') && !/^_blank$/i.test(link.getAttribute('target') ?? '')
  );
};

export const watchWayBack = ({ document, signal, leave, away, stay }: WayBack): void => {
  const window = document.defaultView;
  const options = { signal, passive: true, capture: true };
  window?.addEventListener('pagehide', ({ isTrusted }) => isTrusted && leave(), options);
  window?.addEventListener('pageshow', ({ isTrusted }) => isTrusted && stay(), options);
  document.addEventListener('click', (event) => event.isTrusted && isWayOut(event) && leave(), options);
  document.addEventListener(
    'mousedown',
    ({ isTrusted, button }) => isTrusted && historyButtons.includes(button) && leave(),
    options,
  );
  document.addEventListener('keydown', (event) => event.isTrusted && (isHistoryKey(event) ? leave() : stay()), options);
  document.documentElement.addEventListener('pointerleave', ({ isTrusted }) => isTrusted && away(), { signal });
  document.addEventListener('pointermove', ({ isTrusted }) => isTrusted && stay(), options);
};
