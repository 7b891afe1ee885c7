/** Which blocks of a long article lie in or near the view, with as few of them measured as can be. */

export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

export interface Blocks {
  readonly count: number;
  /** Measures; null while the block is not rendered. */
  readonly extentOf: (index: number) => Extent | null;
}

/** Fewer are all measured: that takes less than a frame. */
const few = 300;
/** Samples by which blocks count as standing one under the other, as those of columns and grids do not. */
const samples = 48;
/** Blocks in a row out of reach after which no further ones are looked at: captions and floats stand out of order. */
const patience = 24;

const overlaps = (extent: Extent | null, { top, bottom }: Extent): boolean =>
  extent !== null && extent.bottom >= top && extent.top <= bottom;

/** The next block from there that is rendered; -1 where none is. */
const findRendered = ({ count, extentOf }: Blocks, from: number): number => {
  for (let at = from; at < count; at += 1) if (extentOf(at)) return at;
  return -1;
};

const standInOrder = (blocks: Blocks): boolean => {
  let last = Number.NEGATIVE_INFINITY;
  const step = Math.ceil(blocks.count / samples);
  for (let at = 0; at < blocks.count; at += step) {
    const extent = blocks.extentOf(at);
    if (!extent) continue;
    if (extent.top < last) return false;
    last = extent.top;
  }
  return true;
};

/** Index of the first block that reaches down to the place, by halving; blocks stand in order, some unrendered. */
const findFirst = (blocks: Blocks, top: number): number => {
  let low = 0;
  let high = blocks.count;
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = findRendered(blocks, middle);
    if (at < 0 || at >= high || (blocks.extentOf(at)?.bottom ?? 0) >= top) high = middle;
    else low = at + 1;
  }
  return low;
};

/**
 * Indexes of the blocks that overlap the stretch, ascending. Of many blocks that stand one under the other it measures
 * those nearby and O(log n) others; of few, or of blocks that stand side by side, all.
 */
export const findNear = (blocks: Blocks, stretch: Extent): readonly number[] => {
  const found: number[] = [];
  if (blocks.count <= few || !standInOrder(blocks)) {
    for (let at = 0; at < blocks.count; at += 1) if (overlaps(blocks.extentOf(at), stretch)) found.push(at);
    return found;
  }
  const first = findFirst(blocks, stretch.top);
  for (let at = first - 1, out = 0; at >= 0 && out < patience; at -= 1) {
    const isNear = overlaps(blocks.extentOf(at), stretch);
    if (isNear) found.unshift(at);
    out = isNear ? 0 : out + 1;
  }
  for (let at = first, out = 0; at < blocks.count && out < patience; at += 1) {
    const isNear = overlaps(blocks.extentOf(at), stretch);
    if (isNear) found.push(at);
    out = isNear ? 0 : out + 1;
  }
  return found;
};
