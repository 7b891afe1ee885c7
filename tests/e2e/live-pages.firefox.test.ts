import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeDirections } from './scenarios/directions.ts';
import { describeLivePages } from './scenarios/live-pages.ts';

describe('firefox', () => {
  const session = useSession('firefox');
  describeLivePages(session);
  describeDirections(session);
});
