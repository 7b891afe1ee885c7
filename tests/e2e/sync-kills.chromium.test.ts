import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../lib/i18n/words.ts';
import { asEntityId } from '../../lib/model/ids.ts';
import type { SyncedStore } from '../../lib/model/sync.ts';
import { findBrowser } from '../../scripts/browsers.ts';
import { type ChromiumDriver, driveChromium } from '../../scripts/drive/chromium.ts';
import { waitFor } from '../../scripts/drive/driver.ts';
import { type Desk, openDesk } from '../../scripts/drive/reading.ts';
import { outputFolder } from '../../scripts/extension.ts';
import { openDevice } from '../sync/devices.ts';
import { type Ground, grounds } from '../sync/faults/grounds.ts';
import { clickControl, named, waitForText } from './harness/controls.ts';
import { fillField } from './harness/forms.ts';

/** `npm run test:faults` asks for fifty of either kind. */
const kills = Number(process.env['SIDELIGHT_KILLS'] ?? 1);
/** Records that come and go in each round, so that there is something to break off. */
const atOnce = 400;
const { sync } = words;

let folder = '';
let ground: Ground;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-sync-kills-'));
  cpSync(outputFolder('chrome'), join(folder, 'build'), { recursive: true });
  ground = await grounds[0][2]();
});
afterAll(async () => {
  await ground.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

interface Running {
  readonly driver: ChromiumDriver;
  readonly desk: Desk;
}

async function start(): Promise<Running> {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('there is no chromium here; npm test looks for it');
  const driver = await driveChromium(found.path, join(folder, 'build'), { profile: join(folder, 'profile') });
  return { driver, desk: await openDesk(driver) };
}

const person = (id: string, name: string) => ({
  id: asEntityId(id),
  type: 'person' as const,
  name,
  aliases: [],
  description: '',
});

/** Names of the reader's own entries whose name begins so, as they lie in the store. */
function readNames(beginning: string): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('sidelight');
    opening.addEventListener('error', () => reject(opening.error as Error));
    opening.addEventListener('success', () => {
      const reading = opening.result.transaction('entities').objectStore('entities').getAll();
      reading.addEventListener('success', () => {
        opening.result.close();
        const all = reading.result as readonly { readonly name: string }[];
        resolve(all.map(({ name }) => name).filter((name) => name.startsWith(beginning)));
      });
    });
  });
}

test(
  `a browser killed ${kills} times and a worker stopped ${kills} times while it syncs loses nothing`,
  async () => {
    const { store } = await ground.makeStore();
    const other = await openDevice({ name: 'other', store });
    let { driver, desk } = await start();
    const tab = await driver.open(`${driver.origin}options.html`);
    await clickControl(tab, named(sync.addTeam));
    await fillField(tab, named(sync.address), store.url ?? '');
    await fillField(tab, named(sync.user), store.user ?? '');
    await fillField(tab, named(sync.password), store.password ?? '');
    await clickControl(tab, named(sync.connect));
    await waitForText(tab, sync.foundExisting);
    await clickControl(tab, named(sync.join));
    const isDone = (): Promise<true> =>
      waitFor(
        'a store that is up to date',
        async () => {
          const stores = await desk.askBackground<readonly SyncedStore[]>('syncStatus', {});
          return stores.length > 0 && stores.every(({ state }) => state.state === 'up-to-date') ? true : null;
        },
        60_000,
      );
    await isDone();

    const made: string[] = [];
    const work = async (round: number): Promise<void> => {
      const there = Array.from({ length: atOnce }, (_, nth) => person(`local:o${nth}`, `Round ${round} there ${nth}`));
      await other.database.entities.bulkPut(there);
      await other.sync();
      const here = Array.from({ length: 10 }, (_, nth) => `Made ${round} here ${nth}`);
      for (const name of here)
        await desk.askBackground('edit', {
          edit: { kind: 'create', entity: { type: 'person', name, aliases: [], description: '' } },
        });
      made.push(...here);
    };
    await work(0);
    const began = performance.now();
    await desk.askBackground('syncNow', {});
    await isDone();
    const usual = performance.now() - began;

    for (let round = 1; round <= 2 * kills; round += 1) {
      await work(round);
      await desk.askBackground('syncNow', {});
      // From its first moment to behind its end, in no order.
      await sleep(usual * ((round * 0.618 + 0.1) % 1.1));
      if (round % 2 === 0) await driver.killBackground();
      else {
        await driver.kill();
        ({ driver, desk } = await start());
      }
    }
    await waitFor(
      'everything on both sides',
      async () => {
        await desk.askBackground('syncNow', {});
        await other.sync();
        const pending = (await desk.tab.evaluate(readNames, `Round ${2 * kills} there`)).length;
        const arrived = await other.database.entities.filter(({ name }) => name.startsWith('Made ')).count();
        return pending === atOnce && arrived >= made.length ? true : null;
      },
      120_000,
    );
    const here = await desk.tab.evaluate(readNames, 'Made ');
    const there = (await other.database.entities.toArray()).map(({ name }) => name);
    expect(here.toSorted()).toEqual(made.toSorted());
    expect(there.filter((name) => name.startsWith('Made ')).toSorted()).toEqual(made.toSorted());
    expect((await desk.tab.evaluate(readNames, 'Round ')).length).toBe(atOnce);
    expect(await other.database.syncRecords.where('asks').equals(1).count()).toBe(0);
    await driver.close();
  },
  120_000 + kills * 60_000,
);
