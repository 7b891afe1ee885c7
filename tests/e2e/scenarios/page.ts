import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { findCard, findWords, hoverWords, settle, waitForCard } from '../../../scripts/drive/pointing.ts';
import { chooseFigure } from '../harness/choice.ts';
import { countDiffering } from '../harness/pixels.ts';
import type { Session } from '../harness/session.ts';

/** What a page's own scripts can find out of what Sidelight adds to it. */
interface Visible {
  readonly highlights: number;
  readonly frames: number;
  readonly styleSheets: number;
  readonly resources: readonly string[];
  /** Elements that tell nothing: no attribute, no child, no text. */
  readonly blank: number;
  readonly elements: number;
}

function look(): Visible {
  const all = [...document.querySelectorAll('*')];
  const { highlights } = CSS as unknown as { readonly highlights?: { readonly size: number } };
  return {
    highlights: highlights?.size ?? 0,
    frames: window.length + document.querySelectorAll('iframe').length,
    styleSheets: document.adoptedStyleSheets.length,
    resources: performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.includes('extension:')),
    blank: all.filter((element) => element.attributes.length + element.childNodes.length === 0).length,
    elements: all.length,
  };
}

function findOnPage(words: string): boolean {
  const finder = window as unknown as { find(text: string): boolean };
  document.getSelection()?.removeAllRanges();
  return finder.find(words);
}

/** What Sidelight does to a page, and what the page gets to know of it. */
export function describePage(session: () => Session): void {
  const stateOf = (url: string): Promise<string | null> =>
    session()
      .desk.pageState(url)
      .then((state) => state?.state ?? null);
  const waitForState = (url: string, wanted: string): Promise<true> =>
    waitFor(`the state ${wanted}`, async () => ((await stateOf(url)) === wanted ? true : null));

  describe('the page', () => {
    test('a front page is left alone', async () => {
      const url = session().fresh('index.html');
      const tab = await session().driver.open(url);
      await waitForState(url, 'not-article');
      const state = await session().desk.pageState(url);
      // Its address has a parameter, as those of articles by number do (`/?p=12`): its text tells.
      expect(state?.state === 'not-article' ? state.why.code : null).not.toBe('frontPage');
      await tab.bringToFront();
      const { resources, blank, frames } = await tab.evaluate(look, null);
      expect({ resources, blank, frames }).toEqual({ resources: [], blank: 0, frames: 0 });
      await tab.close();
    });

    test('its scripts find nothing of the marks and the card but blank elements', async () => {
      await session().set({ paused: true });
      const url = session().fresh('article.html');
      const tab = await session().driver.open(url);
      await waitForState(url, 'off');
      await tab.bringToFront();
      await settle(tab);
      const before = await tab.evaluate(look, null);
      await session().set({});
      await waitForState(url, 'analysed');
      const reading = await session().desk.reading(url);
      const { subject, words } = await chooseFigure(
        tab,
        reading,
        ({ entity, description }) => entity !== null && description !== '',
      );
      await hoverWords(tab, words);
      await waitForCard(tab, subject.description);
      const after = await tab.evaluate(look, null);
      // A host for the card, and one for each container that marks have to scroll and be covered with.
      const added = after.elements - before.elements;
      expect(added).toBeGreaterThan(0);
      expect(added).toBeLessThanOrEqual(4);
      expect(after).toEqual({ ...before, elements: after.elements, blank: before.blank + added });
      expect(await tab.evaluate(findOnPage, subject.description)).toBe(false);
      await tab.close();
    });

    test('marks lie at the names, go with a pause and come back, and nothing moves', async () => {
      const { tab, reading, url } = await session().read('article.html');
      await tab.bringToFront();
      const { words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      const box = await placeOf(tab, words.words);
      await tab.moveMouse({ x: 3, y: 3 });
      await sleep(400);
      const marked = await tab.screenshot();
      await session().set({ paused: true });
      await waitForState(url, 'off');
      await sleep(200);
      const bare = await tab.screenshot();
      expect(await placeOf(tab, words.words)).toEqual(box);
      const around = { x: box.x - 2, y: box.y - 2, width: box.width + 4, height: box.height + 6 };
      const atName = await countDiffering(session().desk.tab, [marked, bare], around);
      expect(atName).toBeGreaterThan(box.width / 2);
      await session().set({});
      await waitForState(url, 'analysed');
      await sleep(400);
      const again = await tab.screenshot();
      expect(await countDiffering(session().desk.tab, [marked, again], around)).toBe(0);
      await tab.close();
    });

    test('off for its site, it is not read', async () => {
      const url = session().fresh('article.html');
      await session().set({ sitesOff: [new URL(url).hostname] });
      const tab = await session().driver.open(url);
      await waitForState(url, 'off');
      await tab.bringToFront();
      await sleep(300);
      expect(await findCard(tab)).toBeNull();
      await session().set({});
      await waitForState(url, 'analysed');
      await tab.close();
    });
  });

  describe('what was read before', () => {
    test('the card of a figure tells what an earlier article had it say', async () => {
      await session().set({ memory: 'on' });
      const earlier = await session().read('earlier.html');
      const later = await session().read('article.html');
      await later.tab.bringToFront();
      const spoke = new Set(
        earlier.reading.figures.filter(({ statements }) => statements.length > 0).map(({ entity }) => entity),
      );
      const { subject, words } = await chooseFigure(
        later.tab,
        later.reading,
        ({ entity }) => entity !== null && spoke.has(entity),
      );
      await hoverWords(later.tab, words);
      await waitForCard(later.tab, subject.name);
      const { text } = await waitForCard(later.tab, earlier.reading.article.publisher ?? '?');
      expect(text).toMatch(/said before/i);
      await Promise.all([earlier.tab.close(), later.tab.close()]);
      await session().set({});
    });
  });
}

async function placeOf(tab: Tab, words: string): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await findWords(tab, { words });
  if (box === null) throw new Error(`the page does not show "${words}"`);
  return box;
}
