import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PackOverview } from '../../lib/message/protocol.ts';
import { createSigningKey } from '../../lib/pack/signature.ts';
import { findBrowser } from '../../scripts/browsers.ts';
import { type ChromiumDriver, driveChromium } from '../../scripts/drive/chromium.ts';
import { type Desk, openDesk } from '../../scripts/drive/reading.ts';
import { waitFor } from '../../scripts/drive/driver.ts';
import { outputFolder } from '../../scripts/extension.ts';
import { makePack, makePatch, personOf } from './harness/made-packs.ts';
import { type PackServer, servePacks } from './harness/pack-server.ts';

/** `npm run test:faults` asks for fifty. */
const kills = Number(process.env['SIDELIGHT_KILLS'] ?? 2);
const crowd = { id: 'test-crowd', title: 'Crowd of tests', people: 4_000 };

let folder = '';
let server: PackServer;
const key = await createSigningKey();
const packs: Uint8Array<ArrayBuffer>[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-faults-'));
  cpSync(outputFolder('chrome'), join(folder, 'build'), { recursive: true });
  server = await servePacks();
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

async function start(): Promise<{ readonly driver: ChromiumDriver; readonly desk: Desk }> {
  const found = findBrowser('chromium');
  if (found === null) throw new Error('there is no chromium here; npm test looks for it');
  const driver = await driveChromium(found.path, join(folder, 'build'), { profile: join(folder, 'profile') });
  return { driver, desk: await openDesk(driver, 0) };
}

/** Publishes a version, and the patch that leads to it. */
async function publish(version: number): Promise<void> {
  const pack = await makePack({ ...crowd, version }, key);
  const before = packs[version - 1];
  packs[version] = pack;
  server.put(`whole-${version}`, pack);
  if (before !== undefined) server.put(`patch-${version}`, await makePatch(pack, before));
}

interface Watched {
  /** Share of the import that is done, 0 to 1; 2 when it has ended. */
  reached: number;
  /** How it ended; null while it goes on. */
  ended: string | null;
}

/** Begins an import and does not wait; `watched` says how far it is. */
function beginImport({ url, accept }: { readonly url: string; readonly accept: string }): void {
  const watched: Watched = { reached: 0, ended: null };
  Object.assign(globalThis, { watched });
  const worker = new Worker('/pack-import.js');
  worker.addEventListener('message', ({ data }: MessageEvent) => {
    const said = data as { type: string; end?: object; progress?: { done: number; total: number } };
    if (said.progress !== undefined) watched.reached = said.progress.done / Math.max(1, said.progress.total);
    if (said.type !== 'ended') return;
    watched.ended = JSON.stringify(said.end);
    watched.reached = 2;
  });
  worker.postMessage({ type: 'address', url, subscribe: false, accept: [accept] }, { transfer: [] });
}

/** Waits in the page itself, for what lies between two steps takes milliseconds. */
const untilReached = (share: number): Promise<number> =>
  new Promise((resolve) => {
    await desk.tab.evaluate(beginImport, { url: server.at('whole-0'), accept: key.x });
    const first = await desk.tab.evaluate(untilReached, 0.001);
    await desk.tab.evaluate(untilReached, 1);
    const pace: Pace = { first, last: await desk.tab.evaluate(untilReached, 2) };
    expect(await versionIn(desk)).toBe(0);

    const seen: number[] = [];
    let current = 0;
    for (let round = 0; round < kills; round += 1) {
      const next = current + 1;
      if (packs[next] === undefined) await publish(next);
      const kind = round % 2 === 0 ? 'whole' : 'patch';
      await desk.tab.evaluate(beginImport, { url: server.at(`${kind}-${next}`), accept: key.x });
      await untilMoment(desk, round, pace);
      await driver.kill();
      ({ driver, desk } = await start());
      const shown = await versionIn(desk);
      expect([current, next]).toContain(shown);
      seen.push(shown - current);
      current = shown;
      tell(seen);
    }
    const last = current + 1;
    if (packs[last] === undefined) await publish(last);
    await desk.tab.evaluate(beginImport, { url: server.at(`patch-${last}`), accept: key.x });
    await waitFor('the last import', () => desk.tab.evaluate(readEnd, null), 60_000);
    expect(await versionIn(desk)).toBe(last);
    expect((await desk.askBackground<PackOverview>('packs', {})).unfinished).toEqual([]);
    process.stderr.write(`killed ${kills} times: ${switchedIn(seen)} times after the switch\n`);
    await driver.close();
  },
  60_000 + kills * 60_000,
);
