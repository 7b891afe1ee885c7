import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeOpening } from './scenarios/opening.ts';
import { describeSites } from './scenarios/sites.ts';

describe('firefox', () => {
  const session = useSession('firefox');
  describeSites(session);
  describeOpening(session);
});
