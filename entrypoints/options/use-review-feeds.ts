import { askFailureWords } from '../../components/ask-failure.ts';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import type { FeedJob, ReviewFeedsProps } from '../../components/reviews/ReviewFeeds.tsx';
import { words } from '../../lib/i18n/words.ts';
import { askBackground } from '../../lib/message/send.ts';
import type { ReviewFeed } from '../../lib/model/review.ts';
import { readFeed } from '../../lib/review/feed.ts';
import { requestOrigin } from '../../lib/platform/permissions.ts';
import { type FeedInput, inputOfAddress, inputOfFile } from './feed-input.ts';

/** Its message is a sentence for the reader. */
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

  /** Under an id of its own, so that the earlier import of the same feed stays until this one is complete. */
  const take = async ({ title, size, pieces }: FeedInput, signal: AbortSignal): Promise<void> => {
    const feed = { id: `feed:${crypto.randomUUID()}`, title };
    let [reviews, skipped] = [0, 0];
    try {
      for await (const batch of readFeed(pieces)) {
        if (signal.aborted) break;
        if (batch.reviews.length > 0) {
          const answer = await askBackground('importReviews', { feed, reviews: batch.reviews });
          if (!answer.ok) throw new Unanswered(askFailureWords(answer.failure));
        }
        reviews += batch.reviews.length;
        skipped += batch.skipped;
        const share = size === null ? null : Math.min(1, batch.done / size);
        setJob({ state: 'running', title, share, reviews });
      }
    } catch (error) {
      await remove(feed.id);
      if (signal.aborted) return setJob({ state: 'idle' });
      if (error instanceof Unanswered) return setJob({ state: 'failed', why: error.message });
      console.error('Sidelight: a feed of reviews broke off', error);
      return setJob({ state: 'failed', why: words.evidence.brokeOff({ title }) });
    }
    if (signal.aborted) {
      await remove(feed.id);
      return setJob({ state: 'idle' });
    }
    if (reviews === 0) return setJob({ state: 'failed', why: words.evidence.noFeed({ title }) });
    for (const other of feeds) if (other.title === title) await remove(other.id);
    await look();
    return setJob({ state: 'done', reviews, skipped });
  };
  const begin = (title: string): AbortSignal => {
    life.current = new AbortController();
    setJob({ state: 'running', title, share: 0, reviews: 0 });
    return life.current.signal;
  };
  const takeFrom = async (url: string): Promise<void> => {
    const { host } = new URL(url);
    // Asked for at this very moment, and only for this server.
    if (!(await requestOrigin(url))) return setJob({ state: 'failed', why: words.evidence.notAllowed({ host }) });
    const signal = begin(url);
    const input = await inputOfAddress(url, signal);
    if (input.ok) return take(input.value, signal);
    return setJob(signal.aborted ? { state: 'idle' } : { state: 'failed', why: input.failure });
  };
  return {
    feeds,
    job,
    onFile: (file) => void take(inputOfFile(file), begin(file.name)),
    onAddress: (url) => void takeFrom(url),
    onCancel: () => life.current.abort(),
    onRemove: (id) => void remove(id),
  };
};
