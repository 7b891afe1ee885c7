/** Watches a page that lives: text that arrives late, parts that are swapped, routes that change without a load. */
import { isTyping } from './card/presses.ts';

export interface PageWatch {
  readonly document: Document;
  readonly signal: AbortSignal;
  /** Something changed: cheap work only, at most every `settleTime`. */
  readonly moved: () => void;
  /**
   * The page has been quiet for a while, or has changed for too long to wait; answers whether the change mattered, null where
   * the same text has other nodes: nothing is at its marks until then, however often a framework writes it.
   */
  readonly changed: () => Promise<boolean | null>;
  /** Whether the page has taken away what it was read in: what stands there instead is looked for at once. */
  readonly isLost: () => boolean;
  /** The address is another one (the fragment does not count). */
  readonly routed: (url: string) => void;
  /** All is another page's: `document.open` has taken every listener away, ours as well. */
  readonly renewed: () => void;
}

/** Between two looks at where things are, while a page changes in a storm. Milliseconds. */
const settleTime = 120;
/** Quiet after which the page is read again, and the longest wait while it is never quiet. */
const quiet = 350;
const longest = 2_000;
/** Looks that found nothing new make the next one wait twice as long, up to here. */
const laziest = 16;
/** The same for a page that never rests: what really is new there must not wait for half a minute. */
const calmest = 4;

/** Characters of a paragraph: a clock or a counter has fewer. */
const leastText = 80;

const bringsText = ({ addedNodes }: MutationRecord): boolean =>
  [...addedNodes].some(({ textContent }) => textContent && textContent.length >= leastText);

const withoutFragment = (url: string): string => url.replace(/#.*$/, '');

export interface Watching {
  /** Watches what the document's own observer is not told of. A browser watches a root that is known already no second time. */
  readonly include: (roots: readonly ShadowRoot[]) => void;
  /** Watches the size of this element alone, the article's: a script may unfold text in it by a class or an attribute. */
  readonly follow: (article: Element) => void;
  /** Something was scrolled that may matter. */
  readonly look: () => void;
}

/** Changes that mattered in a row, each right after the other, before a page counts as one that never rests. */
const restless = 3;

/** Calls back until the signal aborts. The callbacks run in tasks of their own, never inside the page's. */
export const watchPage = ({ document, signal, moved, changed, isLost, routed, renewed }: PageWatch): Watching => {
  const window = document.defaultView;
  if (!window) return { include: () => {}, follow: () => {}, look: () => {} };
  let url = withoutFragment(document.URL);
  const root: Element | null = document.documentElement;
  let movedTimer = 0;
  let changedTimer = 0;
  let firstChange = 0;
  let patience = 1;
  let inRow = 0;
  let lastMattered = 0;
  let lastLost = -quiet;

  const checkRoute = (): boolean => {
    const now = withoutFragment(document.URL);
    if (now === url) return false;
    url = now;
    patience = 1;
    routed(now);
    return true;
  };

  const settle = (): void => {
    // A press that changed nothing says nothing of how restless the page is.
    const isAct = firstChange === 0;
    changedTimer = 0;
    firstChange = 0;
    if (root?.isConnected === false) return renewed();
    if (checkRoute()) return;
    void changed().then((mattered) => {
      if (mattered === null) patience = 1;
      if (mattered === null || (isAct && !mattered)) return;
      patience *= 2;
      if (!mattered) {
        patience = Math.min(laziest, patience);
        return;
      }
      // A clock in the text must not have the page read anew with each of its ticks.
      const now = performance.now();
      inRow = now - lastMattered < longest * laziest ? inRow + 1 : 0;
      lastMattered = now;
      patience = inRow < restless ? 1 : Math.min(calmest, patience);
    });
  };

  const observer = new MutationObserver((records) => {
    // Once nothing that changed has mattered, what is long enough to be a paragraph does not wait as long as a clock.
    if (patience > calmest && records.some(bringsText)) patience = calmest;
    movedTimer ||= window.setTimeout(() => {
      movedTimer = 0;
      moved();
    }, settleTime);
    const now = performance.now();
    firstChange ||= now;
    const isSoon = patience < calmest && now - lastLost >= quiet && isLost();
    if (isSoon) lastLost = now;
    else if (changedTimer !== 0 && now - firstChange > longest * patience) return;
    window.clearTimeout(changedTimer);
    changedTimer = window.setTimeout(settle, isSoon ? 0 : quiet * patience);
  });
  const include = (roots: readonly Node[]): void => {
    for (const root of roots) observer.observe(root, { childList: true, subtree: true, characterData: true });
  };
  include([document]);

  const { navigation } = window as unknown as { readonly navigation?: EventTarget };
  const check = (): void => void checkRoute();
  navigation?.addEventListener('currententrychange', check, { signal });
  for (const type of ['popstate', 'hashchange', 'pageshow']) window.addEventListener(type, check, { signal });
  const poll = navigation ? 0 : window.setInterval(check, 1_000);
  const lookIn = (wait: number): void => {
    changedTimer ||= window.setTimeout(settle, wait);
  };
  // A button or a key may unfold the rest of an article, or hide it behind a reader view, by a class alone.
  const acted = (event: Event): void => {
    if (event.isTrusted && !isTyping(event)) lookIn(quiet * 2);
  };
  for (const type of ['click', 'keydown'])
    document.addEventListener(type, acted, { signal, passive: true, capture: true });

  let sizesTold = 0;
  // Pictures that load and boxes that breathe change it too: a look costs little, and there are not many of them.
  const sizes = new ResizeObserver(() => {
    if (sizesTold++ > 0) lookIn(longest);
  });
  const follow = (article: Element): void => {
    sizes.disconnect();
    sizesTold = 0;
    sizes.observe(article);
  };

  signal.addEventListener('abort', () => {
    observer.disconnect();
    sizes.disconnect();
    window.clearTimeout(movedTimer);
    window.clearTimeout(changedTimer);
    window.clearInterval(poll);
  });
  return { include, follow, look: () => lookIn(quiet) };
};
