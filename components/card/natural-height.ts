import { useEffect, useRef } from 'preact/hooks';
import type { RefObject } from 'preact';

/**
 * Tells the height that an element would take if nothing had to scroll: the sum of its parts, `[data-part]`, in CSS
 * pixels, at once and at each change. The parts do not shrink, so that the height of the window, which follows the
 * answer, cannot feed back into it.
 */
export const useNaturalHeight = (onHeight: ((height: number) => void) | null): RefObject<HTMLDivElement | null> => {
  const root = useRef<HTMLDivElement>(null);
  const tell = useRef(onHeight);
  tell.current = onHeight;
  useEffect(() => {
    const element = root.current;
    if (element === null || tell.current === null) return undefined;
    const parts = () => [...element.querySelectorAll<HTMLElement>('[data-part]')];
    let last = -1;
    const measure = () => {
      const height = Math.ceil(parts().reduce((sum, part) => sum + part.getBoundingClientRect().height, 0));
      // A card that is being taken away has no height to tell.
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
      sizes.disconnect();
      changes.disconnect();
    };
  }, []);
  return root;
};
