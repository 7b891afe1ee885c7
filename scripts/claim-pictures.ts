import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../lib/i18n/words.ts';
import { root } from './command.ts';
import { type Driver, type Tab, waitFor } from './drive/driver.ts';
import { settle } from './drive/pointing.ts';
import { openDesk } from './drive/reading.ts';
import { serveFolder } from './serve.ts';

const size = { width: 400, height: 640 };

/** Presses the row or tab in which the words stand; null while there is none. */
function press(text: string): true | null {
  const all = [...document.querySelectorAll<HTMLElement>('button, [role="tab"]')];
  const found = all.find((each) => each.getClientRects().length > 0 && each.textContent.includes(text));
  found?.click();
  return found === undefined ? null : true;
}

/** Lays the part of a card at the view's top; null while the card does not have it. */
function showPart(selector: string): true | null {
  const part = document.querySelector(selector)?.closest('section');
  part?.scrollIntoView({ block: 'start', behavior: 'instant' });
  document.querySelector<HTMLElement>(':focus')?.blur();
  return part === null || part === undefined ? null : true;
}

/** The pictures in cards, from the sample articles: amounts that differ on a line, and what somebody said when. */
export async function takeClaimPictures(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const site = await serveFolder(join(root, 'samples'));
  const at = (page: string): string => new URL(page, site.url).href;
  const desk = await openDesk(driver);
  await desk.set({ memory: 'on' });
  const earlier = await driver.open(at('earlier.html'));
  await desk.reading(at('earlier.html'));
  await earlier.close();
  const page = await driver.open(at('article.html'));
  const reading = await desk.reading(at('article.html'));

  const panel = await driver.open('about:blank');
  await panel.resize(size);
  const take = async (rows: readonly string[], part: string, name: string): Promise<void> => {
    await panel.goto(`${driver.origin}sidepanel.html?tab=${await desk.tabId(at('article.html'))}`);
    await panel.bringToFront();
    for (const row of rows) await waitFor(`a row with "${row}"`, () => panel.evaluate(press, row));
    await waitFor(part, () => panel.evaluate(showPart, part));
    await keep(panel, join(folder, `${name}.png`));
  };
  const differing = reading.claims.find(({ related }) => related.some(({ relation }) => relation === 'differs'));
  if (differing === undefined) throw new Error('no claim of the sample article differs from the earlier one');
  await take([words.claims, differing.text], '.number-line', 'number-line');
  const speaker = reading.figures.find(
    ({ type, entity, statements }) => type === 'person' && entity !== null && statements.length > 1,
  );
  if (speaker === undefined) throw new Error('nobody whom the store knows speaks in the sample article');
  await take([speaker.name], '.timeline', 'timeline');
  await Promise.all([panel.close(), page.close()]);
  await site.close();
}

async function keep(tab: Tab, file: string): Promise<void> {
  await settle(tab);
  writeFileSync(file, await tab.screenshot());
}
