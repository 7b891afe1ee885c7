import type { EntityType } from '../../model/entity.ts';
import type { CardSubject } from '../../model/reading.ts';
import type { Density } from '../../model/settings.ts';
import type { Span } from '../../model/span.ts';

/** A figure's mark lies under its name. */
export interface FigureMark extends Span {
  readonly kind: 'figure';
  readonly subject: CardSubject;
  readonly type: EntityType;
  /** Whether the store knows which one it is. */
  readonly known: boolean;
}

/** A claim's mark stands beside its lines. */
export interface ClaimMark extends Span {
  readonly kind: 'claim';
  readonly subject: CardSubject;
  /** 0 to 1. */
  readonly checkWorthiness: number;
  /** Stands against something that was read before. */
  readonly isDiffering: boolean;
  /** Quotation marks and numbers: where the pointer finds the claim besides its tick. */
  readonly handles: readonly Span[];
}

export type Mark = FigureMark | ClaimMark;

/** `more`: lines and ticks are heavier, and in colours that reach a contrast of 7 to 1. */
export type MarkContrast = 'usual' | 'more';

/** Which marks are painted, and how. */
export interface MarkStyle {
  readonly density: Density;
  readonly contrast: MarkContrast;
}

export const isSameSubject = (one: CardSubject, other: CardSubject): boolean =>
  one.kind === 'figure'
    ? other.kind === 'figure' && one.cluster === other.cluster
    : other.kind === 'claim' && one.index === other.index;
