import type { Block } from '../../model/article.ts';
import type { TextMap } from '../text/text-map.ts';
import { isBlurred } from './blurred.ts';
import { type Box, measureLines, shareOf, surround } from './geometry.ts';
import { findGround } from './palette.ts';
import type { Frame, Paint } from './layer.ts';
import { flatParent, isWithin } from '../text/flat-tree.ts';
import { findGroundAt, onItsGround, withBorders } from './margin.ts';
import { lookOf, type MarkLook, opacityOf } from './look.ts';
import type { Mark, MarkContrast } from './mark.ts';
import { placeTick, stackTicks } from './tick.ts';
import { turnAcross, turnBack, type Writing, writingOf } from './turn.ts';
import { type Lettering, underline } from './underline.ts';

/** A block's marks as they are painted, in pixels relative to their layer's origin on the screen. */
export interface PlacedBlock {
  /** Of claims, by the index of their mark, in the order of the marks. */
  readonly ticks: ReadonlyMap<number, Box>;
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

/** What holds for all marks of a block. */
interface Scene extends BlockJob {
  readonly element: Element;
  readonly style: CSSStyleDeclaration | undefined;
  readonly writing: Writing;
  /** The whole block, on the screen. */
  readonly whole: Box;
  readonly inLayer: (box: Box) => Box;
}

/** Null while the block is not seen or its nodes are gone. */
const sceneOf = (job: BlockJob): Scene | null => {
  const { block, map, frame } = job;
  const first = map.elementAt(block.start);
  // A drop cap in an element of its own says nothing of how large the other letters are.
  const element = first && first.textContent.length < 3 ? first.parentElement : first;
  const range = map.rangeOf(block);
  if (!element || !range || isUnseen(element)) return null;
  const whole = range.getBoundingClientRect();
  if (whole.width === 0 && whole.height === 0) return null;
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  return {
    ...job,
    element,
    style,
    writing: writingOf(style?.writingMode ?? 'horizontal-tb'),
    whole,
    inLayer: (box) => ({
      left: (box.left - frame.left) / frame.scale,
      top: (box.top - frame.top) / frame.scale,
      right: (box.right - frame.left) / frame.scale,
      bottom: (box.bottom - frame.top) / frame.scale,
    }),
  };
};

interface Measured {
  readonly index: number;
  readonly mark: Mark;
  /** On the screen, as far as they are let through. */
  readonly lines: readonly Box[];
}

const measureMarks = ({ marks, map, element, container }: Scene): readonly Measured[] => {
  const clip = findClip(element, container);
  return marks.map(([index, mark]) => {
    const range = map.rangeOf(mark);
    const lines = range ? measureLines(range) : [];
    return { index, mark, lines: clip ? lines.flatMap((line) => shareOf(line, clip) ?? []) : lines };
  });
};

/** The block's text with what belongs to it, as if its lines ran across, and where ticks stand beside it. */
const marginOf = (scene: Scene): { readonly text: Box; readonly sides: Pick<Box, 'left' | 'right'> } => {
  const { block, element, style, writing, whole, container, visible, frame } = scene;
  const isAcross = writing.runs === 'across';
  const across = turnAcross(whole, writing);
  const text = isAcross ? withBorders(across, element, container) : across;
  const { left, width } = placeTick({
    text,
    visible: isAcross ? onItsGround(visible, whole, element) : lengthOf(element.ownerDocument, writing),
    direction: style?.direction === 'rtl' ? 'rtl' : 'ltr',
    kind: block.kind === 'item' ? 'item' : 'other',
  });
  return { text, sides: { left, right: left + width * frame.scale } };
};

const ticksOf = (
  { isShown, writing, inLayer }: Scene,
  measured: readonly Measured[],
  sides: Pick<Box, 'left' | 'right'>,
): ReadonlyMap<number, Box> => {
  const claims = measured.filter(({ mark }) => mark.kind === 'claim' && isShown(mark));
  const heights = stackTicks(claims.map(({ lines }) => lines.map((line) => turnAcross(line, writing))));
  return new Map(
    claims.flatMap(({ index }, at) => {
      const height = heights[at];
      return height ? [[index, inLayer(turnBack({ ...sides, ...height }, writing))] as const] : [];
    }),
  );
};

/** Measures the marks of one block. Null while the block is not seen or its nodes are gone. */
export const placeBlock = (job: BlockJob): PlacedBlock | null => {
  const scene = sceneOf(job);
  if (scene === null) return null;
  const { element, style, writing, whole, inLayer, contrast, frame, container } = scene;
  const isAcross = writing.runs === 'across';
  const measured = measureMarks(scene);
  const { text, sides } = marginOf(scene);
  const ticks = ticksOf(scene, measured, sides);
  const look: MarkLook = { ground: findGround(element), contrast };
  const lookOfTicks = isAcross && ticks.size > 0 ? { ...look, ground: findGroundAt(element, sides) } : look;
  const lettering: Lettering = {
    writing,
    size: Number.parseFloat(style?.fontSize ?? '') * zoomOf(element, container) * frame.scale,
    contrast,
    dots: element.ownerDocument.defaultView?.devicePixelRatio ?? 1,
  };
  const paintsOf = ({ index, mark, lines }: Measured): readonly Paint[] => {
    if (mark.kind === 'claim') {
      const tick = ticks.get(index);
      return tick ? [{ ...tick, look: lookOf(mark, lookOfTicks, 'tick'), opacity: opacityOf(mark, contrast) }] : [];
    }
    const own = lookOf(mark, look, isAcross ? 'line' : 'upright-line');
    return underline(lines, lettering).map((line) => ({ ...inLayer(line), look: own, opacity: 1 }));
  };
  return {
    ticks,
    paints: [coverOf([whole, turnBack({ ...text, ...sides }, writing)].map(inLayer)), ...measured.flatMap(paintsOf)],
    washOf: (wanted) => {
      const found = measured.find(({ index }) => index === wanted);
      const own = lookOf(found?.mark ?? null, look, 'wash');
      return (found?.lines ?? []).map((line) => ({ ...inLayer(line), look: own, opacity: 1 }));
    },
  };
};
