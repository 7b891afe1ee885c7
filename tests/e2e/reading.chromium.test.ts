import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeCard } from './scenarios/card.ts';
import { describeLifetime } from './scenarios/lifetime.ts';
import { describePage } from './scenarios/page.ts';
import { describePanels } from './scenarios/panels.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describePage(session);
  describeCard(session);
  describeLifetime(session);
  describePanels(session);
});
