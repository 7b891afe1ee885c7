import type { Block } from '../../model/article.ts';
import { elementAtPoint, isWithin } from '../flat-tree.ts';
import type { TextMap } from '../text-map.ts';
import { isCarriedWith } from './carried.ts';
import { isShown } from './density.ts';
import { followLayout } from './follow.ts';
import { type Box, holds, measureLines } from './geometry.ts';
import { type Extent, findNear } from './near.ts';
import { collectHandles, findMarkAt } from './hit.ts';
import { type Frame, type Layer, type Paint, createLayer } from './layer.ts';
import type { Mark, MarkStyle } from './mark.ts';
import { type PlacedBlock, placeBlock } from './measure.ts';

/** What is marked, and where. */
export interface Marking {
  readonly blocks: readonly Block[];
  readonly map: TextMap;
  /** In order of `start`. */
  readonly marks: readonly Mark[];
  /** The element around the running text. */
  readonly container: Element;
}

export interface Marks {
  /** Replaces everything marked; the old marks stay until the new ones are painted. */
  readonly show: (marking: Marking, style: MarkStyle) => void;
  /** Takes all marks away. */
  readonly clear: () => void;
  /** Paints the mark's words washed; -1 for none. */
  readonly point: (mark: number) => void;
  /** Index of the visible mark at a place on the screen; -1 where there is none. */
  readonly hitAt: (x: number, y: number) => number;
  /** The mark's lines on the screen now; of a claim its tick comes first. */
  readonly boxesOf: (mark: number) => readonly Box[];
  /** Measures and paints again in the next frame. */
  readonly refresh: () => void;
}

/** Marks within this share of the view's height above and below it are painted too, so that scrolling finds them. */
const nearby = 0.75;
/** Children of a host with a shadow root are not laid out in it, unless they have a slot. */
const homeOf = (element: Element): Element => {
  const { parentElement } = element;
  return parentElement && !parentElement.shadowRoot ? parentElement : element;
};

/** Text that a script fades in tells nobody when it is there: it is looked at again so often, each so many milliseconds. */
const looksAgain = 6;
const lookAgainAfter = 500;

/** How far around a tick the pointer still means it. */
const tickReach = 6;

interface Plot {
  readonly block: Block;
  readonly layer: Layer;
  /** The element around the block that its layer is of, or lies over. */
  readonly home: Element;
  readonly marks: readonly (readonly [number, Mark])[];
  /** Relative to the layer's origin, unscaled; null while not rendered. */
  extent: Extent | null;
  /** The generation of layout that extent and place are of. */
  measuredIn: number;
  placed: PlacedBlock | null;
}

/** Paints marks over a document until the signal aborts. */
export const createMarks = (document: Document, signal: AbortSignal): Marks => {
  const window = document.defaultView;
  let marking: Marking | null = null;
  let style: MarkStyle = { density: 'notable', contrast: 'usual' };
  let plots: readonly Plot[] = [];
  let layers: readonly Layer[] = [];
  let byLayer: ReadonlyMap<Layer, readonly Plot[]> = new Map();
  /** Counts up with each layout of the page. */
  let generation = 1;
  let handles: ReturnType<typeof collectHandles> = [];
  let pointed = -1;
  let stale = true;
  let asked = 0;
  let lookAgain = 0;
  let looksLeft = looksAgain;

  const clear = (): void => {
    for (const layer of layers) layer.remove();
    layers = [];
    plots = [];
    byLayer = new Map();
  };

  /** Blocks outside of the body (a headline above it) get a layer of their own where the body's does not go with them. */
  const layOut = ({ blocks, map, marks, container }: Marking): void => {
    const byHome = new Map<Element, Layer | null>();
    const layerFor = (home: Element): Layer | null => {
      const known = byHome.get(home);
      if (known !== undefined) return known;
      const made = createLayer(home);
      const same = [...byHome.values()].find((layer) => layer !== null && layer.container === made?.container);
      if (same) made?.remove();
      const layer = same ?? made;
      byHome.set(home, layer);
      return layer;
    };
    const found: Plot[] = [];
    let next = 0;
    for (const block of blocks) {
      const inside: (readonly [number, Mark])[] = [];
      for (let mark = marks[next]; mark && mark.start < block.end; next += 1, mark = marks[next]) {
        if (mark.start >= block.start && mark.end <= block.end) inside.push([next, mark]);
      }
      const element = map.elementAt(block.start);
      if (!element) continue;
      // Also for blocks without a mark: how many layers there are must not tell the page what was found in it.
      const home = container.contains(element) ? container : homeOf(element);
      const layer = layerFor(home === container || isCarriedWith(element, container) ? container : home);
      if (layer && inside.length > 0)
        found.push({ block, layer, home, marks: inside, extent: null, measuredIn: 0, placed: null });
    }
    plots = found;
    layers = [...new Set(byHome.values())].filter((layer) => layer !== null);
    byLayer = new Map(layers.map((layer) => [layer, found.filter((plot) => plot.layer === layer)]));
  };

  const visibleWidth = (layer: Layer): { left: number; right: number } => {
    let left = 0;
    let right = document.documentElement.clientWidth;
    for (let at: Element | null = layer.container; at && at !== document.body; at = at.parentElement) {
      if (window?.getComputedStyle(at).overflowX === 'visible') continue;
      const box = at.getBoundingClientRect();
      left = Math.max(left, box.left);
      right = Math.min(right, box.right);
    }
    return { left, right };
  };

  const paint = (): void => {
    asked = 0;
    if (!marking || signal.aborted || !window) return;
    if (layers.some((layer) => !layer.isAttached())) {
      clear();
      layOut(marking);
      stale = true;
    }
    const { map } = marking;
    const reach = window.innerHeight * nearby;
    if (stale) generation += 1;
    stale = false;
    let hidesSome = false;
    const paints = layers.map((layer): readonly Paint[] => {
      const frame = layer.frame();
      const own = byLayer.get(layer) ?? [];
      if (!frame) return [];
      const visible = visibleWidth(layer);
      const near = findNear(
        { count: own.length, extentOf: (at) => extentOf(own[at], frame) },
        { top: -reach - frame.top, bottom: window.innerHeight + reach - frame.top },
      );
      return near.flatMap((at) => {
        const plot = own[at];
        if (!plot) return [];
        plot.placed ??= placeBlock({
          block: plot.block,
          marks: plot.marks,
          isShown: (mark) => isShown(mark, style.density),
          contrast: style.contrast,
          map,
          frame,
          container: layer.container,
          visible,
        });
        hidesSome ||= plot.placed === null;
        const isPointed = plot.marks.some(([mark]) => mark === pointed);
        return plot.placed ? [...(isPointed ? plot.placed.washOf(pointed) : []), ...plot.placed.paints] : [];
      });
    });
    // Measured first, painted after: the page is laid out once.
    layers.forEach((layer, at) => layer.paint(paints[at] ?? []));
    if (!hidesSome || looksLeft === 0 || lookAgain !== 0) return;
    looksLeft -= 1;
    lookAgain = window.setTimeout(() => {
      lookAgain = 0;
      stale = true;
      ask();
    }, lookAgainAfter);
  };

  /** Measured once for as long as nothing moved within the page. */
  const extentOf = (plot: Plot | undefined, frame: Frame): Extent | null => {
    if (!plot || !marking) return null;
    if (plot.measuredIn !== generation) {
      plot.measuredIn = generation;
      plot.placed = null;
      const box = marking.map.rangeOf(plot.block)?.getBoundingClientRect();
      plot.extent =
        box && (box.width > 0 || box.height > 0) ? { top: box.top - frame.top, bottom: box.bottom - frame.top } : null;
    }
    return plot.extent;
  };

  /** What was placed before something moved lies elsewhere by now. */
  const placedNow = ({ measuredIn, placed }: Plot): PlacedBlock | null => (measuredIn === generation ? placed : null);

  const ask = (): void => {
    asked ||= window?.requestAnimationFrame(paint) ?? 0;
  };
  const refresh = (): void => {
    stale = true;
    looksLeft = looksAgain;
    ask();
  };

  const plotOf = (mark: number): Plot | undefined => plots.find(({ marks }) => marks.some(([index]) => index === mark));

  const tickOf = (mark: number): Box | null => {
    const plot = plotOf(mark);
    const tick = plot && placedNow(plot)?.placed.find((placed) => placed.mark === mark)?.tick;
    const frame = tick ? plot?.layer.frame() : null;
    if (!tick || !frame) return null;
    const { left, top, scale } = frame;
    return {
      left: left + tick.left * scale,
      top: top + tick.top * scale,
      right: left + tick.right * scale,
      bottom: top + tick.bottom * scale,
    };
  };

  const findTickAt = (x: number, y: number): number => {
    for (const layer of layers) {
      const frame = layer.frame();
      if (!frame) continue;
      const inLayer = [(x - frame.left) / frame.scale, (y - frame.top) / frame.scale] as const;
      for (const plot of plots) {
        if (plot.layer !== layer) continue;
        const found = placedNow(plot)?.placed.find(
          ({ tick }) => tick && holds(tick, inLayer[0], inLayer[1], tickReach),
        );
        // Something of the page over the margin (a share bar, a header) takes the pointer.
        const top = found ? elementAtPoint(document, x, y) : null;
        const isNear = (home: Element): boolean => top !== null && (isWithin(home, top) || isWithin(top, home));
        if (found && [layer.container, plot.home].some(isNear)) return found.mark;
      }
    }
    return -1;
  };

  followLayout({
    document,
    signal,
    refresh,
    scrolled: () => {
      looksLeft = looksAgain;
      ask();
    },
    inside: (element) => layers.some(({ container }) => container.contains(element)),
  });
  signal.addEventListener('abort', () => {
    if (asked !== 0) window?.cancelAnimationFrame(asked);
    window?.clearTimeout(lookAgain);
    clear();
  });

  return {
    show: (next, nextStyle) => {
      clear();
      marking = next;
      style = nextStyle;
      pointed = -1;
      handles = collectHandles(next.marks);
      layOut(next);
      stale = true;
      paint();
    },
    clear: () => {
      clear();
      marking = null;
      handles = [];
      pointed = -1;
    },
    point: (mark) => {
      if (pointed === mark) return;
      pointed = mark;
      ask();
    },
    hitAt: (x, y) => {
      if (!marking) return -1;
      const found = findMarkAt({ document, map: marking.map, marks: marking.marks, handles }, x, y);
      const mark = marking.marks[found];
      return mark && isShown(mark, style.density) ? found : findTickAt(x, y);
    },
    boxesOf: (mark) => {
      const span = marking?.marks[mark];
      const range = span && marking?.map.rangeOf(span);
      const tick = tickOf(mark);
      return [...(tick ? [tick] : []), ...(range ? measureLines(range) : [])];
    },
    refresh,
  };
};
