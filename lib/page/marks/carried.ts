/** Whether the page moves two parts of it alike: then one host carries the marks of both. */

/** Parts with these are moved by themselves when the page, or something in it, is scrolled. */
const movesAlone: readonly (readonly [keyof CSSStyleDeclaration, RegExp])[] = [
  ['overflowX', /^(?:auto|scroll|overlay)$/],
  ['overflowY', /^(?:auto|scroll|overlay)$/],
  ['position', /^(?:sticky|fixed)$/],
];

const isMovedAlone = (element: Element): boolean => {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return movesAlone.some(([property, alone]) => alone.test(String(style?.[property] ?? '')));
};

/** The elements from this one up to below the one around both; null where nothing in their tree is. */
const chainBelow = (element: Element, other: Element): readonly Element[] | null => {
  const chain: Element[] = [];
  for (let at: Element | null = element; at; at = at.parentElement) {
    if (at.contains(other)) return chain;
    chain.push(at);
  }
  return null;
};

export const isCarriedWith = (element: Element, container: Element): boolean => {
  const [own, others] = [chainBelow(element, container), chainBelow(container, element)];
  return own !== null && others !== null && ![...own, ...others].some(isMovedAlone);
};
