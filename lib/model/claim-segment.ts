import type { StoredClaim } from './claim.ts';
import type { ClaimId } from './ids.ts';
import type { Source } from './source.ts';

/**
 * Stored claims, taken apart and indexed; immutable. Made of typed arrays and strings, so that a database takes it as it
 * is. What is looked at together lies together: most of the time goes into waiting for memory.
 */
export interface ClaimSegment {
  /** Of what made it: a segment that another version made is made anew. */
  readonly version: number;
  readonly ids: readonly ClaimId[];
  /** What is compared, as JSON, for each claim. */
  readonly statements: readonly string[];
  /** Articles by whatever tells them apart. */
  readonly articles: readonly string[];
  /**
   * Four numbers for each claim: where in `lists` its words begin and where its entities do, the bits for the units of
   * its amounts (0 where it has none), and its article. At the end the place where the next one's words would begin.
   */
  readonly rows: Uint32Array;
  /** For each claim the hashes of its content words, ascending, and those of its speaker and subjects, ascending. */
  readonly lists: Uint32Array;
  /** Hashes of runs of words in quotation marks, end to end, and where each claim's begin. */
  readonly gramStarts: Uint32Array;
  readonly grams: Uint32Array;
  /** Every hash of words, quoted runs and entities, ascending, each with the place in `postings` where its claims begin. */
  readonly index: Uint32Array;
  /** For the highest bits of a hash how many hashes of `index` are less; a power of two of them, and one for the end. */
  readonly buckets: Uint32Array;
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
