import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import { type Box, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import {
  findCard,
  findWords,
  hoverWords,
  waitForCard,
  waitForNoCard,
  type Words,
} from '../../../scripts/drive/pointing.ts';
import { chooseClaim, chooseFigure, type Target } from '../harness/choice.ts';
import { clickInFrame, named, waitForText } from '../harness/controls.ts';
import { findFaults } from '../harness/faults.ts';
import { waitForState } from '../harness/panels.ts';
import { countDiffering } from '../harness/pixels.ts';
import type { Session } from '../harness/session.ts';

/** Transparent margin of the frame around the card, for its shadow. */
const frameMargin = 16;
/** 1280 by 1024 at 400% zoom: what WCAG 1.4.10 asks of a page. */
const zoomed = { width: 320, height: 256 };
const usual = { width: 1280, height: 900 };
/** A card takes no press before it has been before the reader's eyes for a while. */
const readable = 800;

/** Marks and cards as a system, a printer or a magnifier wants them. */
export function describeWishes(session: () => Session): void {
  describe('marks and cards as they are wished for', () => {
    let tab: Tab;
    let reading: PageReading;
    let url: string;

    beforeAll(async () => {
      await session().set({});
      ({ tab, reading, url } = await session().read('article.html'));
      await tab.bringToFront();
      // A low view would have room for nothing else.
      await tab.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Cookies"] button')?.click(), null);
    });
    afterEach(async () => {
      await tab.setWishes?.({ forcedColours: false, lessMotion: false });
      await tab.setMedium?.('screen');
      await tab.resize(usual);
      for (let left = 4; left > 0 && (await findCard(tab)) !== null; left -= 1) await tab.press('Escape');
      await tab.moveMouse({ x: 3, y: 3 });
      await waitForNoCard(tab);
      await session().set({});
      await waitForState(session(), url, 'analysed');
    });
    afterAll(() => tab.close());

    const known = (): Promise<Target<PageReading['figures'][number]>> =>
      chooseFigure(tab, reading, ({ entity, description }) => entity !== null && description !== '');
    const modes = {
      usual: async () => {},
      paper: async () => tab.setMedium?.('print'),
      forced: async () => tab.setWishes?.({ forcedColours: true, lessMotion: false }),
      zoomed: () => tab.evaluate(() => void (document.documentElement.style.zoom = '1.6'), null),
    } as const;
    type Mode = keyof typeof modes;
    const leave = async (): Promise<void> => {
      await tab.setMedium?.('screen');
      await tab.setWishes?.({ forcedColours: false, lessMotion: false });
      await tab.evaluate(() => void (document.documentElement.style.zoom = ''), null);
    };
    /** The place of a name as it is there in that mode, and a picture of the page. */
    const see = async (mode: Mode, place: Words): Promise<{ readonly box: Box; readonly picture: Uint8Array }> => {
      await modes[mode]();
      await sleep(150);
      const found = await findWords(tab, place);
      if (found === null) throw new Error(`the page does not show "${place.words}"`);
      await sleep(300);
      const picture = await tab.screenshot();
      await leave();
      return { box: { x: found.x - 2, y: found.y - 2, width: found.width + 4, height: found.height + 6 }, picture };
    };

    test('marks are seen in forced colours and at their names in a zoomed page; on paper there are none, and no card', async () => {
      const { subject, words: place } = await known();
      await session().set({ paused: true });
      await waitForState(session(), url, 'off');
      const bare = [await see('paper', place), await see('forced', place), await see('zoomed', place)] as const;
      await session().set({});
      await waitForState(session(), url, 'analysed');
      const [paper, ...seen] = bare;
      for (const [at, mode] of (['forced', 'zoomed'] as const).entries()) {
        const { box, picture } = await see(mode, place);
        const marks = await countDiffering(session().desk.tab, [picture, seen[at]?.picture ?? picture], box);
        expect(marks, mode).toBeGreaterThan(box.width / 2);
      }
      await hoverWords(tab, place);
      await waitForCard(tab, subject.name);
      const { picture: printed } = await see('paper', place);
      expect(await countDiffering(session().desk.tab, [printed, paper.picture], { x: 0, y: 0, ...usual })).toBe(0);
    });

    test('in forced colours a card has edges and no fault', async () => {
      await tab.setWishes?.({ forcedColours: true, lessMotion: false });
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      const { frame } = await waitForCard(tab, subject.name);
      expect(await frame.evaluate(() => matchMedia('(forced-colors: active)').matches, null)).toBe(true);
      expect(await frame.evaluate(borderOfCard, null)).toBe('solid');
      expect(await findFaults(frame)).toEqual([]);
    });

    test('with less motion nothing moves by itself', async () => {
      await tab.setWishes?.({ forcedColours: false, lessMotion: true });
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      const { frame } = await waitForCard(tab, subject.name);
      expect(await frame.evaluate(() => matchMedia('(prefers-reduced-motion: reduce)').matches, null)).toBe(true);
      expect(await frame.evaluate(findMoving, null)).toEqual([]);
    });

    test('high contrast makes the marks heavier, at once', async () => {
      const { words: place } = await known();
      const before = await see('usual', place);
      await session().set({ contrast: 'more' });
      const { picture: strong } = await see('usual', place);
      const changed = await countDiffering(session().desk.tab, [before.picture, strong], before.box);
      expect(changed).toBeGreaterThan(before.box.width / 2);
      await session().set({});
      const { picture: again } = await see('usual', place);
      expect(await countDiffering(session().desk.tab, [before.picture, again], before.box)).toBe(0);
    });

    test.each(['figure', 'claim'] as const)(
      'at 400 per cent the card of a %s lies beside its mark, in the view, and all of it can be reached',
      async (which) => {
        await tab.resize(zoomed);
        await sleep(300);
        const { words: place } =
          which === 'figure' ? await known() : await chooseClaim(tab, reading, ({ speaker }) => speaker !== null);
        const mark = await hoverWords(tab, place);
        const { box, frame } = await waitFor('a card', () => findCard(tab));
        const card = {
          left: box.x + frameMargin,
          top: box.y + frameMargin,
          right: box.x + box.width - frameMargin,
          bottom: box.y + box.height - frameMargin,
        };
        expect(card.left).toBeGreaterThanOrEqual(0);
        expect(card.top).toBeGreaterThanOrEqual(0);
        expect(card.right).toBeLessThanOrEqual(zoomed.width);
        expect(card.bottom).toBeLessThanOrEqual(zoomed.height);
        // Of a claim that fills the view the line that is pointed at.
        expect(card.top >= mark.y + mark.height || card.bottom <= mark.y).toBe(true);
        expect(await frame.evaluate(findUnreachable, null)).toEqual([]);
      },
    );

    test('a name in a card opens its own card there, and "Back" leads back', async () => {
      const { subject, words: place } = await known();
      await hoverWords(tab, place);
      const { frame } = await waitForCard(tab, subject.name);
      const chip = await waitFor('a name in the card', () => frame.evaluate(nameOfChip, null));
      await clickInFrame(tab, frame, named(chip));
      await waitFor('its card', async () => ((await frame.evaluate(titleOfCard, null)) === chip ? true : null));
      await clickInFrame(tab, frame, named(words.back));
      await waitFor('the first card', async () =>
        (await frame.evaluate(titleOfCard, null)) === subject.name ? true : null,
      );
    });

    test('where several bear the name, "This one" settles it from the card on the page', async () => {
      const { subject } = await chooseFigure(
        tab,
        reading,
        ({ entity, candidates }) => entity === null && candidates.length === 0,
      );
      const { name, type } = subject;
      for (const description of ['A first of that name', 'A second of that name'])
        await session().desk.askBackground('edit', {
          edit: { kind: 'create', entity: { type, name, aliases: [], description } },
        });
      await waitFor('a name that two bear', async () => {
        const now = (await session().desk.reading(url)).figures.find((figure) => figure.name === name);
        return now?.candidates.length === 2 ? true : null;
      });
      await hoverWords(tab, { words: name });
      const { frame } = await waitForCard(tab, 'A second of that name');
      await waitForText(frame, new RegExp(words.card.sameName, 'i'));
      await sleep(readable);
      await clickInFrame(tab, frame, new RegExp(`^${words.card.thisOne}`));
      const settled = await waitFor('its settling', async () => {
        const now = (await session().desk.reading(url)).figures.find((figure) => figure.name === name);
        return now !== undefined && now.entity !== null ? now : null;
      });
      // The card opens anew, as the one that was chosen.
      await waitForCard(tab, settled.description);
    });
  });
}

const nameOfChip = (): string | null => document.querySelector('.chip bdi')?.textContent ?? null;

function titleOfCard(): string {
  const card = document.querySelector('[role="dialog"]');
  return (document.getElementById(card?.getAttribute('aria-labelledby') ?? '')?.textContent ?? '').trim();
}

const borderOfCard = (): string => {
  const card = document.querySelector('[role="dialog"]');
  return card === null ? 'none' : getComputedStyle(card).borderTopStyle;
};

function findMoving(): readonly string[] {
  const takesTime = (value: string): boolean => value.split(',').some((part) => Number.parseFloat(part) > 0);
  return [...document.querySelectorAll('*')].flatMap((element) => {
    const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
    const moves = takesTime(transitionDuration) || (animationName !== 'none' && takesTime(animationDuration));
    return moves ? [`${element.localName}.${element.getAttribute('class') ?? ''}`] : [];
  });
}

/** Parts of the card that stay outside of what is seen however far it is scrolled. */
function findUnreachable(): readonly string[] {
  const card = document.querySelector<HTMLElement>('[role="dialog"]');
  if (card === null) return ['no card'];
  const unreachable: string[] = [];
  for (const part of card.querySelectorAll<HTMLElement>('h2, h3, p, dt, button')) {
    if (!part.checkVisibility() || part.closest('.unseen') !== null) continue;
    part.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const box = part.getBoundingClientRect();
    const room = card.getBoundingClientRect();
    const middle = { x: box.x + Math.min(box.width, room.width) / 2, y: box.y + Math.min(box.height, 12) / 2 };
    const isSeen = middle.y > room.top && middle.y < room.bottom && middle.x > room.left && middle.x < room.right;
    if (!isSeen) unreachable.push(`${part.localName} "${part.textContent.trim().slice(0, 30)}"`);
  }
  return unreachable;
}
