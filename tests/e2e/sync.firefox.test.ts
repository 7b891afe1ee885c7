import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeSyncWithOther } from './scenarios/sync-with-other.ts';

describe('firefox', () => {
  describeSyncWithOther(useSession('firefox'));
});
