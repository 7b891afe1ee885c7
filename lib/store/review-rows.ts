import type { ClaimReview } from '../model/review.ts';

/** A review as it lies in the database. */
export interface ReviewRow {
  readonly id: string;
  readonly review: ClaimReview;
  /** `termsOf` the claim. */
  readonly terms: readonly string[];
  /** `addressKey`s of pages on which the claim was made. */
  readonly appearances: readonly string[];
  /** `addressKey` of the page on which it was read; empty for one of a feed. */
  readonly page: string;
  /** Id of the feed that it came with; empty for one of a page. */
  readonly feed: string;
}

/** A review that a pack publishes: made from the pack, and made anew with it. */
export interface PackReviewRow extends Pick<ReviewRow, 'id' | 'review' | 'terms' | 'appearances'> {
  /** Generation of the pack. */
  readonly of: string;
}
