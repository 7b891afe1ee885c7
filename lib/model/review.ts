/** What a fact-checker published on a claim (schema.org ClaimReview). */
export interface ClaimReview {
  /** The claim as the reviewer puts it. */
  readonly claim: string;
  /** Who made it; null where the review does not say. */
  readonly claimant: string | null;
  /** ISO 8601, as precise as known. */
  readonly claimedAt: string | null;
  /** Pages on which the claim was made. */
  readonly appearances: readonly string[];
  readonly rating: ReviewRating;
  readonly publisher: string | null;
  /** The reviewer's article. */
  readonly url: string;
  readonly title: string | null;
  /** ISO 8601, as precise as known. */
  readonly publishedAt: string | null;
}

/** The reviewer's own words, else the number on the reviewer's own scale. */
export type ReviewRating =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'number'; readonly value: number; readonly best: number | null; readonly worst: number | null }
  | { readonly kind: 'none' };

/** Reviews that were imported from one feed. */
export interface ReviewFeed {
  readonly id: string;
  readonly title: string;
  readonly reviews: number;
  /** Epoch milliseconds. */
  readonly importedAt: number;
}
