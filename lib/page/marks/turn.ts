import type { Box } from './geometry.ts';

export interface Writing {
  /** Across the page, down it, or up it. */
  readonly runs: 'across' | 'down' | 'up';
  /** Where the next line is, of lines that stand upright. */
  readonly next: 'left' | 'right';
  /** Where the mark of a name lies, of lines that stand upright. */
  readonly under: 'left' | 'right';
}

const across: Writing = { runs: 'across', next: 'right', under: 'left' };

/** East Asian lines have their marks at the side of the line before; letters that lie on their side, below them. */
const upright: Readonly<Record<string, Writing>> = {
  'vertical-rl': { runs: 'down', next: 'left', under: 'right' },
  'vertical-lr': { runs: 'down', next: 'right', under: 'left' },
  'sideways-rl': { runs: 'down', next: 'left', under: 'left' },
  'sideways-lr': { runs: 'up', next: 'right', under: 'right' },
};

/** The value of `writing-mode` as what it means for marks. */
export const writingOf = (mode: string): Writing => upright[mode] ?? across;

/** The box as if its lines ran across: what is before them becomes left, what follows them below. */
export const turnAcross = ({ left, top, right, bottom }: Box, { runs, next }: Writing): Box => {
  if (runs === 'across') return { left, top, right, bottom };
  const along = runs === 'down' ? { left: top, right: bottom } : { left: -bottom, right: -top };
  return next === 'right' ? { ...along, top: left, bottom: right } : { ...along, top: -right, bottom: -left };
};

/** The way back. */
export const turnBack = ({ left, top, right, bottom }: Box, { runs, next }: Writing): Box => {
  if (runs === 'across') return { left, top, right, bottom };
  const along = runs === 'down' ? { top: left, bottom: right } : { top: -right, bottom: -left };
  return next === 'right' ? { ...along, left: top, right: bottom } : { ...along, left: -bottom, right: -top };
};
