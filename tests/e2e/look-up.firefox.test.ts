import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeLookUp } from './scenarios/look-up.ts';

describe('firefox', () => {
  describeLookUp(useSession('firefox'));
});
