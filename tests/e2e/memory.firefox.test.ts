import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeEvidence } from './scenarios/evidence.ts';
import { describeMemory } from './scenarios/memory.ts';
import { describePrivate } from './scenarios/private.ts';

describe('firefox', () => {
  const session = useSession('firefox');
  describeMemory(session);
  describePrivate(session);
  describeEvidence(session);
});
