import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../../../scripts/drive/driver.ts';
import { findWords, hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { type LiveSite, openLiveSite } from '../harness/live-site.ts';
import { countDiffering } from '../harness/pixels.ts';
import type { Session } from '../harness/session.ts';

/** Transparent margin of the frame around the card, for its shadow. */
const frameMargin = 16;

/**
 * Names of tests/fixtures/live/layouts.html: scaled, turned, without a box of its parent's, that cannot be selected,
 * magnified, in perspective, in a link, in a button, under ruby.
 */
const laidOutOddly = ['Paris', 'Poland', 'Bulgaria', 'Serbia', 'Slovenia', 'Italy', 'Sweden', 'Norway', 'Denmark'];

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const inner = ({ x, y, width, height }: Box): Box => ({
  x: x + frameMargin,
  y: y + frameMargin,
  width: width - 2 * frameMargin,
  height: height - 2 * frameMargin,
});

/** Whether neither lies over the other: below, above or beside. */
const isApart = (a: Box, b: Box): boolean =>
  a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;

/** A page that tries every way to lay out its words. */
export function describeLayouts(session: () => Session): void {
  describe('words that are laid out oddly', () => {
    let live: LiveSite;

    beforeAll(async () => {
      live = await openLiveSite(session());
    });
    afterAll(() => live.close());

    test('have their marks, and their cards beside them', async () => {
      const { tab, url } = await live.visit('layouts.html');
      await live.readingWith(url, 'Slovenia');
      for (const name of laidOutOddly) {
        const mark = await hoverWords(tab, { words: name });
        const { box } = await waitForCard(tab, name);
        expect(isApart(mark, inner(box)), name).toBe(true);
        await tab.press('Escape');
        await waitForNoCard(tab);
      }
      // In a part that the page magnifies the line still lies under the letters.
      const zoomed = await findWords(tab, { words: 'Slovenia' });
      if (zoomed === null) throw new Error('the page does not show "Slovenia"');
      await tab.moveMouse({ x: 3, y: 3 });
      await sleep(300);
      const marked = await tab.screenshot();
      await session().set({ paused: true });
      await waitFor('the pause', async () => ((await session().desk.pageState(url))?.state === 'off' ? true : null));
      await sleep(200);
      const pictures = [marked, await tab.screenshot()] as const;
      const letters = { ...zoomed, height: zoomed.height * 0.88 };
      expect(await countDiffering(session().desk.tab, pictures, letters)).toBe(0);
      const whole = { ...zoomed, height: zoomed.height + 4 };
      expect(await countDiffering(session().desk.tab, pictures, whole)).toBeGreaterThan(zoomed.width / 2);
      await session().set({});
      await tab.close();
    });
  });
}
