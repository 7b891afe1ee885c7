/** What recognition is measured on: texts whose names are marked, and the types in which sets and systems are compared. */
import type { Block } from '../../lib/model/article.ts';
import type { EntityType } from '../../lib/model/entity.ts';
import type { Span } from '../../lib/model/span.ts';

/** The types that are compared: the three that every set has, and all the others as one where a set has them. */
export const coarseTypes = ['PER', 'ORG', 'LOC', 'MISC'] as const;
export type CoarseType = (typeof coarseTypes)[number];

export interface MeasuredSpan extends Span {
  readonly type: EntityType | CoarseType;
}

export interface MeasuredText {
  readonly id: string;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly spans: readonly MeasuredSpan[];
}

export interface MeasuredSet {
  readonly name: string;
  /** What the reader of a table has to know. */
  readonly note: string;
  /** Types that the set marks; others that a system finds do not count. */
  readonly types: readonly CoarseType[];
  /** Whether it tells events, works, products and the rest apart. */
  readonly hasFineTypes: boolean;
  readonly texts: readonly MeasuredText[];
}

export const coarseOf = (type: EntityType | CoarseType): CoarseType => {
  switch (type) {
    case 'person':
      return 'PER';
    case 'organisation':
      return 'ORG';
    case 'place':
      return 'LOC';
    case 'PER':
    case 'ORG':
    case 'LOC':
      return type;
    case 'MISC':
    case 'event':
    case 'work':
    case 'product':
    case 'law':
    case 'nationality':
    case 'other':
      return 'MISC';
  }
};
