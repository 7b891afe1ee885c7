import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeData } from './scenarios/data.ts';

describe('firefox', () => {
  describeData(useSession('firefox'));
});
