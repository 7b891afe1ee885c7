import { words } from '../../lib/i18n/words.ts';
import type { ReviewFeed } from '../../lib/model/review.ts';
import { FileButton } from '../parts/FileButton.tsx';
import { AddressForm } from '../parts/AddressForm.tsx';
import { Button } from '../parts/Button.tsx';
import { momentWords } from '../dates.ts';
import { useGivenBack } from '../opened.ts';
import './ReviewFeeds.css';

export type FeedJob =
  | { readonly state: 'idle' }
  | {
      readonly state: 'running';
      readonly title: string /** Null where a server does not say how much there is. */;
      readonly share: number | null;
      readonly reviews: number;
    }
  | { readonly state: 'done'; readonly reviews: number; readonly skipped: number }
  | { readonly state: 'failed'; readonly why: string };

export interface ReviewFeedsProps {
  readonly feeds: readonly ReviewFeed[];
  readonly job: FeedJob;
  readonly onFile: (file: File) => void;
  readonly onAddress: (url: string) => void;
  readonly onCancel: () => void;
  readonly onRemove: (id: string) => void;
}

const jobWords = (job: Exclude<FeedJob, { state: 'idle' }>): string => {
  switch (job.state) {
    case 'running':
      return words.evidence.importing({ title: job.title, count: job.reviews });
    case 'done': {
      const came = words.evidence.imported({ count: job.reviews });
      return job.skipped === 0 ? came : `${came} ${words.evidence.skipped({ count: job.skipped })}`;
    }
    case 'failed':
      return job.why;
    default:
      return job satisfies never;
  }
};

/** Feeds of reviews by fact-checkers: import one from a file or an address, take one away. */
export const ReviewFeeds = ({ feeds, job, onFile, onAddress, onCancel, onRemove }: ReviewFeedsProps) => {
  useGivenBack(job.state === 'running');
  return (
    <section class="review-feeds" aria-labelledby="review-feeds">
      <h3 class="review-feeds__heading" id="review-feeds">
        {words.evidence.factChecks}
      </h3>
      <p class="options__hint">{words.evidence.feedsHint}</p>
      <AddressForm
        label={words.evidence.feedAddress}
        example="https://example.org/claimreview.json"
        action={words.evidence.importFrom}
        wrong={words.evidence.wrongAddress}
        busy={job.state === 'running'}
        isDone={job.state === 'done'}
        onAddress={onAddress}
      />
      <FileButton
        accept=".json,.jsonld,.jsonl,application/json"
        label={words.evidence.importFeed}
        disabled={job.state === 'running'}
        onFile={onFile}
      />
      <div aria-live="polite" class="review-feeds__job">
        {job.state === 'idle' ? null : <p>{jobWords(job)}</p>}
      </div>
      {job.state === 'running' ? (
        <div class="review-feeds__running">
          <progress max={1} value={job.share ?? undefined} aria-label={words.evidence.factChecks} />
          <Button onPress={onCancel}>{words.stop}</Button>
        </div>
      ) : null}
      <ul class="review-feeds__list">
        {feeds.map((feed) => (
          <li key={feed.id} class="review-feeds__feed">
            <span>
              <bdi class="review-feeds__title">{feed.title}</bdi>
              <span class="review-feeds__line">
                {words.evidence.reviews({ count: feed.reviews })} · {momentWords(feed.importedAt)}
              </span>
            </span>
            <Button onPress={() => onRemove(feed.id)}>{words.evidence.removeFeed}</Button>
          </li>
        ))}
      </ul>
    </section>
  );
};
