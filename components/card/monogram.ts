const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const small = new Set([
  'of',
  'the',
  'and',
  'for',
  'de',
  'la',
  'le',
  'du',
  'des',
  'van',
  'von',
  'der',
  'den',
  'al',
  'bin',
]);

/** Written as one with its word: the initial is the word's own. */
const arabicArticle = /^ال(?=\p{L}{2})/u;

const firstOf = (word: string): string => {
  const [first] = graphemes.segment(word);
  return first?.segment ?? '';
};

const wordsOf = (name: string): string[] => name.split(/[\s\-‐·・]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));

/**
 * One to four characters that stand for a name: the initials of the first and last word, a short acronym as it is,
 * the first character of a name in a script without capitals. Empty for a name without letters.
 */
export const monogramOf = (name: string): string => {
  const parts = wordsOf(name.replace(/\(.*\)/u, ''));
  const [only] = parts;
  if (parts.length === 1 && only !== undefined && /^[\p{Lu}\d]{2,4}$/u.test(only)) return only;
  const telling = parts.filter((word) => !small.has(word.toLowerCase()));
  const [first = only, ...rest] = telling;
  if (first === undefined) return '';
  const last = rest.at(-1);
  const letters = last === undefined ? [first] : [first, last];
  return letters
    .map((word) => firstOf(word.replace(/^[^\p{L}\p{N}]+/u, '').replace(arabicArticle, '')))
    .join(/\p{Script=Arabic}/u.test(first) ? '\u200c' : '')
    .toLocaleUpperCase();
};
