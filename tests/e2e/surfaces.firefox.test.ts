import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeCardStates } from './scenarios/card-states.ts';
import { describeBadge } from './scenarios/everywhere.ts';
import { describeHands } from './scenarios/hands.ts';
import { describeLists } from './scenarios/lists.ts';
import { describeSettings } from './scenarios/settings.ts';

describe('firefox', () => {
  const session = useSession('firefox');
  describeHands(session);
  describeSettings(session);
  describeBadge(session);
  describeLists(session);
  describeCardStates(session);
});
