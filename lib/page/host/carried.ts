import { flatParent, isWithin } from '../text/flat-tree.ts';

/** Whether the page moves two parts of it alike: then one host carries the marks of both. */

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element);

const isHeld = (element: Element): boolean => /sticky|fixed/.test(styleOf(element)?.position ?? '');

/** Parts of these kinds are moved by themselves when the page, or something in it, is scrolled. */
const isMovedAlone = (element: Element): boolean => {
  const style = styleOf(element);
  return /auto|scroll|overlay/.test(`${style?.overflowX} ${style?.overflowY}`) || isHeld(element);
};

/** The elements as they are laid out, from this one up to below the one around both. */
const chainBelow = (element: Element, other: Element): readonly Element[] => {
  const chain: Element[] = [];
  for (let at: Element | null = element; at && !isWithin(other, at); at = flatParent(at)) chain.push(at);
  return chain;
};

export const isCarriedWith = (element: Element, container: Element): boolean =>
  ![...chainBelow(element, container), ...chainBelow(container, element)].some(isMovedAlone);

/** Whether the page holds what is in the container in view while the text around it is scrolled. */
export const sticks = (element: Element, container: Element): boolean => chainBelow(element, container).some(isHeld);
