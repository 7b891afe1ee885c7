import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { Figure, PageReading } from '../../../lib/model/reading.ts';
import { type Frame, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { cardPage, findCard, hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { chooseFigure, type Target } from '../harness/choice.ts';
import { clickInFrame, named, waitForText } from '../harness/controls.ts';
import type { Session } from '../harness/session.ts';

/** What a card looks like before it is whole, and how it becomes so. */
export function describeCardStates(session: () => Session): void {
  describe('a card that is not whole yet', () => {
    let tab: Tab;
    let reading: PageReading;

    beforeAll(async () => {
      await session().set({});
      ({ tab, reading } = await session().read('article.html'));
      await tab.bringToFront();
    });
    afterEach(async () => {
      for (let left = 4; left > 0 && (await findCard(tab)) !== null; left -= 1) await tab.press('Escape');
      await tab.moveMouse({ x: 3, y: 3 });
      await waitForNoCard(tab);
    });
    afterAll(() => tab.close());

    const known = (passes: (figure: Figure) => boolean = () => true): Promise<Target<Figure>> =>
      chooseFigure(tab, reading, (figure) => figure.entity !== null && passes(figure));

    test('shows the beginning of a long part, all of it on demand, and less again', async () => {
      // No part says more of a figure than what it says in the article.
      const often = (figure: Figure): number =>
        reading.claims.filter(({ speaker }) => speaker === figure.cluster).length;
      const { subject, words: place } = await known((figure) => often(figure) > 5);
      await hoverWords(tab, place);
      const { frame } = await waitForCard(tab, subject.name);
      const before = await frame.evaluate(countItems, null);
      await clickInFrame(tab, frame, named(words.showAll({ count: often(subject) })));
      await waitFor('all of it', async () => ((await frame.evaluate(countItems, null)) > before ? true : null));
      await clickInFrame(tab, frame, named(words.showFewer));
      await waitFor('less', async () => ((await frame.evaluate(countItems, null)) === before ? true : null));
    });

    test('says that it is busy while the store is, with the name that is known, and is whole once it answers', async () => {
      const { subject, words: place } = await known();
      const { tab: desk } = session().desk;
      await desk.evaluate(holdStore, null);
      await hoverWords(tab, place);
      const busy = await waitFor('a card that waits', async () => {
        for (const frame of await tab.findFrames(cardPage)) {
          const name = await frame.evaluate(nameOfBusy, null).catch(() => null);
          if (name !== null) return { name, frame };
        }
        return null;
      });
      expect(busy.name).toBe(subject.name);
      await sleep(500);
      expect(await statusOf(busy.frame)).toContain(words.loading);
      await desk.evaluate(() => void Object.assign(globalThis, { isReleased: true }), null);
      await waitForText(busy.frame, new RegExp(words.card.facts, 'i'));
      expect(await statusOf(busy.frame)).not.toContain(words.loading);
    });

    // What comes after it has a new store.
    test('where the store does not open it says so in words, and is whole once that is over', async () => {
      const { subject, words: place } = await known();
      const { tab: desk } = session().desk;
      await desk.evaluate(raiseVersion, null);
      await hoverWords(tab, place);
      const { frame } = await waitForCard(tab, words.failed);
      await waitForText(frame, words.reasons.failure.storeTooNew);
      await desk.evaluate(deleteStore, null);
      // The packs of the extension's own are brought back first.
      await session().desk.askBackground('storeCounts', {});
      await clickInFrame(tab, frame, named(words.retry));
      const text = await waitForText(frame, new RegExp(words.card.facts, 'i'));
      expect(text).toContain(subject.name);
      expect(text).not.toContain(words.failed);
    });
  });
}

const countItems = (): number => document.querySelectorAll('[role="dialog"] section li').length;

/** The name on a card that is seen and still waits for the store; null while there is none. */
function nameOfBusy(): string | null {
  const card = document.querySelector('[role="dialog"]:has([role="status"])');
  return card === null || document.body.inert ? null : (card.querySelector('h2')?.textContent ?? '').trim();
}

/** What the card reads out of how far it is. */
const statusOf = (frame: Frame): Promise<string> =>
  frame.evaluate(() => document.querySelector('[role="dialog"] [role="status"]')?.textContent ?? '', null);

/** As a later version of the extension leaves it, which an older one cannot open. */
async function raiseVersion(): Promise<void> {
  const [found] = await indexedDB.databases();
  const opening = indexedDB.open(found?.name ?? '', (found?.version ?? 0) + 10);
  await new Promise((resolve, reject) => {
    opening.addEventListener('success', resolve);
    opening.addEventListener('error', reject);
  });
  opening.result.close();
}

async function deleteStore(): Promise<void> {
  const [found] = await indexedDB.databases();
  const deleting = indexedDB.deleteDatabase(found?.name ?? '');
  await new Promise((resolve, reject) => {
    deleting.addEventListener('success', resolve);
    deleting.addEventListener('error', reject);
  });
}

/** Keeps the database from answering anybody else until it is released, as a large import of long ago did. */
async function holdStore(): Promise<void> {
  const [found] = await indexedDB.databases();
  if (found?.name === undefined) throw new Error('no database');
  const opening = indexedDB.open(found.name);
  await new Promise((resolve, reject) => {
    opening.addEventListener('success', resolve);
    opening.addEventListener('error', reject);
  });
  const database = opening.result;
  const held = database.transaction([...database.objectStoreNames], 'readwrite');
  const store = held.objectStore(database.objectStoreNames[0] ?? '');
  const goOn = (): void => {
    if ((globalThis as { readonly isReleased?: boolean }).isReleased === true) return database.close();
    store.count().addEventListener('success', goOn);
  };
  await new Promise((resolve) => {
    store.count().addEventListener('success', resolve);
  });
  goOn();
}
