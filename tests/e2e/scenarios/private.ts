import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { StoreCounts } from '../../../lib/message/protocol.ts';
import type { RememberedPages } from '../../../lib/model/memory.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import {
  findCard,
  hoverWords,
  type OpenCard,
  settle,
  waitForNoCard,
  type Words,
} from '../../../scripts/drive/pointing.ts';
import { pressMenu } from './everywhere.ts';
import { chooseClaim, chooseFigure } from '../harness/choice.ts';
import { clickInFrame, named, waitForText } from '../harness/controls.ts';
import type { Session } from '../harness/session.ts';

/** A private window: everything is shown there, and nothing of it stays. */
export function describePrivate(session: () => Session): void {
  describe('a private window', () => {
    beforeAll(async () => {
      await session().set({ memory: 'on', density: 'everything' });
    });
    afterAll(() => session().set({}));

    test('has marks and cards, and leaves nothing in the store or on the disk', async () => {
      const { driver, desk } = session();
      const before = await countAll(session());
      const url = session().fresh('article.html');
      await desk.tab.evaluate(openPrivateWindow, url);
      const tab = await driver.arrived(url);
      await desk.reading(url);
      // A word that nothing else of this browser has.
      const secret = `Quib${Date.now().toString(36)}zor`;
      await tab.evaluate(addParagraph, `The council of ${secret} said on Friday that 40 ferries would run by May.`);
      const reading = await waitFor(
        'the page with its new words',
        async () => {
          const now = await desk.reading(url);
          return now.claims.some(({ text }) => text.includes(secret)) ? now : null;
        },
        20_000,
      );
      await settle(tab);

      const figure = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      const card = await openCard(tab, figure.words, figure.subject.name);
      await clickInFrame(tab, card.frame, named(words.card.note));
      await waitFor('a field', () => card.frame.evaluate(isWriting, null));
      await tab.type('Ask again');
      expect(await desk.tab.evaluate(listDrafts, null)).toEqual([]);
      for (let left = 4; left > 0 && (await findCard(tab)) !== null; left -= 1) await tab.press('Escape');
      await waitForNoCard(tab);
      const claim = await chooseClaim(tab, reading, ({ quotes }) => quotes.length > 0);
      await openCard(tab, claim.words, claim.subject.text);
      const panel = await openBeside(session(), `${driver.origin}sidepanel.html?tab=${await desk.tabId(url)}`);
      await waitForText(panel, words.memory.private);

      if (driver.background !== null) {
        const press = { menuItemId: 'look-up', selectionText: secret, url, frameUrl: null };
        await (await driver.background()).evaluate(pressMenu, press);
        const library = await driver.arrived(`${driver.origin}library.html#/handed/`);
        await waitFor('the name', () => library.evaluate(isNamed, secret));
        await library.close();
      }

      // A page of an ordinary window that is read afterwards is in the store: whatever was to be written has been.
      const address = session().fresh('earlier.html');
      const ordinary = await openBeside(session(), address);
      const after = await waitFor(
        'the ordinary page in memory',
        async () => {
          const now = await countAll(session());
          return now.pages === before.pages + 1 ? now : null;
        },
        20_000,
      );
      expect(after.titles.filter((title) => title === reading.article.title)).toEqual(
        before.titles.filter((title) => title === reading.article.title),
      );
      await desk.askBackground('forget', { what: { kind: 'page', urls: [address] } });
      expect(await countAll(session())).toEqual(before);
      expect(filesWith(driver.profile, secret)).toEqual([]);
      await Promise.all([tab.close(), panel.close(), ordinary.close()]);
    });
  });
}

/** Opens a tab in the ordinary window: what a driver opens stands in the window that was opened last. */
async function openBeside({ driver, desk }: Session, url: string): Promise<Tab> {
  await desk.tab.evaluate(openTab, url);
  return driver.arrived(url);
}

const isNamed = (name: string): true | null => (document.body.textContent?.includes(name) === true ? true : null);

/** Rests on the words until their card is there: marks of words that have just come may be late. */
const isWriting = (): true | null => (document.activeElement instanceof HTMLTextAreaElement ? true : null);

/** What cards keep of what is begun in them. */
const listDrafts = async (): Promise<readonly string[]> => {
  const { storage } = (globalThis as unknown as { readonly chrome: SessionApi }).chrome;
  return Object.keys(await storage.session.get(null)).filter((key) => key.startsWith('card-draft:'));
};

interface SessionApi {
  readonly storage: { readonly session: { get(keys: null): Promise<object> } };
}

const openCard = (tab: Tab, words: Words, text: string): Promise<OpenCard> =>
  waitFor(
    `a card that says "${text}"`,
    async () => {
      await hoverWords(tab, words);
      await sleep(1000);
      const card = await findCard(tab);
      return card?.text.includes(text) === true ? card : null;
    },
    20_000,
  );

async function countAll({ desk }: Session) {
  const pages = await desk.askBackground<RememberedPages>('rememberedPages', { offset: 0, limit: 100 });
  const store = await desk.askBackground<StoreCounts>('storeCounts', {});
  return { store, pages: pages.total, titles: pages.pages.map(({ title }) => title) };
}

/** Files below a folder that have the words in them, as bytes of UTF-8 or UTF-16. */
function filesWith(folder: string, found: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const path = join(entry.parentPath, entry.name);
    const bytes = readFileSync(path);
    return bytes.includes(found) || bytes.includes(Buffer.from(found, 'utf16le')) ? [path] : [];
  });
}

/** Runs in a page of the extension's. */
async function openPrivateWindow(url: string): Promise<void> {
  interface Api {
    readonly windows: { create(of: { readonly url: string; readonly incognito: true }): Promise<unknown> };
  }
  const scope = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  await (scope.browser ?? scope.chrome).windows.create({ url, incognito: true });
}

/** Runs in a page of the extension's. */
async function openTab(url: string): Promise<void> {
  interface Api {
    readonly tabs: {
      getCurrent(): Promise<{ readonly windowId: number }>;
      create(of: { readonly url: string; readonly windowId: number }): Promise<unknown>;
    };
  }
  const scope = globalThis as unknown as { readonly browser?: Api; readonly chrome: Api };
  const { tabs } = scope.browser ?? scope.chrome;
  const { windowId } = await tabs.getCurrent();
  await tabs.create({ url, windowId });
}

function addParagraph(text: string): void {
  const last = [...document.querySelectorAll('article p')].at(-1) ?? document.querySelector('p:last-of-type');
  const added = document.createElement('p');
  added.textContent = text;
  last?.after(added);
}
