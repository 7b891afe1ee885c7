import { foldWord } from './fold.ts';

/** The form in which whole names are compared and searched: folded words, one space between them. */
export const foldName = (text: string): string =>
  foldWord(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
