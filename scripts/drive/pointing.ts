import { setTimeout as sleep } from 'node:timers/promises';
import type { PageClaim } from '../../lib/model/reading.ts';
import { notable } from '../../lib/page/marks/density.ts';
import { type Box, type Frame, type Point, type Tab, waitFor } from './driver.ts';

interface Wanted {
  readonly words: string;
  /** Which of the occurrences, from 0. */
  readonly nth: number;
  /** The part of the words that is pointed at. */
  readonly from: number;
  readonly to: number;
}

/** Runs in the page: scrolls the part to the middle of the view; the box of its first line, or null. */
function locate({ words, nth, from, to }: Wanted): Box | null {
  const body = document.querySelector('article, main') ?? document.body;
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT);
  const nodes: { readonly node: Text; readonly start: number }[] = [];
  let text = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!(node instanceof Text) || parent === null) continue;
    if (parent.closest('script, style, nav, aside, footer, form') !== null) continue;
    if (parent.getClientRects().length === 0) continue;
    nodes.push({ node, start: text.length });
    text += node.data;
  }
  const place = (offset: number): readonly [Text, number] | null => {
    const found = nodes.findLast(({ start }) => start <= offset);
    return found === undefined ? null : [found.node, offset - found.start];
  };
  // The page may wrap its lines anywhere; the words come with single spaces.
  const source = words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+');
  const match = [...text.matchAll(new RegExp(source, 'g'))][nth];
  if (match === undefined) return null;
  const start = place(match.index + from);
  const end = place(match.index + Math.max(from, to - 1));
  if (start === null || end === null) return null;
  const range = document.createRange();
  range.setStart(...start);
  range.setEnd(end[0], end[1] + 1);
  start[0].parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = range.getClientRects()[0];
  return box === undefined ? null : { x: box.x, y: box.y, width: box.width, height: box.height };
}

/** Some words of the page's article; `from` and `to` (all of them unless told) say which part is meant. */
export interface Words {
  readonly words: string;
  readonly nth?: number;
  readonly from?: number;
  readonly to?: number;
}

/** Box of the words' first line in view, after scrolling to them; null where the page's article does not show them. */
export const findWords = (tab: Tab, { words, nth = 0, from = 0, to = words.length }: Words): Promise<Box | null> =>
  tab.evaluate(locate, { words, nth, from, to });

export const middleOf = (box: Box): Point => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 });

/** Somewhere in the view's corner where no article has words. */
const aside: Point = { x: 3, y: 3 };

/** Moves the mouse to rest on the words; throws where the page does not show them. */
export async function hoverWords(tab: Tab, words: Words): Promise<Box> {
  const box = await findWords(tab, words);
  if (box === null) throw new Error(`the page does not show "${words.words}"`);
  await tab.moveMouse(aside);
  await tab.moveMouse(middleOf(box));
  return box;
}

/**
 * Where a claim can be pointed at by its words: at its opening quotation mark, else at its first figure in digits; null
 * where it has neither, or where it is not worth a mark in the density that a reader starts with.
 */
export function handleOf(claim: PageClaim): Words | null {
  if (claim.checkWorthiness < notable) return null;
  const [quote] = claim.quotes;
  const at = quote === undefined ? -1 : claim.text.indexOf(quote);
  if (quote !== undefined && at > 0) {
    const words = claim.text.slice(at - 1, at + quote.length);
    return { words, from: 0, to: 1 };
  }
  const figure = /\d[\d.,]*/.exec(claim.text);
  if (claim.quantities.length === 0 || figure === null) return null;
  return { words: claim.text, from: figure.index, to: figure.index + 1 };
}

export const cardPage = 'popover.html';

/** What the frame says, the store's answer or not; empty while no card is open. */
function readCard(): string {
  const dialog = document.querySelector('[role="dialog"]');
  if (!(dialog instanceof HTMLElement) || dialog.getClientRects().length === 0) return '';
  // A card that is made ready, unseen.
  if (document.body.inert) return '';
  return dialog.innerText.trim();
}

export interface OpenCard {
  readonly text: string;
  readonly frame: Frame;
  /** Of the frame, its margin for the shadow included. */
  readonly box: Box;
}

/** The card, if one is open now; the first of several. Frames of cards to come are there beforehand, closed. */
export async function findCard(tab: Tab): Promise<OpenCard | null> {
  for (const frame of await tab.findFrames(cardPage)) {
    // A closed card's frame may go while it is looked at.
    const text = await frame.evaluate(readCard, null).catch(() => '');
    const box = text === '' ? null : await frame.box().catch(() => null);
    if (text !== '' && box !== null && box.height > 0) return { text, frame, box };
  }
  return null;
}

/** Waits for a card in whose text the words stand. */
export const waitForCard = (tab: Tab, words: string): Promise<OpenCard> =>
  waitFor(`a card that says "${words}"`, async () => {
    const card = await findCard(tab);
    return card?.text.includes(words) === true ? card : null;
  });

export const waitForNoCard = (tab: Tab): Promise<true> =>
  waitFor("the card's end", async () => ((await findCard(tab)) === null ? true : null));

/** Late advertisements of the sample pages come half a second after the page; milliseconds after which they are in. */
const allIn = 800;
const stillFor = 300;
const longestSettling = 8000;

interface Look {
  readonly layout: string;
  /** Milliseconds since the page was there. */
  readonly age: number;
}

const look = (): Look => {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return {
    layout: `${document.documentElement.scrollHeight} ${document.querySelectorAll('*').length}`,
    age: performance.now() - (navigation?.domContentLoadedEventEnd ?? 0),
  };
};

/** Waits until the page is old enough to have all that comes late, and has neither grown nor gained elements for a while. */
export async function settle(tab: Tab): Promise<void> {
  const end = Date.now() + longestSettling;
  let last = '';
  let since = Date.now();
  while (Date.now() < end) {
    const { layout, age } = await tab.evaluate(look, null);
    if (layout !== last) since = Date.now();
    else if (age > allIn && Date.now() - since > stillFor) return;
    last = layout;
    await sleep(100);
  }
}
