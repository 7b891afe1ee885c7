/**
 * `npm run pictures [-- readme | settings | store | claims | evidence | look-up | sync | library | references]`: takes the
 * pictures of the README, of parts of the settings, of claims and fact checks, of a look-up, of the library and of the set-up
 * of sync (docs/images), of the stores' pages (docs/store), and the ones that tests compare the surfaces with
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
import { lettersOf, pictureOf, pictures, themes } from './gallery/pictures.ts';
import { serveGallery } from './gallery/serve.ts';
import { takeEvidencePictures } from './evidence-pictures.ts';
import { takeLibraryPictures } from './library-pictures.ts';
import { takeLookUpPicture } from './look-up-pictures.ts';
import { takeReadmePictures } from './readme-pictures.ts';
import { takeSettingsPictures } from './settings-pictures.ts';
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
  writeFileSync(join(folder, 'letters.png'), await lettersOf(tab, site.url));
  await tab.close();
  await site.close();
}

const images = join(root, 'docs', 'images');
const takes: Readonly<Record<string, (driver: Driver) => Promise<void>>> = {
  readme: (driver) => takeReadmePictures(driver, images),
  store: (driver) => takeStorePictures(driver, join(root, 'docs', 'store')),
  settings: (driver) => takeSettingsPictures(driver, images),
  evidence: (driver) => takeEvidencePictures(driver, images),
  claims: (driver) => takeClaimPictures(driver, images),
  'look-up': (driver) => takeLookUpPicture(driver, images),
  sync: (driver) => takeSyncPictures(driver, images),
  library: (driver) => takeLibraryPictures(driver, images),
  references: takeReferences,
};
const kinds = Object.keys(takes);

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
  for (const [kind, take] of Object.entries(takes)) {
    if (!isAsked(kind)) continue;
    // A profile of its own for each: what one remembers would show in the next one's cards.
    const driver = await driveChromium(browser.path, outputFolder('chrome'));
    try {
      await take(driver);
    } finally {
      await driver.close();
    }
  }
  return 0;
});
