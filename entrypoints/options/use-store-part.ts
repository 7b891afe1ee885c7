import { useState } from 'preact/hooks';
import type { PartActions, StorePart } from '../../components/sync/sync-view.ts';
import type { StoreDatabase } from '../../lib/store/schema.ts';
import type { SyncStoreRow } from '../../lib/store/sync/rows.ts';
import { changeStore, readDevice, readStore } from '../../lib/store/sync/stores.ts';
import { findRefusal } from '../../lib/sync/check.ts';
import { removeDevice } from '../../lib/sync/devices.ts';
import { changeStorePassphrase } from '../../lib/sync/passphrase.ts';
import { serverOf } from '../../lib/sync/setup.ts';
import { browserFetch } from './use-set-up.ts';
import { useShownDevices } from './use-shown-devices.ts';

const closed: StorePart = { at: 'closed' };

type Account = Pick<SyncStoreRow, 'user' | 'password'>;

/** Devices and passphrase of one store at a time. */
export function useStorePart(
  database: StoreDatabase,
  onChanged: () => Promise<void>,
): { readonly part: StorePart; readonly actions: PartActions } {
  const [part, setPart] = useState<StorePart>(closed);
  const withStore = async (id: string, work: (row: SyncStoreRow) => Promise<void>): Promise<void> => {
    const row = await readStore(database, id);
    return row === null ? setPart(closed) : work(row);
  };
  const showDevices = useShownDevices({ database, part, setPart, withStore, onChanged });
  const remove = (at: Extract<StorePart, { at: 'devices' }>, device: string): Promise<void> =>
    withStore(at.store, async (row) => {
      const removed = await removeDevice(database, row, { device, fetch: browserFetch });
      if (!removed.ok) return setPart({ ...at, trouble: removed.failure.code });
      await showDevices(at.store);
      return onChanged();
    });
  const change = (at: Extract<StorePart, { at: 'passphrase' }>, before: string, after: string): Promise<void> =>
    withStore(at.store, async (row) => {
      setPart({ ...at, isWorking: true, trouble: null });
      const ports = { fetch: browserFetch, device: await readDevice(database), random: () => crypto.randomUUID() };
      const code = await changeStorePassphrase(row, { before, after }, ports);
      setPart(
        code.ok
          ? { at: 'code', store: at.store, code: code.value }
          : { ...at, isWorking: false, trouble: code.failure.code },
      );
    });
  const signIn = (at: Extract<StorePart, { at: 'account' }>, account: Account): Promise<void> =>
    withStore(at.store, async (row) => {
      setPart({ ...at, ...account, isWorking: true, trouble: null });
      const server = serverOf({ ...row, ...account }, browserFetch);
      const trouble = await findRefusal(row.kind, { server, now: Date.now, random: () => crypto.randomUUID() });
      if (trouble !== null) return setPart({ ...at, ...account, isWorking: false, trouble });
      await changeStore(database, row.id, { ...account, trouble: null, failures: 0, retryAt: 0 });
      setPart(closed);
      return onChanged();
    });
  const actions: PartActions = {
    onAccount: ({ id }) =>
      void withStore(id, async ({ user }) =>
        setPart({ at: 'account', store: id, user, isWorking: false, trouble: null }),
      ),
    onChangeAccount: (user, password) => {
      if (part.at === 'account') void signIn(part, { user, password });
    },
    onDevices: ({ id }) => setPart({ at: 'devices', store: id, devices: null, trouble: null }),
    onRemoveDevice: ({ id }) => {
      if (part.at === 'devices') void remove(part, id);
    },
    onPassphrase: ({ id }) => setPart({ at: 'passphrase', store: id, isWorking: false, trouble: null }),
    onChangePassphrase: (before, after) => {
      if (part.at === 'passphrase') void change(part, before, after);
    },
    onClosePart: () => setPart(closed),
  };
  return { part, actions };
}
