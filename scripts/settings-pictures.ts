import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../lib/i18n/words.ts';
import { type Driver, type Tab, waitFor } from './drive/driver.ts';
import { openDesk } from './drive/reading.ts';
import { stillPicture } from './drive/still-picture.ts';
import { openSample } from './sample.ts';

/** What a reader has who has set up a few things. */
const settings = {
  memory: 'on',
  keepDays: 90,
  sitesOff: ['mail.example.org', 'example.org/games', '*.bank.example'],
  memorySitesOff: ['health.example.org'],
} as const;

/** Lays the part under that heading a little below the view's top; null while the page does not have it. */
function showPart(title: string): true | null {
  const heading = [...document.querySelectorAll('h2')].find((each) => each.textContent.trim() === title);
  if (heading === undefined) return null;
  scrollTo({ top: heading.getBoundingClientRect().top + scrollY - 20, behavior: 'instant' });
  document.querySelector<HTMLElement>(':focus')?.blur();
  return true;
}

/** Parts of the settings that have a picture of their own, with the height that each takes. */
const parts = [
  ['opening', words.options.onPage, 602],
  ['sites', words.options.where, 516],
  ['memory', words.options.memory, 480],
] as const;

/** The question whether to remember, as the welcome page asks it, and parts of the settings. */
export async function takeSettingsPictures(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const keep = async (tab: Tab, part: string, name: string): Promise<void> => {
    await waitFor(part, () => tab.evaluate(showPart, part));
    writeFileSync(join(folder, `${name}.png`), await stillPicture(tab));
  };
  const welcome = await driver.open(`${driver.origin}welcome.html`);
  await welcome.bringToFront();
  await welcome.resize({ width: 1100, height: 380 });
  await waitFor('the sample', () => welcome.evaluate(() => document.querySelector('.facts') !== null || null, null));
  await keep(welcome, words.welcome.where, 'consent');
  await welcome.close();

  const desk = await openDesk(driver);
  const sample = await openSample(driver, desk);
  await sample.close();
  await desk.set(settings);
  const options = await driver.open(`${driver.origin}options.html`);
  await options.bringToFront();
  for (const [name, part, height] of parts) {
    await options.resize({ width: 860, height });
    await keep(options, part, name);
  }
  await options.close();
}
