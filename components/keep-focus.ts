/** What a keyboard's place falls back to: parts of a page that a screen reader names. */
const places = 'li, form, section, article, main, [role="region"], [role="group"], [role="tabpanel"]';

/**
 * Keeps the keyboard's place on a page of ours. Where what had the focus goes (a row that is removed, a button that has
 * done what it could), the row beside it or its nearest part that is still there takes it, unless the page sets it elsewhere
 * itself.
 */
export function keepFocus(page: Document): void {
  /** What had the focus last, and all around it, innermost first. */
  let path: readonly HTMLElement[] = [];
  const isLost = (): boolean => page.activeElement === null || page.activeElement === page.body;
  const settle = (): void => {
    if (path.length === 0 || path[0]?.isConnected !== false || !isLost()) return;
    const place = path.find((each) => each.isConnected && each.matches(places)) ?? null;
    if (place === null) return;
    if (!place.hasAttribute('tabindex')) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };
  page.addEventListener('focusin', ({ target }) => {
    const found: HTMLElement[] = [];
    for (let at = target instanceof HTMLElement ? target : null; at !== null; at = at.parentElement)
      found.push(at, ...besides(at));
    path = found;
  });
  page.addEventListener('focusout', ({ target, relatedTarget }) => {
    // Left by its reader: nothing is lost.
    queueMicrotask(() => {
      if (relatedTarget === null && target instanceof HTMLElement && target.isConnected && !isDisabled(target))
        path = [];
    });
  });
  // Once the page has drawn, and effects of its own have had their turn.
  new MutationObserver(() => {
    if (path[0]?.isConnected === false) setTimeout(settle, 50);
  }).observe(page.body, { childList: true, subtree: true });
}

/** Whoever takes one row after the other off a list goes on beside it, not from the beginning of the part around it. */
const besides = (part: HTMLElement): readonly HTMLElement[] =>
  part.localName !== 'li'
    ? []
    : [part.nextElementSibling, part.previousElementSibling].filter((beside) => beside instanceof HTMLElement);

/** A button that waits for what it began has no focus, and will have it again. */
const isDisabled = (element: HTMLElement): boolean => element.matches(':disabled');
