import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeFollowing } from './scenarios/following.ts';
import { describeKeyboard } from './scenarios/keyboard.ts';
import { describeLibrary } from './scenarios/library.ts';

describe('firefox', () => {
  const session = useSession('firefox');
  describeLibrary(session);
  describeFollowing(session);
  describeKeyboard(session);
});
