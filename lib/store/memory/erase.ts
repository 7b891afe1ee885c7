import type { Table } from 'dexie';
import type { StoreDatabase } from '../schema.ts';
import { takeOutOfArrivals } from '../sync/blocks.ts';
import { withReceipts } from '../sync/receipts.ts';
import { keyOf, type SyncRecordRow } from '../sync/rows.ts';

/** What a transaction must include in which traces are erased. */
export const traceTables = ({
  syncRecords,
  syncOffers,
  syncArrivals,
  syncReceipts,
}: StoreDatabase): readonly Table[] => [syncRecords, syncOffers, syncArrivals, syncReceipts];

/**
 * Leaves of records that were deleted in this transaction no more than that they are deleted, and of those that no
 * other device has heard of nothing. The transaction must include `traceTables`.
 */
export async function eraseTraces(database: StoreDatabase, table: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const { syncRecords, syncOffers } = database;
  const found = await syncRecords.bulkGet(ids.map((id): [string, string] => [table, id]));
  const rows = await withReceipts(
    database,
    found.filter((row) => row !== undefined),
  );
  const offered = new Set((await syncOffers.toArray()).flatMap(({ records }) => records));
  const isHeardOf = (row: SyncRecordRow): boolean =>
    Object.keys(row.copies ?? {}).length > 0 || offered.has(keyOf(row));
  const unheard = rows.filter((row) => !isHeardOf(row));
  await syncRecords.bulkDelete(unheard.map(({ id }): [string, string] => [table, id]));
  // Without values, but with all that it has seen: to a join that is a record whose every value was taken away.
  const emptied = rows.filter(isHeardOf).map((row) => ({ ...row, state: { ...row.state, cells: {} } }));
  await syncRecords.bulkPut(emptied);
  await takeOutOfArrivals(database, rows);
}
