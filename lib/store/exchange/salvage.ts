import { Dexie } from 'dexie';
import type { DatabaseOptions } from '../schema.ts';
import { exportedTables } from './export.ts';
import { encodeRow, exportFormat, exportVersion, type ExportHeader, toLine } from './lines.ts';

/** What could still be read of a store that does not open. */
export interface Salvage {
  /** An export as `exportStore` writes it; takes in wherever a whole one does. */
  readonly content: Blob;
  readonly rows: number;
  /** Rows, or whole tables, that could not be read. */
  readonly lost: number;
}

/**
 * Reads the reader's own rows out of the database as it lies there, of whatever version and state: row by row where a
 * table does not come as a whole. Null where the database itself does not open. Changes nothing.
 */
export async function salvageStore(options: DatabaseOptions, now: number): Promise<Salvage | null> {
  const { name = 'sidelight', indexedDB, IDBKeyRange } = options;
  const given = {
    ...(indexedDB === undefined ? {} : { indexedDB }),
    ...(IDBKeyRange === undefined ? {} : { IDBKeyRange }),
  };
  // A store that is not there must not come about by the look.
  if (indexedDB === undefined && !(await Dexie.exists(name))) return null;
  const database = new Dexie(name, given);
  try {
    await database.open();
  } catch {
    return null;
  }
  const header: ExportHeader = {
    format: exportFormat,
    version: exportVersion,
    created: new Date(now).toISOString(),
    packs: [],
  };
  const lines = [toLine(header)];
  let lost = 0;
  let rows = 0;
  for (const { name: table } of database.tables) {
    if (!exportedTables.some((known) => known === table)) continue;
    const read = await readTable(database, table);
    lost += read.lost;
    for (const row of read.rows) {
      try {
        lines.push(toLine({ table, row: (await encodeRow(row)) as { readonly id: string } }));
        rows += 1;
      } catch {
        lost += 1;
      }
    }
  }
  database.close();
  lines.push(toLine({ end: rows }));
  const packed = new Blob(lines).stream().pipeThrough(new CompressionStream('gzip'));
  return { content: await new Response(packed).blob(), rows, lost };
}

async function readTable(database: Dexie, name: string): Promise<{ readonly rows: object[]; readonly lost: number }> {
  const table = database.table<object>(name);
  try {
    return { rows: await table.toArray(), lost: 0 };
  } catch {
    // Some row of it cannot be read: the others may.
  }
  let keys: readonly unknown[];
  try {
    keys = await table.toCollection().primaryKeys();
  } catch {
    return { rows: [], lost: 1 };
  }
  const rows: object[] = [];
  for (const key of keys) {
    const row = await table.get(key as string).catch(() => undefined);
    if (row !== undefined) rows.push(row);
  }
  return { rows, lost: keys.length - rows.length };
}
