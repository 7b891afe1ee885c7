import { sticks } from './carried.ts';
import { parentElementOf } from '../text/flat-tree.ts';
import { moveBefore } from './move.ts';

/** Where in an article an element of ours can hang without moving anything. */

/** Shifts below this are rounding. */
const tolerance = 0.5;
/** Enough places to notice a page that moved, few enough to measure at once. */
const sampled = 24;

/** What the host comes before in its container, in the order they are tried. Before the last child, `:last-child` rules still hold. */
const places: readonly ((container: Element) => Node | null)[] = [
  ({ lastElementChild }) => lastElementChild,
  ({ lastElementChild }) => lastElementChild?.previousElementSibling ?? null,
  () => null,
  ({ firstChild }) => firstChild,
];

/** Lines behind all that is placed in the container: else they would lie over a heading that the text scrolls under. */
const placesIn = (container: Element) =>
  [...container.querySelectorAll('h1,h2,h3,h4,h5,h6')].some((heading) => sticks(heading, container))
    ? places.toReversed()
    : places;

const samplesOf = (container: Element): readonly Element[] => {
  const near = [...container.children, ...(container.parentElement?.children ?? [])];
  const step = Math.max(1, Math.floor(near.length / sampled));
  return [container, ...near.filter((_, at) => at % step === 0 || at > near.length - 4)];
};

const positionsOf = (elements: readonly Element[]): readonly number[] =>
  elements.flatMap((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return [left, top, width, height];
  });

const styleOf = (element: Element): CSSStyleDeclaration | undefined =>
  element.ownerDocument.defaultView?.getComputedStyle(element);

/** Containers that lay out their children in tracks would give the host a place, and a gap, of its own. */
const hasTracks = (container: Element): boolean =>
  /flex|grid|table|ruby|contents/.test(styleOf(container)?.display ?? '');

/** Columns would break a host as they break text: its boxes would be cut off at a column's end. */
const hasColumns = (container: Element): boolean => {
  const style = styleOf(container);
  return /^\d/.test(style?.columnCount ?? '') || /^\d/.test(style?.columnWidth ?? '');
};

/** Boxes are upright on the screen: in a host that is turned they would be turned once more. */
const isTurned = (element: Element): boolean => {
  const style = styleOf(element);
  const [, b = '0', c = '0'] = /^matrix\(([^)]*)\)$/.exec(style?.transform ?? '')?.[1]?.split(',') ?? [];
  return Number(b) !== 0 || Number(c) !== 0 || (style?.rotate ?? 'none') !== 'none';
};

/** Where the host may hang at the lowest: around whatever turns the text or breaks it into columns. */
const findUpright = (container: Element): Element => {
  let upright = container;
  for (let at: Element = container, up = parentElementOf(at); up; at = up, up = parentElementOf(at))
    if (isTurned(at) || hasColumns(at)) upright = up;
  return upright;
};

/** Beyond an element that scrolls, a host would no longer be carried along. */
const scrolls = (element: Element): boolean => /auto|scroll|overlay/.test(styleOf(element)?.overflowY ?? '');

export type Flow = 'in' | 'out';

export interface Hanging {
  readonly host: Element;
  /** Takes the host to where it moves nothing. */
  readonly park: () => void;
  /** Whether the host takes part in the flow of what is around it. */
  readonly setFlow: (flow: Flow) => void;
}

/** Hangs the host where it moves nothing; false where every place moves something, and the host is parked again. */
const hang = (container: Element, flow: Flow, { host, park, setFlow }: Hanging): boolean => {
  const watched = samplesOf(container);
  const before = positionsOf(watched);
  for (const place of placesIn(container)) {
    setFlow(flow);
    moveBefore(container, host, place(container));
    const after = positionsOf(watched);
    if (before.every((value, at) => Math.abs(value - (after[at] ?? 0)) < tolerance)) return true;
    park();
  }
  return false;
};

/**
 * Hangs the host in the flow of the container or of the nearest element around it that is neither turned nor laid out in
 * tracks or columns; where there is none short of a scroller, out of the flow in the container itself. Answers where; null
 * where there is no place.
 */
export const hangNear = (container: Element, hanging: Hanging): Element | null => {
  hanging.park();
  for (let home: Element | null = findUpright(container); home; home = parentElementOf(home)) {
    if (home === container.ownerDocument.documentElement) break;
    if (!hasTracks(home) && hang(home, 'in', hanging)) return home;
    if (scrolls(home)) break;
  }
  return hang(container, 'out', hanging) ? container : null;
};
