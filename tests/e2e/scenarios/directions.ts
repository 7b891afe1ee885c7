import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Point, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { findCard, findWords, hoverWords, type OpenCard, waitForCard } from '../../../scripts/drive/pointing.ts';
import { type LiveSite, openLiveSite } from '../harness/live-site.ts';
import type { Session } from '../harness/session.ts';

/** Pages whose lines begin at the right, or run down. */
export function describeDirections(session: () => Session): void {
  let live: LiveSite;

  beforeAll(async () => {
    live = await openLiveSite(session());
  });
  afterAll(() => live.close());

  describe('pages written in other directions', () => {
    test('on an Arabic page a name of the store is marked, and its card begins at the right', async () => {
      const name = 'الأمم المتحدة';
      const draft = { type: 'organisation', name, aliases: [], description: 'منظمة دولية' };
      const made = await session().desk.askBackground<{ readonly value: { readonly history: string } }>('edit', {
        edit: { kind: 'create', entity: draft },
      });
      const { tab, url } = await live.visit('arabic.html');
      await live.readingWith(url, name);
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
      // Whatever the claim is worth checking.
      await session().set({ density: 'everything' });
      const { tab, url } = await live.visit('arabic.html?text=english');
      await live.readingWith(url, 'Odile Marchetti');
      const box = await findWords(tab, { words: 'We have the numbers, but' });
      if (box === null) throw new Error('the page does not show the quote');
      const { right } = await tab.evaluate(boxOfParagraph, { x: box.x + 4, y: box.y + 4 });
      const found = await huntTick(tab, (distance) => ({ x: right + distance, y: box.y + box.height / 2 }));
      expect(found.text).toContain('We have the numbers');
      await tab.close();
      await session().set({});
    });

    test('vertical lines are marked beside their names', async () => {
      const { tab, url } = await live.visit('vertical.html');
      await live.readingWith(url, 'Henrike Aldermann');
      await live.openCard(tab, 'Switzerland');
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

function boxOfParagraph({ x, y }: Point): { readonly right: number; readonly top: number } {
  const { right, top } = document.elementFromPoint(x, y)?.closest('p')?.getBoundingClientRect() ?? { right: x, top: y };
  return { right, top };
}

/** How far from the text a tick stands is the painter's business: looks from the text outwards. */
function huntTick(tab: Tab, at: (distance: number) => Point): Promise<OpenCard> {
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
