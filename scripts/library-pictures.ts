import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../lib/i18n/words.ts';
import type { Edit, EditFailure, Edited } from '../lib/model/edit.ts';
import type { Result } from '../lib/model/result.ts';
import { type Driver, type Tab, waitFor } from './drive/driver.ts';
import { type Desk, openDesk } from './drive/reading.ts';
import { stillPicture } from './drive/still-picture.ts';
import { openSample } from './sample.ts';

/** What a reader sees of the library at once, in an ordinary window. */
const size = { width: 1120, height: 860 };

function scrollToPart(title: string): true | null {
  const heading = [...document.querySelectorAll('h3')].find((each) => each.textContent.trim() === title);
  if (heading === undefined) return null;
  heading.scrollIntoView({ block: 'end', behavior: 'instant' });
  // What belongs to it is to be seen, too.
  (heading.closest('section') ?? heading).scrollIntoView({ block: 'end', behavior: 'instant' });
  return true;
}

async function edit(desk: Desk, change: Edit): Promise<Edited> {
  const edited = await desk.askBackground<Result<Edited, EditFailure>>('edit', { edit: change });
  if (!edited.ok) throw new Error(JSON.stringify(edited.failure));
  return edited.value;
}

/** Reads the sample articles, then puts some of it right as its owner would. */
async function fillStore(driver: Driver, desk: Desk): Promise<Edited['entity']> {
  const sample = await openSample(driver, desk);
  await sample.close();
  const known = sample.reading.figures
    .filter(({ entity, type }) => entity !== null && type === 'person')
    .toSorted((a, b) => b.statements.length - a.statements.length)[0];
  const id = known?.entity ?? null;
  if (known === undefined || id === null) return null;
  const double = await edit(desk, {
    kind: 'create',
    entity: { type: 'person', name: `${known.name} (minister)`, aliases: [], description: 'From an old list of names' },
  });
  if (double.entity !== null) await edit(desk, { kind: 'merge', keep: id, join: double.entity });
  await edit(desk, { kind: 'add-alias', id, alias: { text: `Minister ${known.name}` } });
  await edit(desk, {
    kind: 'add-note',
    id,
    text: 'Ask for the **full list** of the meetings:\n\n- who was there\n- what was *agreed*',
  });
  return id;
}

/** The list, an entity's page, who changed what in it after a merge, and the way in and out. */
export async function takeLibraryPictures(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const desk = await openDesk(driver);
  const id = await fillStore(driver, desk);
  const tab = await driver.open('about:blank');
  await tab.resize(size);
  const keep = async (name: string): Promise<void> => {
    await tab.bringToFront();
    writeFileSync(join(folder, `${name}.png`), await stillPicture(tab));
  };
  const shows = (text: string): Promise<true> =>
    waitFor(text, async () => ((await tab.evaluate(() => document.body.innerText, null)).includes(text) ? true : null));
  await tab.goto(`${driver.origin}library.html`);
  await shows(words.library.pickOne);
  await openEntity(tab, `${driver.origin}library.html#/entity/${encodeURIComponent(id ?? '')}`);
  await keep('library-entity');
  await waitFor('the history', () => tab.evaluate(scrollToPart, words.library.part.history));
  await keep('library-history');
  await tab.goto(`${driver.origin}library.html#/data`);
  await shows(words.data.outWhy);
  await keep('library-data');
  await tab.close();
}

async function openEntity(tab: Tab, address: string): Promise<void> {
  await tab.goto('about:blank');
  await tab.goto(address);
  await waitFor('its parts', () => tab.evaluate(scrollToPart, words.library.part.facts));
  await tab.evaluate(() => {
    scrollTo(0, 0);
    for (const each of document.querySelectorAll('*')) each.scrollTop = 0;
  }, null);
}
