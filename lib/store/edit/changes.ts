import type { Table } from 'dexie';
import type { EntityId } from '../../model/ids.ts';
import { countUpNames } from '../own-names.ts';
import { type Change, type HistoryRow, type OwnRow, type OwnTable, ownTables, type TombstoneRow } from '../own-rows.ts';
import type { StoreDatabase } from '../schema.ts';

/** Writes rows of the reader's own within one transaction, and keeps what was there before. */
export interface Changes {
  get<Row>(table: OwnTable, key: string): Promise<Row | null>;
  put(table: OwnTable, row: OwnRow): Promise<void>;
  /** Leaves a tombstone, also where only a pack has the row. */
  remove(table: OwnTable, key: string): Promise<void>;
  /** Takes a row away that only the edit which is undone had made. */
  drop(table: OwnTable, key: string): Promise<void>;
  readonly made: readonly Change[];
  readonly at: number;
}

/** What an entry of the history says besides its changes. */
export type Entry = Pick<HistoryRow, 'id' | 'at' | 'by' | 'kind' | 'detail' | 'undoes'> & {
  readonly subjects: readonly EntityId[];
};

/** Thrown inside the transaction so that nothing of it stays; caught where the edit was asked for. */
export class EditRefused<Failure> extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super('edit refused');
    this.failure = failure;
  }
}

/** One transaction over everything that is the reader's own, pictures with it; keeps the entry unless nothing was changed. */
export async function changeOwn(
  database: StoreDatabase,
  at: number,
  work: (changes: Changes) => Promise<Entry>,
): Promise<void> {
  const { history, images, meta } = database;
  const tables = [...ownTables.map((name) => database.table(name)), history, images, meta];
  await database.transaction('rw', tables, async () => {
    const changes = createChanges(database, at);
    const entry = await work(changes);
    const made = squash(changes.made);
    if (made.length === 0) return;
    await history.put({ ...entry, changes: made, undoneBy: null });
    await countUpNames(database);
  });
}

function createChanges(database: StoreDatabase, at: number): Changes {
  const made: Change[] = [];
  const tableOf = (name: OwnTable): Table<OwnRow, string> => database.table(name);
  const write = async (table: OwnTable, key: string, after: OwnRow | null): Promise<void> => {
    const before = (await tableOf(table).get(key)) ?? null;
    if (after === null) await tableOf(table).delete(key);
    else await tableOf(table).put(after);
    if (before !== null || after !== null) made.push({ table, key, before, after });
  };
  return {
    made,
    at,
    get: async <Row>(table: OwnTable, key: string) => ((await tableOf(table).get(key)) as Row | undefined) ?? null,
    put: (table, row) => write(table, row.id, row),
    drop: (table, key) => write(table, key, null),
    async remove(table, key) {
      await write(table, key, null);
      const id = `${table}/${key}`;
      const tombstone: TombstoneRow = { id, table, key, at };
      await write('tombstones', id, tombstone);
    },
  };
}

/** One change for each row: from what it was at first to what it is at last. */
export function squash(made: readonly Change[]): Change[] {
  const byRow = new Map<string, Change>();
  for (const change of made) {
    const row = `${change.table}/${change.key}`;
    byRow.set(row, { ...change, before: byRow.get(row)?.before ?? (byRow.has(row) ? null : change.before) });
  }
  return [...byRow.values()].filter(({ before, after }) => !isSameRow(before, after));
}

/** Rows as plain data, in whatever order their fields stand. */
export function isSameRow(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [Object.entries(a), Object.entries(b)];
  return (
    left.length === right.length &&
    left.every(([key, value]) => Object.hasOwn(b, key) && isSameRow(value, (b as Record<string, unknown>)[key]))
  );
}
