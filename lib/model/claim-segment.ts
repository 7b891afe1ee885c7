import type { ClaimId, EntityId } from './ids.ts';
import type { StoredClaimWithSource } from './knowledge.ts';

/**
 * Stored claims, taken apart and indexed; immutable. Lists of lists lie end to end, with the place at which each begins,
 * and one more for the end. Made of typed arrays and strings, so that a database takes it as it is.
 */
export interface ClaimSegment {
  /** Of what made it: a segment that another version made is made anew. */
  readonly version: number;
  readonly ids: readonly ClaimId[];
  /** What is compared, as JSON, for each claim. */
  readonly statements: readonly string[];
  /** Addresses of articles, and which of them each claim comes from. */
  readonly addresses: readonly string[];
  readonly addressOf: Uint32Array;
  /** Speakers and subjects, and which of them each claim has. */
  readonly entities: readonly EntityId[];
  readonly entityStarts: Uint32Array;
  readonly entityOf: Uint32Array;
  /** Hashes of content words of each claim, ascending. */
  readonly stemStarts: Uint32Array;
  readonly stems: Uint32Array;
  /** Hashes of runs of words in quotation marks. */
  readonly gramStarts: Uint32Array;
  readonly grams: Uint32Array;
  /** 1 where a claim has amounts. */
  readonly amounts: Uint8Array;
  /** Every hash, ascending, and the claims that have it: hashes of words, quoted runs and entities alike. */
  readonly keys: Uint32Array;
  readonly postingStarts: Uint32Array;
  readonly postings: Uint32Array;
}

/** How segments are made: the pipeline's part of what a store keeps and hands back. */
export interface SegmentBuilder {
  readonly version: number;
  /** Linear in the texts, some 40 µs a claim. */
  build(claims: readonly StoredClaimWithSource[]): ClaimSegment;
  /** One segment of several, without the dropped claims. Linear in the segments. */
  merge(segments: readonly ClaimSegment[], dropped: ReadonlySet<ClaimId>): ClaimSegment;
}
