import type { ClaimReview } from '../../model/review.ts';
import { termsOf } from '../../review/match.ts';
import type { PackReviewRow } from '../review-rows.ts';
import type { ClaimWithReviews } from './shelf.ts';

/** What fact-checkers published on a pack's claims, by the words of the claims. */
export const toPackReviews = (claims: readonly ClaimWithReviews[], of: string): PackReviewRow[] =>
  claims.flatMap(({ claim, reviews }) =>
    reviews.flatMap(({ rating, source }, nth): PackReviewRow[] => {
      if (source.url === null) return [];
      const review: ClaimReview = {
        claim: claim.text,
        claimant: claim.speakerName ?? null,
        claimedAt: claim.saidAt,
        appearances: [],
        rating: { kind: 'words', words: rating },
        publisher: source.publisher,
        url: source.url,
        title: source.title,
        publishedAt: source.publishedAt,
      };
      return [{ id: `${of}/${claim.id}/${nth}`, of, review, terms: termsOf(claim.text), appearances: [] }];
    }),
  );
