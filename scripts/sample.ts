import { join } from 'node:path';
import type { PageReading } from '../lib/model/reading.ts';
import { root } from './command.ts';
import type { Driver, Tab } from './drive/driver.ts';
import type { Desk } from './drive/reading.ts';
import { serveFolder } from './serve.ts';

export interface OpenSample {
  readonly page: Tab;
  readonly url: string;
  readonly reading: PageReading;
  /** Closes the page, and the server behind it. */
  readonly close: () => Promise<void>;
}

/** The sample article in a tab, read, after the earlier one that says other things of the same people was remembered. */
export async function openSample(driver: Driver, desk: Desk): Promise<OpenSample> {
  const site = await serveFolder(join(root, 'samples'));
  const at = (page: string): string => new URL(page, site.url).href;
  await desk.set({ memory: 'on' });
  const earlier = await driver.open(at('earlier.html'));
  await desk.reading(at('earlier.html'));
  await earlier.close();
  const url = at('article.html');
  const page = await driver.open(url);
  const reading = await desk.reading(url);
  return {
    page,
    url,
    reading,
    close: async () => {
      await page.close();
      await site.close();
    },
  };
}
