import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describePacks } from './scenarios/packs.ts';

describe('firefox', () => {
  describePacks(useSession('firefox'));
});
