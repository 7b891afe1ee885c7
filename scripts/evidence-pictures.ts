import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../lib/i18n/words.ts';
import { root } from './command.ts';
import { pressNamed, pressRow } from './drive/by-name.ts';
import { type Driver, waitFor } from './drive/driver.ts';
import { handleOf, hoverWords, settle, waitForCard } from './drive/pointing.ts';
import { openDesk } from './drive/reading.ts';
import { stillPicture } from './drive/still-picture.ts';
import { openSample } from './sample.ts';
import { serveFolder } from './serve.ts';

/** The card of a claim that somebody has checked, and claims of which some are chosen to be saved. */
export async function takeEvidencePictures(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await takeFactCheck(driver, folder);
  await takeChosenClaims(driver, folder);
}

async function takeFactCheck(driver: Driver, folder: string): Promise<void> {
  const site = await serveFolder(join(root, 'tests', 'fixtures', 'stories'));
  const desk = await openDesk(driver);
  await desk.set({ memory: 'on', density: 'everything' });
  const at = (page: string): string => new URL(page, site.url).href;
  const check = await driver.open(at('check.html'));
  await desk.reading(at('check.html'));
  await check.close();
  const page = await driver.open(at('water.html'));
  await page.resize({ width: 760, height: 760 });
  const reading = await desk.reading(at('water.html'));
  const claim = reading.claims.find(({ quantities }) => quantities.some(({ unit }) => unit === 'percent'));
  const handle = claim === undefined ? null : handleOf({ ...claim, checkWorthiness: 1 });
  if (claim === undefined || handle === null) throw new Error('the page has no claim of a share');
  await settle(page);
  await page.bringToFront();
  await hoverWords(page, handle);
  const { frame } = await waitForCard(page, words.evidence.factChecks.toUpperCase());
  await waitFor('the review', () => frame.evaluate(showReview, null));
  writeFileSync(join(folder, 'fact-check.png'), await stillPicture(page));
  await page.close();
  await site.close();
}

/** Scrolls the card to its fact checks; null while it has none. */
function showReview(): true | null {
  const part = document.querySelector('.reviews')?.closest('section');
  part?.scrollIntoView({ block: 'end', behavior: 'instant' });
  return part === undefined || part === null ? null : true;
}

/** Which claims of the article the picture has chosen. */
const chosen = [0, 2];

async function takeChosenClaims(driver: Driver, folder: string): Promise<void> {
  const desk = await openDesk(driver, 0);
  const { url, reading, close } = await openSample(driver, desk);
  const panel = await driver.open('about:blank');
  await panel.resize({ width: 400, height: 640 });
  await panel.goto(`${driver.origin}sidepanel.html?tab=${await desk.tabId(url)}`);
  await panel.bringToFront();
  await pressRow(panel, words.claims);
  await pressNamed(panel, words.evidence.select);
  for (const at of chosen) await pressRow(panel, reading.claims[at]?.text ?? '');
  await panel.moveMouse({ x: 1, y: 1 });
  await panel.evaluate(() => {
    for (const each of document.querySelectorAll('*')) each.scrollTop = 0;
    document.querySelector<HTMLElement>(':focus')?.blur();
  }, null);
  writeFileSync(join(folder, 'choose-claims.png'), await stillPicture(panel));
  await panel.close();
  await close();
}
