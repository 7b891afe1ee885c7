import type {
  DBCore,
  DBCoreKeyRange,
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
import type { SyncMetaRow, SyncRecordRow } from './rows.ts';

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
  const removed = request.type === 'deleteRange' ? await keysIn(table, request) : null;
  const answer = await table.mutate(request);
  const succeeded = (_: unknown, at: number): boolean => answer.failures[at] === undefined;
  if (request.type === 'add' || request.type === 'put') {
    const { key } = policyOf(table.name);
    const rows = request.values.filter(succeeded) as Record<string, string>[];
    const writes = rows.map((row): [string, Write] => [row[key] ?? '', (state, stamp) => writeRow(state, row, stamp)]);
    await writeStates(place, trans, new Map(writes));
  } else {
    const keys = (removed ?? (request as { readonly keys: readonly string[] }).keys.filter(succeeded)) as string[];
    await writeStates(place, trans, new Map(keys.map((key) => [key, removeRow])));
  }
  tracking.onWrite();
  return answer;
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

async function writeStates(
  { core, table, tracking }: Place,
  trans: DBCoreTransaction,
  writes: ReadonlyMap<string, Write>,
): Promise<void> {
  if (writes.size === 0) return;
  const [records, meta] = [core.table('syncRecords'), core.table('syncMeta')];
  const ids = [...writes.keys()];
  const known = await findStates(records, { trans, table: table.name, ids });
  const clock = ((await meta.get({ trans, key: 'clock' })) as ClockRow | undefined) ?? createClock();
  const time = tick(clock.time, tracking.now());
  const stamp = toStamp(toMoment(time), clock.device);
  let { edit } = clock;
  const changed = ids.flatMap((id, at): SyncRecordRow[] => {
    const before = known[at];
    const write = writes.get(id);
    // What was never seen cannot be deleted.
    if (write === undefined || (before === undefined && write === removeRow)) return [];
    const state = write(before?.state ?? emptyState(table.name, id), stamp);
    if (state === before?.state && before.held === undefined) return [];
    edit += 1;
    return [toRecordRow(state, edit, before)];
  });
  if (changed.length === 0) return;
  await records.mutate({ type: 'put', trans, values: changed });
  await meta.mutate({ type: 'put', trans, values: [{ ...clock, time, edit } satisfies ClockRow] });
}

interface Wanted {
  readonly trans: DBCoreTransaction;
  readonly table: string;
  readonly ids: readonly string[];
}

/** Records beyond which one look at the keys between the first and the last comes before a look for each. */
const mostAlone = 50;

/** The states of these records as far as there are any; of what is taken in for the first time there is none. */
async function findStates(
  records: DBCoreTable,
  { trans, table, ids }: Wanted,
): Promise<readonly (SyncRecordRow | undefined)[]> {
  if (ids.length > mostAlone) {
    const sorted = ids.toSorted();
    const ends = { type: twoEnds, lower: [table, sorted[0]], upper: [table, sorted.at(-1)] };
    const range = ends as unknown as DBCoreKeyRange;
    const query = { index: records.schema.primaryKey, range };
    const { result } = await records.query({ trans, values: false, limit: 1, query });
    if (result.length === 0) return [];
  }
  return (await records.getMany({ trans, keys: ids.map((id) => [table, id]) })) as (SyncRecordRow | undefined)[];
}

/** `DBCoreRangeType.Range`, which Dexie's types have and its module does not. */
const twoEnds = 2;

export const createClock = (): ClockRow => ({ key: 'clock', device: createDevice(), time: 0, edit: 0 });

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
