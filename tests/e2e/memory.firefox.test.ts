import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeMemory } from './scenarios/memory.ts';
import { describePrivate } from './scenarios/private.ts';

// What evidence a card shows is the same in both browsers: those scenarios run in Chromium.
describe('firefox', () => {
  const session = useSession('firefox');
  describeMemory(session);
  describePrivate(session);
});
