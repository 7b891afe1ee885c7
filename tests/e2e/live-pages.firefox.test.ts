import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeLivePages } from './scenarios/live-pages.ts';

describe('firefox', () => {
  const session = useSession('firefox');
  describeLivePages(session);
});
