import { notable } from './density.ts';
import type { ClaimMark, Mark, MarkContrast } from './mark.ts';
import type { Ground } from './palette.ts';

/** How marks look, in classes of their sheet. */

export interface MarkLook {
  readonly ground: Ground;
  readonly contrast: MarkContrast;
}

type MarkPart = 'tick' | 'line' | 'upright-line' | 'wash';

const typeLook = (type: string): string =>
  /^(?:person|organisation|place|event|work|product|law)$/.test(type) ? type : 'other';

export const lookOf = (mark: Mark | null, { ground, contrast }: MarkLook, part: MarkPart): string => {
  const isStrong = contrast === 'more' || ground.tone === 'middling';
  const theme = `${isStrong ? 'more ' : ''}${ground.palette === 'dark' ? 'dark ' : ''}`;
  if (mark === null) return theme;
  const type = mark.kind === 'claim' ? 'claim' : typeLook(mark.type);
  if (part === 'tick' || part === 'wash') return `${theme}${type} ${part}`;
  const known = mark.kind === 'figure' && mark.known ? 'known' : 'unknown';
  return `${theme}${type} ${known}${part === 'line' ? '' : ' upright'}`;
};

/** Weak claims stay a hint, but for those that differ; from notable on the tick gains with check-worthiness. */
const strengthOf = ({ checkWorthiness, isDiffering }: ClaimMark): number =>
  checkWorthiness < notable && !isDiffering ? 0.32 : 0.5 + Math.max(checkWorthiness, notable) * 0.45;

/** Of a claim's tick. What is faint on purpose is lost on whoever asks for more contrast. */
export const opacityOf = (mark: ClaimMark, contrast: MarkContrast): number =>
  contrast === 'more' ? Math.max(0.75, strengthOf(mark)) : strengthOf(mark);
