import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../lib/i18n/words.ts';
import { pressNamed } from './drive/by-name.ts';
import { type Driver, type Tab, waitFor } from './drive/driver.ts';
import { startCouch } from './servers/couch.ts';
import { provideDav, startDav } from './servers/webdav.ts';

const { sync } = words;
const passphrase = 'a lantern above the harbour';

const press = (tab: Tab, name: string): Promise<void> => pressNamed(tab, name, '.sync');

async function fill(tab: Tab, label: string, text: string): Promise<void> {
  await press(tab, label);
  await tab.type(text);
}

const waitForWords = (tab: Tab, text: string): Promise<true> =>
  waitFor(
    text,
    async () => ((await tab.evaluate(() => document.body.innerText, null)).includes(text) ? true : null),
    30_000,
  );

/** Lays what is selected, or the whole section, at the view's top, and puts a name in place of the address of a machine that nobody else has. */
function showFrom(selector: string | null): null {
  const at = selector === null ? document.querySelector('.sync')?.closest('section') : document.querySelector(selector);
  at?.scrollIntoView({ block: 'start', behavior: 'instant' });
  document.querySelector<HTMLElement>(':focus')?.blur();
  const names = ['sidelight.example.org', 'sync.example.net'];
  for (const [nth, title] of [...document.querySelectorAll('.sync__store .sync__name bdi')].entries())
    if (/^127\.0\.0\.1:\d+$/u.test(title.textContent)) title.textContent = names[nth % names.length] ?? '';
  return null;
}

/** The pictures of the README's section on sync, taken while both kinds are set up on servers of this machine. */
export async function takeSyncPictures(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const [kind] = await provideDav();
  if (kind === undefined) throw new Error('there is neither Apache nor rclone here');
  const [dav, couch] = [await startDav(kind), await startCouch()];
  const tab = await driver.open(`${driver.origin}options.html`);
  await tab.resize({ width: 760, height: 680 });
  const keep = async (name: string): Promise<void> => {
    await tab.evaluate(showFrom, null);
    writeFileSync(join(folder, `${name}.png`), await tab.screenshot());
  };
  try {
    await press(tab, sync.addDevices);
    await fill(tab, sync.address, `${dav.url}/Sidelight`);
    await fill(tab, sync.user, dav.user);
    await fill(tab, sync.password, dav.password);
    await keep('sync-connect');
    await press(tab, sync.connect);
    await waitForWords(tab, sync.foundNew);
    await fill(tab, sync.passphrase, passphrase);
    await fill(tab, sync.passphraseAgain, passphrase);
    await tab.evaluate(showFrom, '.sync__steps');
    writeFileSync(join(folder, 'sync-make.png'), await tab.screenshot());
    await press(tab, sync.make);
    await waitForWords(tab, sync.codeTitle);
    await press(tab, sync.codeDone);
    await waitForWords(tab, sync.upToDate);
    await press(tab, sync.addTeam);
    await fill(tab, sync.address, `${couch.url}/desk`);
    await fill(tab, sync.user, couch.user);
    await fill(tab, sync.password, couch.password);
    await press(tab, sync.connect);
    await waitForWords(tab, sync.encryptTeam);
    await press(tab, sync.make);
    await waitFor('both up to date', async () =>
      (await tab.evaluate(() => document.querySelectorAll('.sync__state.is-up-to-date').length, null)) === 2
        ? true
        : null,
    );
    await keep('sync-stores');
  } finally {
    await tab.close();
    await couch.close();
    await dav.close();
  }
}
