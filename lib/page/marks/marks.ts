import { elementAtPoint, isWithin } from '../text/flat-tree.ts';
import { isShown } from './density.ts';
import { followLayout } from './follow.ts';
import { type Box, holds, measureLines } from './geometry.ts';
import { type Extent, findNear } from './near.ts';
import { collectHandles, findMarkAt } from './hit.ts';
import type { Frame, Layer, Paint } from './layer.ts';
import type { MarkStyle } from './mark.ts';
import { type PlacedBlock, placeBlock } from './measure.ts';
import { type Homes, type Marking, type Plot, plotMarks } from './plots.ts';
import { watchVeils } from './veils.ts';

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
/** Scrolling by less than this share of the view since they were painted needs no others. */
const slack = 0.4;
/** Text that a script fades in tells nobody when it is there: it is looked at again so often, each so many milliseconds. */
const looksAgain = 6;
const lookAgainAfter = 500;

/** How far around a tick the pointer still means it. */
const tickReach = 6;

/** Paints marks over a document until the signal aborts. */
export const createMarks = (document: Document, signal: AbortSignal): Marks => {
  const window = document.defaultView;
  let marking: Marking | null = null;
  let style: MarkStyle = { density: 'notable', contrast: 'usual' };
  let plots: readonly Plot[] = [];
  let layers: readonly Layer[] = [];
  let homes: Homes = new Map();
  let byLayer: ReadonlyMap<Layer, readonly Plot[]> = new Map();
  /** Counts up with each layout of the page. */
  let generation = 1;
  /** Collected once somebody points: a long page has tens of thousands. */
  let handles: ReturnType<typeof collectHandles> | null = null;
  let pointed = -1;
  let stale = true;
  /** What is to be painted is another than it was, wherever the page has been scrolled to. */
  let changed = true;
  /** Where the layers were when they were painted. */
  let framesThen: ReadonlyMap<Layer, Frame | null> = new Map();
  /** Texts near the view whose marks are not painted, for nobody sees or can read them. */
  let unseen: readonly Element[] = [];
  let asked = 0;
  let lookAgain = 0;
  let looksLeft = looksAgain;

  const clear = (): void => {
    for (const layer of layers) layer.remove();
    layers = [];
    homes = new Map();
    plots = [];
    byLayer = new Map();
  };

  const layOut = (next: Marking): void => {
    ({ plots, homes } = plotMarks(next, homes));
    layers = [...new Set(homes.values())].filter((layer) => layer !== null);
    byLayer = new Map(layers.map((layer) => [layer, plots.filter((plot) => plot.layer === layer)]));
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
    const frames = new Map(layers.map((layer) => [layer, layer.frame()]));
    if (!stale && !changed && layers.every((layer) => isNear(frames.get(layer) ?? null, framesThen.get(layer) ?? null)))
      return lookLater();
    changed = false;
    framesThen = frames;
    const { map } = marking;
    const reach = window.innerHeight * nearby;
    if (stale) generation += 1;
    stale = false;
    const unseenNow: Element[] = [];
    const paints = layers.map((layer): readonly Paint[] => {
      const frame = frames.get(layer) ?? null;
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
        const text = plot.placed === null ? map.elementAt(plot.block.start) : null;
        if (text) unseenNow.push(text);
        const isPointed = plot.marks.some(([mark]) => mark === pointed);
        return plot.placed ? [...(isPointed ? plot.placed.washOf(pointed) : []), ...plot.placed.paints] : [];
      });
    });
    // Measured first, painted after: the page is laid out once.
    layers.forEach((layer, at) => layer.paint(paints[at] ?? []));
    unseen = unseenNow;
    watchUnseen(unseen);
    lookLater();
  };

  /** Whether what was painted around the view then still reaches beyond it. */
  const isNear = (now: Frame | null, then: Frame | null): boolean =>
    now === null || then === null
      ? now === then
      : now.scale === then.scale &&
        Math.abs(now.left - then.left) < 1 &&
        Math.abs(now.top - then.top) < (window?.innerHeight ?? 0) * slack;

  const lookLater = (): void => {
    if (!window || unseen.length === 0 || looksLeft === 0 || lookAgain !== 0) return;
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

  const watchUnseen = watchVeils(document, signal, refresh);

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
      if (marking?.container !== next.container || layers.some((layer) => !layer.isAttached())) clear();
      marking = next;
      style = nextStyle;
      pointed = -1;
      handles = null;
      layOut(next);
      stale = true;
      paint();
    },
    clear: () => {
      clear();
      watchUnseen([]);
      marking = null;
      handles = null;
      pointed = -1;
    },
    point: (mark) => {
      if (pointed === mark) return;
      pointed = mark;
      changed = true;
      ask();
    },
    hitAt: (x, y) => {
      if (!marking) return -1;
      handles ??= collectHandles(marking.marks);
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
