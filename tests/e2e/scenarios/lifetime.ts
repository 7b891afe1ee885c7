import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { StoreCounts } from '../../../lib/message/protocol.ts';
import type { EntityBrief } from '../../../lib/model/card.ts';
import { hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { serveFolder } from '../../../scripts/serve.ts';
import { chooseFigure } from '../harness/choice.ts';
import type { Session } from '../harness/session.ts';

/** What must hold although the background can end at any moment. */
export function describeLifetime(session: () => Session): void {
  const counts = (): Promise<StoreCounts> => session().desk.askBackground<StoreCounts>('storeCounts', {});
  const seeded = (): Promise<StoreCounts> =>
    waitFor('the built-in packs', async () => {
      const now = await counts();
      return now.packs.length > 0 && now.entities > 0 ? now : null;
    });

  describe('the background', () => {
    test('the first install seeds the store once, whoever asks at the same time', async () => {
      const first = await seeded();
      await session().driver.killBackground();
      const [one, other] = await Promise.all([counts(), counts()]);
      const known = ({ entities, facts, packs }: StoreCounts): unknown => ({ entities, facts, packs });
      expect(known(one)).toEqual(known(first));
      expect(known(other)).toEqual(known(first));
      expect(new Set(first.packs.map(({ title }) => title)).size).toBe(first.packs.length);
    });

    test('the store is searched by the beginning of a name', async () => {
      const { reading, tab } = await session().read('article.html');
      const { subject } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      const query = subject.name.slice(0, 5);
      const found = await session().desk.askBackground<readonly EntityBrief[]>('searchStore', { query });
      expect(found.map(({ id }) => id)).toContain(subject.entity);
      await tab.close();
    });

    test('stopped after the page was read, the next hover says the same', async () => {
      const { tab, reading } = await session().read('article.html');
      await tab.bringToFront();
      const { subject, words } = await chooseFigure(tab, reading, ({ entity }) => entity !== null);
      await hoverWords(tab, words);
      const before = await waitForStillCard(tab, subject.name);
      await tab.press('Escape');
      await waitForNoCard(tab);
      await session().driver.killBackground();
      await tab.bringToFront();
      await hoverWords(tab, words);
      const after = await waitForCard(tab, before);
      expect(after.text).toBe(before);
      await tab.close();
    });

    test('stopped before a page is opened, the page is read all the same', async () => {
      await session().driver.killBackground();
      const { tab, reading } = await session().read('earlier.html');
      expect(reading.figures.length).toBeGreaterThan(0);
      await tab.close();
    });
  });
}

/** UTF-16 units: what takes longer to read than the browser leaves a background that asks nothing (scripts/drive/firefox.ts). */
const longArticle = 600_000;

function writeLong(folder: string): void {
  const lines: string[] = [];
  for (let at = 0, length = 0; length < longArticle; at += 1) {
    const line = `<p>Anna Kowalska of Velmora said on Tuesday that ${4_000 + at} boats had sunk off Grennock, and Peter Lind, who chairs the Harbour Board of Velmora, told reporters that he would not resign over it.</p>`;
    length = length + line.length;
    lines.push(line);
  }
  const head = '<title>Boats sank</title><meta property="og:type" content="article">';
  const body = `<article><h1>Boats sank off Grennock</h1>${lines.join('')}<p>Zora Quillham said that was all.</p></article>`;
  writeFileSync(
    join(folder, 'long.html'),
    `<!doctype html><html lang="en"><head>${head}</head><body>${body}</body></html>`,
  );
}

/** Where the browser ends a background that asks nothing of it, though somebody waits for its answer. */
export function describeLongReading(session: () => Session): void {
  test('an article that takes longer than a background may idle is read to its end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'sidelight-long-'));
    writeLong(folder);
    const site = await serveFolder(folder);
    try {
      const url = new URL('long.html', site.url).href;
      const tab = await session().driver.open(url);
      // Asks the page: a question to the background would keep it alive.
      const { figures } = await session().desk.reading(url);
      expect(figures.map(({ name }) => name)).toContain('Zora Quillham');
      await tab.close();
    } finally {
      await site.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}

/** Text of the card once the store's answer has come and nothing more is added. */
async function waitForStillCard(tab: Tab, name: string): Promise<string> {
  let last = '';
  return waitFor('a card that has been filled in', async () => {
    const { text } = await waitForCard(tab, name);
    const isSame = text === last;
    last = text;
    return isSame ? text : null;
  });
}
