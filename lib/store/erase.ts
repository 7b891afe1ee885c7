import type { StoreDatabase } from './schema.ts';

/**
 * Leaves of records that were deleted in this transaction no more than that they are deleted, and of those that no
 * other device has heard of nothing. The transaction must include `syncRecords` and `syncLinks`.
 */
export async function eraseTraces(
  { syncRecords, syncLinks }: StoreDatabase,
  table: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const wanted = new Set(ids);
  const links = await syncLinks.filter((link) => link.table === table && wanted.has(link.id)).toArray();
  const known = new Set(links.map(({ id }) => id));
  await syncRecords.bulkDelete(ids.filter((id) => !known.has(id)).map((id): [string, string] => [table, id]));
  const rows = await syncRecords.bulkGet([...known].map((id): [string, string] => [table, id]));
  // Without values, but with all that it has seen: to a join that is a record whose every value was taken away.
  const emptied = rows.flatMap((row) => (row === undefined ? [] : [{ ...row, state: { ...row.state, cells: {} } }]));
  await syncRecords.bulkPut(emptied);
}
