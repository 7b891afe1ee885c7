import type { LinkedNames } from '../link/names.ts';
import type { Block } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { withoutDropped } from './choices.ts';

/** Whether a span begins in a cell of a table, or in a list of terms. */
export function inCells(blocks: readonly Block[]): (span: Span) => boolean {
  const cells = blocks.filter(({ kind }) => kind === 'cell');
  if (cells.length === 0) return () => false;
  return ({ start }) => {
    let [low, high] = [0, cells.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((cells[middle]?.end ?? 0) <= start) low = middle + 1;
      else high = middle;
    }
    return (cells[low]?.start ?? Number.POSITIVE_INFINITY) <= start;
  };
}

/** Without a sentence around it a single word with a capital is a label, unless the store or the text knows it for a name. */
export function withoutLabels(linked: LinkedNames, blocks: readonly Block[]): LinkedNames {
  const isInCell = inCells(blocks);
  const isLabel = (index: number): boolean => {
    const mention = linked.mentions[index];
    return mention !== undefined && isInCell(mention) && !/\s/u.test(mention.surface);
  };
  return withoutDropped(
    linked,
    linked.clusters.map((cluster) => (cluster.link.kind === 'nil' && cluster.mentions.every(isLabel) ? null : cluster)),
  );
}
