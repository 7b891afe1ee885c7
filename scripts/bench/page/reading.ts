import type { Page } from 'playwright-core';
import { type StateMessage, takeStates } from '../../../lib/message/state-parts.ts';
import type { PageReading, PageState } from '../../../lib/model/reading.ts';
import type { Settings } from '../../../lib/model/settings.ts';
import { waitFor } from '../../drive/driver.ts';
import type { BenchBrowser } from './browser.ts';

interface Api {
  readonly tabs: {
    query(filter: object): Promise<readonly { readonly id: number; readonly url?: string }[]>;
    sendMessage(tab: number, message: unknown): Promise<unknown>;
    connect(tab: number, how: { readonly name: string }): Port;
  };
  readonly runtime: { sendMessage(message: unknown): Promise<unknown> };
  readonly storage: { readonly sync: { set(items: object): Promise<void> } };
}

interface Port {
  readonly onMessage: { addListener(listener: (message: StateMessage) => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
  disconnect(): void;
}

/** A page of the extension's from which pages are asked how far their reading is. */
export interface Desk {
  reading(url: string): Promise<PageReading>;
  /** Comes once all of the article is marked. */
  marked(url: string): Promise<unknown>;
  /** Whether the page turned out to be an article. */
  isArticle(url: string): Promise<boolean>;
  /** Asks for a figure's card again and again while work is done: the longest that an answer took, in milliseconds. */
  longestAnswer(entity: string, work: () => Promise<unknown>): Promise<number>;
  set(settings: Partial<Settings>): Promise<void>;
}

type Answer = { readonly ok: true; readonly value: PageState } | { readonly ok: false };

/** What a port says until it has told a reading whole; null where nobody reads the page yet. */
const hearReading = async (url: string): Promise<readonly StateMessage[] | null> => {
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
  if (tab === undefined) return null;
  const port = chrome.tabs.connect(tab.id, { name: 'panel' });
  return new Promise((resolve) => {
    let heard: StateMessage[] = [];
    port.onMessage.addListener((message) => {
      heard = message.state === 'part' ? [...heard, message] : [message];
      const [head] = heard;
      if (head?.state !== 'analysed' || heard.length <= head.parts) return;
      port.disconnect();
      resolve(heard);
    });
    port.onDisconnect.addListener(() => resolve(null));
  });
};

/** True as soon as a port has begun to tell a reading: the marks are there then; null where nobody reads the page yet. */
const hearMarked = async (url: string): Promise<true | null> => {
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
  if (tab === undefined) return null;
  const port = chrome.tabs.connect(tab.id, { name: 'panel' });
  return new Promise((resolve) => {
    port.onMessage.addListener(({ state }) => {
      if (state !== 'analysed') return;
      port.disconnect();
      resolve(true);
    });
    port.onDisconnect.addListener(() => resolve(null));
  });
};

interface Asking {
  asking: boolean;
  longest: number;
}

const beginAsking = (entity: string): void => {
  const scope = globalThis as unknown as Asking & { readonly chrome: Api };
  scope.asking = true;
  scope.longest = 0;
  const occasion = { url: null, publisher: null, publishedAt: null };
  const body = { kind: 'figure', entity, candidates: [], name: '', occasion };
  const ask = async (): Promise<void> => {
    const began = performance.now();
    await scope.chrome.runtime.sendMessage({ type: 'card', body });
    scope.longest = Math.max(scope.longest, performance.now() - began);
    if (scope.asking) setTimeout(() => void ask(), 20);
  };
  void ask();
};

const endAsking = (): number => {
  const scope = globalThis as unknown as Asking;
  scope.asking = false;
  return scope.longest;
};

const askState = async (url: string): Promise<Answer | null> => {
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
  return tab === undefined
    ? null
    : ((await chrome.tabs.sendMessage(tab.id, { type: 'pageState', body: {} })) as Answer | null);
};

export async function openDesk({ context, origin }: BenchBrowser): Promise<Desk> {
  const page = await context.newPage();
  await page.goto(`${origin}options.html`);
  const stateOf = async (url: string): Promise<PageState | null> => {
    const answer = await page.evaluate(askState, url).catch(() => null);
    return answer?.ok === true ? answer.value : null;
  };
  return {
    reading: (url) =>
      waitFor(
        `the reading of ${url}`,
        async () => {
          const states: PageState[] = [];
          const take = takeStates((state) => states.push(state));
          for (const message of (await page.evaluate(hearReading, url)) ?? []) take(message);
          const last = states.at(-1);
          return last?.state === 'analysed' ? last.reading : null;
        },
        120_000,
      ),
    marked: (url) => waitFor(`the marks of ${url}`, () => page.evaluate(hearMarked, url), 120_000),
    longestAnswer: async (entity, work) => {
      await page.evaluate(beginAsking, entity);
      await work();
      return page.evaluate(endAsking);
    },
    isArticle: (url) =>
      waitFor('a verdict', async () => {
        const state = await stateOf(url);
        return state === null ? null : state.state !== 'not-article';
      }),
    set: (settings) =>
      page.evaluate(
        (changed) => (globalThis as unknown as { readonly chrome: Api }).chrome.storage.sync.set({ settings: changed }),
        settings,
      ),
  };
}

/** Milliseconds from the document's being ready, and what the page felt until its marks were painted. */
export interface PaintTimes {
  readonly painted: number;
  /** Until everything was marked, not the first screen alone. */
  readonly whole: number;
  /** Longest time for which nothing else could run. */
  readonly longestTask: number;
  readonly layoutShift: number;
}

interface Stopwatch {
  readonly bench: {
    ready: number;
    marked: number;
    painted: number;
    whole: number;
    ended: boolean;
    gap: number;
    shift: number;
  };
}

const noteWhole = (): void => {
  (globalThis as unknown as Stopwatch).bench.whole = performance.now();
};

/** `isWhole` comes when nothing more is going to be marked, of which a page itself is told nothing. */
export async function timePaint(
  page: Page,
  url: string,
  isWhole: () => Promise<unknown> = () => Promise.resolve(),
): Promise<PaintTimes> {
  await page.bringToFront();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => (globalThis as unknown as Stopwatch).bench.painted > 0, null, {
    timeout: 120_000,
    polling: 50,
  });
  await isWhole();
  await page.evaluate(noteWhole);
  await page.waitForTimeout(200);
  return page.evaluate(() => {
    const { bench } = globalThis as unknown as Stopwatch;
    const { ready, painted, whole, gap, shift } = bench;
    bench.ended = true;
    return { painted: painted - ready, whole: whole - ready, longestTask: gap, layoutShift: shift };
  });
}

/** The same page where nothing marks it: the longest hold alone, over as long as marks would have taken. */
export async function timeBare(page: Page, url: string): Promise<PaintTimes> {
  await page.bringToFront();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.waitForTimeout(500);
  await page.evaluate(() => (globalThis as unknown as { done(): void }).done());
  await page.waitForTimeout(300);
  return page.evaluate(() => {
    const { gap, shift } = (globalThis as unknown as Stopwatch).bench;
    return { painted: 0, whole: 0, longestTask: gap, layoutShift: shift };
  });
}

/** How long a page is scrolled: so many frames, or from its first marks on until everything is marked. */
export type Scrolled = 'a while' | 'while it is read';

/** Share of frames, 0 to 1, that came late while the page scrolls through its length. */
export const lostFrames = (page: Page, scrolled: Scrolled = 'a while'): Promise<number> =>
  page.evaluate(
    (how) =>
      new Promise<number>((resolve) => {
        const { bench } = globalThis as unknown as Stopwatch;
        const goesOn = (frames: number): boolean => (how === 'a while' ? frames < 240 : bench.whole === 0);
        let last = 0;
        let lost = 0;
        let seen = 0;
        const step = (now: number): void => {
          // A frame takes 16.7 ms; one and a half of that is one left out.
          if (last > 0 && now - last > 25) lost += Math.round((now - last) / 16.7) - 1;
          if (last > 0) seen += 1;
          last = now;
          scrollBy({ top: 60, behavior: 'instant' });
          if (goesOn(seen)) requestAnimationFrame(step);
          else resolve(lost / (seen + lost));
        };
        scrollTo({ top: 0, behavior: 'instant' });
        requestAnimationFrame(step);
      }),
    scrolled,
  );

/** The same of a page that is opened, from its first marks on. */
export async function lostWhileRead(page: Page, url: string, isWhole: () => Promise<unknown>): Promise<number> {
  await page.bringToFront();
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.waitForFunction(() => (globalThis as unknown as Stopwatch).bench.painted > 0, null, { polling: 'raf' });
  const lost = lostFrames(page, 'while it is read');
  await isWhole();
  await page.evaluate(noteWhole);
  return lost;
}
