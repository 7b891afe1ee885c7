import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { words } from '../lib/i18n/words.ts';
import { pressNamed, pressRow } from './drive/by-name.ts';
import type { Driver } from './drive/driver.ts';
import { settle } from './drive/pointing.ts';
import { stillPicture } from './drive/still-picture.ts';
import { openDesk } from './drive/reading.ts';
import { openSample } from './sample.ts';

const size = { width: 400, height: 640 };

/** Lays the part of a card at the view's top; null while the card does not have it. */
function showPart(selector: string): true | null {
  const part = document.querySelector(selector)?.closest('section');
  part?.scrollIntoView({ block: 'start', behavior: 'instant' });
  document.querySelector<HTMLElement>(':focus')?.blur();
  return part === null || part === undefined ? null : true;
}

/**
 * The pictures of the side panel, from the sample articles: amounts that differ on a line, what somebody said when, who
 * speaks of whom, and a name put right.
 */
export async function takeClaimPictures(driver: Driver, folder: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const desk = await openDesk(driver);
  const sample = await openSample(driver, desk);
  const { reading } = sample;

  const panel = await driver.open('about:blank');
  await panel.resize(size);
  const open = async (): Promise<void> => {
    await panel.goto(`${driver.origin}sidepanel.html?tab=${await desk.tabId(sample.url)}`);
    await panel.bringToFront();
  };
  const keep = async (name: string): Promise<void> =>
    writeFileSync(join(folder, `${name}.png`), await stillPicture(panel));
  /** Whether the card that these rows lead to has the part; then its picture is kept. */
  const take = async (rows: readonly string[], part: string, name: string): Promise<boolean> => {
    await open();
    for (const row of rows) await pressRow(panel, row);
    await panel.moveMouse({ x: 1, y: 1 });
    await settle(panel);
    if ((await panel.evaluate(showPart, part)) === null) return false;
    await settle(panel);
    writeFileSync(join(folder, `${name}.png`), await panel.screenshot());
    return true;
  };
  const first = async (choices: readonly (readonly string[])[], part: string, name: string): Promise<void> => {
    for (const rows of choices) if (await take(rows, part, name)) return;
    throw new Error(`no card of the sample article has a ${name}`);
  };
  const differing = reading.claims.filter(({ related }) => related.some(({ relation }) => relation === 'differs'));
  const choices = differing.map(({ text }) => [words.claims, text]);
  await first(choices, '.number-line', 'number-line');
  const speakers = reading.figures.filter(({ type, entity }) => type === 'person' && entity !== null);
  const byWords = speakers.toSorted((a, b) => b.statements.length - a.statements.length).map(({ name }) => [name]);
  await first(byWords, '.timeline', 'timeline');

  await open();
  await pressRow(panel, words.panel.relations);
  await panel.moveMouse({ x: 1, y: 1 });
  await keep('relations');
  await open();
  await pressRow(panel, byWords[0]?.[0] ?? '');
  await pressNamed(panel, words.wrongName.open);
  await panel.moveMouse({ x: 1, y: 1 });
  await keep('wrong-name');
  await panel.close();
  await sample.close();
}
