import type {
  DBCore,
  DBCoreMutateRequest,
  DBCoreMutateResponse,
  DBCoreTable,
  DBCoreTransaction,
  Middleware,
} from 'dexie';
import { asDeviceId, tick, toMoment, toStamp } from '../../merge/clock.ts';
import { asksReader } from '../../merge/conflicts.ts';
import { policyOf, syncedTables } from '../../merge/policy.ts';
import type { RecordState } from '../../merge/record.ts';
import { emptyState, removeRow, writeRow } from '../../merge/write.ts';
import { undoAll, writeBeside } from '../beside.ts';
import { fromFile, toArrivals } from './arrivals.ts';
import type { SyncArrivalRow, SyncMetaRow, SyncRecordRow } from './rows.ts';

export interface Tracking {
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Transactions in which sync itself writes: they bring their states along. */
  readonly applying: WeakSet<object>;
  /** Called after each write of the reader's, within its transaction. */
  readonly onWrite: () => void;
}

type ClockRow = Extract<SyncMetaRow, { key: 'clock' }>;

const ownTables = ['syncRecords', 'syncMeta'] as const;

export const isSynced = (table: string): boolean => Object.hasOwn(syncedTables, table);

/** A new name for this installation. */
export const createDevice = () => asDeviceId(crypto.randomUUID().replaceAll('-', '').slice(0, 12));

/**
 * Keeps the state of every record of the reader's in step with its row, in the same transaction, so that whoever writes
 * a row need not know of sync. Costs a read and two writes more for each batch.
 */
export const trackWrites = (tracking: Tracking): Middleware<DBCore> => ({
  stack: 'dbcore',
  name: 'sync',
  create: (core) => ({
    ...core,
    transaction: (stores, mode, options) => {
      const wide = mode === 'readwrite' && stores.some(isSynced) ? [...new Set([...stores, ...ownTables])] : stores;
      return core.transaction(wide, mode, options);
    },
    table: (name) => {
      const table = core.table(name);
      if (!isSynced(name)) return table;
      return { ...table, mutate: (request) => mutate({ core, table, tracking }, request) };
    },
  }),
});

interface Place {
  readonly core: DBCore;
  readonly table: DBCoreTable;
  readonly tracking: Tracking;
}

async function mutate(place: Place, request: DBCoreMutateRequest): Promise<DBCoreMutateResponse> {
  const { table, tracking } = place;
  const { trans } = request;
  if (tracking.applying.has(trans) || !hasOwnTables(trans)) return table.mutate(request);
  try {
    const removed = request.type === 'deleteRange' ? await keysIn(table, request) : null;
    const writes = writesOf(table.name, request, removed);
    // What is known is asked first, so that the states are made while the database is busy with the rows.
    const known = await findKnown(place, trans, [...new Set(writes.map(([id]) => id))]);
    const writing = table.mutate(request);
    const made = makeStates(place, new Map(writes), known);
    const answer = await writing;
    const succeeded = (_: unknown, at: number): boolean => answer.failures[at] === undefined;
    const isWhole = writes.every(succeeded);
    await writeStates(place, trans, isWhole ? made : makeStates(place, new Map(writes.filter(succeeded)), known));
    tracking.onWrite();
    return answer;
  } catch (error) {
    undoAll(trans);
    throw error;
  }
}

/** While an older schema is brought up to date, the tables may not be there yet. */
function hasOwnTables(trans: DBCoreTransaction): boolean {
  const { objectStoreNames } = trans as unknown as IDBTransaction;
  return ownTables.every((name) => objectStoreNames.contains(name));
}

async function keysIn(
  table: DBCoreTable,
  { trans, range }: Extract<DBCoreMutateRequest, { type: 'deleteRange' }>,
): Promise<readonly string[]> {
  const { result } = await table.query({ trans, values: false, query: { index: table.schema.primaryKey, range } });
  return result as string[];
}

type Write = (state: RecordState, stamp: ReturnType<typeof toStamp>) => RecordState;

/** What is to be done with each record, in the order of the request. */
function writesOf(
  table: string,
  request: DBCoreMutateRequest,
  removed: readonly string[] | null,
): readonly (readonly [id: string, write: Write])[] {
  if (request.type !== 'add' && request.type !== 'put')
    return (removed ?? (request as { readonly keys: readonly string[] }).keys).map((id) => [id, removeRow]);
  const { key } = policyOf(table);
  const rows = request.values as readonly Record<string, string>[];
  return rows.map((row) => [row[key] ?? '', (state, stamp) => writeRow(state, row, stamp)]);
}

interface Known {
  readonly rows: ReadonlyMap<string, SyncRecordRow | undefined>;
  readonly clock: ClockRow;
}

async function findKnown(
  { core, table, tracking }: Place,
  trans: DBCoreTransaction,
  ids: readonly string[],
): Promise<Known> {
  const keys = ids.map((id) => [table.name, id]);
  const rows = keys.length === 0 ? [] : await core.table('syncRecords').getMany({ trans, keys });
  const clock = (await core.table('syncMeta').get({ trans, key: 'clock' })) as SyncMetaRow | undefined;
  return {
    rows: new Map(ids.map((id, at) => [id, rows[at] as SyncRecordRow | undefined])),
    clock: clockOf(clock, tracking.now()),
  };
}

interface Made {
  readonly changed: readonly SyncRecordRow[];
  readonly isAllNew: boolean;
  readonly clock: ClockRow;
}

function makeStates({ table, tracking }: Place, writes: ReadonlyMap<string, Write>, { rows, clock }: Known): Made {
  const time = tick(clock.time, tracking.now());
  const stamp = toStamp(toMoment(time), clock.device);
  let { edit } = clock;
  const changed: SyncRecordRow[] = [];
  let isAllNew = true;
  for (const [id, write] of writes) {
    const before = rows.get(id);
    // What was never seen cannot be deleted.
    if (before === undefined && write === removeRow) continue;
    const state = write(before?.state ?? emptyState(table.name, id), stamp);
    if (state === before?.state && before.held === undefined) continue;
    edit += 1;
    isAllNew &&= before === undefined;
    changed.push(toRecordRow(state, edit, before));
  }
  return { changed, isAllNew, clock: { ...clock, time, edit } };
}

async function writeStates(
  { core }: Place,
  trans: DBCoreTransaction,
  { changed, isAllNew, clock }: Made,
): Promise<void> {
  if (changed.length === 0) return;
  // Pictures are sent some at a time, by how long they are.
  const mayLieTogether = changed[0]?.table !== 'images';
  const lieTogether = isAllNew && mayLieTogether && changed.length >= smallestFileBlock;
  const alone = lieTogether ? await writeBlocks(core, trans, changed) : changed;
  await writeBeside(core, 'syncRecords', { type: 'put', trans, values: alone });
  await writeBeside(core, 'syncMeta', { type: 'put', trans, values: [clock] });
}

/**
 * Writes records in blocks, and answers those of blocks that the database refuses: one of theirs is in another, broken
 * there, so that it seemed new. No record is in two, and a row of its own counts before any block.
 */
function writeBlocks(
  core: DBCore,
  trans: DBCoreTransaction,
  records: readonly SyncRecordRow[],
): Promise<readonly SyncRecordRow[]> {
  const parts = inFileBlocks(records);
  return core
    .table('syncArrivals')
    .mutate({ type: 'add', trans, values: parts.map(toFileBlock) })
    .then(({ failures }) => parts.filter((_, at) => failures[at] !== undefined).flat());
}

/**
 * Records of one write that come in blocks where none was known: files that are taken in. A page's claims, which a reader
 * may want to forget, are fewer.
 */
const smallestFileBlock = 200;
/** Records of a block; one that is edited has the whole of its block read. */
const largestFileBlock = 500;

const inFileBlocks = (records: readonly SyncRecordRow[]): readonly (readonly SyncRecordRow[])[] =>
  Array.from({ length: Math.ceil(records.length / largestFileBlock) }, (_, nth) =>
    records.slice(nth * largestFileBlock, (nth + 1) * largestFileBlock),
  );

const toFileBlock = (part: readonly SyncRecordRow[]): SyncArrivalRow =>
  toArrivals(
    fromFile,
    part.map((row) => ({ row, revision: null })),
  );

export const createClock = (edit = 0): ClockRow => ({ key: 'clock', device: createDevice(), time: 0, edit });

/** The clock of the database: begun where there is none, and where it is broken anew, behind every edit that was counted. */
export function clockOf(row: SyncMetaRow | undefined, now: number): ClockRow {
  if (row?.key !== 'clock') return createClock();
  const { device, time, edit } = row as { readonly [Field in keyof ClockRow]: unknown };
  return typeof device === 'string' && Number.isSafeInteger(time) && Number.isSafeInteger(edit)
    ? row
    : createClock(now);
}

/** The row of a state; `before` is the record's row until now, where it had one. */
export const toRecordRow = (state: RecordState, edit: number, before?: SyncRecordRow): SyncRecordRow => ({
  table: state.table,
  id: state.id,
  state,
  edit,
  ...(asksReader(state) ? { asks: 1 } : {}),
  ...(before === undefined ? {} : { again: 1 }),
  ...(before?.copies === undefined ? {} : { copies: before.copies }),
});
