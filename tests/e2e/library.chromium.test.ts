import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeLibrary } from './scenarios/library.ts';

describe('chromium', () => {
  describeLibrary(useSession('chromium'));
});
