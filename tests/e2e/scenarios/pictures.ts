import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/command.ts';
import type { Tab } from '../../../scripts/drive/driver.ts';
import { pictureOf, pictures, printOf, themes } from '../../../scripts/gallery/pictures.ts';
import { serveGallery } from '../../../scripts/gallery/serve.ts';
import type { Site } from '../../../scripts/serve.ts';
import { countDiffering } from '../harness/pixels.ts';
import type { Session } from '../harness/session.ts';

const folder = join(root, 'tests', 'e2e', 'references');
/** Share of the pixels that may differ: less than one word, more than what two runs differ in. */
const tolerance = 0.002;

/** Each surface as it was looked at last; `npm run pictures` takes them anew where it was meant to change. */
export function describePictures(session: () => Session): void {
  describe('pictures', () => {
    let site: Site;
    let tab: Tab;
    let isComparable = false;

    beforeAll(async () => {
      await session().set({ paused: true });
      site = await serveGallery();
      tab = await session().driver.open('about:blank');
      const file = join(folder, 'print.txt');
      isComparable = existsSync(file) && readFileSync(file, 'utf8').trim() === (await printOf(tab));
    });
    afterAll(async () => {
      await tab.close();
      await site.close();
    });

    test.for(pictures.flatMap((which) => themes.map((theme) => ({ ...which, theme }))))(
      '$name, $theme',
      async ({ theme, ...which }, context) => {
        context.skip(
          !isComparable,
          'the pictures were taken with another browser or other fonts (npm run pictures -- references)',
        );
        const before = readFileSync(join(folder, `${which.name}-${theme}.png`));
        const now = await pictureOf(tab, site.url, which, theme);
        const { width, height } = which;
        const differing = await countDiffering(session().desk.tab, [before, now], { x: 0, y: 0, width, height });
        expect(differing / (width * height)).toBeLessThan(tolerance);
      },
    );
  });
}
