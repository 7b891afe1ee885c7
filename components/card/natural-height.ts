import { useLayoutEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/** Milliseconds: a part of a frame. */
const soon = 5;

/**
 * Tells the height that an element would take if nothing had to scroll: the sum of its parts, `[data-part]`, in CSS
 * pixels, at once and at each change. The parts do not shrink, so that the height of the window, which follows the
 * answer, cannot feed back into it.
 */
export const useNaturalHeight = (onHeight: ((height: number) => void) | null): RefObject<HTMLDivElement | null> => {
  const root = useRef<HTMLDivElement>(null);
  const tell = useRef(onHeight);
  tell.current = onHeight;
  useLayoutEffect(() => {
    const element = root.current;
    if (element === null || tell.current === null) return undefined;
    const parts = () => [...element.querySelectorAll<HTMLElement>('[data-part]')];
    let last = -1;
    let again = 0;
    const measure = () => {
      window.clearTimeout(again);
      const height = Math.ceil(parts().reduce((sum, part) => sum + part.getBoundingClientRect().height, 0));
      // A frame learns of no event that its page has laid it out, as long as it is not seen.
      if (height === 0) again = window.setTimeout(measure, soon);
      if (height === 0 || height === last) return;
      last = height;
      tell.current?.(height);
    };
    const sizes = new ResizeObserver(measure);
    const watch = () => {
      sizes.disconnect();
      for (const part of parts()) sizes.observe(part);
      measure();
    };
    const changes = new MutationObserver(watch);
    changes.observe(element, { childList: true });
    watch();
    return () => {
      window.clearTimeout(again);
      sizes.disconnect();
      changes.disconnect();
    };
  }, []);
  return root;
};
