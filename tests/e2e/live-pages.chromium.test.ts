import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeDirections } from './scenarios/directions.ts';
import { describeLivePages, describeLongPage } from './scenarios/live-pages.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeLivePages(session);
  describeDirections(session);
  describeLongPage(session);
});
