import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { ReviewFeed } from '../../../lib/model/review.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import { root } from '../../../scripts/command.ts';
import { type Frame, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { handleOf, hoverWords, settle, waitForCard } from '../../../scripts/drive/pointing.ts';
import { serveFolder, type Site } from '../../../scripts/serve.ts';
import { clickControl, clickInFrame, named, waitForText } from '../harness/controls.ts';
import { fillField } from '../harness/forms.ts';
import { servePacks } from '../harness/pack-server.ts';
import type { Session } from '../harness/session.ts';

/** Fact checks, copies of one report, changed quotes and what is saved of a claim, on pages that change and repeat. */
export function describeEvidence(session: () => Session): void {
  let site: Site;
  beforeAll(async () => {
    site = await serveFolder(join(root, 'tests', 'fixtures', 'stories'));
  });
  afterAll(() => site.close());
  beforeEach(async () => {
    await session().set({ memory: 'on', density: 'everything' });
    await session().desk.askBackground('forget', { what: { kind: 'all' } });
  });

  interface Open {
    readonly tab: Tab;
    readonly url: string;
    readonly reading: PageReading;
  }
  const read = async (page: string): Promise<Open> => {
    const url = new URL(page, site.url).href;
    const tab = await session().driver.open(url);
    const reading = await session().desk.reading(url);
    await settle(tab);
    await tab.bringToFront();
    return { tab, url, reading };
  };
  const openClaim = async ({ tab, reading }: Open, part: string): Promise<Frame> => {
    const claim = reading.claims.find(({ text }) => text.includes(part));
    // In the density of these scenarios every claim has a mark, whatever it is worth.
    const at = claim === undefined ? null : handleOf({ ...claim, checkWorthiness: 1 });
    if (claim === undefined || at === null) throw new Error(`no claim that says ${part}`);
    await hoverWords(tab, at);
    return (await waitForCard(tab, claim.quotes[0] ?? claim.text)).frame;
  };
  const openBeside = async (page: 'popup' | 'sidepanel', url: string): Promise<Tab> => {
    const tabId = await session().desk.tabId(url);
    const panel = await session().driver.open('about:blank');
    await panel.resize({ width: 400, height: 800 });
    await panel.goto(`${session().driver.origin}${page}.html?tab=${tabId}`);
    await panel.bringToFront();
    return panel;
  };

  describe('evidence', () => {
    test('a fact check that was read shows in the card of the claim that it reviews, in its own words', async () => {
      const check = await read('check.html');
      await check.tab.close();
      const page = await read('water.html');
      const frame = await openClaim(page, '40 percent');
      const text = await waitForText(frame, 'Half of it: 22 percent leaks, the rest is not metered');
      expect(text).toContain('Plain Checks');
      expect(text).toContain('15\u00a0October 2026');
      const links = await frame.evaluate(() => [...document.querySelectorAll('a')].map(({ href }) => href), null);
      expect(links).toContain(check.url);
      await page.tab.close();
    });

    test('a fact check is forgotten with its page', async () => {
      const check = await read('check.html');
      await session().desk.askBackground('forget', { what: { kind: 'page', urls: [check.url] } });
      await check.tab.close();
      const page = await read('water.html');
      const frame = await openClaim(page, '40 percent');
      expect(await waitForText(frame, words.card.copyCitation)).not.toContain('Half of it');
      await page.tab.close();
    });

    test('a feed of reviews is imported from a file, shows offline, and goes when it is removed', async () => {
      const options = await session().driver.open(`${session().driver.origin}options.html`);
      await options.bringToFront();
      await waitForText(options, words.evidence.feedsHint);
      await options.evaluate(chooseFeed, {
        name: 'checks.json',
        text: feedOf('Nearly 40% of the water of Velmora is lost to leaks'),
      });
      await waitForText(options, words.evidence.imported({ count: 2 }));
      await waitForText(options, words.evidence.skipped({ count: 1 }));
      const page = await read('water.html');
      const frame = await openClaim(page, '40 percent');
      await waitForText(frame, 'Not quite, says the feed');
      await page.tab.press('Escape');
      await options.bringToFront();
      await clickControl(options, named(words.evidence.removeFeed));
      await waitFor('the feed to be gone', async () =>
        (await session().desk.askBackground<readonly unknown[]>('reviewFeeds', {})).length === 0 ? true : null,
      );
      await Promise.all([page.tab.close(), options.close()]);
    });

    test('a feed is imported from an address, and one that is stopped on the way leaves nothing', async () => {
      const options = await session().driver.open(`${session().driver.origin}options.html`);
      await options.bringToFront();
      await waitForText(options, words.evidence.feedsHint);
      const feeds = () => session().desk.askBackground<readonly ReviewFeed[]>('reviewFeeds', {});
      const server = await servePacks();
      server.put('checks.json', feedOf('Nearly 40% of the water of Velmora is lost to leaks'));
      server.put('long.json', longFeed(4_000));
      server.slow = { name: 'long.json', milliseconds: 250 };
      await fillField(options, named(words.evidence.feedAddress), server.at('long.json'));
      await clickControl(options, named(words.evidence.importFrom));
      await waitFor('some of the feed to be in', async () => ((await feeds()).length > 0 ? true : null));
      await clickControl(options, named(words.stop));
      await waitFor('nothing of it to be left', async () => ((await feeds()).length === 0 ? true : null));
      await fillField(options, named(words.evidence.feedAddress), server.at('none.json'));
      await clickControl(options, named(words.evidence.importFrom));
      await waitForText(options, '404');
      await fillField(options, named(words.evidence.feedAddress), server.at('checks.json'));
      await clickControl(options, named(words.evidence.importFrom));
      await waitForText(options, words.evidence.imported({ count: 2 }));
      for (const { id } of await feeds()) await session().desk.askBackground('removeReviewFeed', { id });
      await Promise.all([options.close(), server.close()]);
    });

    test('outlets that print one report count once', async () => {
      for (const name of ['ferry-one.html', 'ferry-two.html']) await (await read(name)).tab.close();
      const page = await read('ferry-three.html');
      const frame = await openClaim(page, 'by the book');
      const text = await waitForText(frame, words.evidence.oneText);
      expect(text.toLowerCase()).toContain(words.evidence.independent({ count: 2 }).toLowerCase());
      expect(text).toMatch(/The Velmora Courier, Harbour Post|Harbour Post, The Velmora Courier/);
      await page.tab.close();
    });

    test('what was said under a name that the store does not know is said before, in a narrow panel too', async () => {
      await (await read('water.html')).tab.close();
      const page = await read('pier.html');
      const panel = await openBeside('sidepanel', page.url);
      await panel.resize({ width: 320, height: 900 });
      await clickControl(panel, named('Dana Quill'));
      const text = await waitForText(panel, new RegExp(words.card.saidBefore, 'i'));
      expect(text).toContain('Nearly 40 percent of the water of Velmora is lost to leaks');
      const heights = await panel.evaluate(
        () =>
          [...document.querySelectorAll('.card__foot button')].map((button) => button.getBoundingClientRect().height),
        null,
      );
      // One line of words in each.
      expect(Math.max(...heights)).toBeLessThan(2 * Math.min(...heights));
      await Promise.all([page.tab.close(), panel.close()]);
    });

    test('a quote that the page changed is shown as changed', async () => {
      const page = await read('pier.html');
      await page.tab.evaluate(() => {
        const said = document.getElementById('said');
        if (said !== null) said.textContent = said.textContent?.replace('40', '14') ?? '';
      }, null);
      const reading = await waitFor('the page as it is now', async () => {
        const now = await session().desk.reading(page.url);
        return now.claims.some(({ text }) => text.includes('14 million')) ? now : null;
      });
      await settle(page.tab);
      const frame = await openClaim({ ...page, reading }, '14 million');
      const text = await waitForText(frame, new RegExp(words.evidence.changed, 'i'));
      expect(text).toContain('will cost 40 million euros');
      await page.tab.close();
    });

    test('a claim is saved from its card with its exact words and receipt', async () => {
      const page = await read('water.html');
      const frame = await openClaim(page, '40 percent');
      await clickInFrame(page.tab, frame, named(words.card.pin));
      await clickInFrame(page.tab, frame, named(words.card.copyCitation));
      await waitForText(frame, new RegExp(`${words.card.copied}|${words.card.copyFailed}`));
      await clickInFrame(page.tab, frame, named(words.evidence.export));
      const file = await page.tab.download(() => clickInFrame(page.tab, frame, named('Markdown')));
      expect(file.name).toMatch(/\.md$/);
      expect(file.text).toContain('Nearly 40 percent of the water of Velmora is lost to leaks');
      expect(file.text).toContain(`${page.url}#:~:text=`);
      expect(file.text).toContain(page.reading.receipt.textHash);
      await page.tab.close();
    });

    test('the timeline of a page leads to what is said of a time', async () => {
      const page = await session().read('article.html');
      const panel = await openBeside('sidepanel', page.url);
      await clickControl(panel, new RegExp(`^${words.panel.timeline}`));
      await waitForText(panel, '4\u00A0February 2022');
      const dates = await panel.evaluate(
        () => [...document.querySelectorAll('.panel-timeline__when')].map((date) => date.textContent),
        null,
      );
      expect(dates.indexOf('4\u00A0February 2022')).toBeGreaterThan(-1);
      expect(dates.indexOf('4\u00A0February 2022')).toBeLessThan(dates.indexOf('7\u00A0March 2022'));
      const { when } = page.reading.claims.find((claim) => claim.when?.from === '2022-02-04') ?? {};
      expect(when).toEqual({ from: '2022-02-04', to: '2022-02-04' });
      await clickControl(panel, /^4\sFebruary 2022/);
      await waitForText(panel, words.card.copyCitation);
      await Promise.all([page.tab.close(), panel.close()]);
    });

    test('claims that are chosen in the side panel are saved, and no others', async () => {
      const page = await read('water.html');
      const [first, second] = page.reading.claims;
      const panel = await openBeside('sidepanel', page.url);
      await clickControl(panel, new RegExp(`^${words.claims}`));
      await clickControl(panel, named(words.evidence.select));
      await clickControl(panel, named(first?.text ?? '?'));
      await clickControl(panel, named(words.evidence.exportCount({ count: 1 })));
      const csv = await panel.download(() => clickControl(panel, named('CSV')));
      expect(csv.text).toContain((first?.text ?? '?').replaceAll('"', '""'));
      expect(csv.text).not.toContain(second?.text ?? '?');
      const file = await panel.download(() => clickControl(panel, named('JSON-LD')));
      const { '@graph': graph } = JSON.parse(file.text) as {
        readonly '@graph': readonly { readonly '@type': string }[];
      };
      expect(graph.filter((node) => node['@type'] === 'Claim')).toMatchObject([{ text: first?.text }]);
      expect(graph.filter((node) => node['@type'] === 'ClaimReview')).toHaveLength(1);
      await Promise.all([page.tab.close(), panel.close()]);
    });
  });
}

/** A feed of so many reviews of different claims. */
const longFeed = (count: number): string =>
  JSON.stringify({
    '@type': 'DataFeed',
    dataFeedElement: Array.from({ length: count }, (_, i) => ({
      item: [
        {
          '@type': 'ClaimReview',
          claimReviewed: `The harbour of Velmora has ${i} cranes that nobody uses`,
          url: `https://feed.example/cranes/${i}`,
        },
      ],
    })),
  });

/** A feed of two reviews and an entry that is none. */
const feedOf = (claim: string): string => {
  const review = (claimReviewed: string) => ({
    '@type': 'ClaimReview',
    claimReviewed,
    url: `https://feed.example/${claimReviewed.length}`,
    author: { name: 'Feed Checks' },
    reviewRating: { alternateName: 'Not quite, says the feed' },
  });
  return JSON.stringify({
    '@type': 'DataFeed',
    dataFeedElement: [
      { item: [review(claim)] },
      { item: null },
      { item: [review('Something else altogether was said')] },
    ],
  });
};

/** Hands the file to the field of the last button, as the browser's own chooser would. */
function chooseFeed({ name, text }: { readonly name: string; readonly text: string }): void {
  const field = document.querySelector<HTMLInputElement>('.review-feeds input[type=file]');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], name, { type: 'application/json' }));
  if (field === null) throw new Error('no field for a file');
  field.files = transfer.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}
