/** Calls back when the page has put something of its own on top, over a card that was there before. */
export const watchTop = (document: Document, signal: AbortSignal, covered: () => void): void => {
  // What opens in the top layer later lies over the card, a modal dialog would make it inert as well.
  document.addEventListener(
    'toggle',
    ({ isTrusted, target }) => {
      if (isTrusted && target instanceof Element && target.matches('dialog,[popover]')) covered();
    },
    { signal, capture: true },
  );
  // What goes to full screen lies over everything that was on top before.
  document.addEventListener('fullscreenchange', ({ isTrusted }) => isTrusted && covered(), { signal });
};
