import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FeedJob, ReviewFeedsProps } from '../../components/reviews/ReviewFeeds.tsx';
import { words } from '../../lib/i18n/words.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { ReviewFeed } from '../../lib/model/review.ts';
import { readFeed } from '../../lib/review/feed.ts';

async function* piecesOf(file: File): AsyncGenerator<string> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}

class Unanswered extends Error {}

/** Feeds of reviews that are in the store, and the one import that this page runs. */
export const useReviewFeeds = (): ReviewFeedsProps => {
  const [feeds, setFeeds] = useState<readonly ReviewFeed[]>([]);
  const [job, setJob] = useState<FeedJob>({ state: 'idle' });
  const life = useRef(new AbortController());
  const look = useCallback(async () => {
    const answer = await askBackground('reviewFeeds', {});
    if (answer.ok) setFeeds(answer.value);
  }, []);
  useEffect(() => void look(), [look]);
  const remove = async (id: string): Promise<void> => {
    await askBackground('removeReviewFeed', { id });
    await look();
  };

  /** Under an id of its own, so that the earlier import of the same file stays until this one is complete. */
  const take = async (file: File): Promise<void> => {
    const feed = { id: `feed:${crypto.randomUUID()}`, title: file.name };
    const { signal } = (life.current = new AbortController());
    let [reviews, skipped] = [0, 0];
    setJob({ state: 'running', title: file.name, share: 0, reviews });
    try {
      for await (const batch of readFeed(piecesOf(file))) {
        if (signal.aborted) break;
        if (batch.reviews.length > 0) {
          const answer = await askBackground('importReviews', { feed, reviews: batch.reviews });
          if (!answer.ok)
            throw new Unanswered('detail' in answer.failure ? answer.failure.detail : answer.failure.code);
        }
        reviews += batch.reviews.length;
        skipped += batch.skipped;
        setJob({ state: 'running', title: file.name, share: Math.min(1, batch.done / file.size), reviews });
      }
    } catch (error) {
      await remove(feed.id);
      return setJob({ state: 'failed', why: error instanceof Error ? error.message : String(error) });
    }
    if (signal.aborted) {
      await remove(feed.id);
      return setJob({ state: 'idle' });
    }
    if (reviews === 0) return setJob({ state: 'failed', why: words.evidence.noFeed({ title: file.name }) });
    for (const other of feeds) if (other.title === feed.title) await remove(other.id);
    await look();
    return setJob({ state: 'done', reviews, skipped });
  };
  return {
    feeds,
    job,
    onFile: (file) => void take(file),
    onCancel: () => life.current.abort(),
    onRemove: (id) => void remove(id),
  };
};
