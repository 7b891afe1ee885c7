import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { reasonWords } from '../lib/i18n/reason.ts';
import { entityTypes } from '../lib/model/entity.ts';
import type { Figure, PageClaim, PageReading } from '../lib/model/reading.ts';
import { type Driver, type Tab, waitFor } from './drive/driver.ts';
import { findCard, findWords, handleOf, hoverWords, settle, waitForNoCard, type Words } from './drive/pointing.ts';
import { openDesk } from './drive/reading.ts';
import { stillPicture } from './drive/still-picture.ts';

export interface TourStops {
  /** The page that is read first, so that something was said before. */
  readonly earlier: string;
  readonly article: string;
  /** Screenshots go there. */
  readonly folder: string;
}

const figuresShown = 3;
const claimsShown = 2;

/** The heaviest known person, organisation, place and so on first, then the others by weight, known ones before. */
function inTourOrder(figures: readonly Figure[]): readonly Figure[] {
  const known = figures.filter((figure) => figure.entity !== null);
  const firsts = entityTypes.flatMap((type) => known.find((figure) => figure.type === type) ?? []);
  return [...new Set([...firsts, ...known, ...figures])];
}

/** Something to compare with counts most, then figures, then check-worthiness. */
const weightOf = (claim: PageClaim): number =>
  claim.related.length * 2 + Math.min(claim.quantities.length, 1) + claim.checkWorthiness;

const claimsInTourOrder = (claims: readonly PageClaim[]): readonly PageClaim[] =>
  claims.toSorted((a, b) => weightOf(b) - weightOf(a));

const say = (line: string): void => void process.stdout.write(`${line}\n`);

interface Stop {
  readonly title: string;
  readonly file: string;
  readonly words: Words;
}

async function planStops(tab: Tab, reading: PageReading): Promise<readonly Stop[]> {
  const shown = async (words: Words | null): Promise<Words | null> =>
    words !== null && (await findWords(tab, words)) !== null ? words : null;
  const stops: Stop[] = [];
  for (const figure of inTourOrder(reading.figures)) {
    if (stops.length === figuresShown) break;
    const words = await shown({ words: figure.name });
    if (words !== null) stops.push({ title: figure.name, file: `figure-${stops.length + 1}`, words });
  }
  if (stops.length < figuresShown) throw new Error(`only ${stops.length} of the page's figures can be pointed at`);
  let claims = 0;
  for (const claim of claimsInTourOrder(reading.claims)) {
    if (claims === claimsShown) break;
    const words = await shown(handleOf(claim));
    if (words !== null) stops.push({ title: claim.text, file: `claim-${++claims}`, words });
  }
  if (claims < claimsShown) throw new Error(`only ${claims} of the page's claims can be pointed at`);
  return stops;
}

/** As every reader does first. */
function answerCookieNotice(): void {
  document.querySelector<HTMLElement>('[aria-label="Cookies"] button')?.click();
}

/** Walks the sample article as a reader would, prints what each card says, and leaves screenshots; throws at a fault. */
export async function takeTour(driver: Driver, { earlier, article, folder }: TourStops): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const keep = async (tab: Tab, file: string): Promise<void> =>
    writeFileSync(join(folder, `${file}.png`), await stillPicture(tab));

  const desk = await openDesk(driver);
  // As a reader who said yes when asked, so that the second article meets what the first one said.
  await desk.set({ memory: 'on' });
  const before = await driver.open(earlier);
  const earlierReading = await desk.reading(earlier);
  say(`Read before: ${earlierReading.article.title} (${earlierReading.claims.length} claims)`);
  await before.close();

  const page = await driver.open(article);
  const reading = await desk.reading(article);
  await page.evaluate(answerCookieNotice, null);
  await settle(page);
  say(`Reading: ${reading.article.title}`);
  say(`${reasonWords(reading.why)}; ${reading.figures.length} figures, ${reading.claims.length} claims`);
  await page.moveMouse({ x: 3, y: 3 });
  await keep(page, 'page');

  const visit = async ({ title, words, file }: Stop): Promise<string> => {
    await hoverWords(page, words);
    await waitFor(`the card of "${title}"`, () => findCard(page));
    await keep(page, file);
    const card = await findCard(page);
    await page.press('Escape');
    await waitForNoCard(page);
    return card?.text ?? '';
  };
  const stops = await planStops(page, reading);
  for (const stop of stops) say(`\n--- ${stop.file}: ${stop.title}\n${await visit(stop)}`);
  const [first] = stops;
  if (first !== undefined && page.setColourScheme !== null) {
    await page.setColourScheme('dark');
    await settle(page);
    await visit({ ...first, file: `${first.file}-dark` });
  }

  const tabId = await desk.tabId(article);
  for (const [name, size] of [
    ['popup', { width: 400, height: 580 }],
    ['sidepanel', { width: 420, height: 900 }],
  ] as const) {
    const panel = await driver.open('about:blank');
    await panel.resize(size);
    await panel.goto(`${driver.origin}${name}.html?tab=${tabId}`);
    const text = await waitFor(`the ${name} with the page's figures`, async () => {
      const shown = await panel.evaluate(() => document.body.innerText, null);
      return reading.figures.slice(0, 1).every((figure) => shown.includes(figure.name)) ? shown : null;
    });
    say(`\n--- ${name}\n${text.trim()}`);
    await keep(panel, name);
    await panel.close();
  }
}
