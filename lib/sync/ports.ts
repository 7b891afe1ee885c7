import type { DeviceId } from '../merge/clock.ts';
import type { Json } from '../merge/json.ts';
import type { StoreDatabase } from '../store/schema.ts';
import type { Lease } from '../store/sync/clock.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';
import { keepJournal } from '../store/sync/stores.ts';
import type { Look, Remote, Writing } from './remote.ts';

export interface RunPorts {
  readonly database: StoreDatabase;
  readonly connect: (store: SyncStoreRow) => Remote;
  readonly look: Look;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** 0 to 1. */
  readonly random: () => number;
  /** Names this run among all contexts. */
  readonly holder: string;
  /** Ends the run after the step at hand. */
  readonly signal: AbortSignal;
}

/** What one run need not do twice. Lost with the worker, it is done once more. */
export interface Progress {
  readonly device: DeviceId;
  isBegun: boolean;
  readonly own: Set<string>;
  /** What there was of no sense, in words. */
  readonly unreadable: string[];
  /** What should have been there and was not yet, in words. */
  readonly late: string[];
  /** Whether what arrives is most likely unknown here, as when a store is joined. */
  isNew: boolean;
}

export const leaseOf = ({ holder, now }: RunPorts): Lease => ({ holder, now: now() });

interface Written {
  readonly store: string;
  readonly device: DeviceId;
  readonly journal: Json;
  /** What is saved before any further word of the journal's. */
  readonly after?: () => Promise<unknown>;
}

export const writingOf = (ports: RunPorts, { store, device, journal, after }: Written): Writing => ({
  device,
  journal,
  keep: async (next) => {
    await after?.();
    await keepJournal(ports.database, store, { journal: next, lease: leaseOf(ports) });
  },
});
