import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { words } from '../../lib/i18n/words.ts';
import type { PackOverview } from '../../lib/message/protocol.ts';
import { findBrowser } from '../../scripts/browsers.ts';
import { type ChromiumDriver, driveChromium } from '../../scripts/drive/chromium.ts';
import { type Tab, waitFor } from '../../scripts/drive/driver.ts';
import { type Desk, openDesk } from '../../scripts/drive/reading.ts';
import { outputFolder } from '../../scripts/extension.ts';
import { clickControl, named, waitForText } from './harness/controls.ts';
import { fillField } from './harness/forms.ts';

const { data, library } = words;

let folder = '';
let driver: ChromiumDriver;
let desk: Desk;

async function start(): Promise<void> {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('there is no chromium here; npm test looks for it');
  driver = await driveChromium(found.path, join(folder, 'build'), { profile: join(folder, 'profile') });
  desk = await openDesk(driver);
  const overview = (): Promise<PackOverview> => desk.askBackground<PackOverview>('packs', {});
  await waitFor(
    'what comes with the extension',
    async () => ((await overview()).packs.length > 0 ? true : null),
    60_000,
  );
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-storage-'));
  cpSync(outputFolder('chrome'), join(folder, 'build'), { recursive: true });
  await start();
});
afterAll(async () => {
  await driver.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const openLibrary = async (): Promise<Tab> => {
  const tab = await driver.open(`${driver.origin}library.html`);
  await tab.bringToFront();
  return tab;
};

/** Files of the browser's databases whose names match. */
function databaseFiles(profile: string, names: RegExp): readonly string[] {
  const databases = join(profile, 'Default', 'IndexedDB');
  return readdirSync(databases)
    .filter((each) => each.includes('leveldb'))
    .flatMap((name) => readdirSync(join(databases, name)).map((file) => join(databases, name, file)))
    .filter((path) => names.test(path));
}

/** Overwrites what lies in the middle of every file of the database. */
function damage(profile: string): number {
  let damaged = 0;
  for (const path of databaseFiles(profile, /\.(?:ldb|log)$/u)) {
    if (statSync(path).size < 200) continue;
    const bytes = readFileSync(path);
    bytes.fill(0x5a, Math.trunc(bytes.length * 0.1), Math.trunc(bytes.length * 0.9));
    writeFileSync(path, bytes);
    damaged += 1;
  }
  return damaged;
}

/** Takes the end off what was written last, as a power cut does. */
function tearLog(profile: string): void {
  const [log] = databaseFiles(profile, /\.log$/u)
    .toSorted()
    .reverse();
  if (log === undefined) throw new Error('the browser keeps no log');
  truncateSync(log, statSync(log).size - 200);
}

/** What the reader is to be told of the store; a backup may have put back what was lost. */
const readNotice = async (): Promise<unknown> => {
  const { chrome } = globalThis as unknown as { readonly chrome: typeof import('webextension-polyfill') };
  return (await chrome.storage.local.get('store-notice'))['store-notice'] ?? null;
};

const readLogMark = async (): Promise<boolean> => {
  const { chrome } = globalThis as unknown as { readonly chrome: typeof import('webextension-polyfill') };
  return (await chrome.storage.session.get('log-is-fresh'))['log-is-fresh'] === true;
};

/** Until the browser has begun a log of this session's own. */
const logBegun = (): Promise<true> =>
  waitFor('a fresh log', async () => {
    const tab = await openLibrary();
    const isBegun = await tab.evaluate(readLogMark, null);
    await tab.close();
    return isBegun ? true : null;
  });

/** Returns once its page shows what was saved. */
async function createEntity(name: string): Promise<void> {
  const description = `${name}, by a test`;
  const tab = await openLibrary();
  await clickControl(tab, named(library.create));
  await fillField(tab, named(library.field.name), name);
  await fillField(tab, named(library.field.description), description);
  await clickControl(tab, named(library.save));
  await waitForText(tab, description);
  await tab.close();
}

const namesOf = async (query: string): Promise<readonly string[]> =>
  (await desk.askBackground<readonly { name: string }[]>('searchStore', { query })).map(({ name }) => name);

const readTexts = (): readonly string[] => [...document.querySelectorAll('textarea')].map(({ value }) => value);

const readRefusal = (): string | null => document.querySelector('.form__failure')?.textContent ?? null;

/** Puts a table of names into the page's file field as a person would by choosing it. */
function chooseNames(text: string): void {
  const field = document.querySelector<HTMLInputElement>('input[type="file"]');
  if (field === null) throw new Error('no field for files');
  const transfer = new DataTransfer();
  transfer.items.add(new File([text], 'names.csv'));
  field.files = transfer.files;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

test('a power cut that tears what is written last takes nothing else, then or later', async () => {
  await logBegun();
  await createEntity('Written Long Before');
  await createEntity('Written At The End');
  await driver.kill();
  tearLog(join(folder, 'profile'));
  await start();
  await logBegun();
  await createEntity('Written Afterwards');
  await driver.kill();
  await start();
  expect(await namesOf('Written Long Before')).toContain('Written Long Before');
  expect(await namesOf('Written Afterwards')).toContain('Written Afterwards');
  const tab = await openLibrary();
  expect(await tab.evaluate(readNotice, null)).toBeNull();
  await tab.close();
});

/**
 * Bytes that a store with what comes along leaves room in for reading, and for nothing new. Its files have 3.5 to 10 MB,
 * by how far the browser has merged them, and 12 stay free.
 */
const smallDisk = 14_000_000;

test('a full disk leaves everything readable, and it is said what can be freed', async () => {
  const lift = await driver.limitStorage(smallDisk);
  const tab = await openLibrary();
  await clickControl(tab, named(library.create));
  await fillField(tab, named(library.field.name), 'Never Kept');
  await clickControl(tab, named(library.save));
  await waitForText(tab, data.notice.freeIt);
  await fillField(tab, named(library.search), 'United Nations');
  await clickControl(tab, named('United Nations'));
  await waitForText(tab, library.part.names);
  // A note that cannot be kept stays in its form, to be kept elsewhere.
  await clickControl(tab, named(library.action.addNote));
  await fillField(tab, named(library.field.note), 'Never lost');
  await clickControl(tab, named(library.save));
  await waitForText(tab, data.notice.full);
  expect(await tab.evaluate(readTexts, null)).toContain('Never lost');
  await clickControl(tab, named(data.notice.freeIt));
  await waitForText(tab, data.packRoom);
  await tab.evaluate(chooseNames, 'name\nNever Taken In\n');
  await clickControl(tab, named(data.do));
  const refusal = await waitFor('a word on the file', () => tab.evaluate(readRefusal, null));
  expect(refusal).toBe(data.notice.full);
  const found = await desk.askBackground<readonly { name: string }[]>('searchStore', { query: 'Never' });
  expect(found.filter(({ name }) => name.startsWith('Never'))).toEqual([]);
  await clickControl(tab, named(data.notice.dismiss));
  await lift();
  await tab.close();
});

test('a database whose files are damaged is told of, and comes back from its backup', async () => {
  const before = await openLibrary();
  await clickControl(before, named(library.create));
  await fillField(before, named(library.field.name), 'Phoenix Kept');
  await fillField(before, named(library.field.description), 'Made by a test');
  await clickControl(before, named(library.save));
  await waitForText(before, 'Made by a test');
  await clickControl(before, named(library.data));
  await clickControl(before, named(data.backUpNow));
  await waitForText(before, data.backedUp);
  await driver.close();
  expect(damage(join(folder, 'profile'))).toBeGreaterThan(0);
  await start();
  const tab = await openLibrary();
  const said = await waitFor('words of the library', async () => {
    const shown = await tab.evaluate(() => document.body.innerText, null);
    return (
      [data.notice.emptied, data.notice.startAnew, data.trouble.title].find((each) => shown.includes(each)) ?? null
    );
  });
  if (said === data.notice.startAnew) await clickControl(tab, named(data.notice.startAnew));
  if (said === data.trouble.title) {
    await clickControl(tab, named(data.trouble.startEmpty));
    await clickControl(tab, named(data.trouble.sure));
  }
  await fillField(tab, named(library.search), 'Phoenix');
  await clickControl(tab, named('Phoenix Kept'));
  await waitForText(tab, 'Made by a test');
  // And what comes with the extension answers again.
  const known = await desk.askBackground<readonly { name: string }[]>('searchStore', { query: 'United Nations' });
  expect(known.map(({ name }) => name)).toContain('United Nations');
  await tab.close();
});
