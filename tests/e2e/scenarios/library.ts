import { describe, expect, test } from 'vitest';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { words } from '../../../lib/i18n/words.ts';
import { clickControl, findControl, named, waitForText } from '../harness/controls.ts';
import { chooseOption, fillField } from '../harness/forms.ts';
import { findFaintColours, findFaults } from '../harness/faults.ts';
import { findOverflow } from '../harness/overflow.ts';
import type { Session } from '../harness/session.ts';

const { library } = words;

const readMain = (): string => document.querySelector<HTMLElement>('.library__main')?.innerText ?? '';
const readRows = (): readonly string[] =>
  [...document.querySelectorAll('.library__rows .row__name')].map((row) => row.textContent ?? '');

/** The library, used as its owner would: by what its controls are called. */
export function describeLibrary(session: () => Session): void {
  const open = async (hash = ''): Promise<Tab> => {
    const tab = await session().driver.open('about:blank');
    await tab.goto(`${session().driver.origin}library.html${hash}`);
    await tab.bringToFront();
    await waitFor('the list', async () => ((await tab.evaluate(readRows, null)).length > 0 ? true : null), 30_000);
    return tab;
  };
  const waitForMain = (tab: Tab, says: string | RegExp): Promise<string> =>
    waitFor(`a page that says ${String(says)}`, async () => {
      const text = await tab.evaluate(readMain, null);
      return (typeof says === 'string' ? text.includes(says) : says.test(text)) ? text : null;
    });
  const openName = async (tab: Tab, query: string, name: string): Promise<void> => {
    await fillField(tab, named(library.search), query);
    await clickControl(tab, named(name));
    await waitForMain(tab, name);
  };
  const create = async (tab: Tab, name: string): Promise<void> => {
    await clickControl(tab, named(library.create));
    await fillField(tab, named(library.field.name), name);
    await fillField(tab, named(library.field.description), 'Made by a test');
    await clickControl(tab, named(library.save));
    await waitForMain(tab, 'Made by a test');
  };

  describe('the library', () => {
    test('lists the store, filters it by type, and finds a name with a mistake in it', async () => {
      const tab = await open();
      const all = await tab.evaluate(readRows, null);
      expect(all.length).toBeGreaterThan(20);
      await chooseOption(tab, named(library.type), words.type.law.many);
      await waitFor('other rows', async () => ((await tab.evaluate(readRows, null))[0] === all[0] ? null : true));
      await chooseOption(tab, named(library.type), library.allTypes);
      const name = all.find((each) => each.length > 8) ?? '';
      const at = Math.floor(name.length / 2);
      await openName(tab, `${name.slice(0, at)}${name.slice(at + 1)}`, name);
      await tab.close();
    });

    test('opens in its search, and leads to what was found by the keyboard alone', async () => {
      const tab = await open();
      const [, ...others] = await tab.evaluate(readRows, null);
      const name = others.find((each) => each.length > 8) ?? '';
      await tab.type(name);
      await waitFor('the row', async () => ((await tab.evaluate(readRows, null))[0] === name ? true : null));
      await tab.press('ArrowDown');
      await tab.press('Enter');
      await waitForMain(tab, name);
      // What is chosen again stands there already, and has the focus all the same.
      const focused = (): Promise<string | undefined> => tab.evaluate(() => document.activeElement?.localName, null);
      await clickControl(tab, named(library.search));
      await clickControl(tab, named(name));
      await waitFor('its heading', async () => ((await focused()) === 'h2' ? true : null));
      const hash = await tab.evaluate(() => location.hash, null);
      await tab.close();
      // Who opens an entry reads it from its beginning.
      const direct = await open(hash);
      await waitForMain(direct, name);
      expect(await direct.evaluate(() => document.activeElement?.localName, null)).not.toBe('input');
      await direct.close();
    });

    test('has no barriers, light or dark, in any of its views', async () => {
      const tab = await open();
      const [name = ''] = await tab.evaluate(readRows, null);
      const schemes = tab.setColourScheme === null ? [null] : (['light', 'dark'] as const);
      for (const scheme of schemes) {
        if (scheme !== null) await tab.setColourScheme?.(scheme);
        // What is no colour is the same in the dark.
        const find = scheme === 'dark' ? findFaintColours : findFaults;
        await openName(tab, name, name);
        expect(await find(tab)).toEqual([]);
        await clickControl(tab, named(library.edit));
        await findControl(tab, named(library.save));
        expect(await find(tab)).toEqual([]);
        await clickControl(tab, named(library.data));
        await waitForMain(tab, words.data.outWhy);
        expect(await find(tab)).toEqual([]);
        await clickControl(tab, named(library.names));
      }
      await tab.close();
    });

    test('on paper an entry is all of its page, dark on light, without what can be pressed', async (context) => {
      context.skip(session().driver.family === 'firefox', 'its protocol has no paper');
      await session().set({ theme: 'dark' });
      const tab = await open();
      const [name = ''] = await tab.evaluate(readRows, null);
      await openName(tab, name, name);
      await tab.setMedium?.('print');
      const paper = await tab.evaluate(() => {
        const heading = document.querySelector('h2');
        const sizes = [...document.querySelectorAll<HTMLElement>('.library, .library__main')];
        const channels = heading === null ? [] : (getComputedStyle(heading).color.match(/[\d.]+/g) ?? []).slice(0, 3);
        return {
          brightest: Math.max(...channels.map(Number)),
          cutOff: sizes.filter(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight + 1).length,
          pressed: [...document.querySelectorAll('button, input')].filter((each) => each.getClientRects().length > 0)
            .length,
          empty: [...document.querySelectorAll('.part__none')].filter((each) => each.getClientRects().length > 0)
            .length,
        };
      }, null);
      expect(paper.brightest).toBeLessThan(80);
      expect(paper.cutOff).toBe(0);
      expect([paper.pressed, paper.empty]).toEqual([0, 0]);
      await tab.close();
      await session().set({});
    });

    test('long names keep within a narrow page, and every button stays large enough', async () => {
      const [name, other] = [`${'Long'.repeat(40)} of somewhere`, 'o'.repeat(150)];
      const made = await session().desk.askBackground<{ readonly value: { readonly history: string } }>('edit', {
        edit: { kind: 'create', entity: { type: 'person', name, aliases: [{ text: other }], description: '' } },
      });
      const tab = await open();
      await tab.resize({ width: 320, height: 800 });
      expect(await findFaults(tab)).toEqual([]);
      await openName(tab, name.slice(0, 20), name);
      await waitForMain(tab, other);
      expect(await findFaults(tab)).toEqual([]);
      expect(await tab.evaluate(findOverflow, '.library__main')).toEqual([]);
      await tab.close();
      await session().desk.askBackground('undo', { history: made.value.history });
    });

    test('the form for a new entry gives way to the entry that is opened, and comes before the one that is open', async () => {
      const tab = await open();
      const [first = ''] = await tab.evaluate(readRows, null);
      await clickControl(tab, named(library.create));
      await findControl(tab, named(library.save));
      await clickControl(tab, named(first));
      await waitForMain(tab, first);
      expect(await tab.evaluate(() => document.querySelectorAll('textarea').length, null)).toBe(0);
      await clickControl(tab, named(library.create));
      await findControl(tab, named(library.save));
      expect(await tab.evaluate(readMain, null)).not.toContain(first);
      await tab.close();
    });

    test('a name is added and matched on a page; its undo takes it away', async () => {
      const tab = await open();
      const [name = ''] = await tab.evaluate(readRows, null);
      await openName(tab, name, name);
      await clickControl(tab, named(library.action.addName));
      await fillField(tab, named(library.field.alias), 'Nomen Novum');
      await clickControl(tab, named(library.save));
      await findControl(tab, named(library.action.removeName({ name: 'Nomen Novum' })));
      await fillField(tab, named(library.search), 'nomen nov');
      await waitFor('the row', async () => ((await tab.evaluate(readRows, null))[0] === name ? true : null));
      await clickControl(tab, named(library.undo));
      await waitForText(tab, library.undone);
      await waitFor('no row', async () => ((await tab.evaluate(readRows, null)).includes(name) ? null : true));
      await tab.close();
    });

    test('an entry is made, gets a role and a note, and its history says who did it', async () => {
      const tab = await open();
      await create(tab, 'Zenobia Testperson');
      await clickControl(tab, named(library.action.addFact));
      await fillField(tab, named(library.field.value), 'Minister of Tests');
      await fillField(tab, named(library.field.since), '2024-13');
      await clickControl(tab, named(library.save));
      await waitForMain(tab, /2024-13/);
      await fillField(tab, named(library.field.since), '2024-05');
      await clickControl(tab, named(library.save));
      await waitForMain(tab, 'May 2024');
      await clickControl(tab, named(library.action.editFact({ fact: 'Minister of Tests' })));
      await fillField(tab, named(library.field.predicate), words.facts.label.hasOccupation);
      await clickControl(tab, named(library.save));
      await waitForMain(tab, words.facts.label.hasOccupation);
      await clickControl(tab, named(words.close));
      await waitFor('no word of what was done', () =>
        tab.evaluate(() => (document.querySelector('.toast') === null ? true : null), null),
      );
      await clickControl(tab, named(library.action.addNote));
      await fillField(tab, named(library.field.note), 'a **bold** <img src=x onerror=alert(1)> word');
      await clickControl(tab, named(library.save));
      await waitForMain(tab, '<img src=x onerror=alert(1)>');
      const shown = await tab.evaluate(
        () => [
          document.querySelector('.markdown strong')?.textContent,
          document.querySelectorAll('.markdown img').length,
        ],
        null,
      );
      expect(shown).toEqual(['bold', 0]);
      await waitForMain(tab, library.change.addNote);
      await tab.close();
    });

    test('two entries are merged and parted again', async () => {
      const tab = await open();
      await create(tab, 'Xaveria Twin');
      await create(tab, 'Xaveria Double');
      await clickControl(tab, named(library.action.merge));
      await fillField(tab, named(library.field.find), 'Xaveria Twin');
      await clickControl(tab, /^Xaveria Twin Made/);
      await clickControl(tab, named(library.merge.do({ name: 'Xaveria Twin' })));
      await waitForMain(tab, library.same({ name: 'Xaveria Twin' }));
      await fillField(tab, named(library.search), 'Xaveria');
      await waitFor('one row', async () => {
        const rows = await tab.evaluate(readRows, null);
        return rows.length === 1 && rows[0] === 'Xaveria Double' ? true : null;
      });
      await clickControl(tab, named(library.action.part({ name: 'Xaveria Twin' })));
      await waitFor('two rows', async () => ((await tab.evaluate(readRows, null)).length === 2 ? true : null));
      await tab.close();
    });

    test('one entry is split in two', async () => {
      const tab = await open();
      await create(tab, 'Ypsilon Both');
      await clickControl(tab, named(library.action.addName));
      await fillField(tab, named(library.field.alias), 'Ypsilon Younger');
      await clickControl(tab, named(library.save));
      await findControl(tab, named(library.action.removeName({ name: 'Ypsilon Younger' })));
      await clickControl(tab, named(library.action.split));
      await fillField(tab, named(library.field.name), 'Ypsilon Other');
      await clickControl(tab, named('Ypsilon Younger'));
      await clickControl(tab, named(library.split.do));
      await waitForMain(tab, library.different({ name: 'Ypsilon Both' }));
      await waitForMain(tab, 'Ypsilon Younger');
      await tab.close();
    });

    test('what is deleted is gone, and comes back', async () => {
      const tab = await open();
      await create(tab, 'Wolfgang Passing');
      await clickControl(tab, named(library.action.delete));
      await waitForMain(tab, library.deleted({ name: 'Wolfgang Passing' }));
      await clickControl(tab, named(library.undo));
      await waitForMain(tab, 'Made by a test');
      await tab.close();
    });

    test('another main name shows on the page that is read next', async () => {
      const { tab: article, reading } = await session().read('article.html');
      const figure = reading.figures.find(({ entity }) => entity !== null);
      await article.close();
      const id = figure?.entity ?? '';
      const tab = await open(`#/entity/${encodeURIComponent(id)}`);
      await waitForMain(tab, figure?.name ?? '?');
      await clickControl(tab, named(library.edit));
      await fillField(tab, named(library.field.name), 'Renamed Figure');
      await clickControl(tab, named(library.save));
      await waitForMain(tab, /^.*Renamed Figure/s);
      const { tab: again, reading: then } = await session().read('article.html');
      expect(then.figures.find(({ entity }) => entity === id)?.name).toBe('Renamed Figure');
      await again.close();
      await tab.bringToFront();
      await clickControl(tab, named(library.undo));
      await waitForMain(tab, figure?.name ?? '?');
      await tab.close();
    });
  });
}
