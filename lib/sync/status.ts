import { unreachable } from '../model/result.ts';
import type { SyncedStore, SyncFailureCode, SyncState } from '../model/sync.ts';
import type { StoreDatabase } from '../store/schema.ts';
import { countPending } from '../store/sync/outbox.ts';
import { listStores } from '../store/sync/stores.ts';
import { isPassing } from './failures.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';

export interface StoreFacts {
  readonly pending: number;
  readonly isRunning: boolean;
}

/** Failures in a row, some three quarters of an hour, after which whoever runs the server should hear of it. */
const patience = 8;

export function stateOf(store: SyncStoreRow, { pending, isRunning }: StoreFacts): SyncState {
  if (!store.isOn) return { state: 'paused', pending };
  const { trouble, failures, done, lastSuccess } = store;
  const code = trouble?.code as SyncFailureCode | undefined;
  if (isRunning) return { state: 'syncing', done, total: done + pending };
  if (code !== undefined && trouble !== null) {
    const { detail } = trouble;
    if (!isPassing(code)) return { state: 'attention', code, detail, pending };
    if (code === 'Unreachable') return { state: 'offline', pending };
    return { state: failures < patience ? 'failing' : 'attention', code, detail, pending };
  }
  if (lastSuccess === null) return { state: 'new' };
  return pending > 0 ? { state: 'waiting', pending } : { state: 'up-to-date' };
}

export const needsReader = (state: SyncState): boolean => {
  switch (state.state) {
    case 'attention':
      return true;
    case 'up-to-date':
    case 'new':
    case 'syncing':
    case 'waiting':
    case 'offline':
    case 'failing':
    case 'paused':
      return false;
    default:
      return unreachable(state);
  }
};

/** All stores as they are told to the reader. */
export async function describeStores(database: StoreDatabase, now: number): Promise<readonly SyncedStore[]> {
  const lease = await database.syncMeta.get('lease');
  const isRunning = lease?.key === 'lease' && lease.until > now;
  return Promise.all(
    (await listStores(database)).map(async (store): Promise<SyncedStore> => {
      const { id, kind, name, url, isOn, key, carries, lastSuccess } = store;
      const state = stateOf(store, { pending: await countPending(database, store), isRunning });
      return {
        id,
        kind,
        name,
        url,
        isOn,
        isEncrypted: key !== null,
        carries,
        state,
        lastSuccess,
      };
    }),
  );
}
