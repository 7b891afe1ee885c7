import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeCardStates } from './scenarios/card-states.ts';
import { describeAccess } from './scenarios/access.ts';
import { describeBadge, describeEverywhere } from './scenarios/everywhere.ts';
import { describeHands } from './scenarios/hands.ts';
import { describeLists } from './scenarios/lists.ts';
import { describeSettings } from './scenarios/settings.ts';
import { describeWishes } from './scenarios/wishes.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeHands(session);
  describeAccess(session);
  describeSettings(session);
  describeBadge(session);
  describeEverywhere(session);
  describeLists(session);
  describeWishes(session);
  describeCardStates(session);
});
