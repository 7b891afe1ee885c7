import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dateWords } from '../../../components/dates.ts';
import { relationWords } from '../../../components/words.ts';
import { passageLink } from '../../../lib/evidence/text-fragment.ts';
import { words } from '../../../lib/i18n/words.ts';
import type { StoreCounts } from '../../../lib/message/protocol.ts';
import type { RememberedPages } from '../../../lib/model/memory.ts';
import type { PageClaim } from '../../../lib/model/reading.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { chooseClaim } from '../harness/choice.ts';
import { clickControl, named, waitForText } from '../harness/controls.ts';
import type { Session } from '../harness/session.ts';

/** What is kept of what was read, and what is not. */
export function describeMemory(session: () => Session): void {
  const remembered = (): Promise<RememberedPages> =>
    session().desk.askBackground<RememberedPages>('rememberedPages', { offset: 0, limit: 100 });
  const waitForPages = (count: number): Promise<true> =>
    waitFor(`${count} pages in memory`, async () => ((await remembered()).total === count ? true : null));
  const forgetAll = () => session().desk.askBackground('forget', { what: { kind: 'all' } });
  const openBeside = async (page: 'popup' | 'sidepanel', url: string): Promise<Tab> => {
    const tabId = await session().desk.tabId(url);
    const panel = await session().driver.open('about:blank');
    await panel.resize({ width: 400, height: 800 });
    await panel.goto(`${session().driver.origin}${page}.html?tab=${tabId}`);
    await panel.bringToFront();
    return panel;
  };

  describe('memory', () => {
    beforeEach(async () => {
      await session().set({ memory: 'on' });
      await forgetAll();
    });
    afterEach(() => session().set({}));

    test('keeps nothing before the reader has answered, then what the answer says', async () => {
      await session().set({});
      const first = await session().read('article.html');
      expect((await remembered()).total).toBe(0);
      const popup = await openBeside('popup', first.url);
      await waitForText(popup, words.memory.ask);
      await clickControl(popup, named(words.memory.yes));
      await waitForText(popup, words.memory.none);
      expect(await popup.evaluate(() => document.body.innerText, null)).not.toContain(words.memory.ask);
      const next = await session().read('article.html');
      await waitForPages(1);
      await Promise.all([first.tab.close(), next.tab.close(), popup.close()]);
    });

    test('two articles with differing figures: the card shows both receipts', async () => {
      const earlier = await session().read('earlier.html');
      const article = await session().read('article.html');
      await article.tab.bringToFront();
      const differs = ({ related, checkWorthiness }: PageClaim): boolean =>
        checkWorthiness >= 0.5 && related.some(({ relation }) => relation === 'differs');
      const { subject, words: at } = await chooseClaim(article.tab, article.reading, differs);
      await hoverWords(article.tab, at);
      const { frame } = await waitForCard(article.tab, words.card.numbersDiffer.toUpperCase());
      await waitForText(frame, earlier.reading.article.publisher ?? '?');
      const receipts = await frame.evaluate(readReceipts, null);
      const own = receipts.find(({ isOwn }) => isOwn);
      const other = receipts.find(({ relation }) => relation === relationWords('differs'));
      const stated = earlier.reading.claims.find(({ text }) => text === other?.words);
      for (const [receipt, page, exact] of [
        [own, article.reading.article, subject.text],
        [other, earlier.reading.article, stated?.text ?? 'what the earlier page says'],
      ] as const) {
        expect(receipt?.words).toBe(exact);
        expect(receipt?.from).toContain(page.publisher);
        expect(receipt?.from).toContain(dateWords(page.publishedAt ?? '?'));
        expect(receipt?.link).toBe(passageLink(page.canonicalUrl, exact));
        expect(receipt?.link).toContain('#:~:text=');
      }
      const rows = await frame.evaluate(
        () => [...document.querySelectorAll('tbody tr')].map((row) => row.textContent ?? ''),
        null,
      );
      expect(rows.some((row) => row.includes(earlier.reading.article.publisher ?? '?'))).toBe(true);
      expect(rows.some((row) => row.includes(words.thisArticle))).toBe(true);
      await article.tab.press('Escape');
      await waitForNoCard(article.tab);
      await Promise.all([earlier.tab.close(), article.tab.close()]);
    });

    test('a page is forgotten from the popup, and not kept again while it stands open', async () => {
      const { tab, url } = await session().read('article.html');
      await waitForPages(1);
      const popup = await openBeside('popup', url);
      await clickControl(popup, new RegExp(words.memory.forget));
      await clickControl(popup, named(words.memory.forgetPage));
      await waitForText(popup, words.memory.forgotten({ count: 1 }));
      await waitForPages(0);
      await tab.evaluate(addParagraph, 'The council of Velmora said on Friday that 40 ferries would run by May.');
      await waitFor('the page to be read anew', async () =>
        (await session().desk.reading(url)).claims.some(({ text }) => text.includes('Velmora')) ? true : null,
      );
      expect((await remembered()).total).toBe(0);
      await Promise.all([tab.close(), popup.close()]);
    });

    test('a site that is left out is read and not kept', async () => {
      await session().set({ memory: 'on', memorySitesOff: ['127.0.0.1'] });
      const { tab, url } = await session().read('article.html');
      const popup = await openBeside('popup', url);
      await waitForText(popup, words.memory.siteOff({ site: '127.0.0.1' }));
      expect((await remembered()).total).toBe(0);
      await Promise.all([tab.close(), popup.close()]);
    });

    test('a site is left out and taken back from the popup, whatever is kept of it', async () => {
      const { tab, url } = await session().read('article.html');
      await waitForPages(1);
      const popup = await openBeside('popup', url);
      await waitForText(popup, keptWords);
      await clickControl(popup, new RegExp(words.memory.forget));
      for (const [press, isOn] of ['false', 'true', 'false'].entries()) {
        await clickControl(popup, named(words.memory.onSite({ site: '127.0.0.1' })));
        await waitFor(`the switch to say ${isOn} after press ${press + 1}`, () => popup.evaluate(findSwitch, isOn));
      }
      await clickControl(popup, named(words.memory.forgetSite({ site: '127.0.0.1' })));
      await clickControl(popup, named(words.memory.sure));
      await waitForText(popup, words.memory.siteOff({ site: '127.0.0.1' }));
      await waitForPages(0);
      await Promise.all([tab.close(), popup.close()]);
    });

    test('options list what is kept by day, and forget a page, then all', async () => {
      const one = await session().read('earlier.html');
      const other = await session().read('article.html');
      await waitForPages(2);
      const options = await session().driver.open(`${session().driver.origin}options.html`);
      await options.bringToFront();
      const title = one.reading.article.title ?? '?';
      await waitForText(options, title);
      await clickControl(options, named(words.memory.forgetThis({ title })));
      await waitForPages(1);
      await clickControl(options, named(words.memory.forgetEverything));
      await clickControl(options, named(words.memory.sure));
      await waitForPages(0);
      await waitForText(options, words.memory.nothing);
      await Promise.all([one.tab.close(), other.tab.close(), options.close()]);
    });

    test('the store is as it was once all is forgotten', async () => {
      const counts = () => session().desk.askBackground<StoreCounts>('storeCounts', {});
      const before = await counts();
      const { tab } = await session().read('article.html');
      await waitForPages(1);
      expect((await counts()).claims).toBeGreaterThan(before.claims);
      await forgetAll();
      expect(await counts()).toEqual(before);
      await tab.close();
    });
  });
}

/** What the line of a page's memory begins with once the page is known to be kept: from then on its buttons lie still. */
const keptWords = words.memory.kept({ count: 2 }).split(',')[0] ?? '?';

interface ShownReceipt {
  readonly isOwn: boolean;
  /** How the card names the relation; empty for the claim itself. */
  readonly relation: string;
  readonly words: string;
  /** Outlet and date as they stand there. */
  readonly from: string;
  readonly link: string;
}

/** Runs in a claim's card: the receipt of the claim itself and those of the statements below. */
function readReceipts(): readonly ShownReceipt[] {
  const textIn = (element: Element, selector: string): string => element.querySelector(selector)?.textContent ?? '';
  return [...document.querySelectorAll('.claim__words, .related__item')].map((element) => ({
    isOwn: element.classList.contains('claim__words'),
    relation: textIn(element, '.related__relation'),
    words: textIn(element, '.words'),
    from: textIn(element, '.claim__place, .source'),
    link: element.querySelector('a')?.href ?? '',
  }));
}

/** Whether the site's switch says so. */
const findSwitch = (isOn: string): true | null =>
  document.querySelector('.page-memory [role="switch"]')?.getAttribute('aria-checked') === isOn ? true : null;

function addParagraph(text: string): void {
  const last = [...document.querySelectorAll('article p')].at(-1) ?? document.querySelector('p:last-of-type');
  const added = document.createElement('p');
  added.textContent = text;
  last?.after(added);
}
