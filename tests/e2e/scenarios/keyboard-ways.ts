import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import { createSigningKey } from '../../../lib/pack/signature.ts';
import { type Frame, type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { findCard, waitForNoCard } from '../../../scripts/drive/pointing.ts';
import { provideDav, startDav } from '../../../scripts/servers/webdav.ts';
import { named, waitForText } from '../harness/controls.ts';
import { focusedName, tabTo } from '../harness/keys.ts';
import { makePack } from '../harness/made-packs.ts';
import { type PackServer, servePacks } from '../harness/pack-server.ts';
import { openOwnPage } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

const { sync, packs, options } = words;
const present = await provideDav();

/** The keyboard's way through a card and the settings: into what opens, and back to where it came from. */
export function describeKeyboardWays(session: () => Session): void {
  describe("the keyboard's way", () => {
    let tab: Tab;
    let server: PackServer;
    let dav: Awaited<ReturnType<typeof startDav>> | null = null;

    beforeAll(async () => {
      await session().set({});
      server = await servePacks();
    });
    afterEach(() => tab.close());
    afterAll(async () => {
      await server.close();
      await dav?.close();
    });

    const focused = (name: string): Promise<true> =>
      waitFor(`the focus at ${name}`, async () => ((await focusedName(tab)) === name ? true : null));
    const isAtButton = (): Promise<boolean> => tab.evaluate(() => document.activeElement?.localName === 'button', null);
    const press = async (name: string): Promise<void> => {
      await tabTo(tab, tab, named(name));
      await tab.press('Enter');
    };
    /** Opens something by a press, sees that the focus has gone there, and leaves it by the other button. */
    const opens = async (opener: string, inside: string, back: string): Promise<void> => {
      await press(opener);
      // What opens may have its opener's name.
      await waitFor(`the focus at ${inside}, and not at a button`, async () =>
        (await focusedName(tab)) === inside && !(await isAtButton()) ? true : null,
      );
      await press(back);
      await focused(opener);
      expect(await isAtButton()).toBe(true);
    };
    const openClaim = async (): Promise<Frame> => {
      const { tab: article, url, reading } = await session().read('article.html');
      tab = article;
      await tab.bringToFront();
      await tab.press('Tab');
      await tab.press('Tab');
      expect(reading.claims.length).toBeGreaterThan(0);
      await session().desk.askPage(url, 'step', { kind: 'claim', to: 'next' });
      const card = await waitFor('its card', () => findCard(tab));
      await waitFor('the focus in it', async () =>
        (await card.frame.evaluate(() => document.hasFocus(), null)) ? true : null,
      );
      return card.frame;
    };
    const isIn = (frame: Frame): Promise<boolean> => frame.evaluate(() => document.hasFocus(), null);

    test('a card that has the keyboard shows it around itself', async () => {
      const frame = await openClaim();
      const ring = await frame.evaluate(() => {
        const at = document.activeElement ?? document.body;
        const [own, over] = [getComputedStyle(at), getComputedStyle(at, '::after')];
        const isOver = over.content !== 'none' && over.borderTopStyle === 'solid';
        const width = own.outlineStyle === 'solid' ? own.outlineWidth : isOver ? over.borderTopWidth : null;
        return { isCard: at.classList.contains('card'), width };
      }, null);
      expect(ring).toEqual({ isCard: true, width: '2px' });
    });

    test.each(['Tab', 'Shift+Tab'] as const)('%s out of a card leads back to where it came from', async (key) => {
      const frame = await openClaim();
      const at = await tab.evaluate(() => document.activeElement?.tagName, null);
      expect(at).not.toBe('A');
      await waitFor('the way out', async () => {
        if (!(await isIn(frame))) return true;
        if (key === 'Shift+Tab') await tab.keyDown('Shift');
        await tab.press('Tab');
        if (key === 'Shift+Tab') await tab.keyUp('Shift');
        return null;
      });
      // The second of the page's links had it, and has it again; the card stays.
      const second = await tab.evaluate(() => document.querySelectorAll('a[href]')[1]?.textContent?.trim() ?? '', null);
      await focused(second);
      expect(await findCard(tab)).not.toBeNull();
      // Whoever has gone on is not brought back.
      await tab.press('Tab');
      const third = await focusedName(tab);
      expect(third).not.toBe(second);
      await tab.press('Escape');
      await waitForNoCard(tab);
      expect(await focusedName(tab)).toBe(third);
    });

    test('a pack is removed, or not, and the settings are put back, or not', async () => {
      const key = await createSigningKey();
      server.put('keys.slpack', await makePack({ id: 'keys', title: 'Keys pack', version: 1, people: 20 }, key));
      tab = await openOwnPage(session(), 'options.html');
      await tabTo(tab, tab, named(packs.address));
      await tab.type(server.at('keys.slpack'));
      await tab.press('Enter');
      await waitForText(tab, packs.knowPublisher({ publisher: 'The Test Press' }));
      await press(packs.accept);
      await waitForText(tab, 'Keys pack');
      await opens(packs.remove, packs.removeAsk({ title: 'Keys pack' }), packs.keep);
      await tab.press('Enter');
      await focused(packs.removeAsk({ title: 'Keys pack' }));
      await tab.press('Escape');
      await focused(packs.remove);
      await waitForText(tab, 'Keys pack');
      await opens(options.reset, options.reset, words.back);
    });

    test.skipIf(present.length === 0)('a sync is set up, looked at and taken off', async () => {
      dav = await startDav(present[0] ?? 'apache');
      tab = await openOwnPage(session(), 'options.html');
      await press(sync.addDevices);
      await focused(sync.address);
      await tab.type(dav.url);
      await tabTo(tab, tab, named(sync.user));
      await tab.type(dav.user);
      await tabTo(tab, tab, named(sync.password));
      await tab.type(dav.password);
      await press(sync.connect);
      await focused(sync.passphrase);
      await tab.type('correct horse battery');
      await tabTo(tab, tab, named(sync.passphraseAgain));
      await tab.type('correct horse battery');
      await tab.press('Enter');
      await waitForText(tab, sync.codeTitle);
      // The code has the focus: its button is one step away.
      await waitFor('the focus at the code', async () =>
        (await focusedName(tab)).startsWith(sync.codeTitle) ? true : null,
      );
      await tab.press('Tab');
      await focused(sync.codeDone);
      await tab.press('Enter');
      await waitForText(tab, sync.upToDate);
      await opens(sync.devices, sync.devices, sync.close);
      await opens(sync.account, sync.user, sync.cancel);
      await opens(sync.changePassphrase, sync.passphraseBefore, sync.cancel);
      await opens(sync.forget, sync.forget, sync.cancel);
      await press(sync.forget);
      await press(sync.sure);
      await waitFor('no store', async () =>
        (await tab.evaluate(() => document.querySelector('.sync__store') === null, null)) ? true : null,
      );
      await waitFor('a place for the keyboard', async () => ((await focusedName(tab)) === '' ? null : true));
    });
  });
}
