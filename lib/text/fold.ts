/**
 * Folding: the form in which names are compared. Case, diacritics, ligatures, full-width forms, curly apostrophes,
 * hyphen variants and invisible characters do not count.
 */

/** Characters without width: soft hyphen, zero-width, bidirectional controls, variation selectors, byte-order mark. */
const widthless = String.raw`\u00AD|\u034F|\u061C|\u180E|[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u206F]|[\uFE00-\uFE0F]|\uFEFF`;
const invisible = new RegExp(widthless, 'gu');
const hasInvisible = new RegExp(widthless, 'u');
const apostrophes = /[\u2018\u2019\u02BC\u02BB\u201B\u2032\u0060\u00B4]/gu;
const hyphens = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/gu;
const asciiOnly = /^[\x20-\x7e]*$/u;

/** Letters that compatibility decomposition leaves alone. */
const expansions: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  þ: 'th',
  ŧ: 't',
};
const expandable = /[ßæœøđðħıłŋþŧ]/gu;

/** The first of them, and what stands among them and is seen: dashes and quotation marks. Neither takes a look at the others. */
const firstInvisible = '\u00AD';
const [firstDash, lastDot] = ['\u2010', '\u2027'];
export const isInvisible = (character: string): boolean =>
  character >= firstInvisible && (character < firstDash || character > lastDot) && hasInvisible.test(character);

/** Without invisible characters and with plain apostrophes and hyphens; case and diacritics stay. */
export function plainForm(word: string): string {
  if (asciiOnly.test(word)) return word;
  return word.replace(invisible, '').replace(apostrophes, "'").replace(hyphens, '-').normalize('NFC');
}

/** The form in which two spellings of one name are equal. */
export function foldWord(word: string): string {
  if (asciiOnly.test(word)) return word.toLowerCase();
  return plainForm(word)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(expandable, (letter) => expansions[letter] ?? letter);
}
