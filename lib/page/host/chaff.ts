/** Between two draws while a page is marked in a storm. Milliseconds. */
const settleTime = 200;
/** Elements that are made in one go. */
const inStrand = 32;
/** Strands, single elements and texts are drawn up to so many each: together as much as some hundred marks take. */
const most = 64;

/**
 * An isolated page may ask Chromium how much memory all elements in it take, those in closed roots with them and to the
 * byte: with each mark that number would grow. Elements that nobody sees, of a number that is drawn anew whenever
 * something changes in a room, hide it; of several sizes, so that no remainder shows either. Answers how to have a room
 * watched; in other pages there is nothing to hide.
 */
export const scatterChaff = (root: ShadowRoot): ((room: ShadowRoot) => void) => {
  const { ownerDocument: document } = root;
  const window = document.defaultView;
  if (window?.crossOriginIsolated !== true) return () => {};
  const make = (): HTMLElement => document.createElement('b');
  const bag = make();
  bag.hidden = true;
  root.append(bag);
  const strand = make();
  strand.append(...Array.from({ length: inStrand - 1 }, make));
  let timer = 0;
  const draw = (): void => {
    timer = 0;
    const [strands = 0, singles = 0, texts = 0] = window.crypto
      .getRandomValues(new Uint8Array(3))
      .map((byte) => byte % most);
    bag.replaceChildren(
      ...Array.from({ length: strands }, () => strand.cloneNode(true)),
      ...Array.from({ length: singles }, make),
      ...Array.from({ length: texts }, () => document.createTextNode('')),
    );
  };
  const observer = new window.MutationObserver(() => {
    timer ||= window.setTimeout(draw, settleTime);
  });
  draw();
  return (room) => observer.observe(room, { childList: true, subtree: true });
};
