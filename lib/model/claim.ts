import type { ClaimId, ClusterId, EntityId, SourceId } from './ids.ts';
import type { Span } from './span.ts';

export const claimKinds = ['quote', 'reported', 'statistic', 'assertion'] as const;
export type ClaimKind = (typeof claimKinds)[number];

/** A number of something, normalised. */
export interface Quantity {
  readonly value: number;
  /** `percent`, `percentage-points`, an ISO 4217 code, an SI-like unit, `ratio`, `count`, … */
  readonly unit: string;
  /** What is counted, in the sentence's own words. */
  readonly of: string;
  /** Where it stands in the text, if it was read from one. */
  readonly span?: Span;
}

/** Days from `from` to `to`, both included (YYYY-MM-DD). */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** Who said it, by which words, and what was said (source, cue, content). */
export interface Attribution {
  /** The cluster that speaks; null where nobody is named. */
  readonly speaker: ClusterId | null;
  /** The words that name the source, as on the page ("he", "officials"). */
  readonly source: Span | null;
  readonly cue: Span | null;
  /** Passages in quotation marks, the marks not included. */
  readonly quotes: readonly Span[];
  /** The day on which it was said, where the sentence tells it ("said on Monday"), YYYY-MM-DD. */
  readonly saidOn: string | null;
}

export type ClaimRelation = 'repeats' | 'supports' | 'differs' | 'contradicts' | 'updates';

export interface RelatedClaim {
  readonly claim: ClaimId;
  readonly relation: ClaimRelation;
}

/** Whether a claim stands against something read before. */
export const isDiffering = (related: readonly Pick<RelatedClaim, 'relation'>[]): boolean =>
  related.some(({ relation }) => relation === 'differs' || relation === 'contradicts' || relation === 'updates');

/** A claim found in an article; its span is the whole sentence. */
export interface Claim extends Span {
  readonly kind: ClaimKind;
  readonly attribution: Attribution;
  /** Clusters that the sentence is about, the speaker left out. */
  readonly about: readonly ClusterId[];
  readonly quantities: readonly Quantity[];
  /** The first time that it speaks of, resolved against the article's date, else when it was said; null where it names none. */
  readonly when: Period | null;
  /** 0 to 1: specific, measurable, about the world. */
  readonly checkWorthiness: number;
  readonly related: readonly RelatedClaim[];
}

/** What a page said before it was changed. */
export interface EarlierWording {
  readonly text: string;
  readonly quote: string | null;
  /** When it was last read so, in epoch milliseconds. */
  readonly readAt: number;
}

/** A claim as the store keeps it, on its own feet. */
export interface StoredClaim {
  readonly id: ClaimId;
  readonly text: string;
  readonly kind: ClaimKind;
  /** Exact words in quotation marks, if any. */
  readonly quote?: string;
  readonly speaker: EntityId | null;
  /** The speaker's name where the store has no entity for it. */
  readonly speakerName?: string;
  readonly about: readonly EntityId[];
  readonly quantities: readonly Quantity[];
  readonly saidAt: string | null;
  readonly source: SourceId;
  /** Wordings that this one took the place of on its page, the latest first. */
  readonly earlier?: readonly EarlierWording[];
  /** When its page was read without it, in epoch milliseconds. */
  readonly goneAt?: number;
}
