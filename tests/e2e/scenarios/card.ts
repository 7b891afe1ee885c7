import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words as wording } from '../../../lib/i18n/words.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import type { Box, Tab } from '../../../scripts/drive/driver.ts';
import {
  findCard,
  findWords,
  hoverWords,
  middleOf,
  waitForCard,
  waitForNoCard,
} from '../../../scripts/drive/pointing.ts';
import { waitForCardOnTop } from '../harness/card-on-top.ts';
import { chooseClaim, chooseFigure } from '../harness/choice.ts';
import { clickInFrame, named, waitForText } from '../harness/controls.ts';
import type { Session } from '../harness/session.ts';

/** Transparent margin of the frame around the card, for its shadow. */
const frameMargin = 16;
/** Longer than a card stays after the pointer has left it. */
const untilGone = 900;

const overlaps = (one: Box, other: Box): boolean =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

/** Hovering, reading and leaving the card of the sample article's figures and claims. */
export function describeCard(session: () => Session): void {
  describe('the card', () => {
    let tab: Tab;
    let reading: PageReading;

    beforeAll(async () => {
      ({ tab, reading } = await session().read('article.html'));
      await tab.bringToFront();
    });

    afterEach(async () => {
      await tab.press('Escape');
      await tab.moveMouse({ x: 3, y: 3 });
      await waitForNoCard(tab);
    });

    test('a known figure opens with its name and the line of the store', async () => {
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      const { text } = await waitForCard(tab, subject.name);
      expect(text).toContain(subject.description);
    });

    test('it never covers the words that it is about', async () => {
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      const mark = await hoverWords(tab, words);
      const { box } = await waitForCard(tab, subject.name);
      const card = {
        x: box.x + frameMargin,
        y: box.y + frameMargin,
        width: box.width - 2 * frameMargin,
        height: box.height - 2 * frameMargin,
      };
      expect(overlaps(card, mark)).toBe(false);
      expect(card.x).toBeGreaterThanOrEqual(0);
      expect(card.y).toBeGreaterThanOrEqual(0);
    });

    test('a figure that the store does not know says so', async () => {
      const { subject, words } = await chooseFigure(
        tab,
        reading,
        ({ entity, candidates, type }) => entity === null && candidates.length === 0 && type === 'person',
      );
      await hoverWords(tab, words);
      const { frame } = await waitForCard(tab, subject.name);
      await waitForText(frame, new RegExp(wording.notInStore, 'i'));
    });

    test('a passing pointer opens nothing', async () => {
      const { words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      // Long enough that a slow machine cannot take the passing for a rest.
      const showDelay = 1000;
      await session().set({ showDelay });
      await sleep(200);
      await hoverWords(tab, words);
      await tab.moveMouse({ x: 3, y: 3 });
      const end = Date.now() + showDelay + 400;
      while (Date.now() < end) {
        expect(await findCard(tab)).toBeNull();
        await sleep(50);
      }
      await session().set({});
      await sleep(200);
    });

    test('the pointer travels into the card, and the card goes when it leaves', async () => {
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      const { box } = await waitForCardOnTop(tab, subject.name);
      await tab.moveMouse(middleOf(box));
      await sleep(untilGone);
      expect((await findCard(tab))?.text).toContain(subject.name);
      await tab.moveMouse({ x: 3, y: 3 });
      await waitForNoCard(tab);
    });

    test('Escape closes it', async () => {
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      await waitForCard(tab, subject.name);
      await tab.press('Escape');
      await waitForNoCard(tab);
    });

    test('pinned, it stays when the pointer leaves, until Escape', async () => {
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      const { frame } = await waitForCard(tab, subject.name);
      await clickInFrame(tab, frame, named(wording.card.pin));
      await tab.moveMouse({ x: 3, y: 3 });
      await sleep(untilGone);
      expect((await findCard(tab))?.text).toContain(subject.name);
    });

    test("a claim's card gives the exact words and who said them", async () => {
      const { subject, words } = await chooseClaim(
        tab,
        reading,
        // Weaker claims have no mark at the usual density.
        ({ kind, speaker, quotes, checkWorthiness }) =>
          kind === 'quote' && speaker !== null && quotes.length > 0 && checkWorthiness >= 0.5,
      );
      await hoverWords(tab, words);
      const { text } = await waitForCard(tab, subject.quotes[0] ?? '');
      const speaker = reading.figures.find(({ cluster }) => cluster === subject.speaker);
      expect(text).toContain(speaker?.name);
      expect(text.toLowerCase()).toContain('quote');
    });

    test("a claim's card opens from its tick in the margin", async () => {
      const { subject } = await chooseClaim(
        tab,
        reading,
        ({ kind, checkWorthiness, quotes }) => kind === 'quote' && checkWorthiness >= 0.5 && quotes.length > 0,
      );
      const box = await findWords(tab, { words: subject.text, from: 0, to: 1 });
      if (box === null) throw new Error('the claim is not in view');
      const left = await tab.evaluate(leftOfBlock, middleOf(box));
      const found = await huntForCard(tab, { left, y: middleOf(box).y, words: subject.quotes[0] ?? '' });
      expect(found).toBe(true);
    });
  });
}

function leftOfBlock({ x, y }: { readonly x: number; readonly y: number }): number {
  return document.elementFromPoint(x, y)?.closest('p, blockquote, li')?.getBoundingClientRect().left ?? x;
}

interface Hunt {
  readonly left: number;
  readonly y: number;
  readonly words: string;
}

/** The margin's width is the painter's business: looks from the text outwards. */
async function huntForCard(tab: Tab, { left, y, words }: Hunt): Promise<boolean> {
  for (const distance of [17, 13, 21, 9, 25, 5]) {
    await tab.moveMouse({ x: Math.max(1, left - distance), y });
    await sleep(450);
    if ((await findCard(tab))?.text.includes(words) === true) return true;
  }
  return false;
}
