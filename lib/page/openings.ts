import type { Article } from '../model/article.ts';

/**
 * Lengths that an opening reaches, in UTF-16 units: what is read first, a screen, and what is read in the time that the
 * rest takes.
 */
const lengths = [500, 2_000, 30_000] as const;
/** An opening is read twice; where it is more than this share of the article, the whole is there as soon. */
const largestShare = 0.4;
/** An opening that is less than so many times the one before is not worth asking for. */
const leastGrowth = 2;

/**
 * Beginnings of a long article, shortest first, whole blocks each: its names can be marked while the rest is read.
 * None where the article is short, or begins with a block that is most of it.
 */
export const openingsOf = ({ text, blocks, metadata }: Article): readonly Article[] => {
  const openings: Article[] = [];
  for (const length of lengths) {
    const last = blocks.findIndex(({ end }) => end >= length);
    const end = blocks[last]?.end ?? Number.POSITIVE_INFINITY;
    const isMore = end >= leastGrowth * (openings.at(-1)?.text.length ?? 0);
    if (isMore && end <= text.length * largestShare)
      openings.push({ text: text.slice(0, end), blocks: blocks.slice(0, last + 1), metadata });
  }
  return openings;
};
