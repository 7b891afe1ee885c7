import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeCard } from './scenarios/card.ts';
import { describeLifetime, describeLongReading } from './scenarios/lifetime.ts';
import { describePage } from './scenarios/page.ts';
import { describePanels } from './scenarios/panels.ts';

describe('firefox', () => {
  const session = useSession('firefox');
  describePage(session);
  describeCard(session);
  describeLifetime(session);
  describeLongReading(session);
  describePanels(session);
});
