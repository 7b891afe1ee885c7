import { afterEach, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { Settings } from '../../../lib/model/settings.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { clickControl, findControl, named, waitForText } from '../harness/controls.ts';
import { chooseFile } from '../harness/forms.ts';
import { openOwnPage, openPanel, waitForState } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

/** The first page, and the rules that say where Sidelight reads. */
export function describeSites(session: () => Session): void {
  const stored = async (): Promise<Partial<Settings>> =>
    (await session().desk.tab.evaluate(storedSettings, null)) as Partial<Settings>;

  describe('the welcome page', () => {
    afterEach(() => session().set({}));

    test('shows the card of a name and of a claim, goes on with its tour, and takes the choices', async () => {
      const page = await openOwnPage(session(), 'welcome.html');
      await waitForText(page, words.welcome.steps.name);
      await clickControl(page, /^Russia$/);
      await waitForText(page, words.welcome.steps.claim);
      await waitForText(page, words.card.facts.toUpperCase());
      await clickControl(page, new RegExp(`^${words.welcome.claimMark({ text: 'About 30' })}`));
      await waitForText(page, words.welcome.steps.panel);
      await waitForText(page, new RegExp(words.card.copyCitation));
      // What the card says ends where its foot begins, however much of it is scrolled out of sight.
      await waitFor('numbers that differ', () =>
        page.evaluate(() => (document.querySelector('.card__body svg') === null ? null : true), null),
      );
      const running = await page.evaluate(() => {
        const body = document.querySelector('.card__body');
        return body === null ? null : body.scrollHeight - body.clientHeight;
      }, null);
      expect(running).toBeLessThanOrEqual(1);
      await clickControl(page, named(words.welcome.skip));
      await waitForText(page, words.welcome.steps.done);
      expect(await page.evaluate(() => document.activeElement?.textContent, null)).toBe(words.welcome.steps.done);
      await clickControl(page, new RegExp(`^${words.reach.click.label}`));
      await waitFor('the choice', async () => ((await stored()).reach === 'click' ? true : null));
      await clickControl(page, named(words.memory.yes));
      await waitFor('the choice', async () => ((await stored()).memory === 'on' ? true : null));
      await page.close();
    });
  });

  test('on a small screen each place of the keyboard in the welcome page is in view', async () => {
    const page = await openOwnPage(session(), 'welcome.html');
    await waitForText(page, words.welcome.steps.name);
    await page.resize({ width: 320, height: 600 });
    const places: (readonly [name: string, over: number])[] = [];
    while (places.length < 30 && places.at(-1)?.[0] !== 'NATO') {
      await page.press('Tab');
      places.push(
        await page.evaluate(async () => {
          await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
          const place = document.activeElement ?? document.body;
          const { top, bottom } = place.getBoundingClientRect();
          const name = place.getAttribute('aria-label') ?? place.textContent;
          return [name, Math.max(0, -top, bottom - innerHeight)] as const;
        }, null),
      );
    }
    expect(places.at(-1)?.[0]).toBe('NATO');
    expect(places.filter(([, over]) => over > 0)).toEqual([]);
    await page.close();
  });

  describe('where it reads', () => {
    const host = (url: string): string => new URL(url).hostname;
    const read = async (settings: Partial<Settings>): Promise<{ readonly tab: Tab; readonly url: string }> => {
      await session().set(settings);
      const url = session().fresh('article.html');
      return { tab: await session().driver.open(url), url };
    };

    afterEach(() => session().set({}));

    test('only chosen sites: another is left alone until it is chosen in the popup', async () => {
      const { tab, url } = await read({ reach: 'chosen', sitesOn: ['other.example'] });
      await waitForState(session(), url, 'off');
      const popup = await openPanel(session(), 'popup', url);
      await waitForText(popup, words.panel.notChosen.title);
      await clickControl(popup, named(words.panel.readSite));
      await waitForState(session(), url, 'analysed');
      expect((await stored()).sitesOn).toEqual([host(url), 'other.example']);
      await clickControl(popup, named(words.panel.onThisSite({ site: host(url) })));
      await waitForState(session(), url, 'off');
      expect((await stored()).sitesOn).toEqual(['other.example']);
      await Promise.all([popup.close(), tab.close()]);
    });

    test('only chosen sites: one page is read once without choosing its site', async () => {
      const { tab, url } = await read({ reach: 'chosen' });
      await waitForState(session(), url, 'off');
      const popup = await openPanel(session(), 'popup', url);
      await clickControl(popup, named(words.panel.readOnce));
      await waitForState(session(), url, 'analysed');
      await findControl(popup, new RegExp(`^${words.figures}`));
      expect((await stored()).sitesOn ?? []).toEqual([]);
      await Promise.all([popup.close(), tab.close()]);
    });

    test('on click: the toolbar button reads the page', async () => {
      const { tab, url } = await read({ reach: 'click' });
      await waitForState(session(), url, 'off');
      const popup = await openPanel(session(), 'popup', url);
      await waitForState(session(), url, 'analysed');
      await findControl(popup, new RegExp(`^${words.figures}`));
      await Promise.all([popup.close(), tab.close()]);
    });

    test('a pattern of a folder, added in the settings, holds on pages that are open', async () => {
      const { tab, url } = await read({});
      await waitForState(session(), url, 'analysed');
      const options = await openOwnPage(session(), 'options.html');
      await clickControl(options, named(words.options.siteToSwitchOff));
      await options.type(`${host(url)}/articl*`);
      await options.press('Enter');
      await waitForState(session(), url, 'off');
      const pattern = `${host(url)}/articl*`;
      expect((await stored()).sitesOff).toEqual([pattern]);
      await clickControl(options, named(words.options.takeOff({ site: pattern })));
      await waitForState(session(), url, 'analysed');
      await Promise.all([options.close(), tab.close()]);
    });

    test('two thousand sites come in as a file, and the last of them is left alone', async () => {
      const { tab, url } = await read({});
      await waitForState(session(), url, 'analysed');
      const options = await openOwnPage(session(), 'options.html');
      await findControl(options, named(words.options.siteToSwitchOff));
      const sites = Array.from({ length: 2_000 }, (_, at) => `the-daily-paper-${at}.example`);
      await options.evaluate(chooseFile, { name: 'sites.txt', text: [...sites, host(url)].join('\n') });
      await waitForState(session(), url, 'off');
      await waitForText(options, words.showAll({ count: 2_001 }));
      await clickControl(options, named(words.options.findSite));
      await options.type(host(url));
      await clickControl(options, named(words.options.takeOff({ site: host(url) })));
      await waitForState(session(), url, 'analysed');
      await session().desk.tab.evaluate(clearSynced, null);
      await Promise.all([options.close(), tab.close()]);
    });

    test('a change for which the browser has no room is told of', async () => {
      const { tab, url } = await read({});
      await waitForState(session(), url, 'analysed');
      const popup = await openPanel(session(), 'popup', url);
      await session().desk.tab.evaluate(fillSynced, null);
      await clickControl(popup, named(words.panel.onThisSite({ site: host(url) })));
      await waitForText(popup, words.unsaved);
      await session().desk.tab.evaluate(clearSynced, null);
      await clickControl(popup, named(words.panel.onThisSite({ site: host(url) })));
      await waitForState(session(), url, 'off');
      expect(await popup.evaluate(() => document.body.innerText, null)).not.toContain(words.unsaved);
      await Promise.all([popup.close(), tab.close()]);
    });
  });
}

interface Synced {
  readonly storage: {
    readonly sync: { set(items: object): Promise<void>; clear(): Promise<void> };
  };
}

/** Takes all the room that browsers sync, to the last of it. */
async function fillSynced(): Promise<void> {
  const scope = globalThis as unknown as { readonly browser?: Synced; readonly chrome: Synced };
  const { sync } = (scope.browser ?? scope.chrome).storage;
  for (let size = 8_000, at = 0; size >= 1; ) {
    const isTaken = await sync.set({ [`f${at}`]: 'x'.repeat(size) }).then(
      () => true,
      () => false,
    );
    at += 1;
    if (!isTaken) size = Math.floor(size / 2);
  }
}

async function clearSynced(): Promise<void> {
  const scope = globalThis as unknown as { readonly browser?: Synced; readonly chrome: Synced };
  await (scope.browser ?? scope.chrome).storage.sync.clear();
}

async function storedSettings(): Promise<unknown> {
  interface Area {
    readonly storage: { readonly sync: { get(key: string): Promise<{ readonly settings?: object }> } };
  }
  const scope = globalThis as unknown as { readonly browser?: Area; readonly chrome: Area };
  return (await (scope.browser ?? scope.chrome).storage.sync.get('settings')).settings ?? {};
}
