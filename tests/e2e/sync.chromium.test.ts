import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeSync } from './scenarios/sync.ts';
import { describeTeamSync } from './scenarios/sync-team.ts';

describe('chromium', () => {
  const [first, second] = [useSession('chromium'), useSession('chromium')];
  describeSync(first, second);
  describeTeamSync(first, second);
});
