import { type Dispatch, type StateUpdater, useEffect } from 'preact/hooks';
import type { StorePart } from '../../components/sync/sync-view.ts';
import type { StoreDatabase } from '../../lib/store/schema.ts';
import type { SyncStoreRow } from '../../lib/store/sync/rows.ts';
import { listDevices } from '../../lib/sync/devices.ts';
import { browserFetch } from './use-set-up.ts';

/** While a folder's devices are shown, how often what the sync has heard of them is read again. */
const lookEvery = 1_000;

interface Shown {
  readonly database: StoreDatabase;
  readonly part: StorePart;
  readonly setPart: Dispatch<StateUpdater<StorePart>>;
  readonly withStore: (id: string, work: (row: SyncStoreRow) => Promise<void>) => Promise<void>;
  readonly onChanged: () => Promise<void>;
}

/** Reads the devices of the store whose list is open, as long as it is; answers what reads them at once. */
export function useShownDevices({
  database,
  part,
  setPart,
  withStore,
  onChanged,
}: Shown): (store: string) => Promise<void> {
  const showDevices = (store: string): Promise<void> =>
    withStore(store, async (row) => {
      const devices = await listDevices(database, row, browserFetch);
      // It may have been closed meanwhile.
      setPart((now) => {
        if (now.at !== 'devices' || now.store !== store) return now;
        return devices.ok ? { ...now, devices: devices.value } : { ...now, trouble: devices.failure.code };
      });
    });
  const shown = part.at === 'devices' ? part.store : null;
  useEffect(() => {
    if (shown === null) return;
    // A database is asked for its devices; of a folder's a sync tells, and the one that this begins takes a moment.
    const look = (): Promise<void> =>
      withStore(shown, async ({ kind }) => (kind === 'webdav' ? showDevices(shown) : undefined));
    void showDevices(shown).then(onChanged);
    const timer = setInterval(() => void look(), lookEvery);
    return () => clearInterval(timer);
  }, [shown]);
  return showDevices;
}
