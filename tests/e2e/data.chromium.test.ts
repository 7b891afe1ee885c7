import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeData } from './scenarios/data.ts';

describe('chromium', () => {
  describeData(useSession('chromium'));
});
