import { isNode, listOf, type SchemaNode } from './node.ts';

/**
 * Answers of the Fact Check Tools API (`claims:search`): claims, each with the reviews of it, as ClaimReviews of
 * schema.org; anything else as it is. What a claim or review leaves out stays out.
 */
export function fromFactCheckTools(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromFactCheckTools);
  if (!isNode(value) || '@type' in value) return value;
  if (Array.isArray(value['claims'])) return value['claims'].map(fromFactCheckTools);
  const { claimReview: reviews, ...claim } = value;
  return Array.isArray(reviews)
    ? listOf(reviews).map((review) => (isNode(review) ? toNode(claim, review) : {}))
    : value;
}

function toNode({ text, claimant, claimDate }: SchemaNode, review: SchemaNode): SchemaNode {
  const { publisher } = review;
  const reviewer = isNode(publisher) ? (publisher['name'] ?? publisher['site']) : undefined;
  return {
    '@type': 'ClaimReview',
    claimReviewed: text,
    itemReviewed: {
      '@type': 'Claim',
      datePublished: claimDate,
      ...(claimant === undefined ? {} : { author: { name: claimant } }),
    },
    url: review['url'],
    headline: review['title'],
    datePublished: review['reviewDate'],
    ...(reviewer === undefined ? {} : { author: { '@type': 'Organization', name: reviewer } }),
    // Words, or a number in the place of them.
    reviewRating: { '@type': 'Rating', alternateName: review['textualRating'], ratingValue: review['textualRating'] },
  };
}
