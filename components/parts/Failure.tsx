import { words } from '../../lib/i18n/words.ts';
import { Button } from './Button.tsx';
import './Failure.css';

interface FailureProps {
  readonly what: string;
  /** The failure's own words. */
  readonly why: string;
  readonly onRetry: () => void;
}

/** What went wrong, in a line, with a way to try again. */
export const Failure = ({ what, why, onRetry }: FailureProps) => (
  <div class="failure" role="alert">
    <p>{what}</p>
    {why === '' ? null : (
      <p class="failure__why">
        <bdi>{why}</bdi>
      </p>
    )}
    <Button onPress={onRetry}>{words.retry}</Button>
  </div>
);
