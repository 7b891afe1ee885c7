import type { Block } from '../../model/article.ts';
import { isWithin } from '../text/flat-tree.ts';
import type { TextMap } from '../text/text-map.ts';
import { isCarriedWith, sticks } from '../host/carried.ts';
import type { Mark } from './mark.ts';
import type { PlacedBlock } from './measure.ts';
import type { Extent } from './near.ts';

/** What is marked, and where. */
export interface Marking {
  readonly blocks: readonly Block[];
  readonly map: TextMap;
  /** In order of `start`. */
  readonly marks: readonly Mark[];
  /** The element around the running text. */
  readonly container: Element;
}

/** A block with its marks, if any. */
export interface Plot {
  readonly block: Block;
  /** The container, or the element around a block outside of it. */
  readonly home: Element;
  readonly marks: readonly (readonly [number, Mark])[];
  /** Relative to the layer's origin, unscaled; null while not rendered. */
  extent: Extent | null;
  /** The generation of layout that extent and place are of. */
  measuredIn: number;
  placed: PlacedBlock | null;
}

/** Those that the page moves along with the body, be they in it or outside (a headline above it). */
export const plotMarks = ({ blocks, map, marks, container }: Marking): readonly Plot[] => {
  const found: Plot[] = [];
  let next = 0;
  for (const block of blocks) {
    const inside: (readonly [number, Mark])[] = [];
    for (let mark = marks[next]; mark && mark.start < block.end; next += 1, mark = marks[next]) {
      if (mark.start >= block.start && mark.end <= block.end) inside.push([next, mark]);
    }
    const element = map.elementAt(block.start);
    if (!element) continue;
    const isInside = isWithin(element, container);
    if (isInside ? sticks(element, container) : !isCarriedWith(element, container)) continue;
    const home = isInside ? container : (element.parentElement ?? element);
    found.push({ block, home, marks: inside, extent: null, measuredIn: 0, placed: null });
  }
  return found;
};
