import { Fragment } from 'preact';

interface JoinedProps {
  /** What is null or empty is left out. */
  readonly parts: readonly (string | null)[];
  readonly between?: string;
}

/** Parts in one line, each in its own direction, so that a name in one does not pull a number of the next to its side. */
export const Joined = ({ parts, between = ' · ' }: JoinedProps) => (
  <>
    {parts
      .filter((part) => part !== null && part !== '')
      .map((part, at) => (
        <Fragment key={at}>
          {at === 0 ? '' : between}
          <bdi>{part}</bdi>
        </Fragment>
      ))}
  </>
);
