import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { StoreDatabase } from '../../lib/store/schema.ts';
import type { SyncStoreRow } from '../../lib/store/sync/rows.ts';
import { putStore } from '../../lib/store/sync/stores.ts';
import { connectStore } from '../../lib/sync/connect.ts';
import { makeIdentity } from '../../lib/sync/couchdb/join.ts';
import { syncStore } from '../../lib/sync/run.ts';
import { draftOf, joinStore } from '../../lib/sync/setup.ts';

/** A team's server, outside of what is measured. */
export interface Team {
  /** Connects the store with it, once; what is read stays on the machine, as is usual with a team. */
  join(database: StoreDatabase): Promise<void>;
  /** One round of sync, which must come to its end. */
  sync(database: StoreDatabase, now: () => number): Promise<void>;
  close(): Promise<void>;
}

export async function openTeam(): Promise<Team> {
  const server = new Worker(new URL('../servers/couch-double-thread.ts', import.meta.url), {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [address] = (await once(server, 'message')) as [string];
  const url = `${address}/team`;
  return {
    join: async (database) => {
      const identity = await makeIdentity({ fetch, url, user: '', password: '' }, { store: 'team', lock: null });
      if (!identity.ok) throw new Error(identity.failure.code);
      const found = { state: 'existing', store: identity.value.store, lock: null, records: null, devices: 0 } as const;
      const joined = await joinStore(
        { ...draftOf('couchdb'), url, name: 'Team' },
        { found, passphrase: null },
        { fetch, device: 'life00000000', random: () => crypto.randomUUID() },
      );
      if (!joined.ok) throw new Error(joined.failure.code);
      await putStore(database, joined.value.row);
    },
    sync: async (database, now) => {
      const [store] = await database.syncStores.toArray();
      const connect = (row: SyncStoreRow) => connectStore(row, { fetch, deviceName: 'life' });
      const signal = new AbortController().signal;
      const ports = {
        database,
        connect,
        look: 'whole' as const,
        now,
        random: Math.random,
        holder: crypto.randomUUID(),
        signal,
      };
      const end = await syncStore(ports, store?.id ?? '');
      if (end.end !== 'done') throw new Error(`sync ended otherwise: ${JSON.stringify(end)}`);
    },
    close: async () => void (await server.terminate()),
  };
}
