import type { Table } from 'dexie';
import type { ClaimReview, ReviewFeed } from '../../model/review.ts';
import { matchReview, termsOf } from '../../review/match.ts';
import { addressKey, isSameArticle } from '../article-urls.ts';
import { eraseTraces, traceTables } from './erase.ts';
import { hashOfText } from '../reading-rows.ts';
import type { ReviewRow } from '../review-rows.ts';
import type { StoreDatabase } from '../schema.ts';

const toRow = async (review: ClaimReview, from: Pick<ReviewRow, 'page' | 'feed'>): Promise<ReviewRow> => ({
  id: `${from.feed}/${await hashOfText(`${from.page}\n${review.url}\n${review.claim}`)}`,
  review,
  terms: termsOf(review.claim),
  appearances: review.appearances.map(addressKey),
  ...from,
});

/** Keeps what a page says of the claims that it reviews, in place of what it said before. */
export async function keepReviews(
  database: StoreDatabase,
  url: string,
  reviews: readonly ClaimReview[],
): Promise<void> {
  const page = addressKey(url);
  const rows = await Promise.all(reviews.map((review) => toRow(review, { page, feed: '' })));
  await database.transaction('rw', [database.reviews, ...traceTables(database)], async () => {
    const before = await database.reviews.where('page').equals(page).primaryKeys();
    const dropped = before.filter((id) => !rows.some((row) => row.id === id));
    await database.reviews.bulkDelete(dropped);
    await eraseTraces(database, 'reviews', dropped);
    await database.reviews.bulkPut(rows);
  });
}

/** Reviews of a feed, a batch; the feed counts what it has so far, so that a broken off import is seen as what it is. */
export async function importReviews(
  database: StoreDatabase,
  feed: Pick<ReviewFeed, 'id' | 'title'>,
  { reviews, now }: { readonly reviews: readonly ClaimReview[]; readonly now: number },
): Promise<void> {
  const rows = await Promise.all(reviews.map((review) => toRow(review, { page: '', feed: feed.id })));
  await database.transaction('rw', database.reviews, database.reviewFeeds, async () => {
    await database.reviews.bulkPut(rows);
    const count = await database.reviews.where('feed').equals(feed.id).count();
    await database.reviewFeeds.put({ id: feed.id, title: feed.title, reviews: count, importedAt: now });
  });
}

export const listFeeds = ({ reviewFeeds }: StoreDatabase): PromiseLike<ReviewFeed[]> => reviewFeeds.toArray();

export async function removeFeed(database: StoreDatabase, id: string): Promise<void> {
  await database.transaction('rw', database.reviews, database.reviewFeeds, async () => {
    await database.reviews.where('feed').equals(id).delete();
    await database.reviewFeeds.delete(id);
  });
}

/** The claim's rarest terms, by which reviews are looked for. */
const termsAsked = 6;
const mostCompared = 400;
const mostShown = 5;

/**
 * Reviews of a claim from pages, feeds and packs, the best match first; those of the page that is being read are left
 * out.
 */
export async function findReviews(
  { reviews, packReviews }: StoreDatabase,
  { text, url }: { readonly text: string; readonly url: string | null },
): Promise<readonly ClaimReview[]> {
  const here = url === null ? null : addressKey(url);
  const rows = (await Promise.all([reviews, packReviews].map((table) => findRows(table, text, here)))).flat();
  const scored = rows
    .filter(({ review }) => !isSameArticle(review.url, url))
    .map(({ review, appearances }) => ({
      review,
      score: matchReview(text, review, here !== null && appearances.includes(here)),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  return [...new Map(scored.map(({ review }) => [review.url, review])).values()].slice(0, mostShown);
}

type Reviewed = Pick<ReviewRow, 'review' | 'appearances'>;

/** What has the claim's rarest terms, or is of this page. */
async function findRows(reviews: Table<Reviewed, string>, text: string, here: string | null): Promise<Reviewed[]> {
  const counted = await Promise.all(
    termsOf(text).map(async (term) => ({ term, count: await reviews.where('terms').equals(term).count() })),
  );
  const rarest = counted
    .filter(({ count }) => count > 0)
    .sort((a, b) => a.count - b.count)
    .slice(0, termsAsked);
  const rows = await Promise.all([
    reviews
      .where('terms')
      .anyOf(rarest.map(({ term }) => term))
      .limit(mostCompared)
      .toArray(),
    here === null ? [] : reviews.where('appearances').equals(here).limit(mostCompared).toArray(),
  ]);
  return rows.flat();
}
