/** The page as it is laid out, across the borders of open shadow roots. Closed ones stay closed. */

/** First of a run of siblings, or what is assigned to a slot, which are no siblings. */
export type FlatChildren =
  | { readonly first: ChildNode | null; readonly assigned: null }
  | { readonly first: null; readonly assigned: readonly Node[] };

/** A shadow root stands in for its host's own children, what is assigned to a slot for the slot's. */
export const flatChildren = (element: Element): FlatChildren => {
  if (element.localName === 'slot') {
    const assigned = (element as HTMLSlotElement).assignedNodes();
    if (assigned.length > 0) return { first: null, assigned };
  }
  return { first: (element.shadowRoot ?? element).firstChild, assigned: null };
};

/**
 * What a node hangs in. A form has its fields in the place of its own properties, also of this one where one of them is called
 * so, and who climbs from there comes round and round to the form: the prototype is asked.
 */
const parentOf = (node: Node): ParentNode | null =>
  Reflect.get(Object.getPrototypeOf(node) as Node, 'parentNode', node) as ParentNode | null;

/** Element that a node hangs in; null in a shadow root and in the document itself. */
export const parentElementOf = (node: Node): Element | null => {
  const parent = parentOf(node);
  return parent?.nodeType === 1 ? (parent as Element) : null;
};

/** Element around a node in the tree that is laid out; null above the document. */
export const flatParent = (node: Node): Element | null => {
  const slot = (node as { readonly assignedSlot?: HTMLSlotElement | null }).assignedSlot;
  if (slot) return slot;
  const parent = parentOf(node);
  if (parent?.nodeType === 1) return parent as Element;
  return parent?.nodeType === 11 ? ((parent as Partial<ShadowRoot>).host ?? null) : null;
};

/** Whether the node is the element or lies in it, in the tree that is laid out. */
export const isWithin = (node: Node, element: Element): boolean => {
  if (element.contains(node)) return true;
  for (let at = flatParent(node); at; at = flatParent(at)) if (at === element) return true;
  return false;
};

/** These elements and all that lies around them, in the tree that is laid out. */
export const allAround = (elements: readonly Element[]): ReadonlySet<Element> => {
  const around = new Set<Element>();
  for (const element of elements)
    for (let at: Element | null = element; at && !around.has(at); at = flatParent(at)) around.add(at);
  return around;
};

/** All but the commonest elements that can have no shadow root: to look at each takes longer than all the rest. */
const hosts =
  ':not(a,b,br,button,dd,dl,dt,em,g,i,iframe,img,input,label,li,link,meta,ol,option,path,picture,script,source,strong,style,svg,table,tbody,td,th,tr,ul,use)';

/** A page with more elements outside of shadow roots holds its text there; to look at them all would hold it up. */
const mostElements = 3_000;

/** Open shadow roots in a page that may hold its text in them, outer before inner. */
export const findOpenRoots = (document: Document): readonly ShadowRoot[] => {
  const found: ShadowRoot[] = [];
  const look = (within: Document | ShadowRoot): void => {
    for (const { shadowRoot } of within.querySelectorAll(hosts)) {
      if (!shadowRoot) continue;
      found.push(shadowRoot);
      look(shadowRoot);
    }
  };
  if (document.getElementsByTagName('*').length <= mostElements) look(document);
  return found;
};

/** The innermost element at a place on the screen, in whatever open shadow root it lies. */
export const elementAtPoint = (document: Document, x: number, y: number): Element | null => {
  let found = document.elementFromPoint(x, y);
  for (let root = found?.shadowRoot; root; root = found?.shadowRoot) {
    const inner = root.elementFromPoint(x, y);
    if (!inner || inner === found) break;
    found = inner;
  }
  return found;
};
