import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../lib/i18n/words.ts';
import type { EntityId } from '../lib/model/ids.ts';
import type { LookUpCandidate, LookUpFailure } from '../lib/model/look-up.ts';
import type { Result } from '../lib/model/result.ts';
import { pressNamed } from './drive/by-name.ts';
import { type Driver, waitFor } from './drive/driver.ts';
import { hoverWords, settle, waitForCard } from './drive/pointing.ts';
import { type Desk, openDesk } from './drive/reading.ts';
import { stillPicture } from './drive/still-picture.ts';
import { openSample } from './sample.ts';
import { serveWiki } from './stand-in/wiki.ts';

const size = { width: 760, height: 520 };

/** Looks a name up, and keeps the first that fits it. */
async function lookUp(desk: Desk, name: string): Promise<void> {
  const found = await desk.askBackground<Result<readonly LookUpCandidate[], LookUpFailure>>('lookUp', { name });
  const candidate = found.ok ? found.value[0] : undefined;
  if (candidate === undefined) throw new Error(JSON.stringify(found));
  const kept = await desk.askBackground<Result<{ readonly entity: EntityId }, LookUpFailure>>('keepLookUp', {
    candidate,
    of: null,
    name,
  });
  if (!kept.ok) throw new Error(JSON.stringify(kept.failure));
}

/** The card of somebody whom the store did not know, after a look-up (of a stand-in for the wikis). */
export async function takeLookUpPicture(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const desk = await openDesk(driver);
  const { page, reading, close } = await openSample(driver, desk);
  const unknown = reading.figures.find(
    ({ entity, candidates, type }) => entity === null && candidates.length === 0 && type === 'person',
  );
  if (unknown === undefined) throw new Error('the sample names nobody who is unknown');
  const wiki = await serveWiki([unknown.name]);
  try {
    await desk.set({ memory: 'on', lookUp: { automatic: false, wikipedia: wiki.url, wikidata: wiki.url } });
    await lookUp(desk, unknown.name);
    await page.bringToFront();
    await page.resize(size);
    await settle(page);
    // What the newspaper asks of everybody is not to lie over its article.
    await pressNamed(
      page,
      await page.evaluate(() => document.querySelector('.cookie button')?.textContent ?? '', null),
    );
    await hoverWords(page, { words: unknown.name });
    const { frame } = await waitForCard(page, words.card.inThisArticle.toUpperCase());
    await waitFor('the picture', () => frame.evaluate(() => document.querySelector('.card-header img'), null));
    writeFileSync(join(folder, 'look-up.png'), await stillPicture(page));
  } finally {
    await wiki.close();
    await close();
  }
}
