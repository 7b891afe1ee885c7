import type { Box } from './geometry.ts';
import type { MarkContrast } from './mark.ts';
import type { Writing } from './turn.ts';

/** What letters look like that are underlined, and the line. */
export interface Lettering {
  readonly writing: Writing;
  /** Of the letters, in pixels of the screen. */
  readonly size: number;
  readonly contrast: MarkContrast;
  /** Of the screen in a pixel. */
  readonly dots: number;
}

/** Thickness of an underline, in pixels. */
const thickness: Readonly<Record<MarkContrast, number>> = { usual: 1.5, more: 2.5 };

/** Boxes of common fonts are so high, in font sizes; what is more is empty room below the letters and above them. */
const usualHeight = 1.15;

/** A higher box, in font sizes, is a drop cap: the rest of its word carries the line. */
const tallestLine = 2.2;

/** Where an underline lies under a line of text: at the box's end, or nearer the letters where a font leaves more room. */
const lineUnder = ({ top, bottom }: Box, size: number): number =>
  bottom - Math.max(0, Math.min(bottom - top, size * 1.8) - size * usualHeight) / 2;

/** On whole pixels of the screen, or lines of one thickness look like two. */
const onDots = (length: number, { dots }: Lettering): number => Math.round(length * dots) / dots;

const under = (line: Box, lettering: Lettering): Box => {
  const top = onDots(lineUnder(line, lettering.size) - 1, lettering);
  return { ...line, top, bottom: top + onDots(thickness[lettering.contrast], lettering) };
};

/**
 * Where lines stand upright, the mark is where their writing has it: on the side of the line before, or under letters
 * that all lie on their side.
 */
const beside = (line: Box, lettering: Lettering): Box => {
  const left = onDots((lettering.writing.under === 'left' ? line.left : line.right) - 1, lettering);
  return { ...line, left, right: left + onDots(thickness[lettering.contrast], lettering) };
};

/** The lines under a name's own. */
export const underline = (lines: readonly Box[], lettering: Lettering): readonly Box[] => {
  if (lettering.writing.runs !== 'across') return lines.map((line) => beside(line, lettering));
  const written = lines.filter((line) => line.bottom - line.top < lettering.size * tallestLine);
  return (written.length > 0 ? written : lines).map((line) => under(line, lettering));
};
