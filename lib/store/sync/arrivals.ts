import {
  type DBCore,
  type DBCoreKeyRange,
  type DBCoreTable,
  type DBCoreTransaction,
  Dexie,
  type Middleware,
} from 'dexie';
import { isSoundRow } from '../sound-rows.ts';
import { keyOf, type SyncArrivalRow, type SyncRecordRow } from './rows.ts';
import { stateOf } from './state-text.ts';

/** Fewer get rows of their own: to find one in a block costs more, and many small blocks would gain nothing. */
export const smallestBlock = 32;

/** In place of a store's name: what was taken in from a file, which no store has. */
export const fromFile = '';

/** One of the records of a block, as a row of its own would hold it; none where what it says is broken. */
export const arrivedRow = (
  { store, edits, revisions, states }: SyncArrivalRow,
  at: number,
): SyncRecordRow | undefined => {
  const state = stateOf(states[at] ?? '');
  if (state === null) return undefined;
  const [edit = 0, revision = null] = [edits[at], revisions[at]];
  const row = { table: state.table, id: state.id, state, edit };
  return store === fromFile ? row : { ...row, copies: { [store]: { edit, revision } } };
};

/** Puts records into a block; their edits are in order, and nobody else's lies between them. */
export const toArrivals = (
  store: string,
  records: readonly { readonly row: SyncRecordRow; readonly revision: string | null }[],
): SyncArrivalRow => ({
  store,
  first: records.at(0)?.row.edit ?? 0,
  last: records.at(-1)?.row.edit ?? 0,
  keys: records.map(({ row }) => keyOf(row)),
  edits: records.map(({ row }) => row.edit),
  revisions: records.map(({ revision }) => revision),
  states: records.map(({ row }) => JSON.stringify(row.state)),
});

/** A record that is asked for by its key and has no row of its own is looked for in the blocks. */
export const readArrivals: Middleware<DBCore> = {
  stack: 'dbcore',
  name: 'arrivals',
  create: (core) => {
    const isThere = core.schema.tables.some(({ name }) => name === 'syncArrivals');
    if (!isThere) return core;
    return {
      ...core,
      transaction: (stores, mode, options) =>
        core.transaction(
          stores.includes('syncRecords') ? [...new Set([...stores, 'syncArrivals'])] : stores,
          mode,
          options,
        ),
      table: (name) => (name === 'syncRecords' ? withArrivals(core, core.table(name)) : core.table(name)),
    };
  },
};

type Key = readonly [table: string, id: string];

// Chained, not awaited: a promise that is not Dexie's own would let the transaction end in between.
const withArrivals = (core: DBCore, table: DBCoreTable): DBCoreTable => ({
  ...table,
  get: (request) =>
    table
      .get(request)
      .then((row: SyncRecordRow | undefined) =>
        row === undefined ? findArrived(core, request.trans, [request.key as Key]).then(([found]) => found) : row,
      ),
  getMany: (request) =>
    getRows(table, request.trans, request.keys as Key[]).then((rows) => {
      const missing = (request.keys as Key[]).filter((_, at) => rows[at] === undefined);
      if (missing.length === 0) return rows;
      return findArrived(core, request.trans, missing).then((found) => {
        const arrived = found.values();
        return rows.map((row) => row ?? arrived.next().value);
      });
    }),
});

type Found = (SyncRecordRow | undefined)[];

/** Records beyond which one look at the keys between the first and the last comes before a look for each. */
const mostAlone = 50;

/** Keys between the first and the last up to which it is told by them which records there are. */
const mostBetween = (count: number): number => 2 * count;

/** Rows of their own; of what is taken in for the first time there are none, which one look tells. */
function getRows(table: DBCoreTable, trans: DBCoreTransaction, keys: readonly Key[]): Promise<Found> {
  const all = (): Promise<Found> => table.getMany({ trans, keys: [...keys] });
  if (keys.length <= mostAlone) return all();
  const sorted = keys.toSorted(([a, x], [b, y]) => (keyOf({ table: a, id: x }) < keyOf({ table: b, id: y }) ? -1 : 1));
  const query = { index: table.schema.primaryKey, range: between(sorted[0], sorted.at(-1)) };
  const limit = mostBetween(keys.length);
  return table.query({ trans, values: false, limit, query }).then(({ result }) => {
    if (result.length === limit) return all();
    const there = new Set((result as Key[]).map(([name, id]) => keyOf({ table: name, id })));
    const found = keys.filter(([name, id]) => there.has(keyOf({ table: name, id })));
    if (found.length === 0) return keys.map(() => undefined);
    return table.getMany({ trans, keys: found }).then((rows: SyncRecordRow[]) => {
      const byKey = new Map(rows.map((row) => [keyOf(row), row]));
      return keys.map(([name, id]) => byKey.get(keyOf({ table: name, id })));
    });
  }) as Promise<Found>;
}

const everything = { type: 3, lower: undefined, upper: undefined } as unknown as DBCoreKeyRange;
const only = (key: string): DBCoreKeyRange => ({ type: 1, lower: key, upper: key }) as unknown as DBCoreKeyRange;
const between = (lower: unknown, upper: unknown): DBCoreKeyRange =>
  ({ type: 2, lower, upper }) as unknown as DBCoreKeyRange;

function findArrived(core: DBCore, trans: DBCoreTransaction, keys: readonly Key[]): Promise<Found> {
  const none = (): Promise<Found> => Dexie.Promise.resolve([]) as unknown as Promise<Found>;
  // While an older schema is brought up to date, the table may not be there yet.
  if (!(trans as unknown as IDBTransaction).objectStoreNames.contains('syncArrivals')) return none();
  const table = core.table('syncArrivals');
  const { primaryKey } = table.schema;
  const names = keys.map(([name, id]) => keyOf({ table: name, id }));
  return table
    .query({ trans, values: false, limit: 1, query: { index: primaryKey, range: everything } })
    .then(({ result }) => {
      if (result.length === 0) return none();
      return findBlocks(table, trans, names).then((ids) => {
        if (ids.size === 0) return none();
        return table.getMany({ trans, keys: [...ids] }).then((rows: SyncArrivalRow[]) => {
          const wanted = new Set(names);
          const found = new Map<string, SyncRecordRow | undefined>();
          for (const block of rows.filter((row) => isSoundRow('syncArrivals', row)))
            for (const [at, key] of block.keys.entries()) if (wanted.has(key)) found.set(key, arrivedRow(block, at));
          return names.map((key) => found.get(key));
        });
      });
    }) as unknown as Promise<Found>;
}

/** The blocks in which any of these records are; perhaps others that lie between. */
function findBlocks(
  table: DBCoreTable,
  trans: DBCoreTransaction,
  names: readonly string[],
): Promise<ReadonlySet<number>> {
  const index = table.schema.getIndexByKeyPath('keys') ?? table.schema.primaryKey;
  const look = (range: DBCoreKeyRange, limit: number): Promise<readonly number[]> =>
    table.query({ trans, values: false, limit, query: { index, range } }).then(({ result }) => result as number[]);
  const each = (): Promise<ReadonlySet<number>> =>
    Dexie.Promise.all(names.map((name) => look(only(name), 1))).then(
      (ids: (readonly number[])[]) => new Set(ids.flat()),
    ) as unknown as Promise<ReadonlySet<number>>;
  if (names.length <= mostAlone) return each();
  const sorted = names.toSorted();
  const limit = mostBetween(names.length);
  return look(between(sorted[0], sorted.at(-1)), limit).then((ids) => (ids.length === limit ? each() : new Set(ids)));
}
