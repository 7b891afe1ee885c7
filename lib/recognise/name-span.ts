import type { EntityType } from '../model/entity.ts';
import type { Span } from '../model/span.ts';

/** A span that names something, before it is known what. Spans of one text do not overlap and stand in order. */
export interface NameSpan extends Span {
  readonly type: EntityType;
  /** 0 to 1. */
  readonly confidence: number;
}
