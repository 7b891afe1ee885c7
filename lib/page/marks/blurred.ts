import { flatParent } from '../text/flat-tree.ts';

/** Letters that are smeared by this many pixels of theirs are not read any more. */
const unreadable = 2;

/** Whether a page blurs the element's text, as what stands behind a paywall often is: nobody can tell what a mark there marks. */
export const isBlurred = (element: Element): boolean => {
  const window = element.ownerDocument.defaultView;
  for (let at: Element | null = element; at; at = flatParent(at)) {
    const radius = /\bblur\(([\d.]+)px\)/.exec(window?.getComputedStyle(at).filter ?? '')?.[1];
    if (Number(radius ?? 0) >= unreadable) return true;
  }
  return false;
};
