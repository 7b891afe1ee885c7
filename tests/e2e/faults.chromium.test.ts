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
/** So many that they lie in rows and in boxes. */
const crowd = { id: 'test-crowd', title: 'Crowd of tests', people: 26_000 };

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
  const drive = () => driveChromium(found.path, join(folder, 'build'), { profile: join(folder, 'profile') });
  // A browser that a busy machine does not start in time is no fault of the store's.
  const driver = await drive().catch(drive).catch(drive);
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
    // Nobody opens it ahead here.
    if (said.type === 'written') worker.postMessage('go', { transfer: [] });
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
    const began = performance.now();
    const look = setInterval(() => {
      const { watched } = globalThis as unknown as { readonly watched: Watched };
      if (watched.reached < share) return;
      clearInterval(look);
      resolve(performance.now() - began);
    }, 1);
  });

const readEnd = (): string | null => (globalThis as unknown as { readonly watched: Watched }).watched.ended;

/** What the first import took, in milliseconds: until something was read, from all being read to its end. */
interface Pace {
  readonly first: number;
  readonly last: number;
}

/** Waits for the moment of a round: before the first step, among the steps, between the last and the end, behind it. */
async function untilMoment({ tab }: Desk, round: number, { first, last }: Pace): Promise<void> {
  const share = (round * 0.618 + 0.3) % 1;
  if (round % 5 === 0) return sleep(first * share);
  if (round % 5 < 3) return void (await tab.evaluate(untilReached, Math.max(0.001, share)));
  await tab.evaluate(untilReached, round % 5 === 3 ? 1 : 2);
  return sleep(round % 5 === 3 ? last * share : 100 * share);
}

/** The version that the store shows in its list, its records and its names alike; -1 for none. */
async function versionIn(desk: Desk): Promise<number> {
  const { packs: listed } = await desk.askBackground<PackOverview>('packs', {});
  const pack = listed.find(({ id }) => id === crowd.id);
  const brief = await desk.askBackground<{ name: string } | null>('entity', { id: `${crowd.id}:p7` });
  if (pack === undefined) {
    expect(brief).toBeNull();
    return -1;
  }
  const version = Number(pack.version.split('.')[2]);
  const name = personOf({ ...crowd, version }, 7);
  expect(brief?.name).toBe(name);
  const found = await desk.askBackground<readonly { name: string }[]>('searchStore', { query: name });
  expect(found[0]?.name).toBe(name);
  const last = personOf({ ...crowd, version }, crowd.people - 1);
  expect((await desk.askBackground<readonly { name: string }[]>('searchStore', { query: last }))[0]?.name).toBe(last);
  return version;
}

/** What the store has where the pack was not in it, at once and when there was time to look after it. */
async function describeLoss(desk: Desk, round: number): Promise<string> {
  const look = async (): Promise<string> => {
    const { packs: listed, unfinished } = await desk.askBackground<PackOverview>('packs', {});
    const counts = await desk.askBackground<object>('storeCounts', {});
    return JSON.stringify({ packs: listed.map(({ id, version }) => `${id} ${version}`), unfinished, counts });
  };
  const first = await look();
  await new Promise((resolve) => void setTimeout(resolve, 5_000));
  return `the pack is gone after kill ${round + 1}: ${first}; five seconds later: ${await look()}`;
}

const switchedIn = (seen: readonly number[]): number => seen.filter((step) => step === 1).length;

/** What was seen so far, for who started this: a run that is broken off has its figures, too. */
function tell(seen: readonly number[]): void {
  const report = process.env['SIDELIGHT_REPORT'];
  const switched = switchedIn(seen);
  if (report !== undefined)
    writeFileSync(report, JSON.stringify({ kills: seen.length, switched, before: seen.length - switched }));
}

test(
  `a browser killed ${kills} times during imports and updates shows the old version or the new`,
  async () => {
    await publish(0);
    let { driver, desk } = await start();
    expect(await versionIn(desk)).toBe(-1);
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
      expect([current, next], shown < 0 ? await describeLoss(desk, round) : '').toContain(shown);
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
  60_000 + kills * 120_000,
);
