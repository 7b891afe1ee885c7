/** Above this many words a text fragment names the first and last words only: addresses stay short enough to paste. */
const wholeUpTo = 12;
const wordsAtEachEnd = 5;

/** `-`, `,` and `&` have a meaning of their own in a text directive; half a character cannot be encoded at all. */
const encode = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\uFFFD')).replaceAll('-', '%2D');

/** The address with a text fragment that leads to the passage; null where the address is none that can be opened. */
export const passageLink = (address: string | null, passage: string): string | null => {
  const parsed = address === null ? null : URL.parse(address);
  if (parsed === null || !/^https?:$/u.test(parsed.protocol)) return null;
  const words = passage.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0) return parsed.href;
  const ends =
    words.length <= wholeUpTo
      ? [words.join(' ')]
      : [words.slice(0, wordsAtEachEnd).join(' '), words.slice(-wordsAtEachEnd).join(' ')];
  const [base = parsed.href, hash = ''] = parsed.href.split('#', 2);
  return `${base}#${hash.split(':~:')[0] ?? ''}:~:text=${ends.map(encode).join(',')}`;
};
