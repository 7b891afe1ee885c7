/** Pages of our own that live as pages of news do (tests/fixtures/live), on a server of their own. */
import { join } from 'node:path';
import type { PageReading } from '../../../lib/model/reading.ts';
import { root } from '../../../scripts/command.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { serveFolder } from '../../../scripts/serve.ts';
import type { Session } from './session.ts';

export interface LiveSite {
  /** An address of the page that no other tab has. */
  readonly address: (page: string) => string;
  /** Opens the page in a tab in front. */
  readonly visit: (page: string) => Promise<{ readonly tab: Tab; readonly url: string }>;
  /** The reading that names someone, as soon as it is there. */
  readonly readingWith: (url: string, name: string) => Promise<PageReading>;
  /** Rests on the words until their card is open, and closes it. */
  readonly openCard: (tab: Tab, words: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

export const namesOf = (reading: PageReading): readonly string[] => reading.figures.map(({ name }) => name);

/** The same files on a server of another origin, each time it is called. */
export const serveLivePages = () => serveFolder(join(root, 'tests', 'fixtures', 'live'));

export async function openLiveSite({ driver, desk }: Session): Promise<LiveSite> {
  const site = await serveLivePages();
  let visits = 0;
  const address = (page: string): string => `${site.url}${page}${page.includes('?') ? '&' : '?'}visit=${++visits}`;
  return {
    address,
    visit: async (page) => {
      const url = address(page);
      const tab = await driver.open(url);
      await tab.bringToFront();
      return { tab, url };
    },
    readingWith: (url, name) =>
      waitFor(
        `a reading of ${url} with ${name}`,
        async () => {
          const state = await desk.pageState(url);
          return state?.state === 'analysed' && namesOf(state.reading).includes(name) ? state.reading : null;
          // A page that has changed for nothing several times is looked at again after up to six seconds of quiet.
        },
        20_000,
      ),
    openCard: async (tab, words) => {
      await hoverWords(tab, { words });
      await waitForCard(tab, words);
      await tab.press('Escape');
      await waitForNoCard(tab);
    },
    close: () => site.close(),
  };
}
