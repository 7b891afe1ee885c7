import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createWords } from '../../../lib/i18n/messages.ts';
import { source } from '../../../lib/i18n/source.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import { root } from '../../../scripts/command.ts';
import { type Scope, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { chooseFigure } from '../harness/choice.ts';
import { clickControl, clickInFrame, named, waitForText } from '../harness/controls.ts';
import { findFaults, overhang } from '../harness/faults.ts';
import { openOwnPage, openPanel } from '../harness/panels.ts';
import type { Session, SpokenLanguage } from '../harness/session.ts';

/** 1280 by 1024 at 400% zoom: what WCAG 1.4.10 asks of a page. */
const zoomed = { width: 320, height: 256 };
/** Transparent margin of the frame around the card, for its shadow. */
const frameMargin = 16;

const catalogueOf = (language: SpokenLanguage): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(root, 'lib', 'i18n', 'locales', `${language}.json`), 'utf8')) as Record<string, string>;

/** How many lines each part of what the store holds takes. */
const linesOfCounts = (): readonly number[] =>
  [...document.querySelectorAll('.counts .parted__part bdi')].map(
    (part) => new Set([...part.getClientRects()].map(({ top }) => Math.round(top))).size,
  );

/** Fields for addresses in which those would be read from behind. */
const countTurnedAddresses = (): number =>
  [...document.querySelectorAll('[type="url"], [inputmode="url"]')].filter(
    (field) => getComputedStyle(field).direction !== 'ltr',
  ).length;

/** A page of the extension's as another language has it: the whole of it, and nothing cut off or left in English. */
export function describeLanguage(session: () => Session, language: SpokenLanguage): void {
  const catalogue = catalogueOf(language);
  const tag = catalogue['languageTag'] ?? '';
  const words = createWords(source, { tag, find: (key) => catalogue[key] ?? null });
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  /** As the language counts and dates; no line ends behind the day. */
  const date = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })
    .format(new Date('2022-02-04'))
    .replace(/(?<=^\d+) /, '\u00A0');

  describe(`the interface in another language: ${language}`, () => {
    let tab: Tab;
    let reading: PageReading;
    let url: string;

    beforeAll(async () => {
      ({ tab, reading, url } = await session().read('article.html'));
    });
    afterAll(() => tab.close());

    const manner = (scope: Scope): Promise<readonly (string | null)[]> =>
      scope.evaluate(() => {
        const { lang, dir } = document.documentElement;
        return [lang, dir === '' ? 'ltr' : dir];
      }, null);

    test.each([
      ['welcome.html', words.welcome.steps.name],
      ['options.html', words.options.find],
      ['library.html', words.library.pickOne],
      ['library.html#/data', words.data.outWhy],
    ])('%s speaks it, without a fault, and nothing sideways at 400 per cent', async (address, says) => {
      const page = await openOwnPage(session(), address);
      await waitFor(says, async () =>
        (
          await page.evaluate(
            () =>
              document.body.textContent +
              [...document.querySelectorAll('input')].map(({ placeholder }) => placeholder).join(),
            null,
          )
        ).includes(says)
          ? true
          : null,
      );
      expect(await manner(page)).toEqual([tag, direction]);
      expect(await page.evaluate(countTurnedAddresses, null)).toBe(0);
      await sleep(300);
      expect(await findFaults(page)).toEqual([]);
      await page.resize(zoomed);
      await sleep(250);
      expect(await overhang(page)).toBeLessThanOrEqual(1);
      await page.close();
    });

    test.each(['popup', 'sidepanel'] as const)(
      '%s has its lists in it, with its dates and plural forms',
      async (which) => {
        const panel = await openPanel(session(), which, url);
        await waitForText(panel, reading.figures[0]?.name ?? '?');
        expect(await manner(panel)).toEqual([tag, direction]);
        // Each part has a line, or shares one: none ends within a word or a number.
        const counts = await waitFor('what the store holds', async () => {
          const lines = await panel.evaluate(linesOfCounts, null);
          return lines.length > 0 ? lines : null;
        });
        expect(counts).toEqual([1, 1, 1]);
        await clickControl(panel, new RegExp(`^${words.panel.timeline}`));
        await waitForText(panel, date);
        expect(await findFaults(panel)).toEqual([]);
        await panel.resize(zoomed);
        await sleep(250);
        expect(await overhang(panel)).toBeLessThanOrEqual(1);
        await panel.close();
      },
    );

    test('a card on an English page is in it, beside its mark and in the view', async () => {
      await tab.bringToFront();
      const { subject, words: place } = await chooseFigure(
        tab,
        reading,
        ({ entity, description }) => entity !== null && description !== '',
      );
      await hoverWords(tab, place);
      const { frame, box } = await waitForCard(tab, subject.name);
      expect(await manner(frame)).toEqual([tag, direction]);
      await waitForText(frame, new RegExp(words.card.facts, 'i'));
      expect(box.x + frameMargin).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width - frameMargin).toBeLessThanOrEqual(1280);
      expect(await findFaults(frame)).toEqual([]);
      await clickInFrame(tab, frame, named(words.close));
      await waitForNoCard(tab);
    });
  });
}
