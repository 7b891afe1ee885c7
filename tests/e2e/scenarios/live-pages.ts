import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PageReading } from '../../../lib/model/reading.ts';
import { root } from '../../../scripts/command.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import {
  findCard,
  findWords,
  hoverWords,
  type OpenCard,
  waitForCard,
  waitForNoCard,
} from '../../../scripts/drive/pointing.ts';
import { serveFolder, type Site } from '../../../scripts/serve.ts';
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

const namesOf = (reading: PageReading): readonly string[] => reading.figures.map(({ name }) => name);

/** Pages of our own that live as pages of news do (tests/fixtures/live): they change, and are read as they are now. */
export function describeLivePages(session: () => Session): void {
  let site: Site;
  let visits = 0;
  const address = (page: string): string => `${site.url}${page}${page.includes('?') ? '&' : '?'}visit=${++visits}`;

  beforeAll(async () => {
    site = await serveFolder(join(root, 'tests', 'fixtures', 'live'));
  });
  afterAll(() => site.close());

  const visit = async (page: string): Promise<{ readonly tab: Tab; readonly url: string }> => {
    const url = address(page);
    const tab = await session().driver.open(url);
    await tab.bringToFront();
    return { tab, url };
  };
  /** The reading that names someone, as soon as it is there. */
  const readingWith = (url: string, name: string): Promise<PageReading> =>
    waitFor(
      `a reading of ${url} with ${name}`,
      async () => {
        const state = await session().desk.pageState(url);
        return state?.state === 'analysed' && namesOf(state.reading).includes(name) ? state.reading : null;
        // A page that has changed for nothing several times is looked at again after up to six seconds of quiet.
      },
      20_000,
    );
  const openCard = async (tab: Tab, words: string): Promise<void> => {
    await hoverWords(tab, { words });
    await waitForCard(tab, words);
    await tab.press('Escape');
    await waitForNoCard(tab);
  };

  describe('pages as they live', () => {
    test('a route of an application is read as the page that it is, also on the way back', async () => {
      const { tab, url } = await visit('app.html');
      await readingWith(url, 'Odile Marchetti');
      await run(tab, 'go', 'glacier');
      const next = await tab.evaluate(() => location.href, null);
      const reading = await readingWith(next, 'Henrike Aldermann');
      expect(namesOf(reading)).not.toContain('Odile Marchetti');
      expect(reading.article.title).toContain('Glacier');
      await openCard(tab, 'Henrike Aldermann');
      await tab.evaluate(() => history.back(), null);
      await readingWith(url, 'Odile Marchetti');
      await openCard(tab, 'Odile Marchetti');
      await tab.close();
    });

    test('an article that is hung below leaves the first as it is, until the reader comes to it', async () => {
      const { tab, url } = await visit('endless.html');
      await readingWith(url, 'Odile Marchetti');
      await run(tab, 'more');
      await sleep(1_500);
      expect(namesOf(await readingWith(url, 'Odile Marchetti'))).not.toContain('Henrike Aldermann');
      await openCard(tab, 'Odile Marchetti');
      await run(tab, 'readOn');
      const next = await tab.evaluate(() => location.href, null);
      expect(namesOf(await readingWith(next, 'Henrike Aldermann'))).not.toContain('Odile Marchetti');
      await openCard(tab, 'Henrike Aldermann');
      await tab.close();
    });

    test('a post that comes on top is read, and an open card outlives a clock that ticks', async () => {
      const { tab, url } = await visit('ticker.html');
      await readingWith(url, 'Bartosz Wilkowiecki');
      await run(tab, 'post');
      await readingWith(url, 'Austria');
      await hoverWords(tab, { words: 'Bartosz Wilkowiecki' });
      await waitForCard(tab, 'Bartosz Wilkowiecki');
      await sleep(4_500);
      expect((await findCard(tab))?.text).toContain('Bartosz Wilkowiecki');
      await tab.close();
    });

    test('text that comes late is read when it is there', async () => {
      const { tab, url } = await visit('late.html');
      await readingWith(url, 'Odile Marchetti');
      await tab.close();
    });

    test('under a notice over the text no card opens, beside it and after it one does', async () => {
      const { tab, url } = await visit('wall.html');
      await readingWith(url, 'Henrike Aldermann');
      await hoverUnder(tab, 'Austria');
      await sleep(900);
      expect(await findCard(tab)).toBeNull();
      await run(tab, 'pay');
      await openCard(tab, 'Austria');
      await tab.close();
    });

    test('text written anew by its framework, as a reader view, in the body or in the whole document keeps its marks', async () => {
      const { tab, url } = await visit('swap.html');
      await readingWith(url, 'Odile Marchetti');
      for (const change of ['rerender', 'readerView', 'rewrite', 'rewriteAll']) {
        await run(tab, change);
        await sleep(1_000);
        await openCard(tab, 'Odile Marchetti');
      }
      await tab.close();
    });

    test('an article inside of open shadow roots is read, marked and followed', async () => {
      const { tab, url } = await visit('shadow.html');
      const reading = await readingWith(url, 'Bartosz Wilkowiecki');
      expect(reading.article.title).toContain('Orchards');
      await hoverInShadow(tab, 'Bartosz Wilkowiecki');
      await waitForCard(tab, 'Bartosz Wilkowiecki');
      await tab.press('Escape');
      await waitForNoCard(tab);
      await run(tab, 'post');
      await readingWith(url, 'Austria');
      await tab.close();
    });

    test("an article in a viewer's frame of another origin is read there", async () => {
      const inner = await serveFolder(join(root, 'tests', 'fixtures', 'live'));
      const { tab, url } = await visit(`frame.html?of=${encodeURIComponent(`${inner.url}swap.html`)}`);
      const reading = await readingWith(url, 'Odile Marchetti');
      expect(reading.article.url).toContain(inner.url);
      await hoverInFrame(tab, 'swap.html', 'Odile Marchetti');
      await waitForCard(tab, 'Odile Marchetti');
      await tab.close();
      await inner.close();
    });

    test('a post of another origin inside of an article is left alone', async () => {
      const inner = await serveFolder(join(root, 'tests', 'fixtures', 'live'));
      const { tab, url } = await visit(`embed.html?of=${encodeURIComponent(`${inner.url}wall.html`)}`);
      const reading = await readingWith(url, 'Odile Marchetti');
      expect(namesOf(reading)).not.toContain('Henrike Aldermann');
      await openCard(tab, 'Odile Marchetti');
      await tab.close();
      await inner.close();
    });

    test('what is selected and copied is what the page says', async () => {
      const { tab, url } = await visit('swap.html');
      const before = await tab.evaluate(selectAll, null);
      await readingWith(url, 'Odile Marchetti');
      await sleep(400);
      expect(await tab.evaluate(selectAll, null)).toEqual(before);
      await tab.close();
    });

    test('a page that comes back from the history answers at once', async () => {
      const { tab, url } = await visit('swap.html');
      await readingWith(url, 'Odile Marchetti');
      await tab.evaluate(() => void Object.assign(globalThis, { isTheSame: true }), null);
      await tab.goto(address('late.html'));
      await tab.evaluate(() => history.back(), null);
      await readingWith(url, 'Odile Marchetti');
      // Chromium keeps no page for the way back while a driver is at it.
      if (session().driver.family === 'firefox')
        expect(await tab.evaluate(() => 'isTheSame' in globalThis, null)).toBe(true);
      await openCard(tab, 'Odile Marchetti');
      await tab.close();
    });

    test('a tab that the browser put to sleep is read when it wakes', async () => {
      const { url } = await visit('swap.html');
      await readingWith(url, 'Odile Marchetti');
      await session().desk.tab.bringToFront();
      const { tab: desk } = session().desk;
      await desk.evaluate(sleepTab, await session().desk.tabId(url));
      await waitFor('a tab without an answer', async () =>
        (await session().desk.pageState(url)) === null ? true : null,
      );
      await desk.evaluate(wakeTab, await session().desk.tabId(url));
      await readingWith(url, 'Odile Marchetti');
    });

    test('on an Arabic page a name of the store is marked, and its card begins at the right', async () => {
      const name = 'الأمم المتحدة';
      const draft = { type: 'organisation', name, aliases: [], description: 'منظمة دولية' };
      const made = await session().desk.askBackground<{ readonly value: { readonly history: string } }>('edit', {
        edit: { kind: 'create', entity: draft },
      });
      const { tab, url } = await visit('arabic.html');
      await readingWith(url, name);
      const mark = await hoverWords(tab, { words: name });
      const { box, frame } = await waitForCard(tab, name);
      // Its end is at the end of the mark, both from right to left.
      expect(Math.abs(box.x + box.width - 16 - (mark.x + mark.width))).toBeLessThan(3);
      expect(
        await frame.evaluate(() => getComputedStyle(document.querySelector('bdi') ?? document.body).direction, null),
      ).toBe('rtl');
      await tab.close();
      await session().desk.askBackground('undo', { history: made.value.history });
    });

    test('where lines begin at the right, a claim’s tick stands there too', async () => {
      const { tab, url } = await visit('arabic.html?text=english');
      await readingWith(url, 'Odile Marchetti');
      const box = await findWords(tab, { words: 'We have the numbers, but' });
      if (box === null) throw new Error('the page does not show the quote');
      const { right } = await tab.evaluate(boxOfParagraph, { x: box.x + 4, y: box.y + 4 });
      const found = await huntTick(tab, (distance) => ({ x: right + distance, y: box.y + box.height / 2 }));
      expect(found.text).toContain('We have the numbers');
      await tab.close();
    });

    test('vertical lines are marked beside their names', async () => {
      const { tab, url } = await visit('vertical.html');
      await readingWith(url, 'Henrike Aldermann');
      await openCard(tab, 'Switzerland');
      const box = await findWords(tab, { words: 'Most of them are small' });
      if (box === null) throw new Error('the page does not show the quote');
      // The claim's tick lies above its lines.
      const { top } = await tab.evaluate(boxOfParagraph, { x: box.x + 4, y: box.y + 4 });
      const found = await huntTick(tab, (distance) => ({ x: box.x + box.width / 2, y: top - distance }));
      expect(found.text).toContain('Most of them are small');
      await tab.close();
    });
  });
}

function boxOfParagraph({ x, y }: Place): { readonly right: number; readonly top: number } {
  const { right, top } = document.elementFromPoint(x, y)?.closest('p')?.getBoundingClientRect() ?? { right: x, top: y };
  return { right, top };
}

/** How far from the text a tick stands is the painter's business: looks from the text outwards. */
function huntTick(tab: Tab, at: (distance: number) => Place): Promise<OpenCard> {
  return waitFor('the card of a tick', async () => {
    for (let distance = 5; distance <= 21; distance += 4) {
      await tab.moveMouse(at(distance));
      await sleep(400);
      const card = await findCard(tab);
      if (card !== null) return card;
    }
    return null;
  });
}

/** A page longer than any reader's patience (tests/fixtures/live/long.html). */
export function describeLongPage(session: () => Session): void {
  test('of a quarter of a megabyte every part is read, and marked where it is looked at', async () => {
    const site = await serveFolder(join(root, 'tests', 'fixtures', 'live'));
    const url = `${site.url}long.html?length=250000`;
    const tab = await session().driver.open(url);
    await tab.bringToFront();
    const reading = await waitFor(
      'the reading of a long page',
      async () => {
        const state = await session().desk.pageState(url);
        return state?.state === 'analysed' ? state.reading : null;
      },
      45_000,
    );
    expect(namesOf(reading)).toEqual(expect.arrayContaining(['Odile Marchetti', 'Henrike Aldermann']));
    await hoverWords(tab, { words: 'Odile Marchetti', nth: 50 });
    await waitForCard(tab, 'Odile Marchetti');
    await tab.close();
    await site.close();
  });
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
