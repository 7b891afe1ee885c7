/** What Chromium adds to an entry that is asked to track visibility (Intersection Observer, version 2). */
type SeenEntry = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** Milliseconds for which a card must have been seen whole before a press in it may change anything: nobody reads it faster. */
const longEnough = 300;
/** As the specification asks for: a browser looks at most so often. */
const delay = 100;

export interface Sight {
  /** Looks at this element from now on; null for none. */
  readonly watch: (element: Element | null) => void;
  /** Whether the reader has had the card before their eyes, uncovered, so that a press in it is meant. */
  readonly isClear: () => boolean;
}

/** Of a page of our own, which nothing of anybody else can lie over. */
export const alwaysClear: Pick<Sight, 'isClear'> = { isClear: () => true };

/**
 * Tells whether a page lies over the card, fades or moves it to have its reader press what they do not see. Chromium knows
 * of every element above the frame; other browsers at least of a card that has only just come into view.
 */
export const watchSight = (now: () => number): Sight => {
  let watched: Element | null = null;
  let since = Number.POSITIVE_INFINITY;
  const tracks = 'isVisible' in IntersectionObserverEntry.prototype;
  const options = { threshold: 0.5, ...(tracks ? { trackVisibility: true, delay } : {}) };
  const observer = new IntersectionObserver((entries) => {
    const last: SeenEntry | undefined = entries.at(-1);
    const isSeen = last !== undefined && last.isIntersecting && (last.isVisible ?? true);
    since = isSeen ? Math.min(since, now()) : Number.POSITIVE_INFINITY;
  }, options);
  return {
    watch: (element) => {
      if (element === watched) return;
      observer.disconnect();
      watched = element;
      since = Number.POSITIVE_INFINITY;
      if (element !== null) observer.observe(element);
    },
    isClear: () => now() - since >= longEnough,
  };
};
