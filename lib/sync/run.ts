import { failed, ok, type Result } from '../model/result.ts';
import { toStoreFailure } from '../store/failures.ts';
import { applyPage, countHeld, type HeldBack, settleDeletions } from '../store/sync/apply.ts';
import { dropLease, LeaseLost, takeLease } from '../store/sync/clock.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';
import { namePictures } from '../store/sync/wanted.ts';
import {
  changeStore,
  nameDevices,
  readDevice,
  readStore,
  reissueDevice,
  repeatSent,
  rescanStore,
} from '../store/sync/stores.ts';
import { acceptsRow } from './accept.ts';
import { delayAfter } from './back-off.ts';
import { failure, isPassing, type SyncFailure } from './failures.ts';
import { leaseOf, type Progress, type RunPorts, writingOf } from './ports.ts';
import { fetchPictures } from './pictures.ts';
import { pushAll } from './push-all.ts';

export type RunEnd =
  /** Everything is here and there. */
  | { readonly end: 'done' }
  /** Off, waiting after a failure, or another context is at it. */
  | { readonly end: 'not-now' }
  | { readonly end: 'failed'; readonly failure: SyncFailure };

/** Milliseconds of taking in after which other stores have their turn; what is left comes with the next run. */
const longestPull = 3_600_000;

/** More than one of these is a mass deletion. */
export const deletionLimit = { share: 0.2, records: 1000, atLeast: 5 } as const;

export const isMassDeletion = ({ held, total }: HeldBack): boolean =>
  held > deletionLimit.records || (held > deletionLimit.atLeast && held > total * deletionLimit.share);

/**
 * Brings one store up to date: pulls, then settles deletions, then pushes, page by page. Each step leaves the database
 * in a state from which any other run can go on, so that a run may die at any await.
 */
export async function syncStore(ports: RunPorts, id: string): Promise<RunEnd> {
  const { database } = ports;
  const store = await readStore(database, id);
  if (store === null || !store.isOn || store.retryAt > ports.now()) return { end: 'not-now' };
  if (!(await takeLease(database, leaseOf(ports)))) return { end: 'not-now' };
  try {
    const outcome = await runSteps(ports, store);
    if (outcome.ok && outcome.value === 'done') await noteSuccess(ports, id);
    else if (!outcome.ok) await noteFailure(ports, store, outcome.failure);
    return outcome.ok ? { end: outcome.value } : { end: 'failed', failure: outcome.failure };
  } catch (error) {
    if (error instanceof LeaseLost) return { end: 'not-now' };
    const trouble = toStoreFailure(error);
    if (trouble.code !== 'QuotaExceeded') throw error;
    const full = failure('DiskFull', trouble.detail);
    await noteFailure(ports, store, full);
    return { end: 'failed', failure: full };
  } finally {
    await dropLease(database, ports.holder);
  }
}

type Steps = Result<'done' | 'not-now', SyncFailure>;

async function runSteps(ports: RunPorts, first: SyncStoreRow): Promise<Steps> {
  await changeStore(ports.database, first.id, { done: 0 });
  // Renaming or reading everything again happens at most once each; a server that asks for more of it is at fault.
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await runOnce(ports, first.id);
    if (outcome.ok || attempt >= 3 || !(await beginAgain(ports, first.id, outcome.failure))) return outcome;
  }
}

async function runOnce(ports: RunPorts, id: string): Promise<Steps> {
  const { database } = ports;
  const first = await readStore(database, id);
  if (first === null) return ok('not-now');
  await namePictures(database);
  const device = await readDevice(database);
  const isNew = first.lastSuccess === null;
  const progress: Progress = { device, isBegun: false, own: new Set(), unreadable: [], late: [], isNew };
  const writing = ({ journal }: SyncStoreRow) => writingOf(ports, { store: id, device, journal });
  const looked = await ports.connect(first).look(first.cursor, writing(first), ports.look);
  if (!looked.ok) return looked;
  for (let round = 0; ; round += 1) {
    const isIdle = round === 0 && looked.value === 'idle';
    const pulled: Steps = isIdle ? ok('done') : await pullAll(ports, id, progress);
    if (!pulled.ok || pulled.value === 'not-now') return pulled;
    const settled = await settleHeld(ports, id);
    if (!settled.ok) return settled;
    const pushed = await pushAll(ports, id, progress);
    if (!pushed.ok) return pushed;
    if (pushed.value === 'not-now') return ok('not-now');
    // What was refused because somebody was faster is sent again after the next pull.
    if (pushed.value !== 'refused' || round >= 8) break;
  }
  const store = await readStore(database, id);
  if (store === null) return ok('not-now');
  const { own } = progress;
  const finished = await ports.connect(store).settle(store.cursor, { ...writing(store), own });
  if (!finished.ok) return finished;
  const { journal, cursor, repeatsAll } = finished.value;
  if (repeatsAll) await repeatSent(database, id, journal);
  else await changeStore(database, id, { journal, cursor });
  const fetched = await fetchPictures(ports, { id, remote: ports.connect(store), progress });
  if (!fetched.ok || fetched.value === 'not-now') return fetched;
  // Everything else is here and there; that something was left out is told all the same.
  const [left] = progress.unreadable;
  if (left !== undefined) return failed(failure('Damaged', `${progress.unreadable.length}: ${left}`));
  const [late] = progress.late;
  return late === undefined ? ok('done') : failed(failure('Busy', late));
}

async function pullAll(ports: RunPorts, id: string, progress: Progress): Promise<Steps> {
  const { database } = ports;
  let store = await readStore(database, id);
  if (store === null) return ok('not-now');
  const remote = ports.connect(store);
  const writing = writingOf(ports, { store: id, device: progress.device, journal: store.journal });
  const ends = ports.now() + longestPull;
  let next = remote.pull(store.cursor, writing);
  for (;;) {
    const page = await next;
    if (!page.ok) return page;
    if (store === null || !store.isOn || ports.signal.aborted) return ok('not-now');
    const { records, cursor, more, devices, unreadable, late } = page.value;
    const isLate = ports.now() > ends;
    // The next page travels while this one is saved.
    if (more && !isLate) {
      next = remote.pull(cursor, writing);
      next.catch(() => undefined);
    }
    progress.unreadable.push(...unreadable);
    progress.late.push(...late);
    if (Object.keys(devices).length > 0) await nameDevices(database, devices);
    if (records.length > 0 || JSON.stringify(cursor) !== JSON.stringify(store.cursor)) {
      const arrived = { store: id, records, cursor, accepts: acceptsRow, isNew: progress.isNew };
      const applied = await applyPage(database, arrived, leaseOf(ports));
      progress.isNew = applied.wasNew;
      store = applied.store;
    }
    if (!more) return ok('done');
    if (isLate) return ok('not-now');
  }
}

async function settleHeld(ports: RunPorts, id: string): Promise<Result<null, SyncFailure>> {
  const { database } = ports;
  const held = await countHeld(database);
  if (held.held === 0) return ok(null);
  const store = await readStore(database, id);
  const how = store?.deletions ?? 'ask';
  if (how === 'ask' && isMassDeletion(held)) return failed(failure('MassDeletion', `${held.held} of ${held.total}`));
  while (await settleDeletions(database, how === 'keep' ? 'keep' : 'apply', leaseOf(ports)));
  await changeStore(database, id, { deletions: 'ask' });
  return ok(null);
}

/** Mends what makes the cursor or the name useless; true where the run can be tried again at once. */
async function beginAgain(ports: RunPorts, id: string, { code }: SyncFailure): Promise<boolean> {
  const { database } = ports;
  const store = await readStore(database, id);
  if (store === null) return false;
  if (code === 'CursorInvalid') {
    await rescanStore(database, id, {});
    return true;
  }
  if (code !== 'WentBack' && code !== 'DeviceCopied') return false;
  if (code === 'DeviceCopied') await reissueDevice(database, store.confirmed);
  await rescanStore(database, id, { journal: ports.connect(store).afresh(store.journal, code) });
  return true;
}

async function noteSuccess({ database, now }: RunPorts, id: string): Promise<void> {
  await changeStore(database, id, { lastSuccess: now(), trouble: null, failures: 0, retryAt: 0 });
}

async function noteFailure(
  ports: RunPorts,
  store: SyncStoreRow,
  { code, detail, retryAfter }: SyncFailure,
): Promise<void> {
  const { database, now, random } = ports;
  const at = now();
  const failures = store.failures + 1;
  const wait = Math.max(retryAfter ?? 0, isPassing(code) ? delayAfter(failures, random()) : 0);
  await changeStore(database, store.id, { trouble: { code, detail, at }, failures, retryAt: at + wait });
}
