import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeHostile } from './scenarios/hostile.ts';

describe('chromium', () => {
  describeHostile(useSession('chromium'), 'chromium');
});
