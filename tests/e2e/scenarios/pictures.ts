import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { root } from '../../../scripts/command.ts';
import type { Tab } from '../../../scripts/drive/driver.ts';
import { lettersOf, lettersSize, pictureOf, pictures, themes } from '../../../scripts/gallery/pictures.ts';
import type { Site } from '../../../scripts/serve.ts';
import { countDiffering } from '../harness/pixels.ts';
import type { Session } from '../harness/session.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Share of the pixels that may differ: less than a few words. In letters of their own two runs differ in none. */
const tolerance = 0.0005;

const referenceOf = (name: string): Buffer => readFileSync(join(root, 'tests', 'e2e', 'references', `${name}.png`));

/** Each surface as it was looked at last; `npm run pictures` takes them anew where it was meant to change. */
export function describePictures(session: () => Session, gallery: () => Site): void {
  describe('pictures', () => {
    let tab: Tab;
    let drawsAlike = false;

    const differenceTo = async (name: string, now: Buffer, { width, height }: Size): Promise<number> => {
      const box = { x: 0, y: 0, width, height };
      return (await countDiffering(session().desk.tab, [referenceOf(name), now], box)) / (width * height);
    };

    beforeAll(async () => {
      await session().set({ paused: true });
      tab = await session().driver.open('about:blank');
      drawsAlike = (await differenceTo('letters', await lettersOf(tab, gallery().url), lettersSize)) < tolerance;
    });
    afterAll(() => tab.close());

    test.for(pictures.flatMap((which) => themes.map((theme) => ({ ...which, theme }))))(
      '$name, $theme',
      async ({ theme, ...which }, context) => {
        context.skip(
          !drawsAlike,
          'this browser draws the very same letters in another way than the one in which the pictures were taken (npm run pictures -- references takes them anew)',
        );
        const now = await pictureOf(tab, gallery().url, which, theme);
        expect(await differenceTo(`${which.name}-${theme}`, now, which)).toBeLessThan(tolerance);
      },
    );
  });
}
