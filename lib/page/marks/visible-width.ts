import { flatParent } from '../text/flat-tree.ts';
import type { Box } from './geometry.ts';

/** Between which places on the screen nothing clips what stands in the element. */
export const visibleWidth = (element: Element): Pick<Box, 'left' | 'right'> => {
  const { body, documentElement, defaultView } = element.ownerDocument;
  let left = 0;
  let right = documentElement.clientWidth;
  for (let at: Element | null = element; at && at !== body; at = flatParent(at)) {
    if (defaultView?.getComputedStyle(at).overflowX === 'visible') continue;
    const box = at.getBoundingClientRect();
    left = Math.max(left, box.left);
    right = Math.min(right, box.right);
  }
  return { left, right };
};
