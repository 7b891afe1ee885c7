/** Titles: without the site's name, and how alike two of them are. */

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

const separators = /\s+(?:[|·•»›:]+|[-–—]{1,2})\s+|\s*\|\s*/u;

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
    const withoutLast = rest.slice(0, rest.lastIndexOf(last)).replace(/[\s|·•»›:–—-]+$/u, '');
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

/**
 * The site's name where the page's title has it behind the article's own and the address answers to it ("… - The New York
 * Times" on nytimes.com): the letters of its host stand in the name, in their order. Null where the title tells none.
 */
export const siteInTitle = (title: string, own: string, address: string | null): string | null => {
  const [whole, article] = [collapse(title), collapse(own)];
  if (article === '' || !whole.startsWith(article)) return null;
  const behind = whole.slice(article.length).split(separators);
  const name = behind.length > 1 ? (behind.at(-1) ?? '') : '';
  const [, host = ''] = /^https?:\/\/([^/:]+)/u.exec(address ?? '') ?? [];
  const labels = host.split('.').slice(0, -1);
  const telling = labels.filter((label) => label.length > 2 && label !== 'www' && label !== 'com');
  return telling.some((label) => areInOrder(label, name.toLowerCase())) ? name : null;
};

const areInOrder = (letters: string, text: string): boolean => {
  let from = 0;
  for (const letter of letters) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
};
