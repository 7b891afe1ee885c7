import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeSync } from './scenarios/sync.ts';

describe('chromium', () => {
  describeSync(useSession('chromium'), useSession('chromium'));
});
