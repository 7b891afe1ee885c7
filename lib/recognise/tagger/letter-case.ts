import type { Token } from '../../text/tokens.ts';

/** How a block is written: as prose, as a headline with capitals, all in capitals, or without any. */
export const blockCases = { prose: 0, title: 1, upper: 2, lower: 3 } as const;
export type BlockCase = (typeof blockCases)[keyof typeof blockCases];

/** Fewer words than this tell too little to call a block a headline by its letters. */
const fewestWords = 3;

export function blockCaseOf(tokens: readonly Token[], from: number, end: number): BlockCase {
  let letters = 0;
  let upper = 0;
  let long = 0;
  let capital = 0;
  let words = 0;
  for (let i = from; i < end; i += 1) {
    const token = tokens[i];
    if (token === undefined || token.kind !== 'word') continue;
    words += 1;
    const isCapital = /^\p{Lu}/u.test(token.plain);
    letters += token.plain.length;
    if (token.plain === token.plain.toUpperCase() && token.plain !== token.folded) upper += token.plain.length;
    if (token.plain.length < 4) continue;
    long += 1;
    if (isCapital) capital += 1;
  }
  if (words < fewestWords) return blockCases.prose;
  if (upper >= 0.75 * letters) return blockCases.upper;
  if (long >= fewestWords && capital >= 0.75 * long) return blockCases.title;
  return words > 12 && capital === 0 && upper === 0 ? blockCases.lower : blockCases.prose;
}
