import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeEvidence } from './scenarios/evidence.ts';
import { describeMemory } from './scenarios/memory.ts';
import { describePrivateWindow } from './scenarios/private-window.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeMemory(session);
  describeEvidence(session);
  describePrivateWindow(session);
});
