import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeFollowing } from './scenarios/following.ts';
import { describeKeyboard } from './scenarios/keyboard.ts';
import { describeKeyboardWays } from './scenarios/keyboard-ways.ts';
import { describeLibrary } from './scenarios/library.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeLibrary(session);
  describeFollowing(session);
  describeKeyboard(session);
  describeKeyboardWays(session);
});
