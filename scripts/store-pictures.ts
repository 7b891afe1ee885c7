import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Driver, type Tab, waitFor } from './drive/driver.ts';
import { findCard, findWords, handleOf, hoverWords, settle, waitForNoCard, type Words } from './drive/pointing.ts';
import { openDesk } from './drive/reading.ts';
import { stillPicture } from './drive/still-picture.ts';
import { openSample } from './sample.ts';

/** What the stores ask for. */
const size = { width: 1280, height: 800 };
const panelWidth = 400;

interface Halves {
  readonly left: string;
  readonly right: string;
}

/** Runs in a page of ours: two pictures side by side, with a line between. */
function showBeside({ left, right }: Halves): Promise<null> {
  const toImage = (base64: string): HTMLImageElement => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    image.style.cssText = 'display: block; height: 800px; flex: none';
    return image;
  };
  const [page, panel] = [toImage(left), toImage(right)];
  panel.style.borderInlineStart = '1px solid #0003';
  document.body.style.cssText = 'margin: 0; display: flex; overflow: hidden; background: #fff';
  document.body.replaceChildren(page, panel);
  return Promise.all([page.decode(), panel.decode()]).then(() => null);
}

/** The pictures of the stores' pages, from the sample articles: a figure, a claim, the panel beside, library, welcome. */
export async function takeStorePictures(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const keep = async (tab: Tab, name: string): Promise<void> =>
    writeFileSync(join(folder, `${name}.png`), await stillPicture(tab));
  const desk = await openDesk(driver);
  const sample = await openSample(driver, desk);
  const { page, reading } = sample;
  await page.resize(size);
  await page.evaluate(() => document.querySelector<HTMLElement>('[aria-label="Cookies"] button')?.click(), null);
  await settle(page);
  const open = async (words: Words, name: string): Promise<void> => {
    await page.bringToFront();
    await hoverWords(page, words);
    await waitFor('the card', () => findCard(page));
    await keep(page, name);
    await page.press('Escape');
    await waitForNoCard(page);
  };
  for (const { name, entity, type } of reading.figures) {
    const words = { words: name };
    if (entity === null || type !== 'person' || (await findWords(page, words)) === null) continue;
    await open(words, '1-figure');
    break;
  }
  const claims = reading.claims.toSorted((a, b) => b.related.length - a.related.length);
  for (const claim of claims) {
    const words = handleOf(claim);
    if (words === null || (await findWords(page, words)) === null) continue;
    await open(words, '2-claim');
    break;
  }

  const tabId = await desk.tabId(sample.url);
  await page.evaluate(() => scrollTo(0, 0), null);
  await page.moveMouse({ x: 3, y: 3 });
  await page.resize({ width: size.width - panelWidth, height: size.height });
  await settle(page);
  await page.bringToFront();
  const left = await stillPicture(page);
  const panel = await driver.open('about:blank');
  await panel.resize({ width: panelWidth, height: size.height });
  await panel.goto(`${driver.origin}sidepanel.html?tab=${tabId}`);
  await panel.bringToFront();
  await waitFor('the panel with the figures', async () => {
    const text = await panel.evaluate(() => document.body.innerText, null);
    return text.includes(reading.figures[0]?.name ?? '?') ? true : null;
  });
  const right = await stillPicture(panel);
  await panel.goto('about:blank');
  await panel.resize(size);
  await panel.evaluate(showBeside, { left: left.toString('base64'), right: right.toString('base64') });
  await keep(panel, '3-side-panel');

  const known = reading.figures.find(
    ({ entity, type, statements }) => entity !== null && type === 'person' && statements.length > 0,
  );
  for (const [name, address] of [
    ['4-library', `library.html#/entity/${encodeURIComponent(known?.entity ?? '')}`],
    ['5-welcome', 'welcome.html'],
  ] as const) {
    await panel.goto(`${driver.origin}${address}`);
    await panel.bringToFront();
    await settle(panel);
    await keep(panel, name);
  }
  await panel.close();
  await sample.close();
}
