import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import { type Scope, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { findCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { clickControl, findControl, named, waitForText } from '../harness/controls.ts';
import { findFaults } from '../harness/faults.ts';
import { fillField } from '../harness/forms.ts';
import { waitForState } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

/** Number on the toolbar button beside a page; both browsers. */
export function describeBadge(session: () => Session): void {
  describe('the toolbar badge', () => {
    const badgeOf = async (url: string): Promise<string> =>
      session().desk.tab.evaluate(readBadge, await session().desk.tabId(url));

    test('tells nothing at first, the number of names where it is wanted, and goes at once', async () => {
      await session().set({});
      const first = await session().read('article.html');
      expect(await badgeOf(first.url)).toBe('');
      await session().set({ badge: true });
      const second = await session().read('article.html');
      await waitFor('the number', async () =>
        (await badgeOf(second.url)) === String(second.reading.figures.length) ? true : null,
      );
      await session().set({});
      await waitFor('its end', async () => ((await badgeOf(second.url)) === '' ? true : null));
      await Promise.all([first.tab.close(), second.tab.close()]);
    });
  });
}

/** What the browser's own menus, address bar and shortcuts lead to; told to the background as the browser tells it. */
export function describeEverywhere(session: () => Session): void {
  let tab: Tab;
  let reading: PageReading;
  let url: string;

  const background = async (): Promise<Scope> => {
    // Asked first, so that a worker that was stopped runs.
    await session().desk.askBackground('storeCounts', {});
    const found = await session().driver.background?.();
    if (found === undefined) throw new Error('this browser does not let its background be reached');
    return found;
  };
  const choose = async (menuItemId: string, selectionText: string, frameUrl: string | null = null): Promise<Tab> => {
    const scope = await background();
    await scope.evaluate(pressMenu, { menuItemId, selectionText, url, frameUrl });
    return opened('library.html');
  };
  /** The tab that was opened by itself. */
  const opened = (page: string): Promise<Tab> => session().driver.arrived(`${session().driver.origin}${page}`);

  beforeAll(async () => {
    await session().set({});
    ({ tab, reading, url } = await session().read('article.html'));
  });
  afterAll(() => tab.close());
  // What a test that fails leaves open must not be taken for the next one's.
  afterEach(() => session().desk.tab.evaluate(closeLibrary, null));

  describe('the context menu of a selection', () => {
    test('offers look-up, adding as each type, and saving as a claim', async () => {
      const scope = await background();
      const titles = await waitFor('the menu', () =>
        scope.evaluate(knownMenus, ['look-up', 'add:person', 'save-claim']),
      );
      expect(titles).toEqual(['look-up', 'add:person', 'save-claim']);
    });

    test('looks up: a name of the store leads to its page, another to the look-up', async () => {
      const known = reading.figures.find(({ entity }) => entity !== null)?.name ?? '?';
      const page = await choose('look-up', ` ${known}\n`);
      await waitForText(page, known);
      expect(await page.evaluate(() => location.hash, null)).toMatch(/^#\/entity\//);
      await page.close();
      const other = await choose('look-up', 'Nobody Of That Name');
      await waitForText(other, /look up “nobody of that name”/i);
      await other.close();
      // What the store has of a name stands beside the look-up, which may find no network.
      const part = await choose('look-up', `“${known.slice(0, -1)},`);
      await waitFor('what the store has', async () =>
        (await part.evaluate(() => document.querySelector('.row__name')?.textContent, null)) === known ? true : null,
      );
      await part.close();
    });

    test('adds to the store as what is chosen, and shows what was added', async () => {
      const page = await choose('add:organisation', 'Harbour Tide Society');
      const text = await waitForText(page, 'Harbour Tide Society');
      expect(text).toContain(words.type.organisation.one);
      await page.close();
      const found = await session().desk.askBackground<readonly { name: string; type: string }[]>('searchStore', {
        query: 'Harbour Tide Society',
      });
      expect(found[0]).toMatchObject({ name: 'Harbour Tide Society', type: 'organisation' });
    });

    test('saves a claim of the article with its speaker, words and source', async () => {
      const claim = reading.claims.find(({ speaker }) =>
        reading.figures.some(({ cluster, entity }) => cluster === speaker && entity !== null),
      );
      const speaker = reading.figures.find(({ cluster }) => cluster === claim?.speaker);
      if (claim === undefined || speaker === undefined) throw new Error('nobody known speaks');
      const page = await choose('save-claim', claim.text);
      await waitForText(page, words.saveClaim.hint);
      await waitForText(page, reading.article.title ?? '?');
      expect(await findFaults(page)).toEqual([]);
      const visited = await page.evaluate(() => history.length, null);
      await clickControl(page, named(words.library.save));
      await waitForText(page, words.library.done({ what: '' }).slice(0, 5));
      // Back does not lead to the form that was sent.
      expect(await page.evaluate(() => history.length, null)).toBe(visited);
      expect(await page.evaluate(() => decodeURIComponent(location.hash), null)).toBe(`#/entity/${speaker.entity}`);
      await waitForText(page, claim.quotes[0] ?? claim.text);
      // It can be undone at once.
      await clickControl(page, named(words.library.undo));
      await waitForText(page, words.library.undone);
      await page.close();
    });

    test('of words in somebody else’s post in the page, the post is the source', async () => {
      const post = 'https://social.example/post/7';
      const page = await choose('save-claim', 'The harbour wall will be eleven metres high.', post);
      const text = await waitForText(page, words.saveClaim.hint);
      expect(text).toContain(post);
      expect(text).not.toContain(reading.article.title ?? '?');
      await page.close();
    });

    test('of words in a frame that the page itself wrote, the page is', async () => {
      const page = await choose('save-claim', 'The harbour wall will be eleven metres high.', 'about:srcdoc');
      expect(await waitForText(page, words.saveClaim.hint)).not.toContain('about:srcdoc');
      await page.close();
    });

    test('of words without a speaker it asks who or what, and takes what is chosen', async () => {
      const page = await choose('save-claim', 'The harbour wall will be eleven metres high by spring.');
      await waitForText(page, words.saveClaim.hint);
      await clickControl(page, named(words.saveClaim.noSpeaker));
      await clickControl(page, named(words.library.save));
      await waitForText(page, words.saveClaim.nobody);
      const known = reading.figures.find(({ entity, type }) => entity !== null && type === 'place')?.name ?? '?';
      await clickControl(page, named(words.saveClaim.other));
      await fillField(page, new RegExp(`^${words.library.field.find}`), known);
      await waitFor('what fits', () =>
        page.evaluate(() => (document.querySelector('.picker__option') === null ? null : true), null),
      );
      await page.press('Tab');
      await page.press('Space');
      await clickControl(page, named(words.library.save));
      await waitForText(page, /eleven metres high/);
      expect(await page.evaluate(() => location.hash, null)).toMatch(/^#\/entity\//);
      await page.close();
    });
  });

  describe('the address bar', () => {
    test('suggests names of the store, and leads to the one that is chosen', async () => {
      const known = reading.figures.find(({ entity }) => entity !== null)?.name ?? '?';
      const scope = await background();
      const suggestions = await scope.evaluate(typeInOmnibox, known.slice(0, -1));
      expect(suggestions.map(({ description }) => description).join('\n')).toContain(known);
      await scope.evaluate(enterInOmnibox, suggestions[0]?.content ?? '');
      const page = await opened('library.html');
      expect(await page.evaluate(() => location.hash, null)).toMatch(/^#\/entity\//);
      await page.close();
    });

    test('takes words that are no suggestion to where they can be looked up', async () => {
      const scope = await background();
      await scope.evaluate(enterInOmnibox, '<Nobody> & "Co"');
      const page = await opened('library.html');
      await waitForText(page, /look up “<nobody> & "co"”/i);
      // Who looks for something in the store has not asked for it to be sent anywhere.
      await waitForText(page, words.lookUp.askWhy);
      await page.close();
    });
  });

  describe('keyboard commands of the browser', () => {
    const press = async (command: string): Promise<void> => {
      await tab.bringToFront();
      const scope = await background();
      await scope.evaluate(pressCommand, { command, url });
    };

    test('go to the next and previous figure and claim, into the card and out', async () => {
      for (const command of [
        'next-figure',
        'next-figure',
        'previous-figure',
        'next-claim',
        'next-claim',
        'previous-claim',
      ]) {
        await press(command);
        await waitFor(`a card by ${command}`, () => findCard(tab));
        await tab.press('Escape');
        await waitForNoCard(tab);
      }
    });

    test('switch Sidelight off and on again on the site', async () => {
      await press('toggle-site');
      await waitForState(session(), url, 'off');
      await press('toggle-site');
      await waitForState(session(), url, 'analysed');
    });

    test('are listed in the settings with their keys, and a way to change them', async () => {
      const page = await session().driver.open(`${session().driver.origin}options.html`);
      await waitForText(page, words.command.nextFigure);
      const text = await waitForText(page, words.options.noKey);
      for (const command of Object.values(words.command)) expect(text).toContain(command);
      expect(text).toMatch(/Alt \+ (?:Period|\.)/);
      await findControl(page, named(words.options.changeKeys));
      await page.close();
    });
  });
}

interface Api {
  readonly action: { getBadgeText(of: { readonly tabId: number }): Promise<string> };
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
    remove(id: number): Promise<void>;
  };
  readonly contextMenus: {
    readonly onClicked: { dispatch(info: object, tab: object | undefined): void };
    update(id: string, change: object): Promise<void>;
  };
  readonly commands: { readonly onCommand: { dispatch(command: string, tab: object | undefined): void } };
  readonly omnibox: {
    readonly onInputChanged: { dispatch(text: string, answer: (found: Suggestions) => void): void };
    readonly onInputEntered: { dispatch(text: string, where: string): void };
  };
}
type Suggestions = { readonly content: string; readonly description: string }[];

async function closeLibrary(): Promise<void> {
  const scope = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  const { tabs } = scope.browser ?? scope.chrome;
  for (const { id, url } of await tabs.query({})) if (url?.includes('/library.html') === true) await tabs.remove(id);
}

function readBadge(tabId: number): Promise<string> {
  const scope = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  return (scope.browser ?? scope.chrome).action.getBadgeText({ tabId });
}

/** Runs in the background: a press on the menu of words that are selected. */
export async function pressMenu(press: {
  readonly menuItemId: string;
  readonly selectionText: string;
  readonly url: string;
  /** Of somebody else's post in the page; null for the page's own words. */
  readonly frameUrl: string | null;
}): Promise<void> {
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  const tab = (await chrome.tabs.query({})).find(({ url }) => url === press.url);
  const { menuItemId, selectionText, url: pageUrl, frameUrl } = press;
  const frame = frameUrl === null ? { frameId: 0 } : { frameId: 7, frameUrl };
  chrome.contextMenus.onClicked.dispatch({ menuItemId, selectionText, editable: false, pageUrl, ...frame }, tab);
}

/** Those of the items that are there: an unknown one cannot be changed. */
async function knownMenus(ids: readonly string[]): Promise<readonly string[] | null> {
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  const known: string[] = [];
  for (const id of ids)
    await chrome.contextMenus.update(id, {}).then(
      () => known.push(id),
      () => undefined,
    );
  return known.length === ids.length ? known : null;
}

async function pressCommand(press: { readonly command: string; readonly url: string }): Promise<void> {
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  const tab = (await chrome.tabs.query({})).find(({ url }) => url === press.url);
  chrome.commands.onCommand.dispatch(press.command, tab);
}

function typeInOmnibox(text: string): Promise<Suggestions> {
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  return new Promise((resolve) => {
    chrome.omnibox.onInputChanged.dispatch(text, resolve);
  });
}

function enterInOmnibox(text: string): void {
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  chrome.omnibox.onInputEntered.dispatch(text, 'newForegroundTab');
}
