import type { StoreDatabase } from '../schema.ts';
import { type Copies, keyOf, type SyncReceiptRow, type SyncRecordRow } from './rows.ts';

/** Rows with all that receipts say of them beside what they say themselves. Part of a transaction. */
export async function withReceipts(
  { syncReceipts }: StoreDatabase,
  rows: readonly SyncRecordRow[],
): Promise<readonly SyncRecordRow[]> {
  if (rows.length === 0 || (await syncReceipts.limit(1).primaryKeys()).length === 0) return rows;
  const found = await Promise.all(rows.map((row) => syncReceipts.where('keys').equals(keyOf(row)).primaryKeys()));
  const ids = [...new Set(found.flat())];
  const blocks = new Map((await syncReceipts.bulkGet(ids)).map((block, at) => [ids[at], block]));
  return rows.map((row, at) => {
    const copies = (found[at] ?? []).flatMap((id) => copyIn(blocks.get(id), keyOf(row)));
    return copies.length === 0 ? row : { ...row, copies: { ...Object.fromEntries(copies), ...row.copies } };
  });
}

function copyIn(block: SyncReceiptRow | undefined, key: string): readonly [string, Copies[string]][] {
  const at = block?.keys.indexOf(key) ?? -1;
  const edit = block?.edits[at];
  if (block === undefined || edit === undefined) return [];
  return [[block.store, { edit, revision: block.revisions[at] ?? null }]];
}
