import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { findCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { named, waitForText } from '../harness/controls.ts';
import { focusedName, tabTo, typeOver } from '../harness/keys.ts';
import { openOwnPage } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

const { library } = words;
const { action } = library;

const readMain = (): string => document.querySelector<HTMLElement>('.library__main')?.innerText ?? '';
const readRows = (): readonly string[] =>
  [...document.querySelectorAll('.library__rows .row__name')].map((row) => row.textContent ?? '');

/** Correcting a store from one end to the other, by the keys alone. */
export function describeKeyboard(session: () => Session): void {
  describe('by the keyboard alone', () => {
    let tab: Tab;

    const make = (name: string, description: string, aliases: readonly string[] = []): Promise<unknown> =>
      session().desk.askBackground('edit', {
        edit: {
          kind: 'create',
          entity: { type: 'person', name, description, aliases: aliases.map((text) => ({ text })) },
        },
      });
    const waitForMain = (says: string | RegExp): Promise<string> =>
      waitFor(`a page that says ${String(says)}`, async () => {
        const text = await tab.evaluate(readMain, null);
        return (typeof says === 'string' ? text.includes(says) : says.test(text)) ? text : null;
      });
    /**
     * From the search, in which the library opens, to the page of a name. A library of its own for each: a Firefox that is
     * driven gives no button its press any more once Tab has gone around by way of the browser's own bars.
     */
    const openName = async (name: string): Promise<void> => {
      tab = await openOwnPage(session(), 'library.html');
      await waitFor('the list', async () => ((await tab.evaluate(readRows, null)).length > 0 ? true : null));
      await tabTo(tab, tab, named(library.search));
      await typeOver(tab, name);
      await waitFor('its row', async () => ((await tab.evaluate(readRows, null))[0] === name ? true : null));
      await tab.press('ArrowDown');
      await tab.press('Enter');
      await waitFor('the focus on its page', async () => ((await focusedName(tab)) === name ? true : null));
    };
    const press = async (name: string): Promise<void> => {
      await tabTo(tab, tab, named(name));
      await tab.press('Enter');
      await waitFor('another focus', async () => ((await focusedName(tab)) === name ? null : true));
    };

    beforeAll(async () => {
      await session().set({});
      await make('Quentin Keys', 'The first of two', ['Quentin Younger']);
      await make('Quirin Keys', 'The second of two');
    });
    afterEach(() => tab.close());

    test('two entries are merged, and parted again', async () => {
      await openName('Quirin Keys');
      await press(action.merge);
      expect(await focusedName(tab)).toBe(library.field.find);
      await tab.type('Quentin Keys');
      await waitForMain('The first of two');
      await tab.press('Enter');
      await press(library.merge.do({ name: 'Quentin Keys' }));
      await waitForMain(library.same({ name: 'Quentin Keys' }));
      // The form gives the focus back to what opened it.
      await waitFor('the focus back', async () => ((await focusedName(tab)) === action.merge ? true : null));
      await press(action.part({ name: 'Quentin Keys' }));
      await waitFor('the parting', async () =>
        (await tab.evaluate(readMain, null)).includes(library.same({ name: 'Quentin Keys' })) ? null : true,
      );
      await waitFor('a place for the keyboard', async () => ((await focusedName(tab)) === '' ? null : true));
    });

    test('a wrong role is put right, and the change undone', async () => {
      await openName('Quirin Keys');
      await press(action.addFact);
      await tabTo(tab, tab, named(library.field.value));
      await tab.type('Minister of Locks');
      await tab.press('Enter');
      await waitForMain('Minister of Locks');
      await press(action.editFact({ fact: 'Minister of Locks' }));
      await tabTo(tab, tab, named(library.field.value));
      await typeOver(tab, 'Minister of Keys');
      await tab.press('Enter');
      await waitForMain('Minister of Keys');
      expect(await tab.evaluate(readMain, null)).not.toMatch(/Minister of Locks\n/);
      await tabTo(tab, tab, new RegExp(`^${library.undo}`));
      await tab.press('Enter');
      await waitForText(tab, library.undone);
      await waitForMain(/Minister of Locks/);
    });

    test('one entry is split in two', async () => {
      await openName('Quentin Keys');
      await press(action.split);
      await typeOver(tab, 'Quentin Other');
      await tabTo(tab, tab, named('Quentin Younger'));
      await tab.press(' ');
      await press(library.split.do);
      await waitForMain(library.different({ name: 'Quentin Keys' }));
      await waitFor('the focus on the other', async () => ((await focusedName(tab)) === 'Quentin Other' ? true : null));
      expect(await tab.evaluate(readMain, null)).toContain('Quentin Younger');
    });

    test('a name on a page is put right in its card as another of the store', async () => {
      const { tab: article, url, reading } = await session().read('article.html');
      tab = article;
      const wrong = reading.figures.find(({ entity }) => entity !== null);
      if (wrong === undefined) throw new Error('the page names nobody whom the store knows');
      await article.bringToFront();
      await session().desk.askPage(url, 'reveal', { subject: { kind: 'figure', cluster: wrong.cluster }, nth: 0 });
      const { frame } = await waitFor('its card', async () => {
        const card = await findCard(article);
        return card?.text.includes(wrong.name) === true ? card : null;
      });
      await waitFor('the focus', async () => ((await frame.evaluate(() => document.hasFocus(), null)) ? true : null));
      await tabTo(article, frame, named(words.wrongName.open));
      await article.press('Enter');
      await tabTo(article, frame, named(library.field.find));
      await typeOver(article, 'Quirin Keys');
      await waitForText(frame, 'The second of two');
      await article.press('Enter');
      await tabTo(article, frame, named(library.save));
      await article.press('Enter');
      await waitFor('the name as it was put right', async () => {
        const { figures } = await session().desk.reading(url);
        return figures.some(({ name, forms }) => name === 'Quirin Keys' && forms.includes(wrong.forms[0] ?? '?'))
          ? true
          : null;
      });
      // The card opens anew at its place, as the one that was chosen.
      await waitFor('its card', async () => ((await findCard(article))?.text.includes('Quirin Keys') ? true : null));
      await article.press('Escape');
      await waitForNoCard(article);
    });
  });
}
