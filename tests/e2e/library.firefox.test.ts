import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeFollowing } from './scenarios/following.ts';
import { describeKeyboard } from './scenarios/keyboard.ts';

// The library itself is the same in both browsers: its other scenarios run in Chromium.
describe('firefox', () => {
  const session = useSession('firefox');
  describeFollowing(session);
  describeKeyboard(session);
});
