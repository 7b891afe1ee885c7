import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Box, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import {
  findCard,
  findWords,
  hoverWords,
  middleOf,
  settle,
  waitForCard,
  waitForNoCard,
} from '../../../scripts/drive/pointing.ts';
import { type LiveSite, namesOf, openLiveSite, serveLivePages } from '../harness/live-site.ts';
import { words as wording } from '../../../lib/i18n/words.ts';
import { stillPicture } from '../../../scripts/drive/still-picture.ts';
import { clickInFrame, named, waitForText } from '../harness/controls.ts';
import { openPanel } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

/** Runs a function that the page itself defines. */
const run = (tab: Tab, name: string, argument: string | null = null): Promise<null> =>
  tab.evaluate(
    ({ called, with: given }) => {
      (window as unknown as Record<string, (argument: string | null) => void>)[called]?.(given);
      return null;
    },
    { called: name, with: argument },
  );

/** Pages of our own that live as pages of news do (tests/fixtures/live): they change, and are read as they are now. */
export function describeLivePages(session: () => Session): void {
  let live: LiveSite;

  beforeAll(async () => {
    live = await openLiveSite(session());
  });
  afterAll(() => live.close());

  describe('pages as they live', () => {
    test('a route of an application is read as the page that it is, also on the way back', async () => {
      const { tab, url } = await live.visit('app.html');
      await live.readingWith(url, 'Odile Marchetti');
      await run(tab, 'go', 'glacier');
      const next = await tab.evaluate(() => location.href, null);
      const reading = await live.readingWith(next, 'Henrike Aldermann');
      expect(namesOf(reading)).not.toContain('Odile Marchetti');
      expect(reading.article.title).toContain('Glacier');
      await live.openCard(tab, 'Henrike Aldermann');
      await tab.evaluate(() => history.back(), null);
      await live.readingWith(url, 'Odile Marchetti');
      await live.openCard(tab, 'Odile Marchetti');
      await tab.close();
    });

    test('an article that is hung below leaves the first as it is, until the reader comes to it', async () => {
      const { tab, url } = await live.visit('endless.html');
      await live.readingWith(url, 'Odile Marchetti');
      await run(tab, 'more');
      await sleep(1_500);
      expect(namesOf(await live.readingWith(url, 'Odile Marchetti'))).not.toContain('Henrike Aldermann');
      await live.openCard(tab, 'Odile Marchetti');
      // The one that is scrolled to is read, whether the address follows or not.
      await run(tab, 'scrollOn');
      expect(namesOf(await live.readingWith(url, 'Henrike Aldermann'))).not.toContain('Odile Marchetti');
      await live.openCard(tab, 'Henrike Aldermann');
      await run(tab, 'scrollBack');
      await live.readingWith(url, 'Odile Marchetti');
      await run(tab, 'readOn');
      const next = await tab.evaluate(() => location.href, null);
      expect(namesOf(await live.readingWith(next, 'Henrike Aldermann'))).not.toContain('Odile Marchetti');
      await live.openCard(tab, 'Henrike Aldermann');
      await tab.close();
    });

    test('what is remembered is told of the article that is scrolled to, not of the page that it hangs on', async () => {
      await session().set({ memory: 'on' });
      const { tab, url } = await live.visit('endless.html');
      await live.readingWith(url, 'Odile Marchetti');
      const panel = await openPanel(session(), 'sidepanel', url);
      const kept = new RegExp(wording.memory.kept({ count: 7 }).replace('7', String.raw`\d+`));
      await waitForText(panel, kept);
      await tab.bringToFront();
      await run(tab, 'more');
      await run(tab, 'scrollOn');
      await live.readingWith(url, 'Henrike Aldermann');
      // It has no address by which it could be forgotten again.
      expect(await waitForText(panel, wording.memory.unaddressed)).not.toMatch(kept);
      await run(tab, 'scrollBack');
      await waitForText(panel, kept);
      await panel.close();
      await tab.close();
      await session().set({});
    });

    test('a post that comes on top is read, and an open card outlives a clock that ticks', async () => {
      const { tab, url } = await live.visit('ticker.html');
      await live.readingWith(url, 'Bartosz Wilkowiecki');
      await run(tab, 'post');
      await live.readingWith(url, 'Austria');
      await hoverWords(tab, { words: 'Bartosz Wilkowiecki' });
      await waitForCard(tab, 'Bartosz Wilkowiecki');
      await sleep(4_500);
      expect((await findCard(tab))?.text).toContain('Bartosz Wilkowiecki');
      await tab.close();
    });

    test('a name is put right in a pinned card though the page has been read anew since: its card opens, and no other', async () => {
      const { tab, url } = await live.visit('ticker.html');
      await live.readingWith(url, 'Bartosz Wilkowiecki');
      await hoverWords(tab, { words: 'Bartosz Wilkowiecki' });
      const { frame } = await waitForCard(tab, 'Bartosz Wilkowiecki');
      await clickInFrame(tab, frame, named(wording.card.pin));
      await run(tab, 'post');
      await live.readingWith(url, 'Austria');
      await clickInFrame(tab, frame, named(wording.wrongName.open));
      await clickInFrame(tab, frame, named(wording.wrongName.new));
      await clickInFrame(tab, frame, named(wording.library.save));
      const again = await waitFor('the card of the name that was put right', async () => {
        const card = await findCard(tab);
        // The form goes first, and the page is read anew behind it.
        const isBefore = [wording.wrongName.itIs, wording.notInStore].some(
          (words) => card?.text.includes(words) === true,
        );
        return isBefore ? null : card;
      });
      expect(again.text).toContain('Bartosz Wilkowiecki');
      await tab.press('Escape');
      await waitForNoCard(tab);
      await tab.close();
    });

    test('text that comes late is read when it is there, and so is what a script unfolds in it', async () => {
      const { tab, url } = await live.visit('late.html');
      expect(namesOf(await live.readingWith(url, 'Odile Marchetti'))).not.toContain('Tokyo');
      // What came is looked at once more: by then nothing is due of itself.
      await sleep(1_500);
      await run(tab, 'unfold');
      await live.readingWith(url, 'Tokyo');
      // Takes every listener away, ours as well.
      await tab.evaluate(() => {
        const html = document.body.innerHTML.replace(/<script.*?<\/script>/gs, '').replaceAll('Tokyo', 'Vienna');
        document.open();
        document.write(`<title>${document.title}</title>${html}`);
        document.close();
        return null;
      }, null);
      await live.readingWith(url, 'Vienna');
      await live.openCard(tab, 'Vienna');
      await tab.close();
    });

    test('under a notice over the text no card opens, beside it and after it one does', async () => {
      const { tab, url } = await live.visit('wall.html');
      await live.readingWith(url, 'Henrike Aldermann');
      await hoverUnder(tab, 'Austria');
      await sleep(900);
      expect(await findCard(tab)).toBeNull();
      await run(tab, 'pay');
      await live.openCard(tab, 'Austria');
      await tab.close();
    });

    test('text written anew by its framework, in the body or in the whole document, keeps its marks', async () => {
      const { tab, url } = await live.visit('swap.html');
      await live.readingWith(url, 'Odile Marchetti');
      await settle(tab);
      const marked = Buffer.from(await stillPicture(tab));
      // Some write it anew every second or two: the marks stay all the while.
      await run(tab, 'inPlace');
      for (let look = 0; look < 8; look += 1) expect(marked.equals(await tab.screenshot())).toBe(true);
      for (const change of ['rerender', 'rewrite', 'rewriteAll']) {
        await run(tab, change);
        await openCardAt(tab, { words: 'Odile Marchetti', nth: 0 });
      }
      await tab.close();
    });

    test('a reader view of its own, instead of the article, over it or in a dialog, has the marks while it is there', async () => {
      const { tab, url } = await live.visit('reader-view.html');
      await live.readingWith(url, 'Odile Marchetti');
      for (const view of ['instead', 'over', 'dialog']) {
        await pressButton(tab, view);
        // Where the article is still laid out, its own words come first.
        await openCardAt(tab, { words: 'Odile Marchetti', nth: view === 'instead' ? 0 : 1 });
        await (view === 'dialog' ? tab.press('Escape') : pressButton(tab, view));
        await openCardAt(tab, { words: 'Odile Marchetti', nth: 0 });
      }
      await tab.close();
    });

    test('an article inside of open shadow roots is read, marked and followed', async () => {
      const { tab, url } = await live.visit('shadow.html');
      const reading = await live.readingWith(url, 'Bartosz Wilkowiecki');
      expect(reading.article.title).toContain('Orchards');
      await hoverInShadow(tab, 'Bartosz Wilkowiecki');
      await waitForCard(tab, 'Bartosz Wilkowiecki');
      await tab.press('Escape');
      await waitForNoCard(tab);
      await run(tab, 'post');
      await live.readingWith(url, 'Austria');
      await tab.close();
    });

    test("an article in a viewer's frame of another origin is read there", async () => {
      const inner = await serveLivePages();
      const { tab, url } = await live.visit(`frame.html?of=${encodeURIComponent(`${inner.url}swap.html`)}`);
      const reading = await live.readingWith(url, 'Odile Marchetti');
      expect(reading.article.url).toContain(inner.url);
      await hoverInFrame(tab, 'swap.html', 'Odile Marchetti');
      await waitForCard(tab, 'Odile Marchetti');
      await tab.close();
      await inner.close();
    });

    test('a post of another origin inside of an article is left alone', async () => {
      const inner = await serveLivePages();
      const { tab, url } = await live.visit(`embed.html?of=${encodeURIComponent(`${inner.url}wall.html`)}`);
      const reading = await live.readingWith(url, 'Odile Marchetti');
      expect(namesOf(reading)).not.toContain('Henrike Aldermann');
      await live.openCard(tab, 'Odile Marchetti');
      // The focus goes into the post, whose keys the page does not hear: Escape closes a card all the same.
      await clickInto(tab, 'wall.html');
      await live.openCard(tab, 'Odile Marchetti');
      await live.openCard(tab, 'Odile Marchetti');
      await tab.close();
      await inner.close();
    });

    test('what is selected and copied is what the page says', async () => {
      const { tab, url } = await live.visit('swap.html');
      const before = await tab.evaluate(selectAll, null);
      await live.readingWith(url, 'Odile Marchetti');
      await sleep(400);
      expect(await tab.evaluate(selectAll, null)).toEqual(before);
      await tab.close();
    });

    test('a page that comes back alive from the history has its marks and its card, and is not read again', async () => {
      const { tab, url } = await live.visit('swap.html');
      const { receipt } = await live.readingWith(url, 'Odile Marchetti');
      const elements = await tab.evaluate(countElements, null);
      await comeBack(tab);
      const again = await live.readingWith(url, 'Odile Marchetti');
      if (keepsPages()) expect(again.receipt).toEqual(receipt);
      await openCardAt(tab, { words: 'Odile Marchetti', nth: 0 });
      expect(await tab.evaluate(countElements, null)).toBe(elements);
      await run(tab, 'rerender');
      await openCardAt(tab, { words: 'Odile Marchetti', nth: 0 });

      await comeBack(tab, { meanwhile: () => session().set({ paused: true }) });
      await waitFor('the pause', async () => ((await session().desk.pageState(url))?.state === 'off' ? true : null));
      expect(await tab.evaluate(countElements, null)).toBe(elements - 1);
      await session().set({});
      await live.readingWith(url, 'Odile Marchetti');
      await tab.close();
    });

    test('a page that comes back alive from the history knows what was added to the store meanwhile', async () => {
      const name = 'Odile Marchetti';
      const { tab, url } = await live.visit('swap.html');
      const before = await live.readingWith(url, name);
      expect(before.figures.find((figure) => figure.name === name)?.entity).toBeNull();
      let history = '';
      await comeBack(tab, {
        meanwhile: async () => {
          const entity = { type: 'person', name, aliases: [], description: 'Added while the page was away' };
          const made = await session().desk.askBackground<{ readonly value: { readonly history: string } }>('edit', {
            edit: { kind: 'create', entity },
          });
          ({ history } = made.value);
        },
      });
      await waitFor('a known name', async () => {
        const { figures } = await session().desk.reading(url);
        return figures.some((figure) => figure.name === name && figure.entity !== null) ? true : null;
      });
      await session().desk.askBackground('undo', { history });
      await tab.close();
    });

    test('a page that a script, a form or the address bar leads away from comes back alive all the same', async () => {
      const { tab, url } = await live.visit('swap.html');
      await live.readingWith(url, 'Odile Marchetti');
      for (const way of [leaveByScript, leaveByForm, (there: Tab) => there.goto(new URL('wall.html', url).href)]) {
        await tab.moveMouse({ x: 300, y: 300 });
        await waitFor('the frame of the next card', () => tab.findFrame('popover.html'));
        await comeBack(tab, { leave: () => way(tab) });
      }
      await openCardAt(tab, { words: 'Odile Marchetti', nth: 0 });
      await tab.close();
    });

    /** A Firefox that is driven may load a page anew. */
    const keepsPages = (): boolean => session().driver.family === 'chromium';

    /** Goes to another page and back to the very one that was left, which the browser kept alive meanwhile. */
    const comeBack = async (
      tab: Tab,
      {
        meanwhile = async () => {},
        leave = () => leaveByLink(tab),
      }: Readonly<Record<string, () => Promise<void>>> = {},
    ): Promise<void> => {
      await tab.evaluate(() => void Object.assign(globalThis, { isTheSame: true }), null);
      await leave();
      await waitFor('the other page', async () =>
        (await tab.evaluate(() => location.pathname, null)).endsWith('wall.html') ? true : null,
      );
      await meanwhile();
      await tab.evaluate(() => void setTimeout(() => history.back()), null);
      await waitFor('the page that was left', () => tab.evaluate(isBack, keepsPages()));
    };

    test('a tab that the browser put to sleep is read when it wakes', async () => {
      const { url } = await live.visit('swap.html');
      await live.readingWith(url, 'Odile Marchetti');
      await session().desk.tab.bringToFront();
      const { tab: desk } = session().desk;
      await desk.evaluate(sleepTab, await session().desk.tabId(url));
      await waitFor('a tab without an answer', async () =>
        (await session().desk.pageState(url)) === null ? true : null,
      );
      await desk.evaluate(wakeTab, await session().desk.tabId(url));
      await live.readingWith(url, 'Odile Marchetti');
    });
  });
}

/** UTF-16 units; `npm run test:faults` asks for a megabyte. */
const long = Number(process.env['SIDELIGHT_LONG_PAGE'] ?? 120_000);
/** Milliseconds that a megabyte may take on a machine that is busy with more. */
const patience = 240_000;

/** A page longer than any reader's patience (tests/fixtures/live/long.html). */
export function describeLongPage(session: () => Session): void {
  test(
    'of a long page every part is read, and marked where it is looked at',
    async () => {
      const site = await serveLivePages();
      const url = `${site.url}long.html?length=${long}`;
      const tab = await session().driver.open(url);
      await tab.bringToFront();
      const reading = await waitFor(
        'the reading of a long page',
        async () => {
          const state = await session().desk.pageState(url);
          return state?.state === 'analysed' ? state.reading : null;
        },
        patience,
      );
      expect(namesOf(reading)).toEqual(expect.arrayContaining(['Odile Marchetti', 'Henrike Aldermann']));
      expect(reading.claims.at(-1)?.paragraph).toBeGreaterThan(long / 500);
      const words = 'Odile Marchetti';
      for (const nth of [0, (await tab.evaluate(countWords, words)) - 1]) {
        await hoverWords(tab, { words, nth });
        await waitForCard(tab, words);
        await tab.press('Escape');
        await waitForNoCard(tab);
      }
      await session().desk.askPage(url, 'step', { kind: 'claim', to: 'previous' });
      await waitFor('a card by the keyboard', () => findCard(tab));
      await tab.close();
      await site.close();
    },
    patience,
  );
}

const countWords = (words: string): number =>
  (document.querySelector('article')?.textContent ?? '').split(words).length - 1;

function boxOfLink(): Box | null {
  const box = document.querySelector('nav a')?.getBoundingClientRect();
  return box ? { x: box.x, y: box.y, width: box.width, height: box.height } : null;
}

const leaveByLink = async (tab: Tab): Promise<void> =>
  tab.click(middleOf(await waitFor('a link', () => tab.evaluate(boxOfLink, null))));

const leaveByScript = (tab: Tab): Promise<void> =>
  tab.evaluate(() => void setTimeout(() => location.assign('wall.html')), null);

const leaveByForm = (tab: Tab): Promise<void> =>
  tab.evaluate(() => {
    const form = document.createElement('form');
    form.action = 'wall.html';
    document.body.append(form);
    setTimeout(() => form.requestSubmit());
  }, null);

const isBack = (alive: boolean): true | null =>
  (alive ? 'isTheSame' in globalThis : location.pathname.endsWith('swap.html')) ? true : null;

const countElements = (): number => document.querySelectorAll('*').length;

async function pressButton(tab: Tab, does: string): Promise<void> {
  const place = await tab.evaluate((wanted) => {
    const box = document.querySelector(`button[data-does="${wanted}"]`)?.getBoundingClientRect();
    return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
  }, does);
  if (place === null) throw new Error(`the page has no button that does "${does}"`);
  await tab.click(place);
}

/** Rests on the words as often as it takes until the page has been looked at again, and closes their card. */
async function openCardAt(tab: Tab, place: { readonly words: string; readonly nth: number }): Promise<void> {
  await waitFor(`a card of ${place.words} at ${place.nth}`, async () => {
    await hoverWords(tab, place);
    await sleep(500);
    return (await findCard(tab))?.text.includes(place.words) === true ? true : null;
  });
  await tab.press('Escape');
  await waitForNoCard(tab);
}

/** Moves to where the words lie, whatever lies over them. */
async function hoverUnder(tab: Tab, words: string): Promise<void> {
  const box = await findWords(tab, { words });
  if (box === null) throw new Error(`the page does not show "${words}"`);
  await tab.moveMouse({ x: 3, y: 3 });
  await tab.moveMouse({ x: box.x + box.width / 2, y: box.y + box.height / 2 });
}

interface Place {
  readonly x: number;
  readonly y: number;
}

function findInShadow(words: string): Place | null {
  const roots: (Document | ShadowRoot)[] = [document];
  for (const each of roots) {
    for (const element of each.querySelectorAll('*')) {
      if (element.shadowRoot) roots.push(element.shadowRoot);
      for (const node of element.childNodes) {
        const at = node instanceof Text ? node.data.indexOf(words) : -1;
        if (at < 0 || element.localName === 'script') continue;
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + words.length);
        const [box] = range.getClientRects();
        if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
    }
  }
  return null;
}

async function hoverInShadow(tab: Tab, words: string): Promise<void> {
  const place = await waitFor(words, () => tab.evaluate(findInShadow, words));
  await tab.moveMouse({ x: 3, y: 3 });
  await tab.moveMouse(place);
}

async function hoverInFrame(tab: Tab, ending: string, words: string): Promise<void> {
  const frame = await waitFor(ending, () => tab.findFrame(ending));
  const place = await waitFor(words, () => frame.evaluate(findInShadow, words));
  const box = await frame.box();
  await tab.moveMouse({ x: 3, y: 3 });
  await tab.moveMouse({ x: place.x + (box?.x ?? 0), y: place.y + (box?.y ?? 0) });
}

async function clickInto(tab: Tab, ending: string): Promise<void> {
  const frame = await waitFor(ending, () => tab.findFrame(ending));
  const box = await waitFor('its place', () => frame.box());
  await tab.click(middleOf(box));
  await waitFor('the focus in it', async () => ((await frame.evaluate(() => document.hasFocus(), null)) ? true : null));
}

function selectAll(): { readonly text: string; readonly html: string } {
  const selection = getSelection();
  const article = document.querySelector('article');
  if (!selection || !article) return { text: '', html: '' };
  selection.selectAllChildren(article);
  const copied = { text: selection.toString(), html: '' };
  selection.removeAllRanges();
  return copied;
}

interface TabsApi {
  readonly tabs: {
    discard(tab: number): Promise<unknown>;
    update(tab: number, change: object): Promise<unknown>;
  };
}

async function sleepTab(id: number): Promise<null> {
  const scope = globalThis as unknown as { readonly browser?: TabsApi; readonly chrome: TabsApi };
  await (scope.browser ?? scope.chrome).tabs.discard(id);
  return null;
}

async function wakeTab(id: number): Promise<null> {
  const scope = globalThis as unknown as { readonly browser?: TabsApi; readonly chrome: TabsApi };
  await (scope.browser ?? scope.chrome).tabs.update(id, { active: true });
  return null;
}
