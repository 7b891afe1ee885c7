import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import { type Box, type Point, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import {
  findCard,
  findWords,
  hoverWords,
  middleOf,
  settle,
  waitForCard,
  waitForNoCard,
} from '../../../scripts/drive/pointing.ts';
import { chooseFigure, type Target } from '../harness/choice.ts';
import { waitForCardOnTop } from '../harness/card-on-top.ts';
import { clickInFrame, named } from '../harness/controls.ts';
import type { Session } from '../harness/session.ts';

/** Longer than any card waits before it opens at first. */
const longEnough = 900;
/** Transparent margin of the frame around the card, for its shadow. */
const frameMargin = 16;
const usual = { width: 1280, height: 900 };
const phone = { width: 360, height: 640 };

/** Fingers, dragging, waiting, typing, and whatever lies on top of a page. */
export function describeHands(session: () => Session): void {
  describe('hands on a page', () => {
    let tab: Tab;
    let reading: PageReading;

    beforeAll(async () => {
      await session().set({});
      ({ tab, reading } = await session().read('article.html'));
      await tab.bringToFront();
    });
    afterAll(() => tab.close());
    afterEach(async () => {
      await tab.evaluate(
        () => document.querySelectorAll('dialog, #full, #field').forEach((each) => each.remove()),
        null,
      );
      for (let left = 4; left > 0 && (await findCard(tab)) !== null; left -= 1) await tab.press('Escape');
      await tab.moveMouse({ x: 3, y: 3 });
      await waitForNoCard(tab);
      await session().set({});
      await sleep(200);
    });

    const known = (): Promise<Target<PageReading['figures'][number]>> =>
      chooseFigure(tab, reading, ({ entity }) => entity !== null);
    const boxOf = async (place: { readonly words: string }): Promise<Box> => {
      const box = await findWords(tab, place);
      if (box === null) throw new Error(`the page does not show "${place.words}"`);
      return box;
    };

    test.each([
      ['on a tablet', usual],
      ['on a phone', phone],
    ])('a tap opens a card within the view, a tap elsewhere closes it: %s', async (_, size) => {
      await tab.resize(size);
      await settle(tab);
      const { subject, words: place } = await known();
      await tab.touch(middleOf(await boxOf(place)), 40);
      const { box } = await waitForCard(tab, subject.name);
      expect(box.x + frameMargin).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width - frameMargin).toBeLessThanOrEqual(size.width);
      await sleep(longEnough);
      expect(await findCard(tab)).not.toBeNull();
      await tab.touch(await waitFor('a place without text', () => tab.evaluate(findFree, box)), 40);
      await waitForNoCard(tab);
      await tab.resize(usual);
    });

    test('a long press opens no card: the page keeps its own menu', async () => {
      const { words: place } = await known();
      const box = await boxOf(place);
      await tab.evaluate(noteMenus, null);
      await tab.touch(middleOf(box), 1200);
      await sleep(longEnough);
      expect(await findCard(tab)).toBeNull();
      // Where the browser offers a menu, nobody of ours keeps it away.
      expect(await tab.evaluate(() => (globalThis as unknown as { readonly kept: number }).kept, null)).toBe(0);
      await tab.evaluate(() => getSelection()?.removeAllRanges(), null);
      await tab.press('Escape');
    });

    test('it is dragged by its head, and then stays where it was put', async () => {
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      const before = await waitForCard(tab, subject.name);
      const grip = { x: before.box.x + before.box.width / 2, y: before.box.y + 28 };
      await tab.drag(grip, { x: grip.x + 150, y: grip.y - 60 });
      const after = await waitFor('a card elsewhere', async () => {
        const card = await findCard(tab);
        return card !== null && Math.abs(card.box.x - before.box.x - 150) < 12 ? card : null;
      });
      expect(Math.abs(after.box.y - before.box.y + 60)).toBeLessThan(12);
      await tab.moveMouse({ x: 3, y: 3 });
      await sleep(longEnough);
      expect((await findCard(tab))?.text).toContain(subject.name);
    });

    test('a long delay keeps the card open after the pointer has left, a short one does not', async () => {
      const { subject, words: place } = await known();
      await session().set({ hideDelay: 4000 });
      await sleep(200);
      await hoverWords(tab, place);
      await waitForCard(tab, subject.name);
      await tab.moveMouse({ x: 3, y: 3 });
      await sleep(1500);
      expect((await findCard(tab))?.text).toContain(subject.name);
      await tab.press('Escape');
      await session().set({ hideDelay: 0 });
      await sleep(200);
      await hoverWords(tab, place);
      await waitForCard(tab, subject.name);
      await tab.moveMouse({ x: 3, y: 3 });
      await waitForNoCard(tab);
    });

    test('what is typed into a field of the page stays there, Escape too', async () => {
      await session().set({ opening: 'modifier', modifier: 'shift' });
      await sleep(200);
      const { words: place } = await known();
      await hoverWords(tab, place);
      await tab.evaluate(addField, null);
      await tab.keyDown('Shift');
      await tab.press('A');
      await tab.keyUp('Shift');
      await tab.press('b');
      await tab.press('.');
      await tab.press('Escape');
      await sleep(longEnough);
      expect(await findCard(tab)).toBeNull();
      expect(await tab.evaluate(takeField, null)).toBe('Ab. Escape:1');
    });

    test('it lies above a native dialogue that opens later, and can be used there', async () => {
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      const { frame } = await waitForCard(tab, subject.name);
      await clickInFrame(tab, frame, named(words.card.pin));
      await tab.evaluate(openDialogue, null);
      await tab.moveMouse({ x: 3, y: 3 });
      await sleep(longEnough);
      await waitForCardOnTop(tab, subject.name);
      // One element carries cards and marks: it went into the dialogue, and comes back.
      expect(await tab.evaluate(countBlank, 'dialog')).toBe(1);
      expect(await tab.evaluate(countBlank, 'article')).toBe(0);
      await tab.evaluate(() => document.querySelector('dialog')?.close(), null);
      await waitFor('it is back', async () => ((await tab.evaluate(countBlank, 'article')) === 1 ? true : null));
      const card = await waitForCardOnTop(tab, subject.name);
      await clickInFrame(tab, card.frame, named(words.close));
      await waitForNoCard(tab);
    });

    test('it opens above a page in full screen', async () => {
      await tab.evaluate(addFullScreenButton, null);
      await tab.click(middleOf(await waitFor('the button', () => tab.evaluate(boxOfButton, null))));
      await waitFor('full screen', () => tab.evaluate(() => (document.fullscreenElement === null ? null : true), null));
      await sleep(500);
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      await waitForCardOnTop(tab, subject.name);
      await tab.evaluate(async () => {
        await document.exitFullscreen();
        document.querySelector('#full')?.remove();
      }, null);
      await sleep(300);
    });

    test('what is being written in it stays where the page makes its article anew', async () => {
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      const { frame } = await waitForCard(tab, subject.name);
      await clickInFrame(tab, frame, named(words.card.note));
      await waitFor('a field', () => frame.evaluate(isWriting, null));
      await tab.type('Ask');
      await tab.evaluate(replaceArticle, null);
      // Firefox loads the card's frame anew once more as it follows its article.
      await waitFor('it is back', async () => ((await tab.evaluate(countBlank, 'article')) === 1 ? true : null));
      const said = await waitFor('the note', async () => {
        const card = await findCard(tab);
        return card?.text.includes(subject.name) === true ? await card.frame.evaluate(noteIn, null) : null;
      });
      expect(said).toBe('Ask');
      const card = await waitForCardOnTop(tab, subject.name);
      await clickInFrame(tab, card.frame, named(words.library.cancel));
      await clickInFrame(tab, card.frame, named(words.close));
      await waitForNoCard(tab);
    });
  });
}

const countBlank = (within: string): number =>
  [...document.querySelectorAll(`${within} span, ${within} div`)].filter(
    (each) => each.attributes.length + each.childNodes.length === 0,
  ).length;

const isWriting = (): true | null => (document.activeElement instanceof HTMLTextAreaElement ? true : null);

const noteIn = (): string | null => document.querySelector('textarea')?.value ?? null;

/** As a framework does: without what is not the page's own. */
function replaceArticle(): void {
  const article = document.querySelector('article');
  const copy = article?.cloneNode(true) as Element | undefined;
  copy?.querySelectorAll('span:empty').forEach((each) => each.remove());
  if (copy) article?.replaceWith(copy);
}

/**
 * A place in view where there is neither text nor anything to press, nor the card, nor a margin with ticks; nor a link
 * close by, which a browser takes a finger for that lands beside it.
 */
function findFree(card: Box): Point | null {
  const fingertip = 30;
  const around = [
    [0, 0],
    [0, fingertip],
    [0, -fingertip],
    [fingertip, 0],
    [-fingertip, 0],
  ] as const;
  for (let y = 60; y < innerHeight - 10; y += 15) {
    if (y > card.y && y < card.y + card.height) continue;
    for (let x = 60; x < innerWidth - 20; x += 15) {
      const text = document.elementFromPoint(x, y)?.closest('a, button, p, li, h1, h2, blockquote, figcaption, label');
      const isBeside = around.some(([dx, dy]) =>
        document.elementFromPoint(x + dx, y + dy)?.closest('a, button, label'),
      );
      if (text === null && !isBeside) return { x, y };
    }
  }
  return null;
}

function noteMenus(): void {
  const shared = globalThis as unknown as { kept: number };
  shared.kept = 0;
  window.addEventListener('contextmenu', (event) => {
    if (event.defaultPrevented) shared.kept += 1;
  });
}

/** A field that counts the Escape keys that reach it. */
function addField(): void {
  const field = document.createElement('input');
  field.id = 'field';
  field.style.cssText = 'position:fixed;left:0;bottom:0';
  field.dataset['escapes'] = '0';
  field.addEventListener('keydown', ({ key, defaultPrevented }) => {
    if (key === 'Escape' && !defaultPrevented) field.dataset['escapes'] = String(Number(field.dataset['escapes']) + 1);
  });
  document.body.append(field);
  field.focus();
}

function takeField(): string {
  const field = document.querySelector<HTMLInputElement>('#field');
  const said = `${field?.value} Escape:${field?.dataset['escapes']}`;
  field?.remove();
  return said;
}

function openDialogue(): void {
  const dialogue = document.createElement('dialog');
  dialogue.style.cssText = 'width:90vw;height:90vh';
  dialogue.textContent = 'Before you go on';
  document.body.append(dialogue);
  dialogue.showModal();
}

function addFullScreenButton(): void {
  const button = document.createElement('button');
  button.id = 'full';
  button.textContent = 'Full screen';
  button.style.cssText = 'position:fixed;left:4px;top:4px;z-index:9999';
  button.addEventListener('click', () => void document.documentElement.requestFullscreen());
  document.body.append(button);
}

function boxOfButton(): { x: number; y: number; width: number; height: number } | null {
  const box = document.querySelector('#full')?.getBoundingClientRect();
  return box === undefined ? null : { x: box.x, y: box.y, width: box.width, height: box.height };
}
