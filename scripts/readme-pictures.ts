import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { words } from '../lib/i18n/words.ts';
import type { PageClaim } from '../lib/model/reading.ts';
import { compilePack } from '../lib/pack/compile.ts';
import { parsePack } from '../lib/pack/parse.ts';
import { createSigningKey } from '../lib/pack/signature.ts';
import { root } from './command.ts';
import { pressNamed } from './drive/by-name.ts';
import { type Driver, type Tab, waitFor } from './drive/driver.ts';
import { openDesk } from './drive/reading.ts';
import { stillPicture } from './drive/still-picture.ts';
import { serveFolder } from './serve.ts';
import { takeTour } from './tour.ts';

/** Pictures of the tour, by the names that the README gives them. */
const ofTheTour = { 'figure-1': 'card', 'claim-1': 'claim', popup: 'popup', sidepanel: 'sidepanel' };

const says = (tab: Tab, text: string): Promise<true> =>
  waitFor(text, async () =>
    (await tab.evaluate(() => document.body.innerText, null)).toLowerCase().includes(text.toLowerCase()) ? true : null,
  );

interface MenuChoice {
  readonly selectionText: string;
  readonly url: string;
}

/** Runs in the background: "Save as claim" in the context menu, which no script can open. */
async function chooseSaveClaim({ selectionText, url }: MenuChoice): Promise<void> {
  interface Api {
    readonly tabs: { query(filter: object): Promise<readonly { readonly url?: string }[]> };
    readonly contextMenus: { readonly onClicked: { dispatch(info: object, tab: object | undefined): void } };
  }
  const { chrome } = globalThis as unknown as { readonly chrome: Api };
  const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
  chrome.contextMenus.onClicked.dispatch({ menuItemId: 'save-claim', selectionText, editable: false }, tab);
}

/** A claim whose form has something in each of its fields. */
const isTelling = ({ kind, speaker, about, text }: PageClaim): boolean =>
  kind === 'quote' && speaker !== null && about.length > 0 && text.length > 80;

const people = ['Amara Lindqvist', 'Teodor Vasile', 'Inés Calderón', 'Rahul Bhandari', 'Solveig Nyland'];

/** A pack of people who do not exist, as a publisher would make it. */
async function makePack(folder: string): Promise<string> {
  const parsed = parsePack(
    new Map([
      [
        'manifest.json',
        JSON.stringify({
          id: 'parliament-watch',
          version: '2026.11.0',
          schema: 1,
          title: 'Parliament Watch: members and their offices',
          publisher: 'The Open Desk',
          licence: 'CC0-1.0',
          language: 'en',
          created: '2026-11-23',
          description: 'Members of a parliament that does not exist.',
        }),
      ],
      [
        'entities.jsonl',
        people
          .map((name, at) =>
            JSON.stringify({
              id: `parliament-watch:p${at}`,
              type: 'person',
              name,
              aliases: [],
              description: 'Member of parliament',
              prominence: 0.5,
            }),
          )
          .join('\n'),
      ],
    ]),
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.failure));
  const file = 'parliament-watch.slpack';
  writeFileSync(join(folder, file), await compilePack(parsed.value, await createSigningKey()));
  return file;
}

/** The pictures of the README: those of the tour, and the extension's own pages as a new reader meets them. */
export async function takeReadmePictures(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const own = mkdtempSync(join(tmpdir(), 'sidelight-pictures-'));
  const [samples, packs] = [await serveFolder(join(root, 'samples')), await serveFolder(own)];
  const article = new URL('article.html', samples.url).href;
  const keep = async (tab: Tab, name: string): Promise<void> =>
    writeFileSync(join(folder, `${name}.png`), await stillPicture(tab));
  try {
    await takeTour(driver, { earlier: new URL('earlier.html', samples.url).href, article, folder: own });
    for (const [from, to] of Object.entries(ofTheTour))
      copyFileSync(join(own, `${from}.png`), join(folder, `${to}.png`));

    const desk = await openDesk(driver);
    const claim = (await desk.reading(article)).claims.find(isTelling);
    if (claim === undefined) throw new Error('the sample has no quote to save');
    await desk.askBackground('storeCounts', {});
    const background = await driver.background?.();
    await background?.evaluate(chooseSaveClaim, { selectionText: claim.text, url: article });
    const form = await driver.arrived(`${driver.origin}library.html`);
    await form.resize({ width: 1120, height: 820 });
    await says(form, words.saveClaim.hint);
    await keep(form, 'save-claim');
    await form.close();

    await desk.set({});
    const options = await driver.open(`${driver.origin}options.html`);
    await options.bringToFront();
    await options.resize({ width: 860, height: 900 });
    await says(options, words.options.appearance);
    await keep(options, 'options');

    await pressNamed(options, words.packs.address);
    await options.type(new URL(await makePack(own), packs.url).href);
    await options.press('Enter');
    await pressNamed(options, words.packs.accept);
    await pressNamed(options, words.packs.dismiss);
    await options.evaluate((title) => {
      const heading = [...document.querySelectorAll('h2')].find((each) => each.textContent.trim() === title);
      heading?.scrollIntoView({ block: 'start', behavior: 'instant' });
      document.querySelector<HTMLElement>(':focus')?.blur();
    }, words.packs.title);
    await keep(options, 'packs');
    await options.close();

    const welcome = await driver.open(`${driver.origin}welcome.html`);
    await welcome.bringToFront();
    await welcome.resize({ width: 1100, height: 1160 });
    await says(welcome, words.card.facts);
    await keep(welcome, 'welcome');
    await welcome.close();
  } finally {
    await Promise.all([samples.close(), packs.close()]);
    rmSync(own, { recursive: true, force: true });
  }
}
