import { browser } from '../../lib/platform/browser.ts';
import { maySync } from '../../lib/platform/permissions.ts';
import { connectStore } from '../../lib/sync/connect.ts';
import { readDeviceName } from '../../lib/platform/device-name.ts';
import { syncStore } from '../../lib/sync/run.ts';
import { changeStore, listStores } from '../../lib/store/sync/stores.ts';
import type { Store } from '../../lib/store/store.ts';
import { resources } from './resources.ts';
import { showBadge } from './sync-status.ts';

const alarmName = 'sync';
/** After an edit, in case this worker dies before the push that it plans itself. */
const soonName = 'sync-soon';
/** What another device wrote is seen within this time; an idle look costs under 1 KB. */
const everyMinutes = 5;
/** Edits come in bursts; one push serves them all. */
const settleAfter = 2_000;
/** Chromium ends a worker that calls nothing of the browser for 30 seconds. */
const stayAwakeEvery = 20_000;

/** Sets the listeners; must run while the script starts. */
export function listenToSync(): void {
  resources.whenOpened(pushAfterWrites);
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName || name === soonName) void runSync();
  });
}

/** An alarm as long as there is a store that is on. */
async function planAlarm(): Promise<void> {
  const { database } = await resources.store();
  const isWanted = (await listStores(database)).some(({ isOn }) => isOn);
  const present = await browser.alarms.get(alarmName);
  if (isWanted && present === undefined) await browser.alarms.create(alarmName, { periodInMinutes: everyMinutes });
  if (!isWanted && present !== undefined) await browser.alarms.clear(alarmName);
}

function pushAfterWrites({ database }: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  database.onWrite = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void pushSoon(), settleAfter);
  };
  const pushSoon = async (): Promise<void> => {
    if ((await browser.alarms.get(alarmName)) === undefined) return;
    await browser.alarms.create(soonName, { delayInMinutes: 0.5 });
    await runSync();
    await browser.alarms.clear(soonName);
  };
}

/** After the stores were changed, or when the browser has started. */
export async function syncAtOnce(): Promise<void> {
  await planAlarm();
  await runSync();
}

/** The browser frees it when whoever holds it dies, so that the next run need not wait for a lease to run out. */
const lockName = 'sidelight-sync';
/** A run that waits for its turn does what any further one would. */
let isWaiting = false;

/** Brings every store that is on up to date, one after the other. Killed in between, the next alarm goes on. */
async function runSync(): Promise<void> {
  if (isWaiting) return;
  isWaiting = true;
  await navigator.locks.request(lockName, async () => {
    isWaiting = false;
    await runStores();
  });
}

async function runStores(): Promise<void> {
  const { database } = await resources.store();
  const stores = (await listStores(database)).filter(({ isOn }) => isOn);
  if (stores.length === 0) return;
  const awake = setInterval(() => void browser.runtime.getPlatformInfo(), stayAwakeEvery);
  const deviceName = await readDeviceName();
  try {
    for (const { id, url, carries } of stores) {
      if (!(await maySync({ url, carries }))) {
        const trouble = { code: 'NotPermitted', detail: new URL(url).host, at: Date.now() };
        await changeStore(database, id, { trouble });
        continue;
      }
      await syncStore(
        {
          database,
          connect: (store) => connectStore(store, { fetch: (input, init) => fetch(input, init), deviceName }),
          now: Date.now,
          random: Math.random,
          holder: lockName,
          signal: new AbortController().signal,
        },
        id,
      );
    }
  } finally {
    clearInterval(awake);
    await showBadge();
  }
}
