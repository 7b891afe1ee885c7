import { nativeBrowser } from '../../lib/platform/native.ts';
import { listStores } from '../../lib/store/sync/stores.ts';
import type { Store } from '../../lib/store/store.ts';
import { resources } from './resources.ts';
import { runSync } from './run-sync.ts';
import { tellOfArrivals } from './store-changes.ts';

const alarmName = 'sync';
/** After an edit, in case this worker dies before the push that it plans itself. */
const soonName = 'sync-soon';
/** What another device wrote is seen within this time; an idle look costs under 1 KB. */
const everyMinutes = 5;
/** Of the looks by the clock; what a glance overlooks comes within an hour all the same. */
const wholeShare = 1 / 8;
/** Edits come in bursts; one push serves them all. */
const settleAfter = 2_000;

/** Sets the listeners; must run while the script starts. */
export function listenToSync(): void {
  resources.whenOpened(pushAfterWrites);
  resources.whenOpened(tellOfArrivals);
  nativeBrowser.alarms.onAlarm.addListener(({ name }) => {
    if (name === alarmName) void runSync(Math.random() < wholeShare ? 'whole' : 'glance');
    if (name === soonName) void runSync('whole');
  });
}

/** An alarm as long as there is a store that is on. */
async function planAlarm(): Promise<void> {
  const { database } = await resources.store();
  const isWanted = (await listStores(database)).some(({ isOn }) => isOn);
  const present = await nativeBrowser.alarms.get(alarmName);
  if (isWanted && present === undefined)
    await nativeBrowser.alarms.create(alarmName, { periodInMinutes: everyMinutes });
  if (!isWanted && present !== undefined) await nativeBrowser.alarms.clear(alarmName);
}

function pushAfterWrites({ database }: Store): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  database.onWrite = () => {
    // At the first of a burst: this worker may die before the timer has run.
    if (timer === undefined) void planSoon();
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      void pushSoon();
    }, settleAfter);
  };
  const planSoon = async (): Promise<boolean> => {
    const isWanted = (await nativeBrowser.alarms.get(alarmName)) !== undefined;
    if (isWanted) await nativeBrowser.alarms.create(soonName, { delayInMinutes: 0.5 });
    return isWanted;
  };
  const pushSoon = async (): Promise<void> => {
    if (!(await planSoon())) return;
    await runSync('whole');
    await nativeBrowser.alarms.clear(soonName);
  };
}

/** After the stores were changed, or when the browser has started. */
export async function syncAtOnce(): Promise<void> {
  await planAlarm();
  await runSync('whole');
}
