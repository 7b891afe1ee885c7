import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { LookUpCandidate } from '../../../lib/model/look-up.ts';
import type { Result } from '../../../lib/model/result.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { hoverWords, waitForCard } from '../../../scripts/drive/pointing.ts';
import { provideDav, startDav } from '../../../scripts/servers/webdav.ts';
import { serveWiki, type WikiStandIn } from '../../../scripts/stand-in/wiki.ts';
import { type FaultProxy, startFaultProxy } from '../../sync/faults/proxy.ts';
import { waitForPicture } from '../harness/card-picture.ts';
import { chooseFigure } from '../harness/choice.ts';
import { clickControl, named, waitForText } from '../harness/controls.ts';
import { fillField } from '../harness/forms.ts';
import { openOwnPage } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';
import { type Brief, edit, storesOf } from '../harness/synced.ts';

const { sync } = words;
/** Machines of tests may have no network but their own. */
const oneWaits = new RegExp(`${sync.offlinePending({ count: 1 })}|${sync.silentPending({ count: 1 })}`, 'u');
const { pictureOf } = words.card;
const passphrase = 'correct horse battery';
const present = await provideDav();

/** Two profiles of the built extension, as two devices of one reader. */
export function describeSync(first: () => Session, second: () => Session): void {
  describe.skipIf(present.length === 0)('two devices and a folder', () => {
    let server: Awaited<ReturnType<typeof startDav>>;
    let proxy: FaultProxy;
    let address = '';
    let wiki: WikiStandIn;
    /** How often the wiki had been asked when the first device was done with it. */
    let asked = 0;
    let figure = '';
    const pages: Tab[] = [];

    beforeAll(async () => {
      server = await startDav(present[0] ?? 'apache');
      const { origin, pathname } = new URL(server.url);
      proxy = await startFaultProxy(origin, Math.random);
      address = `${proxy.url}${pathname}/desk`;
    });
    afterAll(async () => {
      await proxy.close();
      await server.close();
      for (const session of [first(), second()]) await session.set({});
      await wiki.close();
    });

    const lookUp = async (session: Session, name: string): Promise<void> => {
      const found = await session.desk.askBackground<Result<readonly LookUpCandidate[], unknown>>('lookUp', { name });
      const candidate = found.ok ? found.value[0] : undefined;
      expect(await session.desk.askBackground('keepLookUp', { candidate, of: null, name })).toMatchObject({ ok: true });
    };
    const brief = async (session: Session, name: string): Promise<Brief | null> => {
      const found = await session.desk.askBackground<readonly (Brief & { id: string })[]>('searchStore', {
        query: name,
      });
      const id = found.find((one) => one.name === name)?.id;
      return id === undefined ? null : session.desk.askBackground<Brief | null>('entity', { id });
    };
    const idOf = async (session: Session, name: string): Promise<never> =>
      (await session.desk.askBackground<readonly { id: string; name: string }[]>('searchStore', { query: name })).find(
        (one) => one.name === name,
      )?.id as never;
    const describeAs = async (session: Session, description: string): Promise<unknown> =>
      edit(session, { kind: 'describe', id: await idOf(session, figure), type: 'person', description, gender: null });
    const isUpToDate = (session: Session): Promise<true> =>
      waitFor(
        'a store that is up to date',
        async () => {
          await session.desk.askBackground('syncNow', {});
          const stores = await storesOf(session);
          return stores.length > 0 && stores.every(({ state }) => state.state === 'up-to-date') ? true : null;
        },
        20_000,
      );
    const says = (session: Session, description: string): Promise<true> =>
      waitFor(
        `a store that says ${description}`,
        async () => {
          await session.desk.askBackground('syncNow', {});
          return (await brief(session, figure))?.description === description ? true : null;
        },
        20_000,
      );

    async function connect(session: Session): Promise<Tab> {
      const tab = await openOwnPage(session, 'options.html');
      pages.push(tab);
      await clickControl(tab, named(sync.addDevices));
      await fillField(tab, named(sync.address), 'my own cloud');
      await clickControl(tab, named(sync.connect));
      await waitForText(tab, sync.notAnAddress);
      await fillField(tab, named(sync.address), address);
      await fillField(tab, named(sync.user), server.user);
      await fillField(tab, named(sync.password), server.password);
      await clickControl(tab, named(sync.connect));
      return tab;
    }

    test('the one makes the store and writes its code down', async () => {
      const { reading } = await first().read('article.html');
      figure = reading.figures.find(({ entity, type }) => entity === null && type === 'person')?.name ?? '';
      expect(figure).not.toBe('');
      wiki = await serveWiki([figure]);
      const places = { automatic: false, wikipedia: wiki.url, wikidata: wiki.url };
      for (const session of [first(), second()]) await session.set({ lookUp: places });
      await lookUp(first(), figure);
      asked = wiki.asked.length;
      await describeAs(first(), 'Said on the first device');
      const tab = await connect(first());
      await waitForText(tab, sync.foundNew);
      await fillField(tab, named(sync.passphrase), passphrase);
      await fillField(tab, named(sync.passphraseAgain), passphrase);
      await clickControl(tab, named(sync.make));
      expect(await waitForText(tab, sync.codeTitle)).toMatch(/(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}/u);
      await clickControl(tab, named(sync.codeDone));
      await waitForText(tab, sync.upToDate);
    });

    test('the other joins it with the passphrase, and a card there has what the first wrote and the picture that it looked up', async () => {
      const tab = await connect(second());
      await waitForText(tab, sync.foundExisting);
      await fillField(tab, named(sync.passphrase), 'some other words');
      await clickControl(tab, named(sync.join));
      await waitForText(tab, sync.failed.PassphraseWrong);
      await fillField(tab, named(sync.passphrase), passphrase);
      await clickControl(tab, named(sync.join));
      await waitForText(tab, sync.upToDate);
      await says(second(), 'Said on the first device');
      const page = await second().read('article.html');
      await page.tab.bringToFront();
      const { subject, words: handle } = await chooseFigure(page.tab, page.reading, ({ name }) => name === figure);
      await hoverWords(page.tab, handle);
      const card = await waitForCard(page.tab, subject.name);
      expect(card.text).toContain('Said on the first device');
      const credit = 'Picture · Ada & Co · CC BY 4.0';
      expect(await waitForPicture(card.frame)).toEqual({ width: 250, alt: pictureOf({ name: figure }), credit });
      // The wiki has not heard of the second device.
      expect(wiki.asked.length).toBe(asked);
      await page.tab.close();
    });

    test('an edit is sent by itself', async () => {
      await describeAs(second(), 'Said on the second device');
      await waitFor('nothing that waits', async () =>
        (await storesOf(second())).every(({ state }) => state.state === 'up-to-date') ? true : null,
      );
      await says(first(), 'Said on the second device');
    });

    test('offline, it says so and how much waits; back, it goes on', async () => {
      proxy.isDown = true;
      const tab = pages[0] as Tab;
      await tab.bringToFront();
      await describeAs(first(), 'Said while offline');
      await waitForText(tab, oneWaits);
      proxy.isDown = false;
      await clickControl(tab, named(sync.now));
      await waitForText(tab, sync.upToDate);
      await says(second(), 'Said while offline');
    });

    test('a server that fails is told as that, with its words; a password that was changed there is given anew', async () => {
      const tab = pages[0] as Tab;
      await tab.bringToFront();
      proxy.status = 500;
      await clickControl(tab, named(sync.now));
      await waitForText(tab, sync.failing);
      await waitForText(tab, sync.failed.ServerFault);
      await clickControl(tab, named(words.technical));
      await waitForText(tab, 'disk I/O error');
      proxy.status = null;
      await server.changePassword('yet another secret');
      await clickControl(tab, named(sync.now));
      await waitForText(tab, sync.failed.SignInRefused);
      await clickControl(tab, named(sync.account));
      await waitForText(tab, sync.accountHint);
      await fillField(tab, named(sync.password), 'a wrong one');
      await clickControl(tab, named(sync.accountSave));
      await waitFor('the reason beside the form', () =>
        tab.evaluate(() => document.querySelector('.sync__part .sync__wrong')?.textContent ?? null, null),
      );
      await fillField(tab, named(sync.password), 'yet another secret');
      await clickControl(tab, named(sync.accountSave));
      await waitForText(tab, sync.upToDate);
      await server.changePassword(server.password);
      await clickControl(tab, named(sync.account));
      await waitForText(tab, sync.accountHint);
      await fillField(tab, named(sync.password), server.password);
      await clickControl(tab, named(sync.accountSave));
      await waitFor('the form to close', async () =>
        (await tab.evaluate(() => document.body.innerText, null)).includes(sync.accountHint) ? null : true,
      );
      await waitForText(tab, sync.upToDate);
    });

    test('two edits at once: both are listed, one is kept, and the decision can be undone', async () => {
      for (const tab of pages) {
        await tab.bringToFront();
        await clickControl(tab, named(sync.pause));
        await waitForText(tab, sync.paused);
      }
      await describeAs(first(), 'One view');
      await describeAs(second(), 'Another view');
      for (const tab of pages) {
        await tab.bringToFront();
        await clickControl(tab, named(sync.resume));
        await waitForText(tab, sync.upToDate);
      }
      const [tab] = pages as [Tab];
      await tab.bringToFront();
      await clickControl(tab, named(sync.now));
      const text = await waitForText(tab, sync.conflictsTitle);
      expect(text).toContain('One view');
      expect(text).toContain('Another view');
      await clickControl(tab, named(sync.keepBoth));
      await waitFor('no conflict', async () =>
        (await tab.evaluate(() => document.body.innerText, null)).includes(sync.conflictsTitle) ? null : true,
      );
      await says(second(), 'Another view; One view');
      await clickControl(tab, named(sync.undoDecision));
      await waitForText(tab, sync.conflictsTitle);
      await clickControl(tab, named(sync.keepThis));
      await says(second(), 'Another view');
    });

    test('what one deletes goes on the other as well', async () => {
      await edit(first(), { kind: 'delete', id: await idOf(first(), figure) });
      await isUpToDate(first());
      await waitFor(
        'a store without it',
        async () => {
          await second().desk.askBackground('syncNow', {});
          return (await brief(second(), figure)) === null ? true : null;
        },
        20_000,
      );
    });

    test('many deletions at once stop and ask, and can be taken back for everybody', async () => {
      const names = Array.from({ length: 8 }, (_, nth) => `Quentin Many ${'abcdefgh'[nth]}`);
      const countIn = async (session: Session): Promise<number> =>
        (await session.desk.askBackground<readonly Brief[]>('searchStore', { query: 'Quentin Many' })).length;
      const has = (session: Session, count: number): Promise<true> =>
        waitFor(
          `${count} of them`,
          async () => {
            await session.desk.askBackground('syncNow', {});
            return (await countIn(session)) === count ? true : null;
          },
          20_000,
        );
      for (const name of names)
        await edit(first(), { kind: 'create', entity: { type: 'person', name, aliases: [], description: '' } });
      await has(second(), names.length);
      for (const name of names) await edit(first(), { kind: 'delete', id: await idOf(first(), name) });
      await isUpToDate(first());
      await second().desk.askBackground('syncNow', {});
      const tab = pages[1] as Tab;
      await tab.bringToFront();
      await waitForText(tab, sync.deletionsTitle);
      expect(await countIn(second())).toBe(names.length);
      await clickControl(tab, named(sync.deletionsKeep));
      await waitForText(tab, sync.upToDate);
      await has(first(), names.length);
    });

    test('another passphrase and another code open the store from now on', async () => {
      const [tab] = pages as [Tab];
      await tab.bringToFront();
      await clickControl(tab, named(sync.changePassphrase));
      await fillField(tab, named(sync.passphraseBefore), passphrase);
      await fillField(tab, named(sync.passphraseAfter), 'a battery of horses');
      await fillField(tab, named(sync.passphraseAgain), 'a battery of horses');
      await clickControl(tab, named(sync.changePassphraseNow));
      const code = /(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}/u.exec(await waitForText(tab, sync.codeTitle))?.[0];
      await clickControl(tab, named(sync.codeDone));
      const other = pages[1] as Tab;
      await other.bringToFront();
      await clickControl(other, named(sync.forget));
      await clickControl(other, named(sync.sure));
      await connect(second());
      const again = pages[2] as Tab;
      await waitForText(again, sync.foundExisting);
      await fillField(again, named(sync.passphrase), passphrase);
      await clickControl(again, named(sync.join));
      await waitForText(again, sync.failed.PassphraseWrong);
      // Whoever has forgotten the passphrase has the code that was written down.
      await fillField(again, named(sync.passphrase), code ?? '');
      await clickControl(again, named(sync.join));
      await waitForText(again, sync.upToDate);
    });
  });
}
