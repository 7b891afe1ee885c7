import type { ReviewRating } from '../../lib/model/review.ts';
import { fromFactCheckTools } from '../../lib/review/fact-check-tools.ts';
import { type ReadReview, readReviews } from '../../lib/review/parse.ts';
import { wikidataIn } from '../../lib/review/thing.ts';
import { InputFault, objectsOf } from './lines.ts';
import { cutTo, hashOf, type PackRecord, type Reader, toRecord } from './records.ts';

/**
 * Fact-checks as schema.org's ClaimReview, read as those of a page are: a feed (`dataFeedElement`), a list, a `@graph`
 * or JSON Lines; or as answers of the Fact Check Tools API. The rating is kept in the fact-checker's own words; who made the claim is an entity only where the feed
 * says which.
 */
export const readClaimReviews: Reader = async function* (file, options) {
  let left = 0;
  const known = new Set<string>();
  const fresh = (id: string): boolean => !known.has(id) && known.add(id).size > 0;
  for await (const { value, line } of objectsOf(file, options.say)) {
    const { reviews, incomplete } = readReviews(fromFactCheckTools(value));
    left += incomplete;
    for (const review of reviews) {
      const records = recordsOf(review, options.owner);
      if (records === null) left += 1;
      else for (const { kind, record } of records) if (fresh(record.id)) yield toRecord(kind, record, { file, line });
    }
  }
  if (known.size === 0) throw new InputFault(file, null, 'holds no ClaimReview with claimReviewed, url and a rating');
  if (left > 0)
    options.say(`${file}: ${left.toLocaleString('en')} reviews without a claim, address or rating are left out`);
};

type Draft = {
  readonly kind: PackRecord['kind'];
  readonly record: { readonly id: string; readonly [field: string]: unknown };
};

/** Of titles and names. */
const longestTitle = 300;

/** Null where a record of a pack would lack something. */
function recordsOf({ review, claimants }: ReadReview, owner: string): Draft[] | null {
  const { claim: claimed, claimant, url } = review;
  const rating = ratingOf(review.rating);
  if (rating === null || url.length > 2_000) return null;
  const [speaker] = claimants.flatMap((node) => wikidataIn(node) ?? []);
  const speakerName = claimant !== null && /[\p{L}\p{N}]/u.test(claimant) ? cutTo(longestTitle, claimant) : null;
  const source = `${owner}:s-${hashOf(url)}`;
  const claim = `${owner}:c-${hashOf(`${claimed}\n${claimant ?? ''}`)}`;
  return [
    {
      kind: 'source',
      record: {
        id: source,
        url,
        title: cutTo(longestTitle, review.title ?? claimed),
        publisher: review.publisher === null ? null : cutTo(longestTitle, review.publisher),
        authors: [],
        publishedAt: review.publishedAt?.slice(0, 10) ?? null,
      },
    },
    {
      kind: 'claim',
      record: {
        id: claim,
        text: claimed,
        kind: 'assertion',
        speaker: speaker === undefined ? null : `wd:${speaker}`,
        ...(speakerName === null ? {} : { speakerName }),
        about: [],
        quantities: [],
        saidAt: review.claimedAt?.slice(0, 10) ?? null,
        source,
      },
    },
    { kind: 'review', record: { id: `${owner}:r-${hashOf(`${url}\n${claimed}`)}`, claim, rating, source } },
  ];
}

/** In words where there are any, else "2 of 5"; null where there is none. */
function ratingOf(rating: ReviewRating): string | null {
  if (rating.kind === 'words') return cutTo(longestTitle, rating.words);
  if (rating.kind === 'none') return null;
  return rating.best === null || rating.best < rating.value
    ? String(rating.value)
    : `${rating.value} of ${rating.best}`;
}
