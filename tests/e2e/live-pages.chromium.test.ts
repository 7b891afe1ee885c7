import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeClusters } from './scenarios/clusters.ts';
import { describeDirections } from './scenarios/directions.ts';
import { describeLayouts } from './scenarios/layouts.ts';
import { describeLivePages, describeLongPage } from './scenarios/live-pages.ts';

describe('chromium', () => {
  const session = useSession('chromium', { keepsPages: true });
  describeLivePages(session);
  describeDirections(session);
  describeClusters(session);
  describeLayouts(session);
  describeLongPage(session);
});
