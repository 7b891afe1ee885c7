import { allAround } from '../text/flat-tree.ts';

export interface Follower {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Something may have moved within the page. */
  readonly refresh: () => void;
  /** The page moved as a whole: what was measured still holds. */
  readonly scrolled: () => void;
  /** Either of both came of scrolling. */
  readonly onScroll: () => void;
  /** Whether the element lies in one of the containers that carry marks. */
  readonly inside: (element: Element) => boolean;
}

export interface Followed {
  /** Hears what happens in the shadow roots around these texts too: events of these kinds do not leave them. */
  readonly around: (texts: readonly Element[]) => void;
}

/** Tells of everything that moves text on the screen: scrolling, sizes, fonts, pictures, transitions, the page's own shifts. */
export const followLayout = ({ document, signal, refresh, scrolled, onScroll, inside }: Follower): Followed => {
  const window = document.defaultView;
  if (!window) return { around: () => {} };
  const quietly = { signal, passive: true, capture: true };
  const heard = new WeakSet<EventTarget>();
  const hear = (where: EventTarget): void => {
    if (heard.has(where)) return;
    heard.add(where);
    where.addEventListener(
      'scroll',
      ({ target }) => {
        // A scroller inside a container moves text against its layer; one around it carries both along.
        if (target instanceof window.Element && inside(target)) refresh();
        else scrolled();
        onScroll();
      },
      quietly,
    );
    for (const type of ['resize', 'load', 'transitionend', 'animationend', 'toggle', 'fullscreenchange'])
      where.addEventListener(type, refresh, quietly);
  };
  hear(window);
  window.visualViewport?.addEventListener('resize', refresh, quietly);
  document.fonts?.addEventListener('loadingdone', refresh, { signal });
  // The marks' colours go with what lies behind the text, which the system or a switch of the page's may turn dark.
  window.matchMedia?.('(prefers-color-scheme: dark)').addEventListener('change', refresh, { signal });
  const themes = new window.MutationObserver(refresh);
  const sizes = new window.ResizeObserver(refresh);
  for (const root of [document.documentElement, document.body]) {
    if (!root) continue;
    themes.observe(root, { attributes: true, attributeFilter: ['class', 'style', 'data-theme'] });
    sizes.observe(root);
  }
  const watchers: { disconnect(): void }[] = [themes, sizes];

  // Chromium tells of shifts that change no size (an advertisement above that is taken out again).
  if (window.PerformanceObserver?.supportedEntryTypes?.includes('layout-shift')) {
    const shifts = new window.PerformanceObserver(refresh);
    shifts.observe({ type: 'layout-shift', buffered: false });
    watchers.push(shifts);
  }
  signal.addEventListener('abort', () => watchers.forEach((each) => each.disconnect()), { once: true });

  return {
    around: (texts) => {
      for (const { parentNode } of allAround(texts)) if (parentNode?.nodeType === 11) hear(parentNode);
    },
  };
};
