import type { Host } from '../host/host.ts';
import { elementAtPoint, isWithin } from '../text/flat-tree.ts';
import type { TextMap } from '../text/text-map.ts';
import { createHanger } from './hang.ts';
import { isShown } from './density.ts';
import { followLayout } from './follow.ts';
import { type Box, holds, measureLines } from './geometry.ts';
import { type Extent, findNear } from './near.ts';
import { collectHandles, findMarkAt } from './hit.ts';
import { createLayer, type Frame, type Paint } from './layer.ts';
import type { MarkStyle } from './mark.ts';
import { type PlacedBlock, placeBlock } from './measure.ts';
import { type Marking, type Plot, plotMarks } from './plots.ts';
import { createSecondLooks } from './second-looks.ts';
import { visibleWidth } from './visible-width.ts';

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
  /** Has it called whenever something has scrolled, wherever in the page's trees; until the signal aborts. */
  readonly onScroll: (listen: () => void) => void;
}

/** Marks within this share of the view's height above and below it are painted too, so that scrolling finds them. */
const nearby = 0.75;
/** Scrolling by less than this share of the view since they were painted needs no others. */
const slack = 0.4;
/** How far around a tick the pointer still means it. */
const tickReach = 6;

/** Paints marks over a document until the signal aborts. */
export const createMarks = (document: Document, host: Host, signal: AbortSignal): Marks => {
  const window = document.defaultView;
  let marking: Marking | null = null;
  let style: MarkStyle = { density: 'notable', contrast: 'usual' };
  const layer = createLayer(document, host);
  /** What carries them; null where nothing can. */
  let carrier: Element | null = null;
  let plots: readonly Plot[] = [];
  /** Counts up with each layout of the page. */
  let generation = 1;
  /** Collected once somebody points: a long page has tens of thousands. */
  let handles: ReturnType<typeof collectHandles> | null = null;
  let pointed = -1;
  let stale = true;
  /** Of what the container holds, when it was measured last, and whether that is so still. */
  let size = '';
  let isSameSize = false;
  /** What is to be painted is another than it was, wherever the page has been scrolled to. */
  let changed = true;
  /** Where the layer was when they were painted. */
  let frameThen: Frame | null = null;
  let asked = 0;

  const clear = (): void => {
    layer.paint([]);
    host.leave();
    looks.missed([]);
    carrier = null;
    plots = [];
    marking = null;
    handles = null;
    pointed = -1;
  };

  const hanger = createHanger({
    host,
    signal,
    hung: (home) => {
      carrier = home;
      measureAgain();
    },
  });

  const layOut = (next: Marking): void => {
    hanger.hang(next.container);
    plots = plotMarks(next);
    layout.around(plots.flatMap(({ block }) => next.map.elementAt(block.start) ?? []));
  };

  const paint = (): void => {
    asked = 0;
    if (!marking || signal.aborted || !window) return;
    if (hanger.again() && stale) host.look();
    const frame = layer.frame();
    if (!stale && !changed && isNear(frame, frameThen)) return looks.later();
    changed = false;
    frameThen = frame;
    if (stale) {
      generation += 1;
      const { scrollWidth, scrollHeight } = marking.container;
      isSameSize = size === (size = `${scrollWidth} ${scrollHeight}`);
    }
    stale = false;
    const missed: Element[] = [];
    // Measured first, painted after: the page is laid out once.
    layer.paint(frame ? paintsIn(frame, marking.map, missed) : []);
    looks.missed(missed);
  };

  /** What is to be painted around the view; adds to `missed` the texts there of which nothing is. */
  const paintsIn = (frame: Frame, map: TextMap, missed: Element[]): readonly Paint[] => {
    if (!window || carrier === null) return [];
    const container = carrier;
    const reach = window.innerHeight * nearby;
    const visible = visibleWidth(container);
    const near = findNear(
      { count: plots.length, extentOf: (at) => extentOf(plots[at], frame) },
      { top: -reach - frame.top, bottom: window.innerHeight + reach - frame.top },
    );
    return near.flatMap((at) => {
      const plot = plots[at];
      if (!plot) return [];
      plot.placed ??= placeBlock({
        block: plot.block,
        marks: plot.marks,
        isShown: (mark) => isShown(mark, style.density),
        contrast: style.contrast,
        map,
        frame,
        container,
        visible,
      });
      const text = plot.placed === null ? map.elementAt(plot.block.start) : null;
      if (text) missed.push(text);
      const isPointed = plot.marks.some(([mark]) => mark === pointed);
      return plot.placed ? [...(isPointed ? plot.placed.washOf(pointed) : []), ...plot.placed.paints] : [];
    });
  };

  /** Whether what was painted around the view then still reaches beyond it. */
  const isNear = (now: Frame | null, then: Frame | null): boolean =>
    now === null || then === null
      ? now === then
      : now.scale === then.scale &&
        Math.abs(now.left - then.left) < 1 &&
        Math.abs(now.top - then.top) < (window?.innerHeight ?? 0) * slack;

  /** Measured once for as long as nothing moved within the page. */
  const extentOf = (plot: Plot | undefined, frame: Frame): Extent | null => {
    if (!plot || !marking) return null;
    if (plot.measuredIn !== generation) {
      plot.measuredIn = generation;
      const range = marking.map.rangeOf(plot.block);
      // The same words may have been written anew: their marks stay until those are found.
      if (range === null && isSameSize) return plot.extent;
      plot.placed = null;
      const box = range?.getBoundingClientRect();
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
  const measureAgain = (): void => {
    stale = true;
    ask();
  };
  const looks = createSecondLooks(document, signal, measureAgain);
  const refresh = (): void => {
    looks.renew();
    measureAgain();
  };

  const plotOf = (mark: number): Plot | undefined => plots.find(({ marks }) => marks.some(([index]) => index === mark));

  const tickOf = (mark: number): Box | null => {
    const plot = plotOf(mark);
    const tick = plot && placedNow(plot)?.ticks.get(mark);
    const frame = tick ? layer.frame() : null;
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
    const frame = layer.frame();
    if (!frame) return -1;
    const [left, top] = [(x - frame.left) / frame.scale, (y - frame.top) / frame.scale];
    for (const plot of plots)
      for (const [mark, tick] of placedNow(plot)?.ticks ?? []) {
        if (!holds(tick, left, top, tickReach)) continue;
        // Something of the page over the margin (a share bar, a header) takes the pointer.
        const over = elementAtPoint(document, x, y);
        const isNear = (home: Element | null): boolean =>
          over !== null && home !== null && (isWithin(home, over) || isWithin(over, home));
        if ([carrier, plot.home].some(isNear)) return mark;
      }
    return -1;
  };

  const listeners: (() => void)[] = [];
  const layout = followLayout({
    document,
    signal,
    refresh,
    scrolled: () => {
      looks.renew();
      ask();
    },
    onScroll: () => listeners.forEach((listen) => listen()),
    inside: (element) => carrier !== null && isWithin(element, carrier),
  });
  signal.addEventListener('abort', () => {
    if (asked !== 0) window?.cancelAnimationFrame(asked);
    clear();
  });

  return {
    show: (next, nextStyle) => {
      marking = next;
      style = nextStyle;
      pointed = -1;
      handles = null;
      layOut(next);
      stale = true;
      paint();
    },
    clear,
    point: (mark) => {
      if (pointed === mark) return;
      pointed = mark;
      changed = true;
      ask();
    },
    hitAt: (x, y) => {
      // A card that lies there has the pointer to itself.
      if (!marking || host.is(elementAtPoint(document, x, y))) return -1;
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
    onScroll: (listen) => void listeners.push(listen),
  };
};
