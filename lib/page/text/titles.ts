/** Titles: without the site's name, what is beside their own words, and how alike two of them are. */

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

const separators = /\s+(?:[|·•»›:]+|[-–—]{1,2})\s+|\s*\|\s*|_(?=[\u3400-\u9fff]{2,12}$)/u;

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of the shorter title's words that the other one has too; 0 for two of nothing. */
export const likeness = (one: string, other: string): number => {
  const [few, many] = [new Set(wordsOf(one)), new Set(wordsOf(other))].sort((a, b) => a.size - b.size);
  if (!few || !many || few.size === 0) return 0;
  return [...few].filter((word) => many.has(word)).length / few.size;
};

/**
 * Takes a site's name, section or author off the end (or the front) of a page's title, if what remains is still a title.
 * A part that names the site is taken off wherever it is known; otherwise only parts of four words or fewer.
 */
export const withoutSite = (title: string, site: string | null): string => {
  let rest = collapse(title);
  for (let step = 0; step < 3; step += 1) {
    const parts = rest.split(separators).filter(Boolean);
    const last = parts.at(-1) ?? '';
    const first = parts[0] ?? '';
    if (parts.length < 2) return rest;
    const namesSite = (part: string): boolean =>
      site !== null && wordsOf(part).length <= 8 && likeness(part, site) === 1;
    const longEnough = (part: string): boolean => wordsOf(part).length >= 3 || part.length >= 15;
    const withoutLast = rest.slice(0, rest.lastIndexOf(last)).replace(/[\s|·•»›:–—_-]+$/u, '');
    if ((namesSite(last) || wordsOf(last).length <= 4) && longEnough(withoutLast)) {
      rest = withoutLast;
    } else if (namesSite(first) && longEnough(rest.slice(first.length))) {
      rest = rest.slice(first.length).replace(/^[\s|·•»›:–—-]+/u, '');
    } else {
      return rest;
    }
  }
  return rest;
};

/** Between a title's own words and a site's: also an underscore, as Chinese sites have it, and brackets. */
const between = /\s+(?:[|·•»›]+|[-–—]{1,2})\s+|\s*[|_]\s*|\s+\[|\]\s*$/u;

/** What a page's title has behind the article's own, last first, or before it, as names of its site may stand there. */
export const titleParts = (title: string, own: string): readonly string[] => {
  const [whole, article] = [collapse(title), collapse(own)];
  const at = article === '' ? -1 : whole.indexOf(article);
  if (at < 0) return [];
  const behind = whole.slice(at + article.length).split(between);
  const before = whole.slice(0, at).split(/[:|]\s*$|\s+[-–—·•»›]\s+$/u);
  const parts = [...(behind[0] === '' ? behind.slice(1).toReversed() : []), ...(before.length > 1 ? before : [])];
  return parts.map((part) => part.trim()).filter((part) => part !== '' && wordsOf(part).length <= 7);
};
