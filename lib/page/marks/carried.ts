/**
 * Whether what is painted from one element lies right over another one beside it. Then one host serves both, and a page
 * has one element of ours to count however its article is built.
 */

/** A property's computed values that let text through as it is laid out; a document without layout has none at all. */
const plain: readonly (readonly [keyof CSSStyleDeclaration, RegExp])[] = [
  ['overflowX', /^visible$/],
  ['overflowY', /^visible$/],
  ['position', /^(?:static|relative|absolute)$/],
  ['zIndex', /^auto$/],
  ['transform', /^none$/],
  ['translate', /^none$/],
  ['scale', /^none$/],
  ['rotate', /^none$/],
  ['perspective', /^none$/],
  ['filter', /^none$/],
  ['backdropFilter', /^none$/],
  ['clipPath', /^none$/],
  ['maskImage', /^none$/],
  ['opacity', /^1$/],
  ['mixBlendMode', /^normal$/],
  ['isolation', /^auto$/],
  ['contain', /^none$/],
  ['contentVisibility', /^visible$/],
  ['willChange', /^auto$/],
  ['animationName', /^none$/],
];

const isPlain = (element: Element): boolean => {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return plain.every(([property, usual]) => {
    const value = style?.[property];
    return typeof value !== 'string' || value === '' || usual.test(value);
  });
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

/** Nothing between the two scrolls, clips, moves, fades or stacks one of them without the other. */
export const isCarriedWith = (element: Element, container: Element): boolean => {
  const [own, others] = [chainBelow(element, container), chainBelow(container, element)];
  if (!own || !others || ![...own, ...others].every(isPlain)) return false;
  // What is placed later on the page lies over what the container paints.
  const isLater = (element.compareDocumentPosition(container) & element.DOCUMENT_POSITION_PRECEDING) !== 0;
  return !isLater || own.every((each) => positionOf(each) === 'static');
};

const positionOf = (element: Element): string =>
  element.ownerDocument.defaultView?.getComputedStyle(element).position || 'static';
