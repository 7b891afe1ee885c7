import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeEvidence } from './scenarios/evidence.ts';
import { describeMemory } from './scenarios/memory.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeMemory(session);
  describeEvidence(session);
});
