import type { Box } from './geometry.ts';

/** How lines of text run: across the page, or down it with the next line at the left or at the right. */
export type Writing = 'across' | 'down-leftwards' | 'down-rightwards';

/** The value of `writing-mode` as the three that differ in where marks lie. */
export const writingOf = (mode: string): Writing =>
  mode.startsWith('horizontal') ? 'across' : mode.endsWith('-lr') ? 'down-rightwards' : 'down-leftwards';

/** The box as if its lines ran across: what is beside them becomes left and right, what follows them below. */
export const turnAcross = ({ left, top, right, bottom }: Box, writing: Writing): Box => {
  if (writing === 'across') return { left, top, right, bottom };
  return writing === 'down-rightwards'
    ? { left: top, right: bottom, top: left, bottom: right }
    : { left: top, right: bottom, top: -right, bottom: -left };
};

/** The way back. */
export const turnBack = ({ left, top, right, bottom }: Box, writing: Writing): Box => {
  if (writing === 'across') return { left, top, right, bottom };
  return writing === 'down-rightwards'
    ? { left: top, right: bottom, top: left, bottom: right }
    : { left: -bottom, right: -top, top: left, bottom: right };
};
