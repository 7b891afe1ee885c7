/** Where a line may break by itself: space, dashes, and between signs that are words of their own. */
const breaks = /[\s\p{Pd}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Letters in the longest part of a name within which no line should break. */
export const longestPart = (name: string): number =>
  Math.max(1, ...name.split(breaks).map((part) => Array.from(part).length));

/** Parts of more letters than this stand smaller in a row of a list, which then has room for twenty. */
const longInRow = 15;

export const isLongInRow = (name: string): boolean => longestPart(name) > longInRow;
