import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { findWords, hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { waitForCardOnTop } from '../harness/card-on-top.ts';
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

/** What would clip, fade, magnify or move a card that hung in the article as other elements do. */
const doneToArticles = [
  'zoom: 1.3',
  'opacity: 0.6',
  'transform: scale(0.9)',
  'filter: grayscale(1)',
  'overflow: hidden; height: 700px',
  'contain: layout paint',
  'content-visibility: auto',
  'position: relative; z-index: 0',
];

const styleArticle = (style: string): void => document.querySelector('article')?.setAttribute('style', style);
const stylePage = (style: string): void => document.documentElement.setAttribute('style', style);

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
  /** Tells how many pixels of a box differ from the page without marks. Leaves it without. */
  const paintedOn = async (tab: Tab, url: string): Promise<(box: Box) => Promise<number>> => {
    await tab.moveMouse({ x: 3, y: 3 });
    await sleep(300);
    const marked = await tab.screenshot();
    await session().set({ paused: true });
    await waitFor('the pause', async () => ((await session().desk.pageState(url))?.state === 'off' ? true : null));
    await sleep(200);
    const pictures = [marked, await tab.screenshot()] as const;
    await session().set({});
    return (box) => countDiffering(session().desk.tab, pictures, box);
  };

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
      const painted = await paintedOn(tab, url);
      expect(await painted({ ...zoomed, height: zoomed.height * 0.88 })).toBe(0);
      expect(await painted({ ...zoomed, height: zoomed.height + 4 })).toBeGreaterThan(zoomed.width / 2);
      await tab.close();
    });

    test.each(['columns', 'turned', 'sideways'] as const)(
      'in an article of that shape, %s, marks lie at their names',
      async (shape) => {
        const { tab, url } = await live.visit(`shaped.html?shape=${shape}`);
        await live.readingWith(url, 'Henrike Aldermann');
        const places = ['Innsbruck', 'European Union'].map((words) => findWords(tab, { words }));
        const boxes = (await Promise.all(places)).filter((box) => box !== null);
        expect(boxes).toHaveLength(2);
        const painted = await paintedOn(tab, url);
        for (const box of boxes) {
          const { width, height } = box;
          // Of letters that lie on their side, what is below them is at their right.
          const below =
            shape === 'sideways'
              ? { ...box, x: box.x + width - 4, width: 8 }
              : { ...box, y: box.y + height - 8, height: 12 };
          expect(await painted(below)).toBeGreaterThan(Math.max(width, height) / 2);
        }
        await tab.close();
      },
    );

    test('a card is the same whatever the page does to its article', async () => {
      const { tab, url } = await live.visit('shaped.html?shape=plain');
      await live.readingWith(url, 'Innsbruck');
      const widths: number[] = [];
      const done = ['', ...doneToArticles].map((style) => [styleArticle, style] as const);
      for (const [dress, style] of [...done, [stylePage, 'zoom: 1.4'] as const]) {
        await tab.evaluate(dress, style);
        await sleep(300);
        const mark = await hoverWords(tab, { words: 'Innsbruck' });
        const { box } = await waitForCardOnTop(tab, 'Innsbruck');
        expect(isApart(mark, inner(box)), style).toBe(true);
        expect(inner(box).x + inner(box).width, style).toBeLessThan(1280);
        widths.push(Math.round(box.width));
        await tab.press('Escape');
        await waitForNoCard(tab);
      }
      expect(new Set(widths).size).toBe(1);
      await tab.close();
    });

    test('text that is folded away has no marks, and unfolds for the figure that is asked for', async () => {
      const { tab, url } = await live.visit('shaped.html?shape=folded');
      const reading = await live.readingWith(url, 'Innsbruck');
      const words = await findWords(tab, { words: 'Most of them are small' });
      if (words === null) throw new Error('the page does not show the quote');
      const painted = await paintedOn(tab, url);
      expect(await painted({ x: 0, y: words.y - 100, width: 1280, height: 100 })).toBeGreaterThan(0);
      expect(await painted({ x: 0, y: words.y + 110, width: 1280, height: 500 })).toBe(0);
      await live.readingWith(url, 'Innsbruck');
      const figure = reading.figures.find(({ name }) => name === 'Innsbruck');
      await session().desk.askPage(url, 'reveal', { subject: { kind: 'figure', cluster: figure?.cluster }, nth: 0 });
      await waitForCard(tab, 'Innsbruck');
      expect(await findWords(tab, { words: 'Innsbruck' })).not.toBeNull();
      await tab.close();
    });

    test('text that fades in by a script has its marks when it is there', async () => {
      const { tab, url } = await live.visit('shaped.html?shape=faded');
      await live.readingWith(url, 'Innsbruck');
      const view = { x: 0, y: 0, width: 1280, height: 900 };
      expect(await (await paintedOn(tab, url))(view)).toBe(0);
      await live.readingWith(url, 'Innsbruck');
      await sleep(300);
      await tab.evaluate(() => (globalThis as unknown as { showFaded(): void }).showFaded(), null);
      await sleep(900);
      expect(await (await paintedOn(tab, url))(view)).toBeGreaterThan(100);
      await tab.close();
    });
  });
}
