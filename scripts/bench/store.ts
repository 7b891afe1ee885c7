import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findBrowser } from '../browsers.ts';
import { driveChromium } from '../drive/chromium.ts';
import { type Desk, openDesk } from '../drive/reading.ts';
import { buildExtension, outputFolder } from '../extension.ts';
import { serveFolder } from '../serve.ts';
import { providePack } from './million.ts';
import { type Bench, type BenchRow, ours } from './rows.ts';

const count = 1_000_000;
/** Rows are written in their tens of thousands, and what a million would take is told from that. */
const plainRows = 100_000;

export const storeBench: Bench = {
  name: 'store',
  about: 'a pack of a million entities taken in by the extension in Chromium, beside plain rows',
  run: measure,
};

const row = (subject: string, metric: string, value: number, unit: string): BenchRow => ({
  bench: 'store',
  case: `${count.toLocaleString('en')} entities`,
  subject,
  metric,
  value,
  unit,
});

async function measure(say: (line: string) => void): Promise<BenchRow[]> {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('there is no Chromium here; npm test looks for it');
  const pack = await providePack(count, say);
  await buildExtension(['chrome']);
  const site = await serveFolder(dirname(pack.path));
  const profile = mkdtempSync(join(tmpdir(), 'sidelight-bench-'));
  const drive = () => driveChromium(found.path, outputFolder('chrome'), { profile });
  let driver = await drive();
  try {
    const desk = await openDesk(driver);
    const known = await desk.askBackground<readonly { id: string }[]>('searchStore', { query: 'United Nations' });
    const card = {
      kind: 'figure',
      entity: known[0]?.id ?? null,
      candidates: [],
      name: 'United Nations',
      occasion: { url: null, publishedAt: null, publisher: null },
    };
    const quiet = await measureCards(desk, card, () => false, 40);
    say('taking it in');
    const before = await desk.tab.evaluate(usedBytes, null);
    const options = await driver.open(`${driver.origin}options.html`);
    const url = new URL(basename(pack.path), site.url).href;
    let ended = false;
    const processorsBefore = await driver.processorSeconds();
    const importing = options.evaluate(importPack, { url, key: pack.key.x }).finally(() => {
      ended = true;
    });
    const busy = await measureCards(desk, card, () => ended, Number.POSITIVE_INFINITY);
    const seconds = (await importing) / 1000;
    const processors = (await driver.processorSeconds()) - processorsBefore;
    say(`taken in after ${seconds.toFixed(1)} s`);
    const used = (await desk.tab.evaluate(usedBytes, null)) - before;
    say('searching it');
    const searches = await measureSearches(desk);
    say('plain rows');
    const plain = await options.evaluate(writePlainRows, plainRows);
    say('closing the browser, and what the store takes then');
    await driver.close();
    driver = await drive();
    const again = await driver.open(`${driver.origin}options.html`);
    const kept = (await again.evaluate(usedBytes, null)) - before;
    return [
      row(ours, 'import', seconds, 's'),
      // What else the machine does counts in the one, not in the other.
      row(ours, 'import: time of the processors, the cards included', processors, 's'),
      row('plain rows', 'import', (plain / 1000) * (count / plainRows), 's'),
      row(ours, 'file', pack.bytes / count, 'bytes an entity'),
      row(ours, 'in the store', kept / count, 'bytes an entity'),
      row(ours, 'in the store until the browser is closed', used / count, 'bytes an entity'),
      row(ours, 'card, nothing under way (median)', middle(quiet, 0.5), 'ms'),
      row(ours, 'card during the import (median)', middle(busy, 0.5), 'ms'),
      row(ours, 'card during the import (95 of 100)', middle(busy, 0.95), 'ms'),
      row(ours, 'card during the import (longest)', Math.max(...busy), 'ms'),
      ...searches,
      row(ours, 'memory of the builder at most', pack.megabytes, 'MB'),
    ];
  } finally {
    await driver.close();
    await site.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

const middle = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.trunc(values.length * share)] ?? Number.NaN;

async function measureCards(desk: Desk, card: object, isEnough: () => boolean, most: number): Promise<number[]> {
  const times: number[] = [];
  while (times.length < most && !(isEnough() && times.length > 0)) {
    times.push(await desk.tab.evaluate(timeCard, card));
    await sleep(50);
  }
  return times;
}

async function timeCard(body: object): Promise<number> {
  const { chrome } = globalThis as unknown as {
    readonly chrome: { readonly runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
  };
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage({ type: 'card', body });
  if (!answer.ok) throw new Error('no card');
  return performance.now() - start;
}

/** What is typed into the library's field: by what it asks of the search. */
const queries = {
  'a letter': 'm',
  'a beginning': 'mari',
  'a whole name': 'maria garcia',
  'a mistake': 'mraia garcia',
  'two beginnings': 'mar gar',
} as const;

/** Milliseconds from the question to the answer, the first time and the median of ten more. */
async function measureSearches(desk: Desk): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const [what, query] of Object.entries(queries)) {
    const times: number[] = [];
    for (let round = 0; round < 11; round += 1) times.push(await desk.tab.evaluate(timeSearch, query));
    const [first = Number.NaN, ...others] = times;
    rows.push(
      row(ours, `search: ${what}, the first time`, first, 'ms'),
      row(ours, `search: ${what} (median)`, middle(others, 0.5), 'ms'),
    );
  }
  return rows;
}

async function timeSearch(query: string): Promise<number> {
  const { chrome } = globalThis as unknown as {
    readonly chrome: { readonly runtime: { sendMessage(message: object): Promise<{ ok: boolean }> } };
  };
  const start = performance.now();
  const answer = await chrome.runtime.sendMessage({ type: 'searchStore', body: { query } });
  if (!answer.ok) throw new Error('no search');
  return performance.now() - start;
}

async function usedBytes(): Promise<number> {
  return (await navigator.storage.estimate()).usage ?? 0;
}

/** What the packs section does when an address is entered and its publisher accepted; milliseconds. */
function importPack({ url, key }: { readonly url: string; readonly key: string }): Promise<number> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const worker = new Worker('/pack-import.js');
    const { chrome } = globalThis as unknown as {
      readonly chrome: { readonly runtime: { sendMessage(message: object): Promise<unknown> } };
    };
    type Said = { readonly type: string; readonly pack: string; readonly generation: string; end?: { kind: string } };
    worker.addEventListener('message', ({ data }: MessageEvent<Said>) => {
      const { type, pack, generation } = data;
      if (type === 'written')
        void chrome.runtime
          .sendMessage({ type: 'openPackAhead', body: { pack, generation } })
          .finally(() => worker.postMessage('go', { transfer: [] }));
      if (type !== 'ended') return;
      if (data.end?.kind === 'added') resolve(performance.now() - start);
      else reject(new Error(JSON.stringify(data.end)));
    });
    worker.postMessage({ type: 'address', url, subscribe: false, accept: [key] }, { transfer: [] });
  });
}

/** The same entities as a row each, found by their names: what a store without packs does; milliseconds. */
function writePlainRows(count: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('bench-rows');
    opening.addEventListener('error', () => reject(new Error('no database')));
    opening.addEventListener('upgradeneeded', () => {
      const table = opening.result.createObjectStore('entities', { keyPath: 'id' });
      table.createIndex('names', 'names', { multiEntry: true });
    });
    opening.addEventListener('success', () => {
      const start = performance.now();
      const transaction = opening.result.transaction('entities', 'readwrite');
      const table = transaction.objectStore('entities');
      for (let i = 0; i < count; i += 1)
        table.put({
          id: `bench:e${i}`,
          type: 'person',
          names: [`Name ${i}`, `N. ${Math.imul(i, 2_654_435_761) >>> 0}`],
          description: `Number ${i} of the made-up, known for nothing in particular`,
          facts: [{ predicate: 'jobTitle', value: { text: `Deputy head of department ${i % 997}` } }],
        });
      transaction.addEventListener('complete', () => {
        opening.result.close();
        indexedDB.deleteDatabase('bench-rows');
        resolve(performance.now() - start);
      });
    });
  });
}
