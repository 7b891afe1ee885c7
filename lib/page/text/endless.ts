/** Pages that never end hang the next article below the first, each under its own headline. */
import type { Region } from './lines.ts';

/** Weight of the shortest, and its share of the longest: teasers between two articles have less. */
const leastWeight = 150;
const leastShare = 0.15;

/** The page's whole articles in its order; none unless there are several. */
export const articlesOf = (regions: readonly Region[]): readonly Region[] => {
  const found = regions.filter(
    ({ element, out, prose }) =>
      !out && prose >= leastWeight && element.localName === 'article' && element.querySelector('h1') !== null,
  );
  const most = Math.max(0, ...found.map(({ prose }) => prose));
  const whole = found.filter(
    ({ element, prose }) => prose > most * leastShare && !element.parentElement?.closest('article'),
  );
  return whole.length > 1 ? whole : [];
};

/** Index of the article that was scrolled to: it reaches above the view's lower two thirds. -1 where nothing was scrolled yet. */
export const scrolledTo = ({ documentElement }: Document, articles: readonly Element[]): number => {
  const tops = articles.map((each) => each.getBoundingClientRect().top);
  return Math.min(...tops) < 0 ? tops.findLastIndex((top) => top * 3 <= documentElement.clientHeight) : -1;
};
