import { Dexie } from 'dexie';
import { type DeviceId, type Moment, receive } from '../../merge/clock.ts';
import { type Row, toRow } from '../../merge/cells.ts';
import { policyOf } from '../../merge/policy.ts';
import { isSameState, join, lifeOf, newestOf } from '../../merge/record.ts';
import { revive } from '../../merge/write.ts';
import { bearsNames, countUpNames } from '../own-names.ts';
import type { StoreDatabase } from '../schema.ts';
import { smallestBlock } from './arrivals.ts';
import type { Arrived, ArrivedPage } from './arrived.ts';
import { takeOutOfArrivals } from './blocks.ts';
import { type ClockHand, type Lease, openClock, requireLease } from './clock.ts';
import { openDesk } from './desk.ts';
import { keyOf, type SyncRecordRow, type SyncStoreRow } from './rows.ts';
import { isSynced, toRecordRow } from './track.ts';
import { pictureTable, withBytesHere } from './pictures.ts';
import { type Block, findPlain, findUnseen, writeBlock } from './write-block.ts';

/** All tables that a page may touch. */
export const syncScope = (database: StoreDatabase): string[] =>
  database.tables
    .map(({ name }) => name)
    .filter((name) => isSynced(name) || name === 'meta' || name.startsWith('sync'));

/** Runs work whose writes bring their own states. */
export const applying = <T>(database: StoreDatabase, work: () => Promise<T>): Promise<T> =>
  database.transaction('rw', syncScope(database), async () => {
    const { idbtrans } = Dexie.currentTransaction as unknown as { readonly idbtrans: object };
    database.applying.add(idbtrans);
    return work();
  });

export interface Applied {
  /** Whether nothing of the page was known here. */
  readonly wasNew: boolean;
  /** As it is now; null where it was removed. */
  readonly store: SyncStoreRow | null;
}

/** Joins a page of remote records into the store and moves the cursor, all or nothing. */
export async function applyPage(database: StoreDatabase, page: ArrivedPage, lease: Lease): Promise<Applied> {
  if (page.isNew)
    try {
      return { wasNew: true, store: await joinPage(database, page, lease) };
    } catch (error) {
      // Something was known after all: nothing of that has been written.
      if (!isKnownAlready(error)) throw error;
    }
  return { wasNew: false, store: await joinPage(database, { ...page, isNew: false }, lease) };
}

/** What the database says of a record that would be in two blocks. */
const isKnownAlready = (error: unknown): boolean => error instanceof Error && error.name === 'ConstraintError';

async function joinPage(database: StoreDatabase, page: ArrivedPage, lease: Lease): Promise<SyncStoreRow | null> {
  let hasChanged = false;
  const joined = await applying(database, async () => {
    await requireLease(database, lease);
    const clock = await openClock(database, lease.now);
    const store = await database.syncStores.get(page.store);
    const arrived = joinDoubles(page.records);
    const desk = openDesk(database, clock);
    const plain = findPlain(database, arrived, page);
    const unseen = new Set(page.isNew ? await findUnseen(database, plain) : []);
    await desk.know(arrived.filter((one) => !unseen.has(one)).map(({ state }) => state));
    const fresh = [...plain.keys()].filter(({ state }) => !desk.has(state));
    const isMuch = fresh.length >= smallestBlock;
    if (isMuch) await writeFresh(database, page, { store: page.store, records: fresh, plain, clock });
    if (isMuch) desk.forget(fresh.map(({ state }) => state));
    else await desk.know(fresh.map(({ state }) => state));
    const written = new Set(isMuch ? fresh : []);
    const others = arrived.filter((one) => !written.has(one));
    for (const { state, revision, leaves } of others) {
      const { before, after } = desk.take(state);
      const isThere = leaves.length === 0 && isSameState(state, after.state);
      // What the remote had and has no more (an older backup, somebody's old leaf) goes to the outbox again.
      const isBehind = after === before && !isThere && after.edit <= (store?.pushed ?? 0);
      const row = isBehind ? desk.repeat(after) : after;
      desk.noteCopy(row, page.store, {
        edit: isThere ? row.edit : 0,
        revision,
        ...(leaves.length > 0 ? { leaves } : {}),
      });
    }
    await desk.takeParted();
    const changes = desk.changes();
    hasChanged = isMuch || changes.length > 0;
    await writeChanges(database, changes, page);
    await database.syncRecords.bulkPut(desk.noted());
    const after = store === undefined ? null : { ...store, cursor: page.cursor, done: store.done + arrived.length };
    if (after !== null) await database.syncStores.put(after);
    await hearMoments(clock, arrived, lease.now);
    await clock.save();
    return after;
  });
  if (hasChanged) database.onArrival();
  return joined;
}

/** Of a record that was looked for, not found and is in a block all the same, what that block has is broken. */
async function writeFresh(database: StoreDatabase, { isNew }: ArrivedPage, block: Block): Promise<void> {
  try {
    await writeBlock(database, block);
  } catch (error) {
    if (isNew || !isKnownAlready(error)) throw error;
    await takeOutOfArrivals(
      database,
      block.records.map(({ state }) => state),
    );
    await writeBlock(database, block);
  }
}

/** A page may bring several leaves of one record. */
function joinDoubles(records: readonly Arrived[]): readonly Arrived[] {
  const byKey = new Map<string, Arrived>();
  for (const one of records) {
    const key = keyOf(one.state);
    const before = byKey.get(key);
    byKey.set(key, before === undefined ? one : { ...one, state: join(before.state, one.state) });
  }
  return [...byKey.values()];
}

/** Saves states and makes their rows; a row that another device deleted is only held back, see `settleDeletions`. */
async function writeChanges(
  database: StoreDatabase,
  changes: readonly SyncRecordRow[],
  { accepts }: Pick<ArrivedPage, 'accepts'>,
): Promise<void> {
  const { syncRecords } = database;
  const tables = new Map<string, SyncRecordRow[]>();
  for (const change of changes) tables.set(change.table, [...(tables.get(change.table) ?? []), change]);
  const present = new Set(database.tables.map(({ name }) => name));
  for (const [name, rows] of tables) {
    if (!present.has(name) || !isSynced(name)) {
      await syncRecords.bulkPut(rows);
      continue;
    }
    const alive = rows.filter(({ state }) => lifeOf(state) !== 'deleted');
    const dead = rows.filter(({ state }) => lifeOf(state) === 'deleted');
    const standing = await database.table(name).bulkGet(dead.map(({ id }) => id));
    const settled = dead.filter((_, at) => standing[at] === undefined);
    const held = dead.filter((_, at) => standing[at] !== undefined).map((row): SyncRecordRow => ({ ...row, held: 1 }));
    // A row that waits to be taken away says what its state says, so that an edit of it replaces nothing unseen.
    const all = (await makeRows(database, name, [...alive, ...held])).filter((row) => accepts(name, row));
    const made = name === pictureTable ? await withBytesHere(database, all) : all;
    if (made.length > 0) await database.table(name).bulkPut(made);
    await syncRecords.bulkPut([...alive, ...settled, ...held]);
    if (made.length > 0 && bearsNames(name)) await countUpNames(database);
  }
}

async function makeRows(database: StoreDatabase, name: string, records: readonly SyncRecordRow[]): Promise<Row[]> {
  const policy = policyOf(name);
  const rows = records.map(({ state }) => toRow(state, policy));
  if (policy.local.length === 0) return rows;
  const before = (await database.table(name).bulkGet(records.map(({ id }) => id))) as (Row | undefined)[];
  return rows.map((row, at) => {
    const own = policy.local.flatMap((field) => (before[at] === undefined ? [] : [[field, before[at][field]]]));
    return { ...row, ...Object.fromEntries(own) };
  });
}

async function hearMoments(clock: ClockHand, arrived: readonly Arrived[], now: number): Promise<void> {
  const ahead = new Map<DeviceId, number>();
  for (const { state } of arrived) {
    const newest = newestOf(state);
    if (newest === null) continue;
    const heard = receive(clock.time(), newest, now);
    clock.moveTo(heard.time);
    if (heard.ahead > 0)
      for (const [device, moment] of Object.entries(state.seen) as [DeviceId, Moment][])
        if (moment === newest) ahead.set(device, Math.max(heard.ahead, ahead.get(device) ?? 0));
  }
  if (ahead.size > 0) await clock.noteDrift(ahead);
}

export interface HeldBack {
  /** Rows that other devices deleted. */
  readonly held: number;
  /** Rows in all of the synced tables. */
  readonly total: number;
}

export async function countHeld(database: StoreDatabase): Promise<HeldBack> {
  const held = await database.syncRecords.where('held').equals(1).count();
  return { held, total: held === 0 ? 0 : await countSynced(database) };
}

/** Rows in all of the tables that sync. */
export async function countSynced({ tables }: StoreDatabase): Promise<number> {
  const counts = await Promise.all(tables.filter(({ name }) => isSynced(name)).map((table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

const heldAtOnce = 500;

/** Takes away some of the rows that others deleted, or keeps them for everybody; true where more are left. */
export async function settleDeletions(database: StoreDatabase, how: 'apply' | 'keep', lease: Lease): Promise<boolean> {
  let isTaken = false;
  const isMore = await applying(database, async () => {
    await requireLease(database, lease);
    const rows = await database.syncRecords.where('held').equals(1).limit(heldAtOnce).toArray();
    const clock = await openClock(database, lease.now);
    const stamp = clock.stamp();
    const settled = rows.map((row) =>
      how === 'keep'
        ? toRecordRow(revive(row.state, stamp), clock.nextEdit(), row)
        : toRecordRow(row.state, row.edit, row),
    );
    await database.syncRecords.bulkPut(settled);
    if (how === 'apply')
      for (const name of new Set(rows.map(({ table }) => table))) {
        await database.table(name).bulkDelete(rows.filter(({ table }) => table === name).map(({ id }) => id));
        if (bearsNames(name)) await countUpNames(database);
      }
    await clock.save();
    isTaken = how === 'apply' && rows.length > 0;
    return rows.length === heldAtOnce;
  });
  if (isTaken) database.onArrival();
  return isMore;
}
