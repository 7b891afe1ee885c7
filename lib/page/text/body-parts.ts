import type { Line, PageLines, Region } from './lines.ts';

/** Articles whose text stands in several boxes of one kind, with pictures or notices between them. */

export const isInside = (region: Region, outer: Region): boolean => {
  for (let at: Region | null = region; at; at = at.parent) if (at === outer) return true;
  return false;
};

/** Share of a box's text that runs, in a part of an article. */
const mostlyProse = 0.6;

const isPartLike = (region: Region, first: Region): boolean =>
  !region.out &&
  region.names === first.names &&
  region.element.localName === first.element.localName &&
  region.prose >= region.text * mostlyProse;

/** A headline, or a heading that leads elsewhere: what follows it is another article. */
const opensArticle = ({ region, length, linked }: Line): boolean =>
  !region.out &&
  (region.element.localName === 'h1' || (/^h[23]$/.test(region.element.localName) && linked > length / 2));

/**
 * Weight of the running text in boxes like this one elsewhere in `outer`, as far as they hold parts of one article: a
 * heading of another one between them ends it, before or behind.
 */
export function proseOfParts(first: Region, outer: Region, { regions, lines }: PageLines): number {
  if (first.names === '') return 0;
  const article = first.element.closest('article');
  const parts = new Set(
    regions.filter(
      (region) =>
        isPartLike(region, first) &&
        isInside(region, outer) &&
        (region === first || (!isInside(region, first) && !isInside(first, region))) &&
        region.element.closest('article') === article,
    ),
  );
  if (parts.size < 2) return 0;
  const partOf = (region: Region): Region | null => {
    for (let at: Region | null = region; at && at !== outer; at = at.parent) if (parts.has(at)) return at;
    return null;
  };
  let sum = 0;
  let counted = new Set<Region>();
  let isBehind = false;
  for (const line of lines) {
    const part = partOf(line.region);
    if (part === first) isBehind = true;
    if (part === null) {
      if (!opensArticle(line) || !isInside(line.region, outer)) continue;
      // The headline above the first box is the article's own.
      if (isBehind) break;
      counted = new Set();
      sum = 0;
    } else if (part !== first && !counted.has(part)) {
      counted.add(part);
      sum += part.prose;
    }
  }
  return sum;
}
