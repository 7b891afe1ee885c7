import { words } from '../../lib/i18n/words.ts';
import type { ClaimReview, ReviewRating } from '../../lib/model/review.ts';
import { unreachable } from '../../lib/model/result.ts';
import { dateWords } from '../dates.ts';
import { hostOf, safeLink } from '../links.ts';
import { Section, Unfold } from '../parts/Section.tsx';
import { numberWords, quoted } from '../words.ts';
import './Reviews.css';

/** The reviewer's own words, or the number on its scale; null where there is neither. */
export const ratingWords = (rating: ReviewRating): string | null => {
  switch (rating.kind) {
    case 'words':
      return quoted(rating.words);
    case 'number':
      return rating.best === null
        ? numberWords(rating.value)
        : words.evidence.ofBest({ value: rating.value, best: rating.best });
    case 'none':
      return null;
    default:
      return unreachable(rating);
  }
};

const OneReview = ({ review }: { readonly review: ClaimReview }) => {
  const link = safeLink(review.url);
  const rating = ratingWords(review.rating);
  const title = review.title ?? hostOf(review.url) ?? review.url;
  return (
    <li class="reviews__item">
      <span class="reviews__who">
        <bdi>{review.publisher ?? hostOf(review.url)}</bdi>
        {rating === null ? null : (
          <>
            : <bdi class="reviews__rating">{rating}</bdi>
          </>
        )}
      </span>
      <span class="reviews__claim">
        {words.evidence.reviewed} <bdi>{quoted(review.claim)}</bdi>
        {review.claimant === null ? null : (
          <>
            {' '}
            (<bdi>{review.claimant}</bdi>)
          </>
        )}
      </span>
      <span class="source">
        {link === null ? (
          <cite>
            <bdi>{title}</bdi>
          </cite>
        ) : (
          <a href={link} target="_blank" rel="noopener noreferrer">
            <cite>
              <bdi>{title}</bdi>
            </cite>
          </a>
        )}
        {review.publishedAt === null ? null : (
          <>
            , <time dateTime={review.publishedAt}>{dateWords(review.publishedAt)}</time>
          </>
        )}
      </span>
    </li>
  );
};

/** What fact-checkers published on the claim, each in its own words: theirs is the rating, not Sidelight's. */
export const Reviews = ({ reviews }: { readonly reviews: readonly ClaimReview[] }) =>
  reviews.length === 0 ? null : (
    <Section title={words.evidence.factChecks} note={words.evidence.reviews({ count: reviews.length })}>
      <Unfold
        items={reviews}
        first={2}
        list={(shown) => (
          <ul class="reviews">
            {shown.map((review) => (
              <OneReview key={review.url} review={review} />
            ))}
          </ul>
        )}
      />
    </Section>
  );
