import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { words } from '../../../lib/i18n/words.ts';
import type { EntityId } from '../../../lib/model/ids.ts';
import type { Result } from '../../../lib/model/result.ts';
import type { SyncedStore } from '../../../lib/model/sync.ts';
import type { SyncStoreRow } from '../../../lib/store/sync/rows.ts';
import { readIdentity } from '../../../lib/sync/couchdb/join.ts';
import { eraseStore } from '../../../lib/sync/erase.ts';
import { type Lock, openLock, parseLock } from '../../../lib/sync/lock.ts';
import { importStoreKey } from '../../../lib/sync/seal.ts';
import { readLock } from '../../../lib/sync/webdav/locks.ts';
import { type Tab, waitFor } from '../../../scripts/drive/driver.ts';
import { hoverWords, waitForCard } from '../../../scripts/drive/pointing.ts';
import { newName, startCouch } from '../../../scripts/servers/couch.ts';
import { provideDav, startDav } from '../../../scripts/servers/webdav.ts';
import { type Device, openDevice } from '../../sync/devices.ts';
import { type FaultProxy, startFaultProxy } from '../../sync/faults/proxy.ts';
import { chooseFigure } from '../harness/choice.ts';
import { clickControl, named, waitForText } from '../harness/controls.ts';
import { fillField } from '../harness/forms.ts';
import { openOwnPage } from '../harness/panels.ts';
import type { Session } from '../harness/session.ts';

const { library, sync } = words;
/** Machines of tests may have no network but their own. */
const oneWaits = new RegExp(`${sync.offlinePending({ count: 1 })}|${sync.silentPending({ count: 1 })}`, 'u');
const passphrase = 'a lantern above the harbour';
/** Whom both write of. */
const figure = 'Quintessa Elsewhere';
const [dav] = await provideDav();

interface Server {
  readonly url: string;
  readonly user: string;
  readonly password: string;
  close(): Promise<void>;
}

type At = Pick<Server, 'url' | 'user' | 'password'>;

type Kind = 'a folder' | 'a database' | 'a database that is encrypted';

/** Opens the lock of a store with the words that were typed in the settings. */
async function keyOf(lock: Result<Lock | null, unknown>, words: string): Promise<CryptoKey> {
  if (!lock.ok || lock.value === null) throw new Error('no store was made');
  const opened = await openLock(lock.value, words);
  if (!opened.ok) throw new Error(opened.failure.detail);
  return importStoreKey(opened.value.dataKey);
}

/** How a device beside the browser joins the store that was made there, by its passphrase or its recovery code. */
async function join(kind: Kind, at: At, words: string): Promise<Partial<SyncStoreRow>> {
  if (kind === 'a folder') {
    const lock = await readLock({ ...at, fetch });
    const key = await keyOf(lock, words);
    return { ...at, kind: 'webdav', remote: lock.ok ? (lock.value?.store ?? '') : '', key };
  }
  const identity = await readIdentity({ ...at, fetch });
  if (!identity.ok || identity.value === null) throw new Error('no store was made');
  const { store, lock } = identity.value;
  return { ...at, kind: 'couchdb', remote: store, key: lock === null ? null : await keyOf(parseLock(lock), words) };
}

const kinds: readonly (readonly [Kind, boolean, () => Promise<Server>, path: string])[] = [
  ['a folder', dav !== undefined, () => startDav(dav ?? 'rclone'), '/made-here'],
  ['a database', true, () => startCouch(), `/${newName('desk')}`],
  ['a database that is encrypted', true, () => startCouch(), `/${newName('sealed')}`],
];

/** Cards do not know by what way a record came: one of the kinds shows it. */
const shownBy: Kind = dav === undefined ? 'a database' : 'a folder';

/** One browser with the built extension, and a second device that is none: whatever the browser does, both agree. */
export function describeSyncWithOther(session: () => Session): void {
  /** What the browser was granted for one server of this machine holds for the others: it asks once. */
  let wasAsked = false;
  describe.each(kinds)('a device beside the browser, over %s', (kind, isPresent, start, path) => {
    describe.skipIf(!isPresent)(isPresent ? 'shares a store' : 'no WebDAV server is installed here', () => {
      let server: Server;
      let proxy: FaultProxy;
      let other: Device;
      let tab: Tab;
      /** A store that was begun and not finished is left alone: trying once more makes another. */
      let attempts = 0;
      /** Opens the store in place of its passphrase; of an open one there is none. */
      let code = '';

      beforeAll(async () => {
        server = await start();
        const { origin, pathname } = new URL(server.url);
        proxy = await startFaultProxy(origin, Math.random);
        server = { ...server, url: `${proxy.url}${pathname === '/' ? '' : pathname}${path}` };
      });
      const leave = async (): Promise<void> => {
        await clickControl(tab, named(sync.forget));
        await clickControl(tab, named(sync.sure));
        await hasNoStore();
      };
      const hasNoStore = (): Promise<true> =>
        waitFor('no store', async () =>
          (await ask<readonly SyncedStore[]>('syncStatus', {})).length === 0 ? true : null,
        );
      afterAll(async () => {
        await proxy.close();
        await server.close();
      });

      const ask = <T>(type: string, body: unknown): Promise<T> => session().desk.askBackground<T>(type, body);
      const find = async (): Promise<{ id: EntityId; description: string } | null> => {
        const found = await ask<readonly { id: EntityId; name: string }[]>('searchStore', { query: figure });
        const id = found.find(({ name }) => name === figure)?.id;
        return id === undefined ? null : ask('entity', { id });
      };
      const isSaidHere = (wanted: string | null): Promise<true> =>
        waitFor(
          `${wanted} here`,
          async () => {
            await ask('syncNow', {});
            return ((await find())?.description ?? null) === wanted ? true : null;
          },
          20_000,
        );
      const isSaidThere = (wanted: string): Promise<true> =>
        waitFor(
          `${wanted} there`,
          async () => {
            await other.sync();
            return (await readThere())?.description === wanted ? true : null;
          },
          20_000,
        );
      const readThere = () => other.database.entities.filter(({ name }) => name === figure).first();
      const sayThere = async (description: string): Promise<void> => {
        const before = await readThere();
        if (before !== undefined) await other.database.entities.put({ ...before, description });
      };
      const sayHere = async (description: string): Promise<unknown> =>
        ask('edit', {
          edit: { kind: 'describe', id: (await find())?.id, type: 'person', description, gender: null },
        });

      test('makes it in the settings', async () => {
        attempts += 1;
        if (attempts > 1) server = { ...server, url: `${server.url}-${attempts}` };
        tab = await openOwnPage(session(), 'options.html');
        if ((await ask<readonly unknown[]>('syncStatus', {})).length > 0) await leave();
        await clickControl(tab, named(kind === 'a folder' ? sync.addDevices : sync.addTeam));
        await fillField(tab, named(sync.address), server.url);
        await fillField(tab, named(sync.user), server.user);
        await fillField(tab, named(sync.password), server.password);
        const { refuse } = session().driver;
        if (refuse !== null && !wasAsked) {
          wasAsked = true;
          await refuse(() => clickControl(tab, named(sync.connect)));
          await waitForText(tab, sync.failed.NotPermitted);
          expect(await ask('syncStatus', {})).toEqual([]);
        }
        await clickControl(tab, named(sync.connect));
        await waitForText(tab, sync.foundNew);
        if (kind === 'a database that is encrypted') await clickControl(tab, named(sync.encryptTeam));
        if (kind !== 'a database') {
          await fillField(tab, named(sync.passphrase), passphrase);
          await fillField(tab, named(sync.passphraseAgain), passphrase);
        }
        await clickControl(tab, named(sync.make));
        if (kind !== 'a database') {
          const shown = await waitForText(tab, sync.codeTitle);
          code = /(?:[0-9A-Z]{5}-){5}[0-9A-Z]{5}/u.exec(shown)?.[0] ?? '';
          await clickControl(tab, named(sync.codeDone));
        }
        await waitForText(tab, sync.upToDate);
      });

      test('what is written elsewhere is here', async () => {
        const { url, user, password } = server;
        const opening = kind === 'a folder' ? passphrase : code.toLowerCase();
        other = await openDevice({ name: 'elsewhere', store: await join(kind, { url, user, password }, opening) });
        const entity = {
          id: `local:elsewhere-${kinds.findIndex(([name]) => name === kind)}` as EntityId,
          type: 'person',
          name: figure,
          aliases: [],
        } as const;
        await other.database.entities.put({ ...entity, description: 'Said elsewhere' });
        await other.sync();
        await isSaidHere('Said elsewhere');
      });

      if (kind === shownBy)
        test('and a card says it', async () => {
          const before = await session().read('article.html');
          const unknown = before.reading.figures.find(({ entity, type }) => entity === null && type === 'person');
          await before.tab.close();
          const name = unknown?.name ?? '';
          const told = { id: 'local:told' as EntityId, type: 'person', name, aliases: [] } as const;
          await other.database.entities.put({ ...told, description: 'Told elsewhere' });
          await other.sync();
          await waitFor('a name that is known', async () => {
            await ask('syncNow', {});
            return (await ask<readonly unknown[]>('searchStore', { query: name })).length > 0 ? true : null;
          });
          const page = await session().read('article.html');
          await page.tab.bringToFront();
          const chosen = await chooseFigure(page.tab, page.reading, (figure) => figure.name === name);
          await hoverWords(page.tab, chosen.words);
          expect((await waitForCard(page.tab, name)).text).toContain('Told elsewhere');
          await page.tab.close();
          await tab.bringToFront();
        });

      test('offline, an edit waits and says so; back, it goes by itself', async () => {
        proxy.isDown = true;
        await sayHere('Said offline');
        await clickControl(tab, named(sync.now));
        await waitForText(tab, oneWaits);
        proxy.isDown = false;
        await clickControl(tab, named(sync.now));
        await isSaidThere('Said offline');
      });

      test('two edits at once: both are listed here, one is kept, and that is so there', async () => {
        await clickControl(tab, named(sync.pause));
        await waitForText(tab, sync.paused);
        await sayHere('One view');
        await sayThere('Another view');
        await other.sync();
        await clickControl(tab, named(sync.resume));
        const text = await waitForText(tab, sync.conflictsTitle);
        expect(text).toContain('One view');
        expect(text).toContain('Another view');
        await clickControl(tab, named(sync.keepThis));
        const kept = await waitFor('a decision', async () => {
          const description = (await find())?.description ?? '';
          const listed = await tab.evaluate(() => document.body.innerText, null);
          return listed.includes(sync.conflictsTitle) ? null : description;
        });
        expect(['One view', 'Another view']).toContain(kept);
        // It may say so there already: what is deleted before the decision has come would be asked about.
        await waitFor('a decision that was sent', async () => {
          await ask('syncNow', {});
          const stores = await ask<readonly SyncedStore[]>('syncStatus', {});
          return stores.every(({ state }) => state.state === 'up-to-date') ? true : null;
        });
        await isSaidThere(kept);
      });

      test('what is deleted there is gone here', async () => {
        await other.database.entities.delete((await readThere())?.id ?? ('' as EntityId));
        await other.sync();
        await isSaidHere(null);
      });

      test('the other device is listed, and can be removed', async () => {
        await clickControl(tab, named(sync.devices));
        await waitForText(tab, other.name);
        await clickControl(tab, named(`${library.remove} ${other.name}`));
        expect(await waitForText(tab, sync.devicesNone)).not.toContain(other.name);
        await clickControl(tab, named(sync.close));
      });

      if (kind === 'a database')
        test('deleted on the server by the other, it says so and can be left', async () => {
          const [store] = await other.database.syncStores.toArray();
          if (store === undefined) throw new Error('the other shares nothing');
          expect((await eraseStore(store, fetch)).ok).toBe(true);
          await clickControl(tab, named(sync.now));
          await waitForText(tab, sync.storeGone);
          await leave();
          await tab.close();
        });
      else
        test('deleted on the server, it is shared no more, and the other keeps all', async () => {
          await clickControl(tab, named(sync.erase));
          await waitForText(tab, sync.eraseSure);
          await clickControl(tab, named(sync.sure));
          await hasNoStore();
          expect(await other.sync()).toMatchObject({ end: 'failed', failure: { code: 'NotFound' } });
          expect(await other.database.entities.count()).toBeGreaterThan(0);
          await tab.close();
        });
    });
  });
}
