/**
 * `npm run pictures [-- store | claims | sync | references]`: takes the pictures of the stores' pages (docs/store), of
 * the pictures in cards and of the set-up of sync (docs/images), and the ones that tests compare the surfaces with
 * (tests/e2e/references), all or one of them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { provideBrowsers } from './browsers.ts';
import { takeClaimPictures } from './claim-pictures.ts';
import { root } from './command.ts';
import { driveChromium } from './drive/chromium.ts';
import type { Driver } from './drive/driver.ts';
import { openDesk } from './drive/reading.ts';
import { buildExtension, outputFolder } from './extension.ts';
import { pictureOf, pictures, printOf, themes } from './gallery/pictures.ts';
import { serveGallery } from './gallery/serve.ts';
import { runCommand } from './shell.ts';
import { takeStorePictures } from './store-pictures.ts';
import { takeSyncPictures } from './sync-pictures.ts';

async function takeReferences(driver: Driver): Promise<void> {
  const folder = join(root, 'tests', 'e2e', 'references');
  mkdirSync(folder, { recursive: true });
  const site = await serveGallery();
  // The extension's own pages are looked at, not read.
  const desk = await openDesk(driver);
  await desk.set({ paused: true });
  const tab = await driver.open('about:blank');
  for (const which of pictures)
    for (const theme of themes)
      writeFileSync(join(folder, `${which.name}-${theme}.png`), await pictureOf(tab, site.url, which, theme));
  writeFileSync(join(folder, 'print.txt'), `${await printOf(tab)}\n`);
  await tab.close();
  await site.close();
}

const kinds: readonly string[] = ['store', 'claims', 'sync', 'references'];

await runCommand(async () => {
  const which = process.argv[2];
  if (which !== undefined && !kinds.includes(which)) {
    throw new Error(`"${which}" are no pictures; there are ${kinds.join(', ')}`);
  }
  const isAsked = (kind: string): boolean => which === undefined || which === kind;
  const provided = await provideBrowsers(['chromium']);
  const [browser] = provided.ok ? provided.value : [];
  if (browser === undefined) throw new Error(provided.ok ? 'no browser' : provided.failure.advice);
  await buildExtension(['chrome']);
  const driver = await driveChromium(browser.path, outputFolder('chrome'));
  try {
    if (isAsked('store')) await takeStorePictures(driver, join(root, 'docs', 'store'));
    if (isAsked('claims')) await takeClaimPictures(driver, join(root, 'docs', 'images'));
    if (isAsked('sync')) await takeSyncPictures(driver, join(root, 'docs', 'images'));
    if (isAsked('references')) await takeReferences(driver);
  } finally {
    await driver.close();
  }
  return 0;
});
