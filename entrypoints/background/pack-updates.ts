import { nativeBrowser } from '../../lib/platform/native.ts';
import { originPattern } from '../../lib/platform/permissions.ts';
import type { Store } from '../../lib/store/store.ts';
import { resources } from './resources.ts';

const alarmName = 'pack-updates';
/** A due check waits no longer than this; each subscription is asked every twelve hours at most (subscriptions.ts). */
const everyMinutes = 60;
/** Chromium ends a worker that calls nothing of the browser for 30 seconds. */
const stayAwakeEvery = 20_000;

/** An alarm as long as there are subscriptions; without any nothing ever wakes the worker. */
export async function planUpdates(store: Store): Promise<void> {
  const isWanted = (await store.subscriptions.nextAt()) !== null;
  const present = await nativeBrowser.alarms.get(alarmName);
  if (isWanted && present === undefined)
    await nativeBrowser.alarms.create(alarmName, { periodInMinutes: everyMinutes });
  if (!isWanted && present !== undefined) await nativeBrowser.alarms.clear(alarmName);
}

/** Sets the listeners; must run while the script starts. */
export function listenToAlarms(): void {
  nativeBrowser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void updatePacks();
  });
}

/** Asks every server whose time has come, one after the other. Killed in between, it goes on at the next alarm. */
export async function updatePacks(): Promise<void> {
  const store = await resources.store();
  // Browsers drop an extension's alarms when they update it.
  await planUpdates(store);
  await navigator.locks.request('sidelight-pack-updates', { ifAvailable: true }, async (lock) => {
    if (lock === null) return;
    const awake = setInterval(() => void nativeBrowser.runtime.getPlatformInfo(), stayAwakeEvery);
    try {
      for (const subscription of await store.subscriptions.due(Date.now())) {
        const signal = new AbortController().signal;
        const origin = originPattern(subscription.url);
        if (!(await nativeBrowser.permissions.contains({ origins: [origin] }))) {
          const trouble = { code: 'PermissionMissing', origin: new URL(subscription.url).origin } as const;
          await store.subscriptions.record(subscription.pack, { etag: null, trouble, now: Date.now() });
          continue;
        }
        await store.checkSubscription(subscription, { fetchOne: fetch, signal, onProgress: () => undefined });
      }
    } finally {
      clearInterval(awake);
    }
  });
}
