import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeLivePages, describeLongPage } from './scenarios/live-pages.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeLivePages(session);
  describeLongPage(session);
});
