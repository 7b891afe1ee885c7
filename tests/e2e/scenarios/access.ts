import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { findCard, hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { chooseClaim, chooseFigure } from '../harness/choice.ts';
import { clickControl, clickInFrame, named, waitForText } from '../harness/controls.ts';
import { findFaintColours, findFaults, listenToRegions, overhang, unseenFocus } from '../harness/faults.ts';
import { openOwnPage, openPanel } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

/** 1280 by 1024 at 400% zoom: what WCAG 1.4.10 asks of a page. */
const zoomed = { width: 320, height: 256 };
const usual = { width: 1280, height: 900 };

/** Colours that still fade are no colours to judge. */
async function rest(page: Tab): Promise<void> {
  await sleep(300);
  await waitFor('stillness', () => page.evaluate(() => (document.getAnimations().length === 0 ? true : null), null));
}

/** Every surface as those meet it who use no mouse, no sight, other colours or great zoom. */
export function describeAccess(session: () => Session): void {
  describe('within reach of everybody', () => {
    let tab: Tab;
    let reading: PageReading;
    let url: string;

    beforeAll(async () => {
      await session().set({});
      ({ tab, reading, url } = await session().read('article.html'));
    });
    afterEach(async () => {
      await session().set({});
      await tab.bringToFront();
      await tab.resize(usual);
      for (let left = 4; left > 0 && (await findCard(tab)) !== null; left -= 1) await tab.press('Escape');
    });
    afterAll(async () => {
      await tab.close();
      await session().set({});
    });

    const openCard = async (which: 'known' | 'unknown' | 'claim') => {
      await tab.bringToFront();
      await tab.press('Escape');
      await waitForNoCard(tab);
      if (which === 'claim') {
        const { subject, words: place } = await chooseClaim(tab, reading, ({ speaker }) => speaker !== null);
        await hoverWords(tab, place);
        return waitForCard(tab, subject.text.slice(0, 20));
      }
      const { subject, words: place } = await chooseFigure(
        tab,
        reading,
        ({ entity, candidates }) => (entity !== null) === (which === 'known') && candidates.length === 0,
      );
      await hoverWords(tab, place);
      return waitForCard(tab, subject.name);
    };

    test.each(['known', 'unknown', 'claim'] as const)(
      'axe finds nothing on the card of a figure or claim: %s',
      async (which) => {
        for (const scheme of ['light', 'dark'] as const) {
          await session().set({ theme: scheme });
          await sleep(200);
          const { frame } = await openCard(which);
          expect(await findFaults(frame)).toEqual([]);
        }
        await session().set({});
        await sleep(200);
      },
    );

    test('nor in a card whose tools are open', async () => {
      const { frame } = await openCard('unknown');
      await clickInFrame(tab, frame, named(words.card.addToStore));
      await waitForText(frame, words.wrongName.itIs);
      expect(await findFaults(frame)).toEqual([]);
      await clickInFrame(tab, frame, named(words.library.cancel));
      await clickInFrame(tab, frame, named(words.close));
      await waitForNoCard(tab);
    });

    test('a card says little to a screen reader while it opens, and Tab stays seen inside', async () => {
      const { frame } = await openCard('known');
      const said = await listenToRegions(frame);
      await session().desk.askPage(url, 'enterCard', {});
      await waitFor('the focus', async () => ((await frame.evaluate(() => document.hasFocus(), null)) ? true : null));
      const named = await frame.evaluate(() => {
        const dialog = document.querySelector('[role="dialog"]');
        return document.getElementById(dialog?.getAttribute('aria-labelledby') ?? '')?.textContent ?? '';
      }, null);
      expect(named.length).toBeGreaterThan(0);
      expect(await unseenFocus(tab, frame, 6)).toEqual([]);
      expect((await said()).length).toBeLessThanOrEqual(1);
      await tab.press('Escape');
      await waitForNoCard(tab);
    });

    test('by the keyboard a chip leads to its card, and Back to the chip again', async () => {
      const { frame } = await openCard('known');
      await session().desk.askPage(url, 'enterCard', {});
      await waitFor('the focus', async () => ((await frame.evaluate(() => document.hasFocus(), null)) ? true : null));
      const focused = (): Promise<string> =>
        frame.evaluate(() => {
          const at = document.activeElement;
          return at?.matches('.chip') ? (at.textContent ?? '') : (at?.getAttribute('title') ?? '');
        }, null);
      const title = (): Promise<string> => frame.evaluate(() => document.querySelector('h2')?.textContent ?? '', null);
      const tabTo = (wanted: (name: string) => boolean): Promise<string> =>
        waitFor('the control that was looked for', async () => {
          const name = await focused();
          if (wanted(name)) return name;
          await tab.press('Tab');
          return null;
        });
      const first = await title();
      const chip = await tabTo((name) => name.endsWith(words.type.place.one) || name.endsWith(words.type.person.one));
      await tab.press('Enter');
      await waitFor('another card', async () => ((await title()) === first ? null : true));
      await tabTo((name) => name === words.back);
      await tab.press('Enter');
      await waitFor('the first card', async () => ((await title()) === first ? true : null));
      expect(await focused()).toBe(chip);
      await tab.press('Escape');
      await waitForNoCard(tab);
    });

    test.each(['welcome.html', 'options.html', 'library.html', 'library.html#/changes', 'library.html#/data'])(
      '%s: no fault, nothing sideways at 400 per cent, focus seen',
      async (address) => {
        const page = await openOwnPage(session(), address);
        await waitFor('something to read', async () =>
          (await page.evaluate(() => document.body.innerText.length, null)) > 200 ? true : null,
        );
        await sleep(500);
        await session().set({ theme: 'light' });
        await rest(page);
        expect(await findFaults(page)).toEqual([]);
        for (const other of [{ theme: 'dark' }, { contrast: 'more', textSize: 150 }] as const) {
          await session().set(other);
          await rest(page);
          expect(await findFaintColours(page)).toEqual([]);
        }
        await session().set({});
        expect(await unseenFocus(page, page, 25)).toEqual([]);
        await page.resize(zoomed);
        await sleep(250);
        expect(await overhang(page)).toBeLessThanOrEqual(1);
        await page.close();
      },
    );

    test.each(['popup', 'sidepanel'] as const)(
      '%s: no fault on any of its lists, nothing sideways at 400 per cent, focus seen',
      async (which) => {
        const panel = await openPanel(session(), which, url);
        await waitForText(panel, reading.figures[0]?.name ?? '?');
        for (const list of [words.figures, words.claims, words.panel.relations, words.panel.timeline]) {
          await clickControl(panel, new RegExp(`^${list}`));
          await sleep(150);
          expect(await findFaults(panel)).toEqual([]);
        }
        expect(await unseenFocus(panel, panel, 20)).toEqual([]);
        await panel.resize(zoomed);
        await sleep(250);
        expect(await overhang(panel)).toBeLessThanOrEqual(1);
        await panel.close();
      },
    );
  });
}
