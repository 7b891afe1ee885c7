import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeOpening } from './scenarios/opening.ts';
import { describeSites } from './scenarios/sites.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeSites(session);
  describeOpening(session);
});
