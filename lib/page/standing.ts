/** Whether the reader sees an article's own text, or the page has put something else in its place or over it. */
import type { Block } from '../model/article.ts';
import { elementAtPoint, isWithin } from './text/flat-tree.ts';
import { scrolledTo } from './text/endless.ts';
import type { ExtractedArticle } from './extract.ts';
import type { TextMap } from './text/text-map.ts';

export type Standing = 'seen' | 'hidden' | 'covered';

/** Blocks in view that are felt for; a header that sticks covers one of them at most. */
const felt = 6;

/** Index of the first block that reaches below the view's upper edge, as blocks mostly follow each other. O(log n). */
const findFirstInView = (elements: readonly Element[]): number => {
  let low = 0;
  let high = elements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((elements[middle]?.getBoundingClientRect().bottom ?? 1) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
};

/** What is out of view counts as seen. Asks for layout of a few blocks. */
export const standingOf = (document: Document, blocks: readonly Block[], map: TextMap): Standing => {
  const [first] = blocks;
  const beginning = first && map.elementAt(first.start);
  const wanted = { visibilityProperty: true, opacityProperty: true };
  if (beginning && beginning.checkVisibility?.(wanted) === false) return 'hidden';
  const elements = blocks.flatMap(({ start }) => map.elementAt(start) ?? []);
  const { innerWidth, innerHeight } = document.defaultView ?? { innerWidth: 0, innerHeight: 0 };
  const from = findFirstInView(elements);
  let inView = 0;
  for (const element of elements.slice(from, from + felt)) {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const [x, y] = [(left + right) / 2, (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2];
    if (bottom <= 0 || top >= innerHeight || x < 0 || x >= innerWidth) continue;
    inView += 1;
    const hit = elementAtPoint(document, x, y);
    if (hit !== null && (isWithin(hit, element) || isWithin(element, hit))) return 'seen';
  }
  return inView > 1 ? 'covered' : 'seen';
};

export const countParagraphs = (document: Document): number => document.getElementsByTagName('p').length;

/** Those that the page's style leaves out: what waits behind a button, or in a closed `<details>`. */
const countHidden = (container: Element | null): number =>
  [...(container?.getElementsByTagName('p') ?? [])].filter((p) => p.checkVisibility?.() === false).length;

/**
 * Another text whenever some comes or goes, is unfolded or folded away, in the article or in paragraphs elsewhere, or the
 * article itself, or another of the page's was scrolled to; cheap to ask.
 */
export const measureText = (
  document: Document,
  { container, article, map, articles }: Pick<ExtractedArticle, 'container' | 'article' | 'map' | 'articles'>,
): string => {
  const standing = standingOf(document, article.blocks, map);
  return `${container?.textContent?.length ?? 0}/${countParagraphs(document)}/${countHidden(container)}/${standing}/${scrolledTo(document, articles)}`;
};
