import {
  type DBCore,
  type DBCoreKeyRange,
  type DBCoreTable,
  type DBCoreTransaction,
  Dexie,
  type Middleware,
} from 'dexie';
import type { RecordState } from '../../merge/record.ts';
import { keyOf, type SyncArrivalRow, type SyncRecordRow } from './rows.ts';

/** Fewer get rows of their own: to find one in a block costs more, and many small blocks would gain nothing. */
export const smallestBlock = 32;

/** One of the records of a block, as a row of its own would hold it. */
export const arrivedRow = ({ store, edits, revisions, states }: SyncArrivalRow, at: number): SyncRecordRow => {
  const state = JSON.parse(states[at] ?? '') as RecordState;
  const [edit = 0, revision = null] = [edits[at], revisions[at]];
  return { table: state.table, id: state.id, state, edit, copies: { [store]: { edit, revision } } };
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
    table.getMany(request).then((rows: (SyncRecordRow | undefined)[]) => {
      const missing = (request.keys as Key[]).filter((_, at) => rows[at] === undefined);
      if (missing.length === 0) return rows;
      return findArrived(core, request.trans, missing).then((found) => {
        const arrived = found.values();
        return rows.map((row) => row ?? arrived.next().value);
      });
    }),
});

const everything = { type: 3, lower: undefined, upper: undefined } as unknown as DBCoreKeyRange;
const only = (key: string): DBCoreKeyRange => ({ type: 1, lower: key, upper: key }) as unknown as DBCoreKeyRange;

type Found = (SyncRecordRow | undefined)[];

function findArrived(core: DBCore, trans: DBCoreTransaction, keys: readonly Key[]): Promise<Found> {
  const none = (): Promise<Found> => Dexie.Promise.resolve([]) as unknown as Promise<Found>;
  // While an older schema is brought up to date, the table may not be there yet.
  if (!(trans as unknown as IDBTransaction).objectStoreNames.contains('syncArrivals')) return none();
  const table = core.table('syncArrivals');
  const { primaryKey } = table.schema;
  const index = table.schema.getIndexByKeyPath('keys') ?? primaryKey;
  const names = keys.map(([name, id]) => keyOf({ table: name, id }));
  const look = (key: string): Promise<number | undefined> =>
    table.query({ trans, values: false, query: { index, range: only(key) } }).then(({ result }) => result[0] as number);
  return table
    .query({ trans, values: false, limit: 1, query: { index: primaryKey, range: everything } })
    .then(({ result }) => {
      if (result.length === 0) return none();
      return Dexie.Promise.all(names.map(look)).then((ids: (number | undefined)[]) => {
        const blocks = [...new Set(ids.filter((id) => id !== undefined))];
        if (blocks.length === 0) return none();
        return table.getMany({ trans, keys: blocks }).then((rows: SyncArrivalRow[]) => {
          const byId = new Map(rows.map((row) => [row.id, row]));
          return names.map((key, nth) => {
            const block = byId.get(ids[nth]);
            return block === undefined ? undefined : arrivedRow(block, block.keys.indexOf(key));
          });
        });
      });
    }) as unknown as Promise<Found>;
}
