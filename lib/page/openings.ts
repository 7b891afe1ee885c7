import type { Article } from '../model/article.ts';

/** Lengths of text, in UTF-16 units: about a screen, and what is read in the time that the rest takes. */
const lengths = [2_000, 30_000] as const;
/** An opening is read twice; where it is more than this share of the article, the whole is there as soon. */
const largestShare = 0.4;

/**
 * Beginnings of a long article, shortest first, whole blocks each: its names can be marked while the rest is read.
 * None where the article is short, or begins with a block that is long itself.
 */
export const openingsOf = ({ text, blocks, metadata }: Article): readonly Article[] => {
  const openings: Article[] = [];
  for (const length of lengths.filter((each) => each <= text.length * largestShare)) {
    const after = blocks.findIndex(({ end }) => end > length);
    const taken = blocks.slice(0, Math.max(0, after));
    const end = taken.at(-1)?.end ?? 0;
    const isMore = taken.some(({ kind }) => kind === 'paragraph') && end > 2 * (openings.at(-1)?.text.length ?? 0);
    if (isMore) openings.push({ text: text.slice(0, end), blocks: taken, metadata });
  }
  return openings;
};
