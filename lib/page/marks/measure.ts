import type { Block } from '../../model/article.ts';
import type { TextMap } from '../text/text-map.ts';
import { isBlurred } from './blurred.ts';
import { type Box, measureLines, shareOf, surround } from './geometry.ts';
import { findGround, type Ground } from './palette.ts';
import type { Frame, Paint } from './layer.ts';
import { flatParent, isWithin } from '../text/flat-tree.ts';
import { findGroundAt, onItsGround, withBorders } from './margin.ts';
import { notable } from './density.ts';
import type { ClaimMark, Mark, MarkContrast } from './mark.ts';
import { placeTick, stackTicks } from './tick.ts';
import { turnAcross, turnBack, type Writing, writingOf } from './turn.ts';

/** One mark as it is painted, in pixels relative to its layer's origin on the screen. */
export interface PlacedMark {
  /** Its place in the list of marks. */
  readonly mark: number;
  readonly lines: readonly Box[];
  readonly tick: Box | null;
}

export interface PlacedBlock {
  readonly placed: readonly PlacedMark[];
  readonly paints: readonly Paint[];
  /** Boxes to add while a mark of the block is pointed at. */
  readonly washOf: (mark: number) => readonly Paint[];
}

export interface BlockJob {
  readonly block: Block;
  /** Indexes of the block's marks and the marks. */
  readonly marks: readonly (readonly [number, Mark])[];
  /** Marks that the density hides are measured for their wash alone. */
  readonly isShown: (mark: Mark) => boolean;
  readonly contrast: MarkContrast;
  readonly map: TextMap;
  readonly frame: Frame;
  readonly container: Element;
  /** What of the container is visible sideways, in screen pixels. */
  readonly visible: Pick<Box, 'left' | 'right'>;
}

/** Thickness of an underline, in pixels. */
const thickness: Readonly<Record<MarkContrast, number>> = { usual: 1.5, more: 2.5 };

const typeLook = (type: string): string =>
  /^(?:person|organisation|place|event|work|product|law)$/.test(type) ? type : 'other';

/** Weak claims stay a hint, but for those that differ; from notable on the tick gains with check-worthiness. */
const strengthOf = ({ checkWorthiness, isDiffering }: ClaimMark): number =>
  checkWorthiness < notable && !isDiffering ? 0.32 : 0.5 + Math.max(checkWorthiness, notable) * 0.45;

/** What is faint on purpose is lost on whoever asks for more contrast. */
const clearly = (strength: number, contrast: MarkContrast): number =>
  contrast === 'more' ? Math.max(0.75, strength) : strength;

/** Boxes of common fonts are so high, in font sizes; what is more is empty room below the letters and above them. */
const usualHeight = 1.15;

/** A higher box, in font sizes, is a drop cap: the rest of its word carries the line. */
const tallestLine = 2.2;

/** Where an underline lies under a line of text: at the box's end, or nearer the letters where a font leaves more room. */
const lineUnder = ({ top, bottom }: Box, size: number): number =>
  bottom - Math.max(0, Math.min(bottom - top, size * 1.8) - size * usualHeight) / 2;

interface Pen {
  /** Pixels. */
  readonly thickness: number;
  /** Of the screen in a pixel. */
  readonly dots: number;
}

/** On whole pixels of the screen, or lines of one thickness look like two. */
const under = (line: Box, size: number, { thickness, dots }: Pen): Box => {
  const top = Math.round((lineUnder(line, size) - 1) * dots) / dots;
  return { ...line, top, bottom: top + thickness };
};

/**
 * Where lines stand upright, the mark is where their writing has it: on the side of the line before, or under letters
 * that all lie on their side.
 */
const beside = (line: Box, { under }: Writing, { thickness, dots }: Pen): Box => {
  const left = Math.round((under === 'left' ? line.left - 1 : line.right - 1) * dots) / dots;
  return { ...line, left, right: left + thickness };
};

/** Part of the block that the elements between it and what is around the layer too let through; null means all of it. */
export const findClip = (element: Element, container: Element): Box | null => {
  const window = element.ownerDocument.defaultView;
  let clip: Box | null = null;
  for (let at: Element | null = element; at && !isWithin(container, at); at = flatParent(at)) {
    if (window?.getComputedStyle(at).overflow === 'visible') continue;
    const box = at.getBoundingClientRect();
    clip = clip === null ? box : (shareOf(clip, box) ?? { left: 0, top: 0, right: 0, bottom: 0 });
  }
  return clip;
};

/** Where the whole page begins and ends on the screen along lines that stand upright: what they have beside them. */
const lengthOf = ({ documentElement, defaultView }: Document, writing: Writing): Pick<Box, 'left' | 'right'> => {
  const top = -(defaultView?.scrollY ?? 0);
  return turnAcross({ left: 0, top, right: 0, bottom: top + documentElement.scrollHeight }, writing);
};

/** How much the page's style magnifies a block within its container: its size of letters is told without. */
const zoomOf = (element: Element, container: Element): number =>
  // Not every browser tells, nor has the property that it tells of.
  (element.currentCSSZoom ?? 1) / (container.currentCSSZoom ?? 1);

/**
 * Text of a closed `<details>` has boxes without being seen, what fades in is not there before it does, and what is blurred
 * is there and cannot be read.
 */
const isUnseen = (element: Element): boolean =>
  element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) === false || isBlurred(element);

/** Pixels by which an underline reaches below its text. */
const reach = 4;

/**
 * Lies over all that may be painted of a block, and is not seen: a page is told by the browser what of its own something
 * lies over, marks or not (Intersection Observer 2). It finds the same where nothing is marked.
 */
const coverOf = (boxes: readonly Box[]): Paint => {
  const { left, top, right, bottom } = surround(boxes) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  return { left: left - reach, top: top - reach, right: right + reach, bottom: bottom + reach, look: '', opacity: 1 };
};

/** Measures the marks of one block. Null while the block is not seen or its nodes are gone. */
export const placeBlock = (job: BlockJob): PlacedBlock | null => {
  const { block, marks, isShown, contrast, map, frame, container, visible } = job;
  const element = map.elementAt(block.start);
  const range = map.rangeOf(block);
  if (!element || !range || isUnseen(element)) return null;
  const whole = range.getBoundingClientRect();
  if (whole.width === 0 && whole.height === 0) return null;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  const writing = writingOf(style?.writingMode ?? 'horizontal-tb');
  const isAcross = writing.runs === 'across';
  const look: MarkLook = { ground: findGround(element), contrast };
  const clip = findClip(element, container);
  const linesOf = (mark: Mark): readonly Box[] => {
    const found = map.rangeOf(mark);
    const lines = found ? measureLines(found) : [];
    return clip ? lines.flatMap((line) => shareOf(line, clip) ?? []) : lines;
  };
  const inLayer = (box: Box): Box => ({
    left: (box.left - frame.left) / frame.scale,
    top: (box.top - frame.top) / frame.scale,
    right: (box.right - frame.left) / frame.scale,
    bottom: (box.bottom - frame.top) / frame.scale,
  });

  const measured = marks.map(([index, mark]) => ({ index, mark, lines: linesOf(mark) }));
  const claims = measured.filter(({ mark }) => mark.kind === 'claim' && isShown(mark));
  const heights = stackTicks(claims.map(({ lines }) => lines.map((line) => turnAcross(line, writing))));
  const size = Number.parseFloat(style?.fontSize ?? '') * zoomOf(element, container) * frame.scale;
  const pen: Pen = {
    thickness: thickness[contrast],
    dots: element.ownerDocument.defaultView?.devicePixelRatio ?? 1,
  };
  const direction = style?.direction === 'rtl' ? 'rtl' : 'ltr';
  const kind = block.kind === 'item' ? 'item' : 'other';
  const across = turnAcross(whole, writing);
  const text = isAcross ? withBorders(across, element, container) : across;
  const place = placeTick({
    text,
    visible: isAcross ? onItsGround(visible, whole, element) : lengthOf(element.ownerDocument, writing),
    direction,
    kind,
  });
  const sides = { left: place.left, right: place.left + place.width * frame.scale };
  const lookOfTicks = isAcross && claims.length > 0 ? { ...look, ground: findGroundAt(element, sides) } : look;

  const placed: PlacedMark[] = [];
  const paints: Paint[] = [coverOf([whole, turnBack({ ...text, ...sides }, writing)].map(inLayer))];
  for (const { index, mark, lines } of measured) {
    let tick: Box | null = null;
    if (mark.kind === 'claim') {
      const height = heights[claims.findIndex((claim) => claim.index === index)];
      if (height) tick = inLayer(turnBack({ ...sides, ...height }, writing));
      if (tick)
        paints.push({
          ...tick,
          look: lookOf(mark, lookOfTicks, 'tick'),
          opacity: clearly(strengthOf(mark), contrast),
        });
    } else {
      const written = isAcross ? lines.filter((line) => line.bottom - line.top < size * tallestLine) : lines;
      for (const line of written.length > 0 ? written : lines) {
        const box = inLayer(isAcross ? under(line, size, pen) : beside(line, writing, pen));
        const part = isAcross ? 'line' : 'upright-line';
        paints.push({ ...box, look: lookOf(mark, look, part), opacity: 1 });
      }
    }
    placed.push({ mark: index, lines: lines.map(inLayer), tick });
  }
  return {
    placed,
    paints,
    washOf: (wanted) => {
      const found = measured.find(({ index }) => index === wanted);
      return (found?.lines ?? []).map((line) => ({
        ...inLayer(line),
        look: lookOf(found?.mark ?? null, look, 'wash'),
        opacity: 1,
      }));
    },
  };
};

interface MarkLook {
  readonly ground: Ground;
  readonly contrast: MarkContrast;
}

type MarkPart = 'tick' | 'line' | 'upright-line' | 'wash';

const lookOf = (mark: Mark | null, { ground, contrast }: MarkLook, part: MarkPart): string => {
  const isStrong = contrast === 'more' || ground.tone === 'middling';
  const theme = `${isStrong ? 'more ' : ''}${ground.palette === 'dark' ? 'dark ' : ''}`;
  if (mark === null) return theme;
  const type = mark.kind === 'claim' ? 'claim' : typeLook(mark.type);
  if (part === 'tick' || part === 'wash') return `${theme}${type} ${part}`;
  const known = mark.kind === 'figure' && mark.known ? 'known' : 'unknown';
  return `${theme}${type} ${known}${part === 'line' ? '' : ' upright'}`;
};
