import { canonical, type Json } from '../../../lib/merge/json.ts';
import { lifeOf } from '../../../lib/merge/record.ts';
import { pictureTable } from '../../../lib/store/sync/pictures.ts';
import { type Device, openDevice, readRecords, time } from '../devices.ts';
import { createChance } from './chance.ts';
import { makeEdits } from './edits.ts';
import type { Ground } from './grounds.ts';
import { Ledger, type Losses } from './ledger.ts';
import { findPictureFaults, keepPicture } from './pictures.ts';
import { type Fault, startFaultProxy } from './proxy.ts';

const minute = 60_000;
const hour = 60 * minute;

/** How the clocks of the four are off, and how much each goes astray from round to round. */
const clocks = [
  { name: 'ahead', drift: hour, each: 0 },
  { name: 'behind', drift: -24 * hour, each: 0 },
  { name: 'right', drift: 5000, each: 0 },
  { name: 'backwards', drift: 0, each: -7 * minute },
] as const;

const editsAtOnce = 6;
const burstsOf = 5;
/** Rounds after the faults' end within which everybody must have everything. */
const roundsAllowed = 3;
/** Whoever lacks the bytes of the picture that counts tells of its own earlier one a round later. */
const roundsOfPictures = 4;

export interface Played extends Losses {
  readonly edits: number;
  /** Rounds after the faults' end until all four were the same; null where they never were. */
  readonly convergedAfter: number | null;
  readonly conflicts: number;
  readonly requests: number;
  readonly happened: ReadonlyMap<Fault, number>;
  /** Pictures that did not come to every device, or came under another's name, in words. */
  readonly pictures: readonly string[];
  /** How the runs under faults ended. */
  readonly ends: ReadonlyMap<string, number>;
  readonly errors: readonly string[];
}

export interface Game {
  readonly seed: number;
  /** Share of requests that something happens to. */
  readonly rate: number;
  readonly rounds: number;
}

/** Edits of a round: what each of the four does in it. */
export const editsInRound = clocks.length * burstsOf * editsAtOnce;

/** Four devices edit and sync through a proxy that harms a share of what passes, until the faults end. */
export async function play(ground: Ground, { seed, rate, rounds }: Game): Promise<Played> {
  const chance = createChance(seed * 7919 + Math.round(rate * 100));
  const { path, store } = await ground.makeStore();
  const proxy = await startFaultProxy(ground.origin, chance);
  const ledger = new Ledger();
  const ends = new Map<string, number>();
  const errors: string[] = [];
  try {
    const devices = await Promise.all(
      clocks.map(({ name, drift }) => openDevice({ name, drift, store: { ...store, url: proxy.url + path, name } })),
    );
    const sync = async (device: Device): Promise<void> => {
      const end = await device.sync().catch((error: unknown) => {
        errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
        return { end: 'threw' as const };
      });
      const name = end.end === 'failed' ? end.failure.code : end.end;
      ends.set(name, (ends.get(name) ?? 0) + 1);
      if (name === 'MassDeletion') await device.database.syncStores.toCollection().modify({ deletions: 'apply' });
    };
    const author = (device: Device, nth: number) => ({ device, nth, ledger, chance });
    proxy.rate = rate;
    for (let round = 0; round < rounds; round += 1) {
      time.now += Math.floor(chance() * minute);
      await Promise.all(
        devices.map(async (device, nth) => {
          device.drift += clocks[nth]?.each ?? 0;
          for (let burst = 0; burst < burstsOf - 2; burst += 1) await makeEdits(author(device, nth), editsAtOnce);
          // The reader goes on while it syncs.
          const during = async (): Promise<void> => {
            for (let burst = 0; burst < 2; burst += 1) await makeEdits(author(device, nth), editsAtOnce);
            await keepPicture(device, chance);
          };
          await Promise.all([sync(device), during()]);
        }),
      );
    }
    proxy.rate = 0;
    await proxy.quiet();
    const convergedAfter = await settle(devices, sync);
    const losses = await Promise.all(devices.map(({ database }) => ledger.findLosses(database)));
    for (let round = convergedAfter ?? roundsAllowed; round < roundsOfPictures; round += 1)
      for (const device of devices) await sync(device);
    const pictures = await findPictureFaults(devices);
    const conflicts = await devices[0]?.database.syncRecords.where('asks').equals(1).count();
    return {
      edits: ledger.edits,
      convergedAfter,
      conflicts: conflicts ?? 0,
      requests: proxy.seen.requests,
      happened: proxy.happened,
      ends,
      errors,
      pictures,
      records: losses.flatMap(({ records }) => records),
      values: losses.flatMap(({ values }) => values),
      doubled: losses.flatMap(({ doubled }) => doubled),
    };
  } finally {
    await proxy.close();
  }
}

async function settle(devices: readonly Device[], sync: (device: Device) => Promise<void>): Promise<number | null> {
  for (let round = 1; round <= roundsAllowed; round += 1) {
    time.now += minute;
    for (const device of devices) await sync(device);
    const all = await Promise.all(devices.map(contentOf));
    if (all.every((content) => content === all[0])) return round;
  }
  return null;
}

/** Everything but pictures that must be the same on every device: states, and the rows that stand for them. */
async function contentOf({ database }: Device): Promise<string> {
  // A record that was made and deleted before anybody heard of it is known on one device alone.
  const alive = (await readRecords(database)).filter(
    ({ table, state }) => table !== pictureTable && lifeOf(state) !== 'deleted',
  );
  const states = alive.map(({ state }) => state as unknown as Json);
  const rows = await Promise.all(['entities', 'overlays', 'notes'].map((table) => database.table(table).toArray()));
  return canonical([states, ...(rows as Json[])]);
}
