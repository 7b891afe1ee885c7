import { allAround } from '../text/flat-tree.ts';

/** Between two looks at texts that cannot be seen, while what is around them changes with every frame. Milliseconds. */
const settleTime = 120;

/**
 * Tells of changes that may let texts be seen or read which could not be: pages lift a filter by a class or a style of the
 * text's own or of something around it, and nothing moves. Answers how to say which texts are meant; none costs nothing.
 */
export const watchVeils = (
  { defaultView: window }: Document,
  signal: AbortSignal,
  changed: () => void,
): ((texts: readonly Element[]) => void) => {
  if (!window) return () => {};
  let timer = 0;
  let watched: ReadonlySet<Element> = new Set();
  const observer = new window.MutationObserver(() => {
    timer ||= window.setTimeout(() => {
      timer = 0;
      changed();
    }, settleTime);
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    window.clearTimeout(timer);
  });
  return (texts) => {
    const around = allAround(texts);
    if (around.size === watched.size && [...around].every((element) => watched.has(element))) return;
    watched = around;
    observer.disconnect();
    for (const element of around) observer.observe(element, { attributes: true, attributeFilter: ['class', 'style'] });
  };
};
