import { afterAll, beforeAll, describe } from 'vitest';
import { serveGallery } from '../../scripts/gallery/serve.ts';
import type { Site } from '../../scripts/serve.ts';
import { useSession } from './harness/session.ts';
import { describeGallery } from './scenarios/gallery.ts';
import { describePictures } from './scenarios/pictures.ts';
import { describeRealPages } from './scenarios/real-pages.ts';

describe('chromium', () => {
  const session = useSession('chromium');
  describeRealPages(session);

  describe('every component', () => {
    let gallery: Site;

    beforeAll(async () => {
      gallery = await serveGallery();
    });
    afterAll(() => gallery.close());

    // Both leave the extension paused, so that nothing is marked in what is looked at.
    describeGallery(session, () => gallery);
    describePictures(session, () => gallery);
  });
});
