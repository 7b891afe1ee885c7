/** Milliseconds after which a popup has the size that it asked for. */
const grown = 400;
/** CSS pixels; beyond it lines of text are too long to be read. */
const widest = 480;

/**
 * A popup asks for its width. At great zoom it gets less, and on a phone it is a whole page: there it takes the room that
 * it has, rather than be cut off or leave half of it empty. A page in a tab has its size from the first, so that nothing
 * moves under a finger that is about to press.
 */
export const fillView = (page: Document, isInTab: Promise<boolean>): void => {
  const { documentElement, body, defaultView: window } = page;
  const fill = (): void => {
    const room = documentElement.clientWidth;
    if (room === 0 || body.offsetWidth === room || body.offsetWidth === widest) return;
    documentElement.classList.add('is-whole');
    documentElement.style.setProperty('--room', `${Math.min(room, widest)}px`);
  };
  const begin = (): void => {
    fill();
    // A phone that is turned, and lists so long that a bar to scroll by takes of the width.
    new ResizeObserver(fill).observe(documentElement);
  };
  void isInTab.then((is) => (is ? begin() : window?.setTimeout(begin, grown)));
};
