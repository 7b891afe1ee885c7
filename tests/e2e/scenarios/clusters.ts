import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import { hoverWords, waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { waitForText } from '../harness/controls.ts';
import { type LiveSite, namesOf, openLiveSite } from '../harness/live-site.ts';
import { openPanel } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

/** Descriptions that stand for several people, and pages in a language that is not read. */
export function describeClusters(session: () => Session): void {
  let live: LiveSite;

  beforeAll(async () => {
    live = await openLiveSite(session());
  });
  afterAll(() => live.close());

  describe('who is meant', () => {
    test('the couple’s card names both, the brothers’ card the two of them', async () => {
      const { tab, url } = await live.visit('couple.html');
      await live.readingWith(url, 'Harriet Sallow');
      for (const [description, members] of [
        ['The couple', ['Harriet Sallow', 'Winston Ekpo']],
        ['The brothers', ['Amir Haddad', 'Yusuf Haddad']],
      ] as const) {
        await hoverWords(tab, { words: description });
        const { text } = await waitForCard(tab, members[0]);
        expect(text).toContain(members[1]);
        await tab.press('Escape');
        await tab.moveMouse({ x: 3, y: 3 });
        await waitForNoCard(tab);
      }
      await tab.close();
    });

    test('a page in another language gets full names alone, and card and popup say why', async () => {
      const { tab, url } = await live.visit('german.html');
      const reading = await live.readingWith(url, 'Angela Merkel');
      expect(namesOf(reading).toSorted()).toEqual(['Angela Merkel', 'The New York Times']);
      expect(reading.claims).toEqual([]);
      const why = words.panel.otherLanguage.text({ language: 'German' });
      await hoverWords(tab, { words: 'Angela Merkel' });
      expect((await waitForCard(tab, 'Angela Merkel')).text).toContain(why);
      const popup = await openPanel(session(), 'popup', url);
      await waitForText(popup, why);
      await popup.close();
      await tab.close();
    });
  });
}
