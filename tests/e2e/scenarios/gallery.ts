import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Tab } from '../../../scripts/drive/driver.ts';
import { waitFor } from '../../../scripts/drive/driver.ts';
import type { Site } from '../../../scripts/serve.ts';
import { serveGallery } from '../../../scripts/gallery/serve.ts';
import { findOverflow } from '../harness/overflow.ts';
import type { Session } from '../harness/session.ts';

const example = '.gallery__stage';

/** Every component in all its states, as each language and each width has it. */
export function describeGallery(session: () => Session): void {
  describe('the gallery', () => {
    let site: Site;
    let tab: Tab;

    beforeAll(async () => {
      await session().set({ paused: true });
      site = await serveGallery();
      tab = await session().driver.open('about:blank');
    });
    afterAll(async () => {
      await tab.close();
      await site.close();
    });

    const show = async (query: string): Promise<void> => {
      await tab.goto(`${site.url}?${query}`);
      await waitFor('the gallery', () =>
        tab.evaluate(() => (document.querySelectorAll('.gallery__stage').length > 40 ? true : null), null),
      );
      await tab.evaluate(() => document.fonts.ready.then(() => null), null);
    };

    // Longest words first; 320 pixels are what a reader sees of 1280 at 400% zoom.
    test.each([
      ['pseudo', 1280],
      ['pseudo', 320],
      ['de', 320],
      ['ru', 320],
      ['ar', 1280],
      ['ar', 320],
    ] as const)('in %s, %i pixels wide, all text has its place', async (language, width) => {
      await tab.resize({ width, height: 900 });
      await show(`lang=${language}`);
      expect(await tab.evaluate(findOverflow, example)).toEqual([]);
    });

    test.each(['es', 'de', 'ru'])('in %s the tabs of a popup stand in one row', async (language) => {
      await tab.resize({ width: 1280, height: 900 });
      await show(`lang=${language}`);
      const rows = await tab.evaluate(() => {
        const tabs = document.querySelector('.gallery__panel .tabs')?.querySelectorAll('.tabs__tab') ?? [];
        // Numbers of three digits are the most that a page has.
        for (const each of tabs) each.querySelector('.tabs__count')?.replaceChildren('128');
        return [...tabs].map((each) => Math.round(each.getBoundingClientRect().top));
      }, null);
      expect(rows).toHaveLength(4);
      expect(new Set(rows).size).toBe(1);
      await tab.evaluate(() => void (document.documentElement.style.fontSize = '150%'), null);
      expect(await tab.evaluate(findOverflow, '.gallery__panel')).toEqual([]);
    });

    test('in a longer language nothing is left as it is written in the sources', async () => {
      await tab.resize({ width: 1280, height: 900 });
      await show('lang=pseudo');
      const plain = await tab.evaluate(() => {
        const controls = document.querySelectorAll('.gallery__stage :is(button, summary, legend, dt, h2, h3)');
        return [...controls].flatMap((control) => {
          const text = (control.textContent ?? '').trim();
          const isOurs = control.closest('bdi, .sample__text') === null && control.querySelector('bdi') === null;
          return isOurs && /[a-z]{4}/i.test(text) && !text.includes('[') ? [text] : [];
        });
      }, null);
      // Names of formats are the same in every language.
      expect([...new Set(plain)].filter((text) => !/^(?:Markdown|JSON-LD|CSV)$/.test(text))).toEqual([]);
    });
  });
}
