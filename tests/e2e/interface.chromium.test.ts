import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeSites } from './scenarios/sites.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeSites(session);
});
