/**
 * `npm start [-- firefox]`: builds, and opens a browser with the extension on the sample article; where nobody looks
 * (no display, or CI=true) it takes the tour headless and leaves its screenshots in tour/.
 */
import { join } from 'node:path';
import { type Family, findBrowser, type InstalledBrowser, provideBrowsers } from './browsers.ts';
import { root } from './command.ts';
import { driveChromium } from './drive/chromium.ts';
import { driveFirefox } from './drive/firefox.ts';
import { buildExtension, outputFolder, type Target } from './extension.ts';
import { hasDisplay, openForPerson } from './person.ts';
import { serveFolder, type Site } from './serve.ts';
import { runCommand } from './shell.ts';
import { takeTour } from './tour.ts';

/** The family asked for; else Chromium's, else Firefox where only that is there. */
async function chooseBrowser(word: string | undefined): Promise<InstalledBrowser> {
  if (word !== undefined && word !== 'chromium' && word !== 'firefox') {
    throw new Error(`"${word}" is no browser; there are chromium and firefox`);
  }
  const family: Family = word ?? (findBrowser('chromium') === null && findBrowser('firefox') ? 'firefox' : 'chromium');
  const provided = await provideBrowsers([family]);
  const [browser] = provided.ok ? provided.value : [];
  if (browser === undefined) throw new Error(provided.ok ? 'no browser' : provided.failure.advice);
  return browser;
}

async function openWindow(browser: InstalledBrowser, extension: string, site: Site): Promise<void> {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort());
  const url = new URL('article.html', site.url).href;
  process.stdout.write(`Sidelight is open on ${url}. Close the browser, or press Ctrl+C, to end.\n`);
  const profile = join(root, '.cache', 'profile', browser.family);
  await openForPerson({ browser, extension, profile, url }, stop.signal);
}

async function takeTourOf(browser: InstalledBrowser, extension: string, site: Site): Promise<void> {
  const drive = browser.family === 'chromium' ? driveChromium : driveFirefox;
  const driver = await drive(browser.path, extension);
  try {
    const folder = join(root, 'tour');
    const at = (page: string): string => new URL(page, site.url).href;
    await takeTour(driver, { earlier: at('earlier.html'), article: at('article.html'), folder });
    process.stdout.write('\nThe tour is done; its screenshots are in tour/\n');
  } finally {
    await driver.close();
  }
}

await runCommand(async () => {
  const browser = await chooseBrowser(process.argv[2]);
  const target: Target = browser.family === 'chromium' ? 'chrome' : 'firefox';
  await buildExtension([target]);
  const site = await serveFolder(join(root, 'samples'));
  try {
    await (hasDisplay() ? openWindow : takeTourOf)(browser, outputFolder(target), site);
  } finally {
    await site.close();
  }
  return 0;
});
