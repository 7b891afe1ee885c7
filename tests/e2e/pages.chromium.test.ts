import { describe } from 'vitest';
import { useSession } from './harness/session.ts';
import { describeGallery } from './scenarios/gallery.ts';
import { describePictures } from './scenarios/pictures.ts';
import { describeRealPages } from './scenarios/real-pages.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeRealPages(session);
  // Both leave the extension paused, so that nothing is marked in what is looked at.
  describeGallery(session);
  describePictures(session);
});
