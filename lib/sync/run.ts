import type { Json } from '../merge/json.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { toStoreFailure } from '../store/failures.ts';
import type { StoreDatabase } from '../store/schema.ts';
import { applyPage, countHeld, type HeldBack, settleDeletions } from '../store/sync/apply.ts';
import { dropLease, type Lease, LeaseLost, takeLease } from '../store/sync/clock.ts';
import { markDelivered, noteOffered, type OutboxPage, readOutbox } from '../store/sync/outbox.ts';
import type { SyncStoreRow } from '../store/sync/rows.ts';
import {
  changeStore,
  keepJournal,
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
import type { Look, Pulled, Remote, Writing } from './remote.ts';

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

export type RunEnd =
  /** Everything is here and there. */
  | { readonly end: 'done' }
  /** Off, waiting after a failure, or another context is at it. */
  | { readonly end: 'not-now' }
  | { readonly end: 'failed'; readonly failure: SyncFailure };

/** Changes that are looked through for one push: what travels in one request. */
const pushSize = 500;

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

const leaseOf = ({ holder, now }: RunPorts): Lease => ({ holder, now: now() });

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
  const progress: Progress = { isBegun: false, own: new Set(), unreadable: [], isNew: first.lastSuccess === null };
  const looked = await ports.connect(first).look(first.cursor, await writingOf(ports, first), ports.look);
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
  const finished = await ports.connect(store).settle(store.cursor, { ...(await writingOf(ports, store)), own });
  if (!finished.ok) return finished;
  const { journal, cursor, repeatsAll } = finished.value;
  if (repeatsAll) await repeatSent(database, id, journal);
  else await changeStore(database, id, { journal, cursor });
  // Everything else is here and there; that something was left out is told all the same.
  const [left] = progress.unreadable;
  return left === undefined ? ok('done') : failed(failure('Damaged', `${progress.unreadable.length}: ${left}`));
}

/** What one run need not do twice. Lost with the worker, it is done once more. */
interface Progress {
  isBegun: boolean;
  readonly own: Set<string>;
  /** What there was of no sense, in words. */
  readonly unreadable: string[];
  /** Whether what arrives is most likely unknown here, as when a store is joined. */
  isNew: boolean;
}

async function pullAll(ports: RunPorts, id: string, progress: Progress): Promise<Steps> {
  const { database } = ports;
  const ahead: { page: Promise<Result<Pulled, SyncFailure>> | null } = { page: null };
  for (;;) {
    const store = await readStore(database, id);
    if (store === null || !store.isOn || ports.signal.aborted) return ok('not-now');
    const ask = async (cursor: Json): Promise<Result<Pulled, SyncFailure>> =>
      ports.connect(store).pull(cursor, await writingOf(ports, store));
    const page = await (ahead.page ?? ask(store.cursor));
    if (!page.ok) return page;
    const { records, cursor, more, devices, unreadable } = page.value;
    // The next page travels while this one is saved.
    ahead.page = more ? ask(cursor) : null;
    ahead.page?.catch(() => undefined);
    progress.unreadable.push(...unreadable);
    if (Object.keys(devices).length > 0) await nameDevices(database, devices);
    if (records.length > 0 || JSON.stringify(cursor) !== JSON.stringify(store.cursor)) {
      const arrived = { store: id, records, cursor, accepts: acceptsRow, isNew: progress.isNew };
      progress.isNew = await applyPage(database, arrived, leaseOf(ports));
    }
    if (!more) return ok('done');
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

async function pushAll(
  ports: RunPorts,
  id: string,
  progress: Progress,
): Promise<Result<'sent' | 'refused' | 'not-now', SyncFailure>> {
  const { database } = ports;
  let refused = 0;
  const ahead: { page: Promise<OutboxPage> | null } = { page: null };
  for (;;) {
    const store = await readStore(database, id);
    if (store === null || !store.isOn || ports.signal.aborted) return ok('not-now');
    const out = await (ahead.page ?? readOutbox(database, store, pushSize));
    ahead.page = null;
    const { upTo } = out;
    if (out.records.length === 0) {
      const nothing = { store: id, taken: [], refused: [], upTo, journal: store.journal };
      if (upTo !== store.pushed) await markDelivered(database, nothing, leaseOf(ports));
      if (!out.more) return ok(refused > 0 ? 'refused' : 'sent');
      continue;
    }
    const remote = ports.connect(store);
    if (!progress.isBegun) {
      const journal = await remote.begin(await writingOf(ports, store));
      if (!journal.ok) return journal;
      await keepJournal(database, id, { journal: journal.value, lease: leaseOf(ports) });
      progress.isBegun = true;
      continue;
    }
    await noteOffered(database, id, { records: out.records, lease: leaseOf(ports) });
    // The next page is read while this one travels.
    ahead.page = out.more ? readOutbox(database, { ...store, pushed: upTo }, pushSize) : null;
    ahead.page?.catch(() => undefined);
    const pushed = await remote.push(out.records, await writingOf(ports, store));
    if (!pushed.ok) return pushed;
    const { taken, journal, trouble } = pushed.value;
    refused += pushed.value.refused.length;
    for (const { newRevision } of taken) if (newRevision !== null) progress.own.add(newRevision);
    const delivered = { store: id, taken, refused: pushed.value.refused, upTo, journal };
    await markDelivered(database, delivered, leaseOf(ports));
    if (trouble !== null) return failed(trouble);
    // What was refused now has a later place in the outbox; it waits for the pull.
    if (refused > 0 && !out.more) return ok('refused');
  }
}

const writingOf = async (ports: RunPorts, store: SyncStoreRow): Promise<Writing> => ({
  device: await readDevice(ports.database),
  journal: store.journal,
  keep: (journal) => keepJournal(ports.database, store.id, { journal, lease: leaseOf(ports) }),
});

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
