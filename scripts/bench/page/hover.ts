import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame, Page } from 'playwright-core';
import type { PageReading } from '../../../lib/model/reading.ts';
import { waitFor } from '../../drive/driver.ts';
import { type BenchBrowser, heapOfPage } from './browser.ts';

/** Milliseconds that a card waits in this bench; what is measured is what comes on top of it. */
export const showDelay = 100;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Middles of names in view, each far enough from the last that its card is another one. */
const placesOf = (page: Page, names: readonly string[]): Promise<readonly Place[]> =>
  page.evaluate((wanted) => {
    const places: Place[] = [];
    const walker = document.createTreeWalker(document.querySelector('article') ?? document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.nodeValue ?? '';
      for (const name of wanted) {
        const at = text.indexOf(name);
        if (at === -1) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + name.length);
        const [box] = range.getClientRects();
        if (box === undefined || box.top < 60 || box.bottom > innerHeight - 60) continue;
        const place = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        if (places.every(({ x, y }) => Math.abs(x - place.x) + Math.abs(y - place.y) > 60)) places.push(place);
      }
    }
    return places;
  }, names);

/** In the card's frame: notes the time, since the epoch, at which a filled card was painted. */
function watchCard(): void {
  const scope = globalThis as unknown as { shownAt: number; wasOpen: boolean; cards: number };
  scope.shownAt = 0;
  scope.cards = 0;
  scope.wasOpen = false;
  const look = (): void => {
    const dialog = document.querySelector('[role="dialog"]');
    const isOpen = dialog !== null && !document.body.inert;
    if (isOpen && !scope.wasOpen) scope.cards += 1;
    if (isOpen && !scope.wasOpen)
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.addEventListener('message', () => (scope.shownAt = performance.timeOrigin + performance.now()));
        port1.start();
        port2.postMessage(null);
      });
    scope.wasOpen = isOpen;
  };
  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true, attributes: true });
}

const findFrame = (page: Page): Promise<Frame> =>
  waitFor('the card’s frame', async () => page.frames().find((frame) => frame.url().endsWith('popover.html')) ?? null);

/** A page whose names are hovered, its card's frame loaded and unused. */
export interface Hovering {
  readonly page: Page;
  readonly frame: Frame;
  readonly places: readonly Place[];
}

export async function openHovering(page: Page, reading: PageReading): Promise<Hovering> {
  await page.bringToFront();
  await page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
  const names = reading.figures.filter(({ entity }) => entity !== null).flatMap(({ forms }) => forms);
  const places = await placesOf(page, names);
  if (places.length < 2) throw new Error('fewer than two names in view');
  const frame = await findFrame(page);
  await frame.evaluate(watchCard);
  await page.evaluate(() => {
    const scope = globalThis as unknown as { restedAt: number };
    addEventListener('pointermove', ({ timeStamp }) => (scope.restedAt = performance.timeOrigin + timeStamp), true);
  });
  return { page, frame, places };
}

/**
 * Rests on one name after the other until each had its card `rounds` times: milliseconds from the pointer's coming to
 * rest to the card on the screen, without the delay.
 */
export async function timeHovers({ page, frame, places }: Hovering, rounds: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (const place of Array.from({ length: rounds }, () => places).flat()) {
    await page.mouse.move(4, 4);
    await page.keyboard.press('Escape');
    await waitFor('the card’s end', async () => ((await frame.evaluate(isClosed)) ? true : null));
    await page.mouse.move(place.x, place.y);
    const shown = await waitFor('a card', () => frame.evaluate(shownAt), 3_000).catch(() => null);
    if (shown === null) continue;
    const rested = await page.evaluate(() => (globalThis as unknown as { restedAt: number }).restedAt);
    times.push(shown - rested - showDelay);
  }
  return times;
}

export interface Heaps {
  readonly page: number;
  readonly card: number;
  readonly worker: number;
}

async function readHeaps(browser: BenchBrowser, page: Page): Promise<Heaps> {
  const [card, worker] = [await browser.heapOf('card'), await browser.heapOf('worker')];
  return { page: await heapOfPage(page), card: card ?? 0, worker: worker ?? 0 };
}

/** Milliseconds on each name, longer than a card takes that opens without a delay. */
const brief = 30;

const escape = { key: 'Escape', code: 'Escape', windowsVirtualKeyCode: 27 };

/**
 * Goes from name to name `count` times, each card opening at once and closing as the pointer goes on: bytes by which
 * heaps grew after the first tenth, and the cards shown. Speaks to the browser itself, without waiting for its answers:
 * those to a move over a card that closes in that moment come after five seconds.
 */
export async function growByHovers(
  browser: BenchBrowser,
  { page, frame, places }: Hovering,
  count: number,
): Promise<{ readonly growth: Heaps; readonly cards: number }> {
  const session = await page.context().newCDPSession(page);
  await frame.evaluate(() => void ((globalThis as unknown as { cards: number }).cards = 0));
  let early: Heaps | null = null;
  for (let nth = 0; nth < count; nth += 1) {
    const { x, y } = places[nth % places.length] ?? { x: 0, y: 0 };
    void session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...escape });
    void session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...escape });
    void session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await sleep(brief);
    if (nth === Math.floor(count / 10)) early = await readHeaps(browser, page);
  }
  const late = await readHeaps(browser, page);
  const from = early ?? late;
  await session.detach();
  return {
    growth: { page: late.page - from.page, card: late.card - from.card, worker: late.worker - from.worker },
    cards: await frame.evaluate(() => (globalThis as unknown as { readonly cards: number }).cards),
  };
}

function isClosed(): boolean {
  const scope = globalThis as unknown as { shownAt: number };
  const isGone = document.querySelector('[role="dialog"]') === null;
  if (isGone) scope.shownAt = 0;
  return isGone;
}

function shownAt(): number | null {
  const { shownAt: at } = globalThis as unknown as { readonly shownAt: number };
  return at > 0 ? at : null;
}
