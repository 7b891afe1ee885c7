import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import { defaultSettings, type Settings } from '../../../lib/model/settings.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { hoverWords, waitForCard } from '../../../scripts/drive/pointing.ts';
import { chooseFigure } from '../harness/choice.ts';
import { clickControl, findControl, named, waitForText } from '../harness/controls.ts';
import { chooseFile } from '../harness/forms.ts';
import { openOwnPage } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

/** The settings page. */
export function describeSettings(session: () => Session): void {
  describe('the settings page', () => {
    let page: Tab;
    const stored = async (): Promise<Partial<Settings>> =>
      (await session().desk.tab.evaluate(readStored, null)) as Partial<Settings>;
    const waitForStored = (wanted: Partial<Settings>): Promise<true> =>
      waitFor(JSON.stringify(wanted), async () => {
        const now = await stored();
        return Object.entries(wanted).every(
          ([key, value]) => JSON.stringify(now[key as keyof Settings]) === JSON.stringify(value),
        )
          ? true
          : null;
      });

    beforeAll(async () => {
      await session().set({});
      page = await openOwnPage(session(), 'options.html');
      await waitForText(page, words.options.appearance);
    });
    afterAll(async () => {
      await page.close();
      await session().set({});
    });

    test('shows how marks and cards look, at once', async () => {
      await waitForText(page, 'NATO');
      const looks = (): Promise<string> => page.evaluate(lookOfPage, null);
      await clickControl(page, named(words.theme.dark.label));
      await waitForStored({ theme: 'dark' });
      await waitFor('dark', async () => ((await looks()).startsWith('rgb(23, 22, 19)') ? true : null));
      await clickControl(page, named(words.options.contrast));
      await waitForStored({ contrast: 'more' });
      await waitFor('black', async () => ((await looks()).startsWith('rgb(0, 0, 0)') ? true : null));
      await clickControl(page, named('130%'));
      await waitForStored({ textSize: 130 });
      await waitFor('larger text', async () => ((await looks()).endsWith(' 20.8px') ? true : null));
      await clickControl(page, named(words.density.figures.label));
      await waitForStored({ density: 'figures' });
      await waitFor('no ticks', async () =>
        (await page.evaluate(() => document.querySelectorAll('.page-preview .sample__tick').length, null)) === 0
          ? true
          : null,
      );
    });

    test('a card on a page wears the same', async () => {
      const { tab, reading } = await session().read('article.html');
      await tab.bringToFront();
      const { subject, words: place } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, place);
      const { frame, box } = await waitForCard(tab, subject.name);
      expect(await frame.evaluate(lookOfCard, null)).toBe('rgb(0, 0, 0) 20.8px');
      expect(box.width).toBeGreaterThan(372 * 1.25);
      await tab.close();
      await page.bringToFront();
    });

    test('finds a setting by a word, and says where there is none', async () => {
      await clickControl(page, named(words.options.find));
      await page.type('WIKIPEDIA');
      await waitFor('the look-ups alone', async () => {
        const titles = await page.evaluate(shownTitles, null);
        return titles.length > 0 &&
          titles.includes(words.lookUp.setting.title) &&
          !titles.includes(words.options.memory)
          ? true
          : null;
      });
      await page.type(' qqqq');
      await waitForText(page, words.options.nothingFound);
      await page.evaluate(() => {
        if (document.activeElement instanceof HTMLInputElement) document.activeElement.select();
      }, null);
      await page.press('Backspace');
      await waitFor('everything', async () => ((await page.evaluate(shownTitles, null)).length > 5 ? true : null));
    });

    test('puts everything back as it was at first, and says so', async () => {
      await clickControl(page, named(words.options.reset));
      await clickControl(page, named(words.back));
      await waitForStored({ theme: 'dark' });
      await clickControl(page, named(words.options.reset));
      await clickControl(page, named(words.options.resetSure));
      await waitForText(page, words.options.resetDone);
      await waitForStored({ theme: 'auto', contrast: 'auto', textSize: 100, density: defaultSettings.density });
    });

    test('takes the rules for sites out as a file, and in again', async () => {
      await session().set({ reach: 'chosen', sitesOn: ['*.example.org'], sitesOff: ['bank.example', 'a.example/b'] });
      await findControl(page, named(words.options.takeOff({ site: 'bank.example' })));
      const file = await page.download(() => clickControl(page, named(words.options.exportRules)));
      expect(file.text.split('\n')).toEqual(
        expect.arrayContaining(['reach chosen', 'on *.example.org', 'off bank.example', 'off a.example/b']),
      );
      await session().set({});
      await page.evaluate(chooseFile, { name: file.name, text: file.text });
      await waitForStored({ reach: 'chosen', sitesOn: ['*.example.org'], sitesOff: ['a.example/b', 'bank.example'] });
      await waitForText(page, words.options.rulesTaken);
      await page.evaluate(chooseFile, { name: 'list.txt', text: 'on good.example\nthis is no rule\n' });
      await waitForText(page, words.options.notARule({ line: 2, text: 'this is no rule' }));
      await waitForStored({ sitesOn: ['*.example.org'] });
    });
  });
}

const lookOfPage = (): string =>
  `${getComputedStyle(document.body).backgroundColor} ${getComputedStyle(document.documentElement).fontSize}`;

function lookOfCard(): string {
  const card = document.querySelector('.card');
  return `${card === null ? '' : getComputedStyle(card).backgroundColor} ${getComputedStyle(document.documentElement).fontSize}`;
}

const shownTitles = (): readonly string[] =>
  [...document.querySelectorAll<HTMLElement>('.options__part:not([hidden]) > h2')].map(({ innerText }) => innerText);

async function readStored(): Promise<unknown> {
  interface Area {
    readonly storage: { readonly sync: { get(key: string): Promise<{ readonly settings?: object }> } };
  }
  const scope = globalThis as unknown as { readonly browser?: Area; readonly chrome: Area };
  return (await (scope.browser ?? scope.chrome).storage.sync.get('settings')).settings ?? {};
}
