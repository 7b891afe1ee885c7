import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from '../browsers.ts';
import { root } from '../command.ts';
import { quietSwitches } from '../drive/chromium.ts';

/** Milliseconds that a worker takes that has run nothing yet. */
export interface ColdTimes {
  /** The index out of IndexedDB, where it lies as a Blob. */
  readonly read: number;
  /** From bytes to an index that answers. */
  readonly ready: number;
  /** All names of the text. */
  readonly page: number;
}

/** Runs in the worker, with our own modules as the server strips them of their types. */
const worker = `
import { openGazetteer } from '/lib/gazetteer/open.ts';
import { findEveryName } from '/lib/gazetteer/find.ts';
addEventListener('message', async ({ data: text }) => {
  const database = await new Promise((resolve) => {
    const opening = indexedDB.open('bench');
    opening.onsuccess = () => resolve(opening.result);
  });
  const start = performance.now();
  const blob = await new Promise((resolve) => {
    const reading = database.transaction('parts').objectStore('parts').get('index');
    reading.onsuccess = () => resolve(reading.result);
  });
  const buffer = await blob.arrayBuffer();
  const read = performance.now();
  const gazetteer = openGazetteer(buffer).value;
  const ready = performance.now();
  const found = findEveryName(gazetteer, text).length;
  const page = performance.now();
  database.close();
  postMessage({ read: read - start, ready: ready - read, page: page - ready, found });
});
`;

/** Runs in the page: keeps the index as the store does, then asks a new worker. */
async function measureInPage(text: string): Promise<ColdTimes> {
  const index = await (await fetch('/index.bin')).blob();
  const database = await new Promise<IDBDatabase>((resolve) => {
    const opening = indexedDB.open('bench');
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('parts'));
    opening.addEventListener('success', () => resolve(opening.result));
  });
  await new Promise((resolve) => {
    const transaction = database.transaction('parts', 'readwrite');
    transaction.objectStore('parts').put(index, 'index');
    transaction.addEventListener('complete', resolve);
  });
  database.close();
  const times: ColdTimes[] = [];
  for (let round = 0; round < 5; round += 1) {
    const cold = new Worker('/worker.js', { type: 'module' });
    times.push(
      await new Promise((resolve, reject) => {
        cold.addEventListener('message', ({ data }: MessageEvent<ColdTimes>) => resolve(data));
        cold.addEventListener('error', ({ message }) => reject(new Error(message)));
        cold.postMessage(text, { transfer: [] });
      }),
    );
    cold.terminate();
  }
  const middle = (key: keyof ColdTimes): number => times.map((one) => one[key]).sort((a, b) => a - b)[2] ?? 0;
  return { read: middle('read'), ready: middle('ready'), page: middle('page') };
}

/** Medians of five workers in Chromium, each started for this; null where there is no Chromium. */
export async function measureCold(index: ArrayBuffer, text: string): Promise<ColdTimes | null> {
  const found = findBrowser('chromium');
  if (found === null) return null;
  const server = createServer((request, response) => {
    const path = request.url ?? '/';
    const send = (type: string, body: string | Uint8Array): void => {
      response.writeHead(200, { 'content-type': type }).end(body);
    };
    if (path === '/index.bin') send('application/octet-stream', new Uint8Array(index));
    else if (path === '/worker.js') send('text/javascript', worker);
    else if (/^\/lib\/[\w/-]+\.ts$/u.test(path))
      send('text/javascript', stripTypeScriptTypes(readFileSync(join(root, path), 'utf8')));
    else send('text/html', '<!doctype html><title>Bench</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const browser = await chromium.launch({ executablePath: found.path, args: [...quietSwitches] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await page.evaluate(measureInPage, text);
  } finally {
    await browser.close();
    server.close();
    server.closeAllConnections();
  }
}
