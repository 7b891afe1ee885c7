import { mkdirSync } from 'node:fs';
import { type Browser, launch } from 'puppeteer-core';
import type { InstalledBrowser } from './browsers.ts';
import { quietSwitches } from './drive/chromium.ts';

export interface Opening {
  readonly browser: InstalledBrowser;
  /** The built extension's folder. */
  readonly extension: string;
  /** Folder of the profile; kept from one start to the next. */
  readonly profile: string;
  readonly url: string;
}

const launchBrowser = ({ browser, profile }: Opening): Promise<Browser> =>
  browser.family === 'chromium'
    ? launch({
        browser: 'chrome',
        executablePath: browser.path,
        headless: false,
        userDataDir: profile,
        defaultViewport: null,
        // Over a pipe the extension can be handed in by the debugging protocol, which branded Chrome still allows
        // since it began to ignore --load-extension (137).
        pipe: true,
        enableExtensions: true,
        ignoreDefaultArgs: ['--enable-automation'],
        args: [...quietSwitches, '--hide-crash-restore-bubble'],
        handleSIGINT: false,
      })
    : launch({
        browser: 'firefox',
        executablePath: browser.path,
        headless: false,
        userDataDir: profile,
        defaultViewport: null,
        handleSIGINT: false,
      });

/** Opens a browser window for the person at the machine; resolves when it is closed or the signal aborts. */
export async function openForPerson(opening: Opening, signal: AbortSignal): Promise<void> {
  mkdirSync(opening.profile, { recursive: true });
  const browser = await launchBrowser(opening);
  await browser.installExtension(opening.extension);
  const [first] = await browser.pages();
  const page = first ?? (await browser.newPage());
  await page.goto(opening.url);
  await new Promise<void>((resolve) => {
    browser.once('disconnected', () => resolve());
    signal.addEventListener('abort', () => void browser.close().finally(resolve), { once: true });
  });
}

/** Whether a window can be shown to somebody; `CI` says that nobody looks. */
export function hasDisplay(): boolean {
  const ci = process.env['CI'];
  if (ci !== undefined && ci !== '' && ci !== 'false') return false;
  if (process.platform === 'darwin' || process.platform === 'win32') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}
