import { type Box, holds, surround } from '../marks/geometry.ts';

/** Where a card opens: beside, below or above its mark, never on it, never out of the view. All in viewport pixels. */

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface PlacementQuestion {
  /** Lines of the mark; at least one. */
  readonly mark: readonly Box[];
  readonly card: Size;
  readonly view: Size;
  readonly direction: 'ltr' | 'rtl';
}

export interface Placement {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  /** Most that the card may take; beyond it the card scrolls. */
  readonly height: number;
  readonly side: 'below' | 'above' | 'after' | 'before' | 'over';
}

/** Of what is seen of the page, without its scrollbars: one at the bottom would lie over the foot of a card. */
export const viewOf = ({ documentElement, defaultView }: Document): Size => {
  const { clientWidth: width, clientHeight } = documentElement;
  const inner = defaultView?.innerHeight ?? clientHeight;
  // In quirks mode the element is as high as the whole page.
  return { width, height: clientHeight === 0 ? inner : Math.min(inner, clientHeight) };
};

/** Between card and the view's edge, and between card and mark. */
const margin = 8;
const distance = 8;
/** A card lower than this is not worth a look; another side is tried first. */
const lowest = 160;
/** In a low view (a page at 400% zoom) this share of it is enough: the card scrolls, and its mark stays in sight. */
const lowestShare = 0.3;

/** A card that keeps this share of its height below or above its mark stands there: beside, it hides the line that is read. */
const enoughShare = 2 / 3;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** Thinner than any line of text: a claim's tick, which is as long as the claim. */
const thin = 5;
const isLine = ({ left, top, right, bottom }: Box): boolean => Math.min(right - left, bottom - top) >= thin;

/** The mark's first line that is in view: cards open where the reader looks. */
const anchorOf = (mark: readonly Box[], view: Size): Box => {
  const seen = mark.filter((line) => line.bottom > 0 && line.top < view.height);
  return seen.find(isLine) ?? seen[0] ?? mark[0] ?? { left: margin, top: margin, right: margin, bottom: margin };
};

/**
 * Below where the whole card fits, else above, else on the roomier of the two with the height cut to the room there, if
 * that leaves most of it, else beside, else on the roomier of the first two all the same; where the mark leaves no room on any side, over its part that is furthest from where it begins.
 */
export const placeCard = ({ mark, card, view, direction }: PlacementQuestion): Placement => {
  const width = Math.max(0, Math.min(card.width, view.width - 2 * margin));
  const tallest = Math.max(0, view.height - 2 * margin);
  const wanted = Math.min(card.height, tallest);
  const around = surround(mark) ?? anchorOf(mark, view);
  const anchor = anchorOf(mark, view);
  const least = Math.min(lowest, view.height * lowestShare, wanted);

  const rightmost = Math.max(margin, view.width - margin - width);
  const aligned = clamp(direction === 'rtl' ? anchor.right - width : anchor.left, margin, rightmost);
  const roomBelow = view.height - margin - (around.bottom + distance);
  const roomAbove = around.top - distance - margin;
  const roomRight = view.width - margin - (around.right + distance);
  const roomLeft = around.left - distance - margin;

  const below = (height: number): Placement => {
    const top = Math.max(margin, around.bottom + distance);
    return { left: aligned, top, width, height, side: 'below' };
  };
  const above = (height: number): Placement => {
    const top = Math.min(around.top - distance, view.height - margin) - height;
    return { left: aligned, top, width, height, side: 'above' };
  };
  const beside = (side: 'after' | 'before', left: number): Placement => {
    const top = clamp(anchor.top - 12, margin, Math.max(margin, view.height - margin - wanted));
    return { left, top, width, height: wanted, side };
  };

  if (wanted <= roomBelow && around.bottom > -distance) return below(wanted);
  if (wanted <= roomAbove && around.top < view.height + distance) return above(wanted);
  const room = Math.max(roomBelow, roomAbove);
  const roomier = (): Placement =>
    roomBelow >= roomAbove ? below(Math.min(wanted, roomBelow)) : above(Math.min(wanted, roomAbove));
  if (room >= wanted * enoughShare && around.bottom > -distance && around.top < view.height + distance)
    return roomier();
  const after = roomRight >= width ? beside('after', Math.max(margin, around.right + distance)) : null;
  const before =
    roomLeft >= width ? beside('before', Math.min(around.left - distance, view.width - margin) - width) : null;
  const side = direction === 'rtl' ? (before ?? after) : (after ?? before);
  if (side) return side;
  if (room >= least) return roomier();
  // A claim fills the view: a sheet at the end away from the line that the reader is at, half as tall as the view at most.
  const half = Math.min(wanted, Math.max(least, view.height / 2 - margin));
  const roomAfter = view.height - margin - (anchor.bottom + distance);
  const roomBefore = anchor.top - distance - margin;
  if (roomAfter < least && roomBefore >= least) {
    return { left: aligned, top: margin, width, height: Math.min(half, roomBefore), side: 'over' };
  }
  const height = roomAfter >= least ? Math.min(half, roomAfter) : half;
  return { left: aligned, top: Math.max(margin, view.height - margin - height), width, height, side: 'over' };
};

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Pixels around a line within which the pointer is at it. */
const pointerReach = 3;

/** The line that the pointer is at comes first: a card leaves it free, whatever else of a long mark it has to cover. */
export const fromPointer = (boxes: readonly Box[], { x, y }: Point): readonly Box[] => {
  const line = boxes.find((box) => holds(box, x, y, pointerReach));
  return line ? [line, ...boxes.filter((box) => box !== line)] : boxes;
};

const isLeftOf = (a: Point, b: Point, p: Point): number => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);

const inTriangle = (p: Point, a: Point, b: Point, c: Point): boolean => {
  const [one, two, three] = [isLeftOf(a, b, p), isLeftOf(b, c, p), isLeftOf(c, a, p)];
  return (one >= 0 && two >= 0 && three >= 0) || (one <= 0 && two <= 0 && three <= 0);
};

/**
 * Whether the pointer may be on its way from where it left the mark to the card: within the triangle of that place and
 * the card's facing edge, or within the gap between the two.
 */
export const isOnWay = (from: Point, to: Point, card: Box): boolean => {
  const wide: Box = {
    left: card.left - 4,
    top: card.top - distance - 4,
    right: card.right + 4,
    bottom: card.bottom + distance + 4,
  };
  if (to.x >= wide.left && to.x <= wide.right && to.y >= wide.top && to.y <= wide.bottom) return true;
  const corners: readonly Point[] = [
    { x: card.left, y: card.top },
    { x: card.right, y: card.top },
    { x: card.right, y: card.bottom },
    { x: card.left, y: card.bottom },
  ];
  return corners.some((corner, at) => inTriangle(to, from, corner, corners[(at + 1) % 4] ?? corner));
};
