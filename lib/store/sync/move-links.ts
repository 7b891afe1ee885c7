import type { Transaction } from 'dexie';
import type { RemoteCopy, SyncRecordRow } from './rows.ts';

/** A row of the table in which copies were noted up to version 8 of the schema. */
interface LinkRow extends RemoteCopy {
  readonly store: string;
  readonly table: string;
  readonly id: string;
}

/** Moves what was noted of remote stores to the records that it is about. */
export async function moveLinks(transaction: Transaction): Promise<void> {
  const links = (await transaction.table('syncLinks').toArray()) as LinkRow[];
  const records = transaction.table<SyncRecordRow, [string, string]>('syncRecords');
  const rows = await records.bulkGet(links.map(({ table, id }): [string, string] => [table, id]));
  const moved = new Map<string, SyncRecordRow>();
  for (const [at, { store, table, id, ...copy }] of links.entries()) {
    const row = moved.get(`${table} ${id}`) ?? rows[at];
    if (row !== undefined) moved.set(`${table} ${id}`, { ...row, copies: { ...row.copies, [store]: copy } });
  }
  await records.bulkPut([...moved.values()]);
}
