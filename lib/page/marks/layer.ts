import type { Box } from './geometry.ts';
import { dress, isDressed, markSheet } from './sheet.ts';

/** A box to paint, in the layer's own pixels. */
export interface Paint extends Box {
  readonly look: string;
  /** 0 to 1. */
  readonly opacity: number;
}

/** Where the layer's own origin is on the screen, and how many screen pixels one of its pixels takes. */
export interface Frame {
  readonly left: number;
  readonly top: number;
  readonly scale: number;
}

export interface Layer {
  readonly container: Element;
  /** Measures; null while the layer is not rendered. */
  readonly frame: () => Frame | null;
  readonly paint: (boxes: readonly Paint[]) => void;
  readonly isAttached: () => boolean;
  readonly remove: () => void;
}

/** Shifts below this are rounding. */
const tolerance = 0.5;
/** Enough places to notice a page that moved, few enough to measure at once. */
const sampled = 24;

/** Places in the container, in the order they are tried. Before the last child, `:last-child` rules still hold. */
const places: readonly ((container: Element, host: HTMLElement) => void)[] = [
  (container, host) => container.insertBefore(host, container.lastElementChild),
  (container, host) => container.insertBefore(host, container.lastElementChild?.previousElementSibling ?? null),
  (container, host) => container.append(host),
  (container, host) => container.prepend(host),
];

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
  for (let at: Element | null = container; at?.parentElement; at = at.parentElement)
    if (isTurned(at) || hasColumns(at)) upright = at.parentElement;
  return upright;
};

/** Hangs the host where it moves nothing; false where every place moves something. */
const hang = (container: Element, host: HTMLElement): boolean => {
  const watched = samplesOf(container);
  const before = positionsOf(watched);
  for (const place of places) {
    place(container, host);
    const after = positionsOf(watched);
    if (before.every((value, at) => Math.abs(value - (after[at] ?? 0)) < tolerance)) return true;
    host.remove();
  }
  return false;
};

/** Beyond an element that scrolls, a host would no longer be carried along. */
const scrolls = (element: Element): boolean => /auto|scroll|overlay/.test(styleOf(element)?.overflowY ?? '');

/**
 * In the flow of the container or of the nearest element around it that is neither turned nor laid out in tracks or
 * columns; where there is none short of a scroller, out of the flow in the container itself.
 */
const settle = (container: Element, host: HTMLElement, leaveFlow: () => void): Element | null => {
  for (let home: Element | null = findUpright(container); home; home = home.parentElement) {
    if (home === container.ownerDocument.documentElement) break;
    if (!hasTracks(home) && hang(home, host)) return home;
    if (scrolls(home)) break;
  }
  leaveFlow();
  return hang(container, host) ? container : null;
};

/** A layer in the container, or in the nearest element around it that can hold one. Null where none can. */
export const createLayer = (container: Element): Layer | null => {
  const document = container.ownerDocument;
  // A script of the page that looks for its first `div` must not find this.
  const host = document.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, markSheet);
  // Contained, so that what is painted does not widen the host: its scrollWidth would tell the page where marks lie. Within
  // another, since Chromium lays out the whole page for what is hung into a contained element that the page itself holds.
  const stage = document.createElement('div');
  const ruler = document.createElement('i');
  ruler.className = 'ruler';
  stage.append(ruler);
  const outer = document.createElement('div');
  outer.append(stage);
  root.append(outer);

  const home = settle(container, host, () => dress(root, `${markSheet} :host { position: absolute !important; }`));
  if (!home) return null;

  let shown = new Map<string, HTMLElement>();
  return {
    container: home,
    frame: () => {
      const { left, top, width } = ruler.getBoundingClientRect();
      return width > 0 ? { left, top, scale: width / 100 } : null;
    },
    // A box that moved would count as a shift of the page's layout, in the page's own metrics: it is made anew instead.
    paint: (boxes) => {
      const next = new Map<string, HTMLElement>();
      for (const box of boxes) {
        const style = `left:${box.left}px;top:${box.top}px;width:${box.right - box.left}px;height:${box.bottom - box.top}px;opacity:${box.opacity}`;
        const key = `${box.look}|${style}`;
        if (next.has(key)) continue;
        let element = shown.get(key);
        if (element) {
          shown.delete(key);
        } else {
          element = document.createElement('i');
          element.className = box.look;
          element.style.cssText = style;
          stage.append(element);
        }
        next.set(key, element);
      }
      for (const element of shown.values()) element.remove();
      shown = next;
    },
    isAttached: () => host.isConnected && isDressed(root),
    remove: () => host.remove(),
  };
};
