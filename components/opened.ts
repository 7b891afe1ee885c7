import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';

const focusOn = (part: HTMLElement): void => {
  const field = part.querySelector<HTMLElement>('input, textarea, select');
  // Without a field the part itself, so that what it says is read before its buttons.
  if (field === null) part.tabIndex = -1;
  (field ?? part).focus();
};

/** The keyboard goes into a part that opened by a press; what comes back leads it to what opened it, once the part goes. */
export function openPart(part: HTMLElement | null): () => void {
  const opener = document.activeElement;
  if (part !== null) focusOn(part);
  return () => {
    const { activeElement } = document;
    const isHere = activeElement === null || activeElement === document.body || part?.contains(activeElement);
    if (isHere && opener instanceof HTMLElement && opener.isConnected) opener.focus({ preventScroll: true });
  };
}

/** Of a part that opens in place by a press: the keyboard goes in, and back to what opened it once the part goes. */
export function useOpened(root: RefObject<HTMLElement | null>): void {
  // At once: what is typed or chosen meanwhile in another field would lose its focus to the first.
  useLayoutEffect(() => openPart(root.current), []);
}

/**
 * Work disables what began it, which so loses the keyboard, or asks something and takes it: once all is over, what began it
 * has it again, unless the reader took it elsewhere.
 */
export function useGivenBack(busy: boolean): void {
  const opener = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (busy) {
      opener.current = document.activeElement;
      return;
    }
    const { activeElement, body } = document;
    if (activeElement !== null && activeElement !== body) return;
    if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
  }, [busy]);
}

/** Of a part that comes once some work is done: the keyboard goes in, unless its reader has taken it elsewhere meanwhile. */
export function useArrived(root: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const { activeElement } = document;
    const waits = activeElement === null || activeElement.contains(root.current);
    if (waits && root.current !== null) focusOn(root.current);
  }, []);
}

/**
 * Of lists that stay, unseen, while what was opened from them stands in their place: the keyboard comes back to the row
 * that opened it. Answers what the lists do with a press.
 */
export function useCameBack(isAway: boolean): (press: Event) => void {
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (!isAway) return;
    return () => {
      const { activeElement, body } = document;
      if (activeElement === null || activeElement === body) opener.current?.focus();
      opener.current = null;
    };
  }, [isAway]);
  return ({ target }) => {
    opener.current = target instanceof Element ? target.closest('button') : null;
  };
}
