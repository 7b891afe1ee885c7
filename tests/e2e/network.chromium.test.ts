import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from '../../scripts/browsers.ts';
import { root } from '../../scripts/command.ts';
import { type ChromiumDriver, driveChromium } from '../../scripts/drive/chromium.ts';
import { waitFor } from '../../scripts/drive/driver.ts';
import { hoverWords, waitForCard } from '../../scripts/drive/pointing.ts';
import { type Desk, openDesk } from '../../scripts/drive/reading.ts';
import { outputFolder } from '../../scripts/extension.ts';
import { serveFolder, type Site } from '../../scripts/serve.ts';
import { chooseFigure } from './harness/choice.ts';
import { tapWire, type WireTap } from './harness/wire-tap.ts';

/** Ten articles: the two samples, each under five addresses of its own. */
const articles = Array.from({ length: 10 }, (_, at) => `${at % 2 === 0 ? 'article' : 'earlier'}-${at}.html`);

let folder: string;
let tap: WireTap;
let site: Site;
let driver: ChromiumDriver;
let desk: Desk;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-network-'));
  cpSync(outputFolder('chrome'), join(folder, 'build'), { recursive: true });
  for (const name of articles) {
    const sample = readFileSync(join(root, 'samples', `${name.split('-', 1)[0] ?? ''}.html`), 'utf8');
    writeFileSync(join(folder, name), sample.replace(/<link rel="canonical"[^>]*>/, ''));
  }
  tap = await tapWire();
  site = await serveFolder(folder);
  const found = findBrowser('chromium');
  if (found === null) throw new Error('there is no chromium here; npm test looks for it');
  driver = await driveChromium(found.path, join(folder, 'build'), { proxy: tap.address });
  desk = await openDesk(driver);
});
afterAll(async () => {
  await driver?.close();
  await site?.close();
  await tap?.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

/** What was sent meanwhile, each once; what the browser asks its maker for is none of ours. */
async function sentDuring(work: () => Promise<void>): Promise<readonly string[]> {
  const before = tap.log.length;
  await work();
  const sent = tap.log
    .slice(before)
    .filter((line) => !/\b(?:google|googleapis|gvt1|chromium)\.(?:com|org)\b/.test(line));
  return [...new Set(sent)].toSorted();
}

test('an ordinary reading of ten articles, cards and memory included, sends nothing of ours', async () => {
  const urls = articles.map((name) => new URL(name, site.url).href);
  await desk.set({ paused: true });
  const bare = await sentDuring(async () => {
    for (const url of urls) {
      const tab = await driver.open(url);
      await waitFor('a pause', async () => ((await desk.pageState(url))?.state === 'off' ? true : null));
      await tab.close();
    }
  });
  expect(bare.length).toBeGreaterThanOrEqual(articles.length);
  await desk.set({ memory: 'on' });
  const read = await sentDuring(async () => {
    for (const [at, url] of urls.entries()) {
      const tab = await driver.open(url);
      const reading = await desk.reading(url);
      if (at < 2) {
        await tab.bringToFront();
        const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
        await hoverWords(tab, words);
        await waitForCard(tab, subject.name);
      }
      await tab.close();
    }
    await driver.killBackground();
    const popup = await driver.open(`${driver.origin}popup.html`);
    await popup.close();
  });
  expect(read).toEqual(bare);

  // The tap does hear the worker: a look-up that is asked for goes through it.
  const asked = await sentDuring(async () => {
    await desk.askBackground('lookUp', { name: 'Velmora' }).catch(() => undefined);
  });
  expect(asked.some((line) => line.startsWith('CONNECT en.wikipedia.org'))).toBe(true);
}, 120_000);
