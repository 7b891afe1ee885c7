import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { dossierOf } from '../../../components/panel/dossier.ts';
import { words } from '../../../lib/i18n/words.ts';
import type { Figure, PageReading } from '../../../lib/model/reading.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { waitForCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { clickControl, findControl, named, waitForText } from '../harness/controls.ts';
import { listenToRegions } from '../harness/faults.ts';
import { openOwnPage, openPanel } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

/** What popup and side panel do with a page's figures and claims. */
export function describeLists(session: () => Session): void {
  describe('the lists of the side panel', () => {
    let tab: Tab;
    let reading: PageReading;
    let url: string;
    let panel: Tab;

    beforeAll(async () => {
      await session().set({ memory: 'on' });
      const earlier = await session().read('earlier.html');
      await earlier.tab.close();
      ({ tab, reading, url } = await session().read('article.html'));
      panel = await openPanel(session(), 'sidepanel', url);
      await waitForText(panel, reading.figures[0]?.name ?? '?');
    });
    afterAll(async () => {
      await session().desk.askBackground('forget', { what: { kind: 'all' } });
      await Promise.all([panel.close(), tab.close()]);
      await session().set({});
    });

    const rows = (): Promise<readonly string[]> => panel.evaluate(readRows, null);
    const goTo = (name: string): Promise<void> => clickControl(panel, new RegExp(`^${name}`));
    const find = async (text: string): Promise<void> => {
      await clickControl(panel, named(words.panel.filter));
      await panel.evaluate(selectFocused, null);
      await panel.press('Backspace');
      await panel.type(text);
    };

    test('the cast stands by importance in the article, or by type', async () => {
      const names = reading.figures.map(({ name }) => name);
      expect((await rows()).slice(0, names.length)).toEqual(names);
      await clickControl(panel, named(words.panel.byType.label));
      const grouped = await rows();
      expect(grouped.slice(0, names.length).toSorted()).toEqual(names.toSorted());
      const people = reading.figures.filter(({ type }) => type === 'person').map(({ name }) => name);
      expect(grouped.slice(0, people.length)).toEqual(people);
      await clickControl(panel, named(words.panel.byImportance.label));
      await waitFor('the first order', async () => ((await rows())[0] === names[0] ? true : null));
    });

    test('claims that differ from what was read before stand on top, the others in order', async () => {
      await goTo(words.claims);
      await waitForText(panel, new RegExp(words.panel.differing, 'i'));
      const differing = reading.claims.filter(({ related }) =>
        related.some(({ relation }) => relation === 'differs' || relation === 'contradicts' || relation === 'updates'),
      );
      expect(differing.length).toBeGreaterThan(0);
      const others = reading.claims.filter((claim) => !differing.includes(claim));
      expect(await rows()).toEqual([...differing, ...others].map(({ text }) => text.replace(/\s+/g, ' ')));
      await clickControl(panel, named(words.panel.byWorth.label));
      const worth = others.toSorted((a, b) => b.checkWorthiness - a.checkWorthiness)[0];
      await waitFor('the other order', async () =>
        (await rows())[differing.length] === worth?.text.replace(/\s+/g, ' ') ? true : null,
      );
      await clickControl(panel, named(words.panel.asRead.label));
    });

    test('a claim says its kind, its speaker and whether it is worth checking', async () => {
      const text = await waitForText(panel, words.panel.worthChecking);
      const spoken = reading.claims.find(({ speaker }) => speaker !== null);
      const speaker = reading.figures.find(({ cluster }) => cluster === spoken?.speaker);
      expect(text).toContain(`${words.kind[spoken?.kind ?? 'quote'].one} · ${speaker?.name}`);
    });

    test('a word filters both lists, and says where else there is a match', async () => {
      const speaker = reading.figures.find(({ statements }) => statements.length > 0) as Figure;
      await find(speaker.name);
      const said = reading.claims.filter(
        ({ speaker: by, text }) => by === speaker.cluster || text.includes(speaker.name),
      );
      await waitFor('its claims alone', async () =>
        (await rows()).filter((row) => reading.claims.some(({ text }) => text.replace(/\s+/g, ' ') === row)).length ===
        said.length
          ? true
          : null,
      );
      await goTo(words.figures);
      await waitFor('its row', async () => ((await rows())[0] === speaker.name ? true : null));
      await find('zzzz');
      await waitForText(panel, words.panel.noMatch);
      await find(' ');
      await waitFor('everybody', async () => ((await rows()).length >= reading.figures.length ? true : null));
    });

    test('typing does not make a screen reader chatter', async () => {
      const said = await listenToRegions(panel);
      await find('the');
      await waitFor('an answer', async () => ((await rows()).length < reading.figures.length + 20 ? true : null));
      await find(' ');
      expect((await said()).length).toBeLessThanOrEqual(2);
    });

    test('the arrow keys run from the field through the rows, and Enter opens one', async () => {
      await clickControl(panel, named(words.panel.filter));
      await panel.press('ArrowDown');
      await panel.press('ArrowDown');
      await panel.press('End');
      await panel.press('Home');
      await panel.press('Enter');
      await findControl(panel, named(words.back));
      await waitForText(panel, reading.figures[0]?.name ?? '?');
      await clickControl(panel, named(words.back));
      await waitFor('the list', async () => ((await rows()).length > 1 ? true : null));
    });

    test('a card of the panel leads from mention to mention on the page', async () => {
      const often = reading.figures.find(({ mentions }) => mentions > 1) as Figure;
      await clickControl(panel, named(often.name));
      await clickControl(panel, named(words.card.showOnPage));
      await waitForText(panel, words.mentionOf({ at: 1, count: often.mentions }));
      await clickControl(panel, named(words.card.nextMention));
      await waitForText(panel, words.mentionOf({ at: 2, count: often.mentions }));
      await tab.bringToFront();
      await waitForCard(tab, often.name);
      await tab.press('Escape');
      await waitForNoCard(tab);
      await panel.bringToFront();
      await clickControl(panel, named(words.back));
    });

    test('relations: who speaks of whom, as a picture and as a list that leads to the claim', async () => {
      await goTo(words.panel.relations);
      const relation = await waitFor('a relation', async () => (await rows())[0] ?? null);
      const [one = '', other = ''] = relation.split(/ on | and /);
      expect(reading.figures.map(({ name }) => name)).toContain(one);
      expect(await panel.evaluate(() => document.querySelectorAll('.relations__line').length, null)).toBeGreaterThan(0);
      await clickControl(panel, new RegExp(`^${relation}`));
      await findControl(panel, named(words.back));
      const text = await panel.evaluate(() => document.body.innerText, null);
      expect(text.includes(one) || text.includes(other)).toBe(true);
      await clickControl(panel, named(words.back));
      await goTo(words.figures);
    });

    test('the dossier is saved as a file, with figures, claims and links to their words', async () => {
      const file = await panel.download(() => clickControl(panel, named(words.panel.saveDossier)));
      expect(file.name).toMatch(/\.md$/);
      expect(file.text).toBe(dossierOf(reading));
      for (const { name } of reading.figures) expect(file.text).toContain(name);
      expect(file.text).toContain('#:~:text=');
    });

    test('the dossier is copied, and that is said', async () => {
      await clickControl(panel, named(words.panel.copyDossier));
      await waitForText(panel, words.panel.dossierCopied);
    });
  });

  describe('a card in popup and side panel', () => {
    let tab: Tab;
    let url: string;

    beforeAll(async () => {
      await session().set({});
      ({ tab, url } = await session().read('article.html'));
    });
    afterAll(() => tab.close());
    afterEach(() => session().set({}));

    const readingNow = (): Promise<PageReading> => session().desk.reading(url);
    const unknown = ({ figures }: PageReading): Figure => {
      const found = figures.find(({ entity, candidates }) => entity === null && candidates.length === 0);
      if (found === undefined) throw new Error('everything is known');
      return found;
    };

    test('"Add to store" adds a name that the store lacks, and the page knows it at once', async () => {
      const panel = await openPanel(session(), 'sidepanel', url);
      const { name } = unknown(await readingNow());
      await clickControl(panel, named(name));
      await clickControl(panel, named(words.card.addToStore));
      await clickControl(panel, named(words.library.save));
      await waitFor('the name on the page', async () =>
        (await readingNow()).figures.some((figure) => figure.name === name && figure.entity !== null) ? true : null,
      );
      // The card stands for the new entry, and leads to it.
      await clickControl(panel, named(words.library.name));
      const library = await session().driver.arrived(`${session().driver.origin}library.html`);
      await waitForText(library, name);
      await Promise.all([library.close(), panel.close()]);
    });

    test('"This is not a name" takes it off the page and the list, and can be undone in the library', async () => {
      const popup = await openPanel(session(), 'popup', url);
      const name = (await readingNow()).figures.at(-1)?.name ?? '?';
      await waitForText(popup, name);
      const sidePanel = await openPanel(session(), 'sidepanel', url);
      await clickControl(sidePanel, named(name));
      await clickControl(sidePanel, named(words.wrongName.open));
      await clickControl(sidePanel, named(words.wrongName.notAName));
      await waitForText(sidePanel, words.wrongName.wayBack);
      await clickControl(sidePanel, named(words.library.save));
      await waitFor('a page without it', async () =>
        (await readingNow()).figures.every((figure) => figure.name !== name) ? true : null,
      );
      await waitFor('lists without it', async () => {
        const shown = await Promise.all([popup, sidePanel].map((each) => each.evaluate(readRows, null)));
        return shown.every((names) => names.length > 0 && !names.includes(name)) ? true : null;
      });
      await Promise.all([popup.close(), sidePanel.close()]);
      const library = await openOwnPage(session(), 'library.html#/changes');
      await waitForText(library, words.library.meaning.notAName({ detail: name }));
      await clickControl(library, named(words.library.undo));
      await waitForText(library, words.library.undone);
      expect(await library.evaluate(() => document.activeElement?.textContent ?? '', null)).toContain(
        words.library.meaning.notAName({ detail: name }),
      );
      await library.close();
      await tab.goto(url);
      expect((await readingNow()).figures.map((figure) => figure.name)).toContain(name);
    });
  });
}

/** The first line of each row, as it stands. */
function readRows(): readonly string[] {
  return [...document.querySelectorAll('[data-row]')].map((row) =>
    (row.querySelector('bdi')?.textContent ?? '').replace(/\s+/g, ' ').trim(),
  );
}

function selectFocused(): void {
  if (document.activeElement instanceof HTMLInputElement) document.activeElement.select();
}
