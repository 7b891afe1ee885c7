import type { StoredClaim } from './claim.ts';
import type { ClaimId } from './ids.ts';
import type { Source } from './source.ts';

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
  /** Articles by whatever tells them apart, and which of them each claim comes from. */
  readonly articles: readonly string[];
  readonly articleOf: Uint32Array;
  /** Hashes of the speaker and the subjects of each claim. */
  readonly entityStarts: Uint32Array;
  readonly entities: Uint32Array;
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

/** A claim with its source, and what tells the article from others. */
export interface ClaimOfArticle {
  readonly claim: StoredClaim;
  readonly source: Source;
  readonly article: string;
}

/** How segments are made: the pipeline's part of what a store keeps and hands back. */
export interface SegmentBuilder {
  readonly version: number;
  /**
   * One segment of several, in which claims take the place of the changed ones; those that are changed and not among
   * them are gone. Linear in the segments and in the texts, some 40 µs a claim.
   */
  replace(
    segments: readonly ClaimSegment[],
    changed: ReadonlySet<ClaimId>,
    claims: readonly ClaimOfArticle[],
  ): ClaimSegment;
}
