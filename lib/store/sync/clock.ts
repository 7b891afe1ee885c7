import { type DeviceId, type Stamp, tick, toMoment, toStamp } from '../../merge/clock.ts';
import type { StoreDatabase } from '../schema.ts';
import type { DeviceFacts, SyncMetaRow } from './rows.ts';
import { clockOf } from './track.ts';

/** The right to sync, until it runs out; what it guards checks it in the same transaction. */
export interface Lease {
  readonly holder: string;
  /** Epoch milliseconds of this step. */
  readonly now: number;
}

/** Another context took over: whoever meets it stops and writes nothing. */
export class LeaseLost extends Error {}

/** Longer than a request may take, so that nobody loses it while waiting for an answer. */
const leaseLife = 90_000;

/** Takes or prolongs the lease; false while another holder's has not run out. */
export function takeLease(database: StoreDatabase, { holder, now }: Lease): Promise<boolean> {
  return database.transaction('rw', database.syncMeta, async () => {
    const row = await database.syncMeta.get('lease');
    const isFree = row === undefined || row.key !== 'lease' || row.holder === holder || row.until <= now;
    // A clock that was set back must not keep a lease alive for days, nor a broken one for ever.
    const isAbsurd = row?.key === 'lease' && !(row.until <= now + 2 * leaseLife);
    if (!isFree && !isAbsurd) return false;
    await database.syncMeta.put({ key: 'lease', holder, until: now + leaseLife });
    return true;
  });
}

export function dropLease(database: StoreDatabase, holder: string): Promise<void> {
  return database.transaction('rw', database.syncMeta, async () => {
    const row = await database.syncMeta.get('lease');
    if (row?.key === 'lease' && row.holder === holder) await database.syncMeta.delete('lease');
  });
}

/** Part of each transaction of a sync step. */
export async function requireLease(database: StoreDatabase, { holder, now }: Lease): Promise<void> {
  const row = await database.syncMeta.get('lease');
  if (row?.key !== 'lease' || row.holder !== holder) throw new LeaseLost('another context syncs');
  await database.syncMeta.put({ key: 'lease', holder, until: now + leaseLife });
}

/** The device's clock within one transaction. */
export interface ClockHand {
  readonly device: DeviceId;
  time(): number;
  moveTo(time: number): void;
  nextEdit(): number;
  lastEdit(): number;
  stamp(): Stamp;
  noteDrift(ahead: ReadonlyMap<DeviceId, number>): Promise<void>;
  save(): Promise<void>;
}

export async function openClock(database: StoreDatabase, now: number): Promise<ClockHand> {
  const row = clockOf(await database.syncMeta.get('clock'), now);
  let { time, edit } = row;
  return {
    device: row.device,
    time: () => time,
    moveTo: (later) => {
      time = Math.max(time, later);
    },
    nextEdit: () => (edit += 1),
    lastEdit: () => edit,
    stamp: () => {
      time = tick(time, now);
      return toStamp(toMoment(time), row.device);
    },
    noteDrift: async (ahead) => {
      const names = { ...(await readDevices(database)) };
      for (const [device, by] of ahead) names[device] = { name: names[device]?.name ?? '', ahead: by };
      await database.syncMeta.put({ key: 'devices', names });
    },
    save: async () => {
      const next: SyncMetaRow = { key: 'clock', device: row.device, time, edit };
      await database.syncMeta.put(next);
    },
  };
}

export async function readDevices(database: StoreDatabase): Promise<Readonly<Record<string, DeviceFacts>>> {
  const row = await database.syncMeta.get('devices');
  return row?.key === 'devices' ? row.names : {};
}
