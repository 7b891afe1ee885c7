import type { DBCore, DBCoreCursor, DBCoreTable, Middleware } from 'dexie';
import type { RecordState } from '../../merge/record.ts';
import type { SyncRecordRow } from './rows.ts';

/**
 * Keeps each state in the database as one text. IndexedDB copies a value twice to save it and once to read it, and
 * copying a tree of small objects takes longer than all else that a sync does with a record. Rows of before hold the
 * tree and are read as they are.
 */
export const keepStatesAsText: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'state-text',
  create: (core) => ({
    ...core,
    table: (name) => (name === 'syncRecords' ? tableOf(core.table(name)) : core.table(name)),
  }),
};

type StoredRow = Omit<SyncRecordRow, 'state'> & { readonly state: RecordState | string };

/** Texts that states were read from: a state never changes, and most are saved again with something noted beside them. */
const textsRead = new WeakMap<RecordState, string>();

const toStored = (row: SyncRecordRow): StoredRow => ({
  ...row,
  state: textsRead.get(row.state) ?? JSON.stringify(row.state),
});

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether it has what every state has: one that lacks something would stop the outbox, with all that stands behind it. */
export const isState = (value: unknown): value is RecordState => {
  if (!isObject(value)) return false;
  const { table, id, seen, cells, gone } = value;
  return (
    typeof table === 'string' && typeof id === 'string' && isObject(seen) && isObject(cells) && Array.isArray(gone)
  );
};

/** What is no state any more is none: whoever reads rows passes such a one over (sound-rows.ts). */
export const stateOf = (text: string): RecordState | null => {
  try {
    const state: unknown = JSON.parse(text);
    return isState(state) ? state : null;
  } catch {
    return null;
  }
};

const toRow = (stored: StoredRow): SyncRecordRow => {
  const { state: text } = stored;
  if (typeof text !== 'string') return stored as SyncRecordRow;
  const state = stateOf(text);
  if (state !== null) textsRead.set(state, text);
  return { ...stored, state: state as RecordState };
};

const toRowIfAny = (stored: StoredRow | undefined): SyncRecordRow | undefined =>
  stored === undefined ? undefined : toRow(stored);

function tableOf(table: DBCoreTable): DBCoreTable {
  return {
    ...table,
    mutate: (request) =>
      request.type === 'add' || request.type === 'put'
        ? table.mutate({ ...request, values: (request.values as SyncRecordRow[]).map(toStored) })
        : table.mutate(request),
    // Chained, not awaited: a promise that is not Dexie's own would let the transaction end in between.
    get: (request) => table.get(request).then(toRowIfAny),
    getMany: (request) => table.getMany(request).then((rows: (StoredRow | undefined)[]) => rows.map(toRowIfAny)),
    query: (request) =>
      table
        .query(request)
        .then((answer) =>
          request.values === true ? { ...answer, result: (answer.result as StoredRow[]).map(toRow) } : answer,
        ),
    openCursor: (request) =>
      table
        .openCursor(request)
        .then((cursor) => (cursor === null || request.values !== true ? cursor : withRows(cursor))),
  };
}

/** The same cursor, whose values hold trees again. */
const withRows = (cursor: DBCoreCursor): DBCoreCursor =>
  Object.create(cursor, {
    key: { get: () => cursor.key },
    primaryKey: { get: () => cursor.primaryKey },
    value: { get: () => toRow(cursor.value as StoredRow) },
    done: { get: () => cursor.done },
  }) as DBCoreCursor;
