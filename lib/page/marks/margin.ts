import { flatParent } from '../text/flat-tree.ts';
import type { Box } from './geometry.ts';
import { findGround, type Ground } from './palette.ts';

/** What the page itself has in the margin beside a block, where ticks stand. */

type Sides = Pick<Box, 'left' | 'right'>;

const parse = (pixels: string): number => Number.parseFloat(pixels) || 0;

/** A border beside the text (a quotation's) belongs to it: the tick stands outside. */
export const withBorders = (text: Box, element: Element, container: Element): Box => {
  const window = element.ownerDocument.defaultView;
  let { left, right } = text;
  let at: Element | null = element;
  for (let step = 0; window && at && at !== container && step < 3; step += 1, at = at.parentElement) {
    const { borderLeftWidth, borderRightWidth } = window.getComputedStyle(at);
    const box = at.getBoundingClientRect();
    if (parse(borderLeftWidth) > 0 && left - box.left < 60) left = Math.min(left, box.left + 10);
    if (parse(borderRightWidth) > 0 && box.right - right < 60) right = Math.max(right, box.right - 10);
  }
  return { ...text, left, right };
};

/** Least room, in pixels, between a text and the edge of the colour behind it that holds a tick. */
const leastRoom = 7;
/** Between a tick and that edge, where there is room for it. */
const fromEdge = 3;

const isFilled = ({ backgroundColor, backgroundImage }: CSSStyleDeclaration): boolean =>
  backgroundImage !== 'none' || !/^(?:transparent|rgba\(0, 0, 0, 0\))$/.test(backgroundColor);

/** Of what is visible sideways, the part that lies on the text's own ground: a tick across its edge is lost on one side. */
export const onItsGround = (visible: Sides, text: Box, element: Element): Sides => {
  const window = element.ownerDocument.defaultView;
  let { left, right } = visible;
  for (let at: Element | null = element; window && at; at = flatParent(at)) {
    const style = window.getComputedStyle(at);
    if (!isFilled(style)) continue;
    const box = at.getBoundingClientRect();
    const before = text.left - box.left;
    const after = box.right - text.right;
    if (before >= leastRoom && parse(style.borderLeftWidth) === 0)
      left = Math.max(left, box.left + Math.min(fromEdge, before - leastRoom));
    if (after >= leastRoom && parse(style.borderRightWidth) === 0)
      right = Math.min(right, box.right - Math.min(fromEdge, after - leastRoom));
  }
  return { left, right };
};

/** What is behind a place beside the element's text. */
export const findGroundAt = (element: Element, { left, right }: Sides): Ground => {
  let at = element;
  for (let up: Element | null = element; up; up = flatParent(up)) {
    at = up;
    const box = up.getBoundingClientRect();
    if (box.left <= left && right <= box.right) break;
  }
  return findGround(at);
};
