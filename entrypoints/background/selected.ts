/** What is looked up is no longer; UTF-16 units. */
const longestName = 200;
/** What is longer is no claim, but a page. */
const longestClaim = 4000;

const asLine = (selected: string): string => selected.replace(/\s+/g, ' ').trim();

/** Cut before the word, or the half of a letter, that goes too far. */
const cut = (text: string, longest: number): string =>
  text.length <= longest ? text : text.slice(0, longest).replace(/\s\S*$|\p{Cs}$/u, '');

/** A bracket that closes stays where another opens: "Labour (UK)". */
const around = /^[\s\p{Ps}\p{Pi}",;:]+|[\s\p{Pi}\p{Pf}",;:\p{Pd}]+$/gu;
const closing = /^[^\p{Ps}]*$/u;

/** Selected words as a name, without the quotes, brackets and commas that came along; empty where there is no letter. */
export const asName = (selected: string): string => {
  const line = asLine(selected).replace(around, '');
  if (!/[\p{L}\p{N}]/u.test(line)) return '';
  return cut(closing.test(line) ? line.replace(/[\p{Pe}\s]+$/u, '') : line, longestName);
};

/** Selected words as a claim; a mark tells where they were cut. */
export const asWords = (selected: string): string => {
  const line = asLine(selected);
  const kept = cut(line, longestClaim);
  return kept === line ? line : `${kept} …`;
};
