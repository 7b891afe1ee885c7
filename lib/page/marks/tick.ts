import type { Box } from './geometry.ts';

/** A claim's tick: beside its lines, in the margin, never over text. */

export const tickWidth = 3;
/** From the text's edge to the tick's outer edge (look.html). */
const distance = 18;
/** A list's bullets and numbers stand in the margin too. */
const distanceOfItem = 34;
/** Closest that a tick comes to the text. */
const closest = 3;

export interface TickPlace {
  readonly left: number;
  readonly width: number;
}

export interface Margin {
  /** The text's own box: what the tick stands beside. */
  readonly text: Box;
  /** What is visible at all: viewport and whatever clips the article. */
  readonly visible: Pick<Box, 'left' | 'right'>;
  readonly direction: 'ltr' | 'rtl';
  readonly kind: 'item' | 'other';
}

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** In the leading margin, as far out as it reaches; else in the trailing one; else a thin line at the very edge. */
export const placeTick = ({ text, visible, direction, kind }: Margin): TickPlace => {
  const away = kind === 'item' ? distanceOfItem : distance;
  const onLeft = clamp(text.left - away, visible.left + 1, text.left - closest - tickWidth);
  const onRight = clamp(text.right + away - tickWidth, text.right + closest, visible.right - 1 - tickWidth);
  const leftFits = text.left - visible.left >= closest + tickWidth;
  const rightFits = visible.right - text.right >= closest + tickWidth;
  if (direction === 'ltr' ? leftFits : !rightFits && leftFits) return { left: onLeft, width: tickWidth };
  if (rightFits) return { left: onRight, width: tickWidth };
  return direction === 'ltr' ? { left: visible.left, width: 2 } : { left: visible.right - 2, width: 2 };
};

/**
 * Top and bottom of the tick of each claim of a block. Two sentences that meet on one line share it: the first ends and
 * the second begins at its middle, with a gap between.
 */
export const stackTicks = (claims: readonly (readonly Box[])[]): readonly (Pick<Box, 'top' | 'bottom'> | null)[] => {
  const ticks: ({ top: number; bottom: number } | null)[] = claims.map((lines) =>
    lines.length === 0
      ? null
      : { top: Math.min(...lines.map(({ top }) => top)), bottom: Math.max(...lines.map(({ bottom }) => bottom)) },
  );
  let before: { top: number; bottom: number } | null = null;
  for (const tick of ticks) {
    if (!tick) continue;
    if (before && tick.top < before.bottom) {
      const middle = (Math.max(tick.top, before.top) + Math.min(before.bottom, tick.bottom)) / 2;
      before.bottom = Math.max(before.top + 2, middle - 1.5);
      tick.top = Math.min(tick.bottom - 2, middle + 1.5);
    }
    before = tick;
  }
  return ticks;
};
