import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Family } from '../../../scripts/browsers.ts';
import { words as wording } from '../../../lib/i18n/words.ts';
import type { StoreCounts } from '../../../lib/message/protocol.ts';
import type { PageReading } from '../../../lib/model/reading.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import {
  findCard,
  findWords,
  hoverWords,
  middleOf,
  settle,
  waitForCard,
  waitForNoCard,
} from '../../../scripts/drive/pointing.ts';
import { waitForCardOnTop } from '../harness/card-on-top.ts';
import { chooseFigure } from '../harness/choice.ts';
import { clickControl, clickInFrame, named, waitForText } from '../harness/controls.ts';
import { markup, policies, serveHostile } from '../harness/hostile-site.ts';
import { openPanel } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

/** Longer than any card waits before it opens or closes. */
const longEnough = 900;

interface Spied {
  readonly elements: number;
  readonly hits: number;
  readonly [fact: string]: unknown;
}
/** An element that came to the page. */
interface Added {
  readonly attributes: number;
  readonly children: number;
  readonly text: string;
  readonly shadow: boolean;
}
interface HostileWindow {
  readonly spied: Readonly<Record<'calls' | 'events' | 'entries', readonly unknown[]>> & {
    readonly added: readonly Added[];
    watch(): void;
    report(words: readonly string[]): Spied;
    stirs: number;
  };
  /** For each word whether nothing lies over it; null where the browser does not tell. */
  readonly feel: (paragraph: Element) => Promise<readonly (boolean | null)[]>;
  readonly hands: Readonly<Record<string, (at: { x: number; y: number }) => number>>;
  /** The ways by which the page got hold of what stands at the address. */
  readonly load: (url: string) => Promise<readonly string[]>;
  readonly uncover: () => void;
}
interface OwnApi {
  readonly runtime: { readonly getURL: (path: string) => string };
}
interface Deed {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

const watch = (): void => (window as unknown as HostileWindow).spied.watch();
const report = (words: readonly string[]): Spied => (window as unknown as HostileWindow).spied.report(words);
/** As `window.find` compares: neither case nor the kind of a space tells two texts apart. */
const asSought = (text: string): string => text.replaceAll(/\s+/g, ' ').toLowerCase();
/** What the page took notice of by itself; asking it for more is what this page has made impossible. */
const heard = (): Readonly<Record<string, unknown>> => {
  const { calls, added, events, entries } = (window as unknown as HostileWindow).spied;
  const isBlank = ({ attributes, children, text, shadow }: Added): boolean =>
    attributes === 0 && children === 0 && text === '' && !shadow;
  return { calls, added: added.filter((each) => !isBlank(each)), events, entries };
};
const act = ({ name, x, y }: Deed): number => (window as unknown as HostileWindow).hands[name]?.({ x, y }) ?? 0;

/** Pages that want to know what their reader knows, or to act in the reader's place. */
export function describeHostile(session: () => Session, family: Family): void {
  let site: Awaited<ReturnType<typeof serveHostile>>;
  beforeAll(async () => {
    site = await serveHostile();
    await session().set({});
  });
  afterAll(() => site.close());

  const open = async (page: string): Promise<{ readonly tab: Tab; readonly url: string }> => {
    const url = site.at(page);
    const tab = await session().driver.open(url);
    await tab.bringToFront();
    return { tab, url };
  };
  const read = async (page: string): Promise<{ readonly tab: Tab; readonly reading: PageReading }> => {
    const { tab, url } = await open(page);
    const reading = await session().desk.reading(url);
    await settle(tab);
    return { tab, reading };
  };
  const counts = (): Promise<StoreCounts> => session().desk.askBackground<StoreCounts>('storeCounts', {});

  describe('a page that spies', () => {
    let tab: Tab;
    let reading: PageReading;
    let bare: Spied;

    beforeAll(async () => {
      await session().set({ paused: true });
      const { tab: opened, url } = await open('spied');
      tab = opened;
      await waitFor('a pause', async () => ((await session().desk.pageState(url))?.state === 'off' ? true : null));
      bare = await tab.evaluate(report, []);
      await tab.evaluate(watch, null);
      await session().set({});
      reading = await session().desk.reading(url);
      await settle(tab);
    });
    afterAll(() => tab.close());

    test('finds one blank element, and nothing else has changed since Sidelight was off', async () => {
      const told = [
        ...reading.figures.flatMap(({ description }) => (description === '' ? [] : [description])).slice(0, 20),
        wording.card.pin,
      ];
      const own = asSought(await tab.evaluate(() => document.body.innerText, null));
      const seen = await tab.evaluate(
        report,
        told.filter((line) => !own.includes(asSought(line))),
      );
      expect(seen.elements).toBe(1);
      expect(seen).toEqual({ ...bare, elements: seen.elements });
      expect(seen.hits).toBe(0);
      expect(site.asked.filter((path) => path.startsWith('/coloured'))).toEqual([]);
    });

    test('is told of something over each word of a paragraph, or over none', async () => {
      const { tab: other } = await read('spied');
      expect(new Set(await other.evaluate(feel, null)).size).toBe(1);
      await other.close();
      await tab.bringToFront();
    });

    test('finds no more of them where more is marked', async () => {
      await session().set({ density: 'everything' });
      await sleep(longEnough);
      expect((await tab.evaluate(report, [])).elements).toBe(1);
      await session().set({});
    });

    test('finds as many of them where nothing in its headline is known', async () => {
      const found: number[] = [];
      for (const name of ['told', 'untold']) {
        const { tab: other } = await read(`counted/${name}`);
        found.push(await other.evaluate(countBlank, null));
        await other.close();
      }
      await tab.bringToFront();
      expect(found).toEqual([1, 1]);
    });

    test('is not told that the pointer crosses a name by what the browser skips far below, or by a card’s frame', async () => {
      await session().set({ showDelay: 1_000 });
      const { tab: other, reading: told } = await read('counted/told');
      const headline = await other.evaluate(() => document.querySelector('h1')?.innerText ?? '', null);
      const { words } = await chooseFigure(other, told, ({ name }) => headline.includes(name));
      await other.evaluate(() => scrollTo(0, 0), null);
      await sleep(300);
      await other.evaluate(countUnskipped, null);
      await hoverWords(other, words);
      await sleep(300);
      await other.moveMouse({ x: 3, y: 3 });
      await sleep(300);
      expect(await other.evaluate(() => (globalThis as { unskipped?: number }).unskipped, null)).toBe(0);
      expect(await other.evaluate(() => (window as unknown as HostileWindow).spied.stirs, null)).toBe(0);
      await session().set({});
      await other.close();
      await tab.bringToFront();
    });

    test('finds no word of an open card', async () => {
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      const { text, box } = await waitForCard(tab, subject.name);
      const own = asSought(await tab.evaluate(() => document.body.innerText, null));
      await tab.moveMouse(middleOf(box));
      await sleep(300);
      const lines = text.split('\n').filter((line) => line.length > 12 && !own.includes(asSought(line)));
      expect(lines.length).toBeGreaterThan(0);
      const seen = await tab.evaluate(report, lines);
      // That something lies where the card is, a page can feel; not what.
      expect(seen).toEqual({ ...bare, elements: seen.elements, hits: seen.hits });
      await tab.moveMouse({ x: 3, y: 3 });
      await tab.press('Escape');
      await waitForNoCard(tab);
    });

    test('finds nothing of ours in what its reader copies', async () => {
      const { tab: other } = await read('spied');
      await other.bringToFront();
      const { subject, words } = await chooseFigure(other, reading, ({ entity }) => entity !== null);
      await hoverWords(other, words);
      await waitForCard(other, subject.name);
      await other.evaluate(() => {
        const article = document.querySelector('article');
        if (article !== null) getSelection()?.selectAllChildren(article);
      }, null);
      await pressWithControl(other, 'c');
      await other.evaluate(addPasteboard, null);
      await pressWithControl(other, 'v');
      const pasted = await waitFor('what was copied', () =>
        other.evaluate(() => (globalThis as { pasted?: string }).pasted ?? null, null),
      );
      expect(pasted).toContain(words.words);
      // Our element itself is the one without a class.
      expect(pasted.match(/<(?:iframe|i)\b|popover|<span(?![^>]* class=)/g)).toBeNull();
      await other.close();
      await tab.bringToFront();
    });

    test.each(['point', 'type', 'pretend', 'storm'])('opens nothing by events of its own: %s', async (name) => {
      const { words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      const box = await findWords(tab, words);
      if (box === null) throw new Error('the name is not in view');
      await tab.moveMouse({ x: 3, y: 3 });
      const before = await counts();
      expect(await tab.evaluate(act, { name, ...middleOf(box) })).toBeGreaterThan(10);
      await sleep(longEnough);
      expect(await findCard(tab)).toBeNull();
      expect(await counts()).toEqual(before);
    });

    test.each(['point', 'type', 'pretend', 'storm'])('closes and changes no open card: %s', async (name) => {
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      await waitForCard(tab, subject.name);
      // A card grows as its sections come.
      await sleep(longEnough);
      const before = await waitForCard(tab, subject.name);
      await tab.evaluate(act, { name, x: before.box.x + 60, y: before.box.y + 60 });
      await sleep(longEnough);
      const after = await findCard(tab);
      expect(after?.text).toBe((await waitForCard(tab, subject.name)).text);
      expect(after?.box).toEqual(before.box);
      await tab.press('Escape');
      await waitForNoCard(tab);
    });

    test('carries ours through another document, and finds them as they were', async () => {
      expect(await tab.evaluate(act, { name: 'carry', x: 0, y: 0 })).toBe(1);
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      await waitForCard(tab, subject.name);
      expect(await tab.evaluate(styleOfBlank, null)).toEqual(['none block']);
      await tab.press('Escape');
      await waitForNoCard(tab);
    });

    test('does not turn the reader’s next press into one that opens a card', async () => {
      const { words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await session().set({ opening: 'modifier' });
      await sleep(300);
      const box = await findWords(tab, words);
      if (box === null) throw new Error('the name is not in view');
      await tab.evaluate(tapAt, middleOf(box));
      await tab.evaluate(swallowNextPointerDown, null);
      await tab.click(middleOf(box));
      await sleep(longEnough);
      expect(await findCard(tab)).toBeNull();
      await session().set({});
    });
  });

  describe('a page that loads ours', () => {
    const own = ['options.html', 'popup.html', 'library.html', 'sidepanel.html', 'welcome.html', 'manifest.json'];
    const inside = ['popover.html', 'reader.js', 'content-scripts/content.js', 'icon/128.png', 'models/names.bin'];

    test('gets none of them by the address that never changes', async () => {
      const { tab } = await open('spied');
      const { origin, family } = session().driver;
      // Firefox hides the extension behind an address that each profile draws anew; the card's page is served there.
      const served = family === 'firefox' ? ['popover.html'] : [];
      for (const path of [...own, ...inside].filter((each) => !served.includes(each))) {
        expect(await tab.evaluate(loadEveryWay, `${origin}${path}`), path).toEqual([]);
        if (path.endsWith('.html')) await tab.evaluate(addFrame, `${origin}${path}`);
      }
      await sleep(longEnough);
      for (const path of own) expect(await tab.findFrame(path), path).toBeNull();
      await tab.close();
    });

    test('a card’s page that a page frames shows and answers nothing', async () => {
      const { tab } = await open('spied');
      await tab.evaluate(frameAndTalk, await session().desk.tab.evaluate(addressOfCards, null));
      await waitFor('the frame', () => tab.evaluate(hasTalked, null));
      await sleep(longEnough);
      expect(await findCard(tab)).toBeNull();
      expect(await tab.evaluate(answersHeard, null)).toEqual([]);
      await tab.close();
    });
  });

  describe('what a page demands of everything on it', () => {
    test.each(Object.keys(policies))('%s: read, and a card opens, of which nothing is reported', async (name) => {
      const { tab, reading } = await read(`policy/${encodeURIComponent(name)}`);
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      await waitForCard(tab, subject.name);
      const told = await tab.evaluate(findReports, null);
      expect(told.filter((type) => type !== 'csp-violation')).toEqual([]);
      await tab.close();
    });

    test('a sandbox without an origin: read, and the popup says that no card opens there and opens it itself', async () => {
      const { tab, reading } = await read('sealed');
      const popup = await openPanel(session(), 'popup', await tab.evaluate(() => location.href, null));
      await waitForText(popup, wording.panel.sealed);
      const known = reading.figures.find(({ entity }) => entity !== null);
      await clickControl(popup, new RegExp(`^${known?.name}`));
      await waitForText(popup, known?.description ?? '?');
      await Promise.all([popup.close(), tab.close()]);
    });

    test('names that take the place of the window’s: read all the same', async () => {
      const { tab, reading } = await read('usurped');
      expect(reading.figures.length).toBeGreaterThan(5);
      await tab.close();
    });
  });

  // Chromium gives scripts no API on such a page; Firefox keeps the page's names apart.
  test('a page that takes the place of what nothing works without: read or not, nothing of it is heard', async () => {
    const { tab } = await open('deadly');
    await tab.evaluate(watch, null);
    await sleep(3 * longEnough);
    expect(await tab.evaluate(heard, null)).toEqual({ calls: [], added: [], events: [], entries: [] });
    await tab.close();
  });

  describe('markup in words', () => {
    test('stays words in the card', async () => {
      const { tab, reading } = await read('dressed');
      const { subject, words } = await chooseFigure(tab, reading, ({ name }) => name.includes('Quimbel'));
      await hoverWords(tab, words);
      const { frame } = await waitForCard(tab, subject.name);
      const text = await waitForText(frame, markup);
      expect(text).toContain(markup);
      expect(
        await frame.evaluate(() => document.querySelectorAll('img, iframe, script:not([type])').length, null),
      ).toBe(0);
      expect(site.asked.filter((path) => /loaded|ran/.test(path))).toEqual([]);
      await tab.press('Escape');
      await tab.close();
    });
  });

  describe('pages without measure', () => {
    test.each(['nodes', 'paragraph', 'pieces', 'deep', 'endless'])(
      '%s: comes to an end, and the page still answers',
      async (name) => {
        const url = site.at(name);
        const tab = await session().driver.open('about:blank');
        await tab.bringToFront();
        // Not waited for: what a browser itself takes to load such a page is none of ours.
        await tab.evaluate((to) => void setTimeout(() => location.assign(to), 0), url);
        await waitFor(
          'the end of the reading',
          async () => {
            const state = await session().desk.pageState(url);
            return state !== null && state.state !== 'analysing' ? true : null;
          },
          90_000,
        );
        expect(await tab.evaluate(() => 6 * 7, null)).toBe(42);
        await tab.close();
      },
      120_000,
    );
  });

  // Firefox tells no frame what lies over it (docs/security.md).
  describe.skipIf(family === 'firefox')('a card that something lies over', () => {
    test('changes nothing until it is seen', async () => {
      const { tab, reading } = await read('spied');
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      const { frame, box } = await waitForCardOnTop(tab, subject.name);
      await tab.moveMouse(middleOf(box));
      await clickInFrame(tab, frame, named(wording.wrongName.open));
      await clickInFrame(tab, frame, named(wording.wrongName.unknown));
      await tab.evaluate(act, { name: 'cover', x: 0, y: 0 });
      await sleep(longEnough);
      await clickInFrame(tab, frame, named(wording.library.save));
      await waitForText(frame, wording.safety.covered);
      await tab.evaluate(() => (window as unknown as HostileWindow).uncover(), null);
      await sleep(longEnough);
      expect((await session().desk.reading(await tab.evaluate(() => location.href, null))).figures).toContainEqual(
        expect.objectContaining({ name: subject.name, entity: subject.entity }),
      );
      await clickInFrame(tab, frame, named(wording.library.save));
      await waitFor('the correction', async () => {
        const now = await session().desk.reading(await tab.evaluate(() => location.href, null));
        if (!now.figures.some(({ entity }) => entity === subject.entity)) return true;
        // A busy browser takes its time to see that nothing lies over the card: who is told so presses once more.
        const said = await frame.evaluate(() => document.body.innerText, null).catch(() => '');
        if (said.includes(wording.safety.covered)) await clickInFrame(tab, frame, named(wording.library.save));
        return null;
      });
      await tab.close();
    });
  });
}

const feel = async (): Promise<readonly (boolean | null)[]> => {
  const named = [...document.querySelectorAll('article p')].find((each) =>
    /Ukraine.*China/s.test(each.textContent ?? ''),
  );
  if (!named) throw new Error('no paragraph has names');
  named.scrollIntoView({ block: 'center', behavior: 'instant' });
  // Its marks are painted once it is in view.
  await new Promise((resolve) => void setTimeout(resolve, 500));
  return (window as unknown as HostileWindow).feel(named);
};

async function pressWithControl(tab: Tab, key: string): Promise<void> {
  await tab.keyDown('Control');
  await tab.press(key);
  await tab.keyUp('Control');
}

/** Keeps the markup of what is pasted. */
function addPasteboard(): void {
  const board = document.createElement('div');
  board.contentEditable = 'true';
  board.addEventListener('paste', ({ clipboardData }) => {
    Object.assign(globalThis, { pasted: clipboardData?.getData('text/html') });
  });
  document.body.append(board);
  board.focus();
}

/** Kinds of what the browser has reported to the page. */
const findReports = (): Promise<readonly string[]> =>
  new Promise((resolve) => {
    const tell: ReportingObserverCallback = (reports) => resolve(reports.map(({ type }) => type ?? ''));
    new ReportingObserver(tell, { buffered: true }).observe();
    setTimeout(resolve, 200, []);
  });

const styleOfBlank = (): readonly string[] =>
  [...document.querySelectorAll('span, div')]
    .filter((each) => each.attributes.length + each.childNodes.length === 0)
    .map((each) => `${getComputedStyle(each).pointerEvents} ${getComputedStyle(each).display}`);

/** From now on: how often the browser tells the page that it lays out, or skips, a part of it, or lets it see what changes. */
function countUnskipped(): void {
  const scope = globalThis as { unskipped?: number };
  scope.unskipped = 0;
  (window as unknown as HostileWindow).spied.stirs = 0;
  const count = (): void => {
    scope.unskipped = (scope.unskipped ?? 0) + 1;
  };
  document.addEventListener('contentvisibilityautostatechange', count, { capture: true });
}

const countBlank = (): number =>
  [...document.querySelectorAll('span, div')].filter((each) => each.attributes.length + each.childNodes.length === 0)
    .length;

/** A finger’s tap that only a script says there was. */
function tapAt({ x, y }: { readonly x: number; readonly y: number }): void {
  const target = document.elementFromPoint(x, y) ?? document.body;
  target.dispatchEvent(
    new PointerEvent('pointerdown', { pointerType: 'touch', clientX: x, clientY: y, bubbles: true, composed: true }),
  );
}

/** Keeps the real press from telling what pressed. */
function swallowNextPointerDown(): void {
  window.addEventListener('pointerdown', (event) => event.isTrusted && event.stopImmediatePropagation(), {
    capture: true,
    once: true,
  });
}

const loadEveryWay = (url: string): Promise<readonly string[]> => (window as unknown as HostileWindow).load(url);

function addFrame(url: string): void {
  const frame = document.createElement('iframe');
  frame.src = url;
  document.body.append(frame);
}

/** Frames the address and tries keys on it. */
function frameAndTalk(url: string): void {
  const scope = window as unknown as { heard: unknown[]; talked: true | null };
  scope.heard = [];
  scope.talked = null;
  const frame = document.createElement('iframe');
  frame.src = url;
  frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%';
  frame.addEventListener('load', () => {
    for (let guess = 0; guess < 40; guess += 1) {
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => scope.heard.push(data));
      port1.start();
      const key = guess % 2 === 0 ? '0'.repeat(36) : crypto.randomUUID();
      frame.contentWindow?.postMessage({ type: 'open', key }, '*', [port2]);
      port1.postMessage({ type: 'reading', reading: { figures: [], claims: [], article: {} } });
      port1.postMessage({ type: 'show', token: 1, subject: { kind: 'figure', cluster: 'm0' }, drafts: '' });
    }
    scope.talked = true;
  });
  document.body.append(frame);
}

/** As the extension knows it: in Chromium another one with each session. */
function addressOfCards(): string {
  const { browser, chrome } = globalThis as unknown as Readonly<Record<'browser' | 'chrome', OwnApi | undefined>>;
  return (browser ?? chrome)?.runtime.getURL('/popover.html') ?? '';
}

const hasTalked = (): true | null => (window as unknown as { readonly talked: true | null }).talked;

const answersHeard = (): readonly unknown[] => (window as unknown as { readonly heard: readonly unknown[] }).heard;
