/** Whether the page moves two parts of it alike: then one host carries the marks of both. */

/** Parts of these kinds are moved by themselves when the page, or something in it, is scrolled. */
const isMovedAlone = (element: Element): boolean => {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return (
    /auto|scroll|overlay/.test(`${style?.overflowX} ${style?.overflowY}`) || /sticky|fixed/.test(style?.position ?? '')
  );
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
