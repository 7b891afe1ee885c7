import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Family, findBrowser } from '../../../scripts/browsers.ts';
import { root } from '../../../scripts/command.ts';
import { type ChromiumOptions, driveChromium } from '../../../scripts/drive/chromium.ts';
import type { Driver, Tab } from '../../../scripts/drive/driver.ts';
import { driveFirefox } from '../../../scripts/drive/firefox.ts';
import { settle } from '../../../scripts/drive/pointing.ts';
import { type Desk, openDesk } from '../../../scripts/drive/reading.ts';
import { outputFolder } from '../../../scripts/extension.ts';
import { serveFolder, type Site } from '../../../scripts/serve.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import type { Settings } from '../../../lib/model/settings.ts';

/** A browser with the extension, and the sample pages on a server of their own. */
export interface Session {
  readonly driver: Driver;
  readonly desk: Desk;
  /** Address of a sample page. */
  at(page: string): string;
  /** Address of the same page that no other tab has. */
  fresh(page: string): string;
  /** Opens a sample article anew and waits until it has been read and lies still. */
  read(page: string): Promise<{ readonly tab: Tab; readonly reading: PageReading; readonly url: string }>;
  /** Replaces what is stored of the settings; what is left out has its default. */
  set(settings: Partial<Settings>): Promise<void>;
}

/** Languages of the interface besides that of the browsers here, by the folders of their catalogues. */
export type SpokenLanguage = 'ar' | 'zh_CN';

/** Changes a copy of the build before it is loaded. */
type Prepare = (folder: string) => void | Promise<void>;

/** Browsers here have no other languages than English: another catalogue takes the place of the English one. */
export const speaking =
  (language: SpokenLanguage): Prepare =>
  (folder) => {
    const catalogue = (name: string): string => join(folder, '_locales', name, 'messages.json');
    cpSync(catalogue(language), catalogue('en'));
  };

async function start(
  family: Family,
  options: ChromiumOptions,
  prepare: Prepare,
): Promise<{ readonly session: Session; end(): Promise<void> }> {
  const browser = findBrowser(family);
  if (browser === null) throw new Error(`there is no ${family} here; npm test looks for it`);
  // A copy, so that a build that runs meanwhile does not pull the files away from under the browser.
  const folder = mkdtempSync(join(tmpdir(), 'sidelight-build-'));
  cpSync(outputFolder(family === 'chromium' ? 'chrome' : 'firefox'), folder, { recursive: true });
  await prepare(folder);
  const site: Site = await serveFolder(join(root, 'samples'));
  const driver = await (family === 'chromium'
    ? driveChromium(browser.path, folder, options)
    : driveFirefox(browser.path, folder));
  const desk = await openDesk(driver);
  const at = (page: string): string => new URL(page, site.url).href;
  let visits = 0;
  const fresh = (page: string): string => `${at(page)}?visit=${++visits}`;
  const session: Session = {
    driver,
    desk,
    at,
    fresh,
    read: async (page) => {
      const url = fresh(page);
      const tab = await driver.open(url);
      const reading = await desk.reading(url);
      await settle(tab);
      return { tab, reading, url };
    },
    set: desk.set,
  };
  return {
    session,
    end: async () => {
      await driver.close();
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** A session for the tests of one `describe`; opened before the first and closed after the last. */
export function useSession(family: Family, options: ChromiumOptions = {}, prepare: Prepare = () => {}): () => Session {
  let running: Awaited<ReturnType<typeof start>> | null = null;
  beforeAll(async () => {
    running = await start(family, options, prepare);
  });
  afterAll(async () => {
    await running?.end();
  });
  return () => {
    if (running === null) throw new Error('the browser has not started');
    return running.session;
  };
}
