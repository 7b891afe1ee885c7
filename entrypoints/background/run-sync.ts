import { nativeBrowser } from '../../lib/platform/native.ts';
import { readDeviceName } from '../../lib/platform/device-name.ts';
import { maySync } from '../../lib/platform/permissions.ts';
import type { SyncStoreRow } from '../../lib/store/sync/rows.ts';
import { changeStore, listStores } from '../../lib/store/sync/stores.ts';
import { connectStore } from '../../lib/sync/connect.ts';
import type { RunPorts } from '../../lib/sync/ports.ts';
import type { Look } from '../../lib/sync/remote.ts';
import { syncStore } from '../../lib/sync/run.ts';
import { resources } from './resources.ts';
import { showBadge } from './sync-status.ts';

/** Chromium ends a worker that calls nothing of the browser for 30 seconds. */
const stayAwakeEvery = 20_000;

/** The browser frees it when whoever holds it dies, so that the next run need not wait for a lease to run out. */
const lockName = 'sidelight-sync';
/** A run that waits for its turn does what any further one would, as closely as any of them wants. */
let waiting: Look | null = null;

/** Brings every store that is on up to date, one after the other. Killed in between, the next alarm goes on. */
export async function runSync(look: Look): Promise<void> {
  const isPlanned = waiting !== null;
  waiting = waiting === 'whole' ? waiting : look;
  if (isPlanned) return;
  await navigator.locks.request(lockName, async () => {
    const agreed = waiting ?? look;
    waiting = null;
    await runStores(agreed);
  });
}

async function runStores(look: Look): Promise<void> {
  const { database } = await resources.store();
  const stores = (await listStores(database)).filter(({ isOn }) => isOn);
  if (stores.length === 0) return;
  const awake = setInterval(() => void nativeBrowser.runtime.getPlatformInfo(), stayAwakeEvery);
  const deviceName = await readDeviceName();
  const ports: RunPorts = {
    database,
    connect: (store) => connectStore(store, { fetch: (input, init) => fetch(input, init), deviceName }),
    look,
    now: Date.now,
    random: Math.random,
    holder: lockName,
    signal: new AbortController().signal,
  };
  try {
    for (const store of stores)
      await runStore(ports, store).catch((error: unknown) => console.error(`Sidelight: ${store.name}: no sync`, error));
  } finally {
    clearInterval(awake);
    await showBadge();
  }
}

/** What nobody foresaw with one store must not keep the others from their turn. */
async function runStore(ports: RunPorts, { id, url, carries }: SyncStoreRow): Promise<void> {
  if (await maySync({ url, carries })) await syncStore(ports, id);
  else {
    const trouble = { code: 'NotPermitted', detail: new URL(url).host, at: Date.now() };
    await changeStore(ports.database, id, { trouble });
  }
}
