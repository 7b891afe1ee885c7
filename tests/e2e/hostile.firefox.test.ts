import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeHostile } from './scenarios/hostile.ts';

describe('firefox', () => {
  describeHostile(useSession('firefox'), 'firefox');
});
