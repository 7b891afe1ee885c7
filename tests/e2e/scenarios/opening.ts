import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { Figure, PageReading } from '../../../lib/model/reading.ts';
import { type Box, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import {
  cardPage,
  findCard,
  findWords,
  hoverWords,
  middleOf,
  waitForCard,
  waitForNoCard,
  type Words,
} from '../../../scripts/drive/pointing.ts';
import { chooseFigure } from '../harness/choice.ts';
import { clickInFrame, named } from '../harness/controls.ts';
import { countDiffering } from '../harness/pixels.ts';
import type { Session } from '../harness/session.ts';

/** Transparent margin of the frame around the card, for its shadow. */
const frameMargin = 16;
/** Longer than any card waits before it opens. */
const longEnough = 700;

/** Runs in a card's frame: what stands in it before it is seen. */
function inTheMaking(): string {
  return document.body.inert ? (document.querySelector('[role="dialog"]')?.textContent ?? '') : '';
}

/** Runs in the page. */
function scrollPage(by: number): void {
  scrollBy({ top: by, behavior: 'instant' });
}

/** What opens a card, and how the keyboard comes into it and out again. */
export function describeOpening(session: () => Session): void {
  describe('opening a card', () => {
    let tab: Tab;
    let reading: PageReading;
    let url: string;

    beforeAll(async () => {
      await session().set({});
      ({ tab, reading, url } = await session().read('article.html'));
    });
    afterAll(() => tab.close());
    afterEach(async () => {
      for (let left = 8; left > 0 && (await openCards(tab)).length > 0; left -= 1) await tab.press('Escape');
      await session().set({});
      await sleep(200);
    });

    const known = () => chooseFigure(tab, reading, ({ entity }) => entity !== null);

    test('on click: resting opens nothing, a press does, a press elsewhere closes', async () => {
      await session().set({ opening: 'click' });
      await sleep(200);
      const { subject, words: place } = await known();
      const box = await hoverWords(tab, place);
      await sleep(longEnough);
      expect(await findCard(tab)).toBeNull();
      await tab.click(middleOf(box));
      await waitForCard(tab, subject.name);
      await tab.moveMouse({ x: 3, y: 3 });
      await sleep(longEnough);
      expect((await findCard(tab))?.text).toContain(subject.name);
      await tab.click({ x: 3, y: 300 });
      await waitForNoCard(tab);
    });

    test('a card that was pressed open bears a little scrolling, and closes once its words have gone on', async () => {
      await session().set({ opening: 'click' });
      await sleep(200);
      const { subject, words: place } = await known();
      await tab.click(middleOf(await hoverWords(tab, place)));
      await waitForCard(tab, subject.name);
      await tab.evaluate(scrollPage, 10);
      await sleep(longEnough);
      expect((await findCard(tab))?.text).toContain(subject.name);
      await tab.evaluate(scrollPage, 60);
      await waitForNoCard(tab);
    });

    test('while the pointer waits the card is made ready, and is neither seen nor there once it has gone on', async () => {
      await session().set({ showDelay: 2_000 });
      await sleep(200);
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      const frame = await waitFor('a card in the making', async () => {
        for (const each of await tab.findFrames(cardPage))
          if ((await each.evaluate(inTheMaking, null)).includes(subject.name)) return each;
        return null;
      });
      expect(await findCard(tab)).toBeNull();
      await tab.moveMouse({ x: 3, y: 3 });
      await waitFor('an empty frame', async () => ((await frame.evaluate(inTheMaking, null)) === '' ? true : null));
      await sleep(longEnough);
      expect(await findCard(tab)).toBeNull();
    });

    test('with a key: only while it is held', async () => {
      await session().set({ opening: 'modifier', modifier: 'shift' });
      await sleep(200);
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      await sleep(longEnough);
      expect(await findCard(tab)).toBeNull();
      await tab.keyDown('Shift');
      await waitForCard(tab, subject.name);
      await tab.keyUp('Shift');
      await sleep(longEnough);
      expect((await findCard(tab))?.text).toContain(subject.name);
      await tab.moveMouse({ x: 3, y: 3 });
      await waitForNoCard(tab);
    });

    test('several can be pinned, and Escape closes the last first', async () => {
      const first = await known();
      await hoverWords(tab, first.words);
      const { frame, box } = await waitForCard(tab, first.subject.name);
      await clickInFrame(tab, frame, named(words.card.pin));
      await tab.moveMouse({ x: 3, y: 3 });
      const second = await chooseBeside(tab, reading.figures.filter(farFrom(first.subject)), box);
      await hoverWords(tab, second.words);
      await waitFor('two cards', async () => ((await openCards(tab)).length === 2 ? true : null));
      expect((await openCards(tab)).join(' ')).toContain(second.subject.name);
      await tab.moveMouse({ x: 3, y: 3 });
      await waitFor('the pinned card alone', async () => ((await openCards(tab)).length === 1 ? true : null));
      expect((await openCards(tab))[0]).toContain(first.subject.name);
      await tab.press('Escape');
      await waitForNoCard(tab);
    });

    test('opened by the keyboard, it has the focus, and gives it back; its ring is whole in a low window too', async () => {
      await tab.resize({ width: 1280, height: 240 });
      await tab.evaluate(focusFirstLink, null);
      const before = await tab.evaluate(focused, null);
      await session().desk.askPage(url, 'step', { kind: 'figure', to: 'next' });
      const card = await waitFor('a card', () => findCard(tab));
      await waitFor('the focus in the card', async () => ((await card.frame.evaluate(hasFocus, null)) ? true : null));
      const { x, y, width, height } = (await card.frame.box()) ?? card.box;
      const [left, bottom] = [x + frameMargin, y + height - frameMargin];
      const strip = { x: left + 30, y: Math.ceil(bottom - 2), width: width - 2 * frameMargin - 60, height: 1 };
      // A card takes a moment to be all there, on a busy machine a long one.
      const unscrolled = await waitFor('a card that stands still', async () => {
        const first = await tab.screenshot();
        await sleep(150);
        const second = await tab.screenshot();
        return (await countDiffering(session().desk.tab, [first, second], strip)) === 0 ? second : null;
      });
      for (const far of [7, 14, 21, 28]) {
        expect(await card.frame.evaluate(scrollCard, far)).toBeGreaterThan(far - 1);
        const pictures = [unscrolled, await tab.screenshot()] as const;
        // What scrolls is seen beside the ring, and not on it.
        expect(
          await countDiffering(session().desk.tab, pictures, { ...strip, y: strip.y - 60, height: 50 }),
        ).toBeGreaterThan(0);
        expect(await countDiffering(session().desk.tab, pictures, strip)).toBe(0);
      }
      await tab.press('Escape');
      await waitForNoCard(tab);
      expect(await tab.evaluate(focused, null)).toBe(before);
      await tab.resize({ width: 1280, height: 900 });
    });

    test('whoever has gone on elsewhere on the page is not brought back', async () => {
      await tab.evaluate(focusFirstLink, null);
      const before = await tab.evaluate(focused, null);
      await session().desk.askPage(url, 'step', { kind: 'figure', to: 'next' });
      const card = await waitFor('a card', () => findCard(tab));
      await waitFor('the focus in the card', async () => ((await card.frame.evaluate(hasFocus, null)) ? true : null));
      await tab.evaluate(() => document.querySelectorAll<HTMLElement>('main a[href]')[0]?.focus(), null);
      const now = await tab.evaluate(focused, null);
      expect(now).not.toBe(before);
      await tab.press('Escape');
      await waitForNoCard(tab);
      expect(await tab.evaluate(focused, null)).toBe(now);
    });

    test('opened by the pointer, it is entered on demand', async () => {
      await tab.evaluate(focusFirstLink, null);
      const before = await tab.evaluate(focused, null);
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      const { frame } = await waitForCard(tab, subject.name);
      expect(await frame.evaluate(hasFocus, null)).toBe(false);
      await session().desk.askPage(url, 'enterCard', {});
      await waitFor('the focus in the card', async () => ((await frame.evaluate(hasFocus, null)) ? true : null));
      await tab.press('Escape');
      await waitForNoCard(tab);
      expect(await tab.evaluate(focused, null)).toBe(before);
    });

    test('what is selected or typed stays the page’s', async () => {
      await session().set({ opening: 'click' });
      await sleep(200);
      const { words: place } = await known();
      const box = await findWords(tab, place);
      if (box === null) throw new Error('the page does not show the name');
      await tab.evaluate(selectFirstParagraph, null);
      const copied = await tab.evaluate(() => getSelection()?.toString() ?? '', null);
      expect(copied.length).toBeGreaterThan(40);
      expect(await tab.evaluate(() => document.body.innerText.includes(getSelection()?.toString() ?? ' '), null)).toBe(
        true,
      );
      await tab.evaluate(() => getSelection()?.removeAllRanges(), null);
    });
  });
}

/** A figure whose words the pinned card does not cover once they are scrolled to. */
async function chooseBeside(
  tab: Tab,
  figures: readonly Figure[],
  card: Box,
): Promise<{ readonly subject: Figure; readonly words: Words }> {
  for (const subject of figures) {
    const place = await findWords(tab, { words: subject.name });
    if (place === null) continue;
    const beside = place.x > card.x + card.width || place.x + place.width < card.x;
    if (beside || place.y > card.y + card.height || place.y + place.height < card.y) {
      return { subject, words: { words: subject.name } };
    }
  }
  throw new Error('the pinned card covers every other name');
}

/** Another known name, so that its mark is another one. */
const farFrom =
  (first: Figure) =>
  ({ entity, cluster, name }: Figure): boolean =>
    entity !== null && cluster !== first.cluster && !name.includes(first.name) && !first.name.includes(name);

async function openCards(tab: Tab): Promise<readonly string[]> {
  const texts = await Promise.all(
    (await tab.findFrames('popover.html')).map((frame) => frame.evaluate(readDialog, null).catch(() => '')),
  );
  return texts.filter((text) => text !== '');
}

function readDialog(): string {
  const dialog = document.querySelector('[role="dialog"]');
  return dialog instanceof HTMLElement && dialog.getClientRects().length > 0 ? dialog.innerText : '';
}

const hasFocus = (): boolean => document.hasFocus() && document.activeElement?.closest('[role="dialog"]') !== null;

function focusFirstLink(): void {
  document.querySelector<HTMLElement>('main a[href], article a[href], a[href]')?.focus();
}

const focused = (): string => document.activeElement?.textContent ?? '';

function selectFirstParagraph(): void {
  const paragraph = [...document.querySelectorAll('article p')].find(({ textContent }) => textContent.length > 80);
  if (paragraph === undefined) throw new Error('no paragraph');
  getSelection()?.selectAllChildren(paragraph);
}

/** Scrolls the open card so far; answers how far it went. */
function scrollCard(to: number): number {
  const card = document.querySelector('.card:focus-visible');
  if (card === null) throw new Error('no card with a ring');
  card.scrollTop = to;
  return card.scrollTop;
}
