import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { reasonWords } from '../../../lib/i18n/reason.ts';
import { words } from '../../../lib/i18n/words.ts';
import { root } from '../../../scripts/command.ts';
import { serveFolder } from '../../../scripts/serve.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { chooseFigure } from '../harness/choice.ts';
import { clickControl, findControl, named, waitForText } from '../harness/controls.ts';
import { fillField } from '../harness/forms.ts';
import { openPanel as openOf, waitForState as waitOf } from '../harness/panels.ts';
import { servePdf } from '../harness/pdf-site.ts';
import type { Session } from '../harness/session.ts';

/** Popup and side panel, opened as pages that are told which tab they stand beside. */
export function describePanels(session: () => Session): void {
  const openPanel = (page: 'popup' | 'sidepanel', beside: string): Promise<Tab> => openOf(session(), page, beside);
  const waitForState = (url: string, wanted: string): Promise<true> => waitOf(session(), url, wanted);

  describe('the popup', () => {
    let tab: Tab;
    let reading: PageReading;
    let url: string;

    beforeAll(async () => {
      await session().set({});
      ({ tab, reading, url } = await session().read('article.html'));
      await tab.bringToFront();
    });

    afterEach(() => session().set({}));

    test('says why a page is no article', async () => {
      const front = session().fresh('index.html');
      const page = await session().driver.open(front);
      await waitForState(front, 'not-article');
      const state = await session().desk.pageState(front);
      const popup = await openPanel('popup', front);
      await waitForText(popup, state?.state === 'not-article' ? reasonWords(state.why) : '?');
      await Promise.all([popup.close(), page.close()]);
    });

    test('reads a page that is no article where its reader wants it read', async () => {
      const site = await serveFolder(join(root, 'tests', 'fixtures', 'pages'));
      const docs = `${site.url}docs.html`;
      const page = await session().driver.open(docs);
      await waitForState(docs, 'not-article');
      const popup = await openPanel('popup', docs);
      await clickControl(popup, named(words.panel.readAnyway));
      await waitForState(docs, 'analysed');
      await waitForText(popup, words.reasons.asked);
      await Promise.all([popup.close(), page.close()]);
      await site.close();
    });

    test('says of a page that is out of reach what kind it is', async () => {
      const tabId = await session().desk.tab.evaluate(ownTabId, null);
      const popup = await session().driver.open(`${session().driver.origin}popup.html?tab=${tabId}`);
      await waitForText(popup, /page of the browser/i);
      await popup.close();
    });

    test('says of a PDF that it is one, also where its address does not', async () => {
      const site = await servePdf();
      const page = await session().driver.open('about:blank');
      // Firefox replaces the page by its viewer while it is gone to, which its protocol may take for a failure.
      await page.goto(site.url).catch(() => undefined);
      const popup = await openPanel('popup', site.url);
      await waitForText(popup, words.panel.pdf.text);
      await Promise.all([popup.close(), page.close()]);
      await site.close();
    });

    test('lists what the page names, with counts, and what it claims', async () => {
      const popup = await openPanel('popup', url);
      const shown = await waitForText(popup, reading.figures[0]?.name ?? '?');
      expect(shown).toContain(String(reading.figures.length));
      expect(shown).toContain(String(reading.claims.length));
      await clickControl(popup, new RegExp(`^${words.claims}`));
      const [claim] = reading.claims;
      await waitForText(popup, claim?.quotes[0] ?? claim?.text ?? '?');
      await popup.close();
    });

    test('leads to a mention and opens its card', async () => {
      const { subject } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      const popup = await openPanel('popup', url);
      await clickControl(popup, named(subject.name));
      await tab.bringToFront();
      await waitForCard(tab, subject.name);
      await tab.press('Escape');
      await waitForNoCard(tab);
      await popup.close().catch(() => undefined);
    });

    test('finds in the store what the page does not name', async () => {
      const popup = await openPanel('popup', url);
      await waitForText(popup, reading.figures[0]?.name ?? '?');
      await clickControl(popup, named(words.panel.filter));
      const query = 'a';
      const onPage = new Set(reading.figures.map(({ entity }) => entity));
      const found = await session().desk.askBackground<readonly { id: string; name: string }[]>('searchStore', {
        query,
      });
      const other = found.find(({ id }) => !onPage.has(id as never));
      await popup.type(other?.name ?? query);
      await clickControl(popup, named(other?.name ?? '?'));
      await findControl(popup, new RegExp(`^${words.back}`));
      await popup.close();
    });

    test('pauses everywhere, and resumes', async () => {
      const popup = await openPanel('popup', url);
      await clickControl(popup, named(words.pauseAll));
      await waitForState(url, 'off');
      await clickControl(popup, named(words.panel.resume));
      await waitForState(url, 'analysed');
      await popup.close();
    });

    test('switches itself off for the site, and on again', async () => {
      const popup = await openPanel('popup', url);
      await clickControl(popup, new RegExp(`^${words.panel.onThisSite({ site: '' })}`));
      await waitForState(url, 'off');
      await waitForText(popup, /off on this site/i);
      await clickControl(popup, new RegExp(`^${words.panel.onThisSite({ site: '' })}`));
      await waitForState(url, 'analysed');
      await popup.close();
    });
  });

  describe('the side panel', () => {
    let tab: Tab;
    let reading: PageReading;
    let url: string;

    beforeAll(async () => {
      ({ tab, reading, url } = await session().read('article.html'));
    });
    afterAll(() => tab.close());

    test('shows the same lists and opens a card in place', async () => {
      const { subject } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      const panel = await openPanel('sidepanel', url);
      await clickControl(panel, named(subject.name));
      await findControl(panel, new RegExp(`^${words.back}`));
      await waitForText(panel, subject.name);
      await panel.close();
    });

    test('its card takes a note and leads to the library, as a card on the page does', async () => {
      const { subject } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      const panel = await openPanel('sidepanel', url);
      await clickControl(panel, named(subject.name));
      await clickControl(panel, named(words.card.note));
      await fillField(panel, named(words.library.field.note), 'Ask again in spring');
      await clickControl(panel, named(words.library.save));
      await waitForText(panel, new RegExp(words.card.notes, 'i'));
      await waitForText(panel, 'Ask again in spring');
      await findControl(panel, named(words.lookUp.do));
      await findControl(panel, named(words.wrongName.open));
      await findControl(panel, named(words.library.name));
      await panel.close();
    });

    test('opened from the popup, it follows the tab in front', async () => {
      const own = await session().read('article.html');
      const front = session().fresh('index.html');
      const other = await session().driver.open(front);
      await waitForState(front, 'not-article');
      const state = await session().desk.pageState(front);
      const popup = await openPanel('popup', own.url);
      await clickControl(popup, named(words.panel.sidePanel));
      const says = (text: string): Promise<true> =>
        waitFor(`a side panel that says ${text}`, async () =>
          (await session().desk.tab.evaluate(readSidePanel, null))?.includes(text) === true ? true : null,
        );
      await own.tab.bringToFront();
      await says(own.reading.figures[0]?.name ?? '?');
      await other.bringToFront();
      await says(state?.state === 'not-article' ? reasonWords(state.why) : '?');
      await own.tab.bringToFront();
      await says(own.reading.figures[0]?.name ?? '?');
      await Promise.all([own.tab.close(), other.close()]);
    });

    test('keeps in step with the page that it stands beside', async () => {
      const panel = await openPanel('sidepanel', url);
      await waitForText(panel, reading.figures[0]?.name ?? '?');
      const front = session().fresh('index.html');
      await tab.goto(front);
      await waitForState(front, 'not-article');
      const state = await session().desk.pageState(front);
      await waitForText(panel, state?.state === 'not-article' ? reasonWords(state.why) : '?');
      const next = session().fresh('earlier.html');
      await tab.goto(next);
      const earlier = await session().desk.reading(next);
      await waitForText(panel, earlier.figures[0]?.name ?? '?');
      await panel.close();
    });
  });
}

/** Text of the real side panel, which is no tab; null while there is none. */
function readSidePanel(): string | null {
  interface Views {
    readonly extension: { getViews(): readonly Window[] };
  }
  const scope = globalThis as unknown as { readonly browser?: Views; readonly chrome: Views };
  const views = (scope.browser ?? scope.chrome).extension.getViews();
  const panel = views.find(({ location }) => location.pathname === '/sidepanel.html' && location.search === '');
  return panel?.document.body.innerText ?? null;
}

async function ownTabId(): Promise<number | undefined> {
  interface Tabs {
    readonly tabs: { getCurrent(): Promise<{ readonly id?: number } | undefined> };
  }
  const scope = globalThis as unknown as { readonly browser?: Tabs; readonly chrome: Tabs };
  return (await (scope.browser ?? scope.chrome).tabs.getCurrent())?.id;
}
