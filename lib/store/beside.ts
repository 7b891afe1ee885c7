import type { DBCore, DBCoreAddRequest, DBCorePutRequest, DBCoreTransaction } from 'dexie';

type Beside = Pick<DBCoreAddRequest | DBCorePutRequest, 'type' | 'trans' | 'values'>;

/**
 * What has to be written beside another write of the same transaction. The database only counts requests that fail and
 * goes on: a disk without room would leave a row without what belongs to it, and nobody would hear of it.
 */
// Chained, not awaited: a promise that is not Dexie's own would let the transaction end in between.
export const writeBeside = (core: DBCore, table: string, request: Beside): Promise<void> =>
  core
    .table(table)
    .mutate(request as DBCorePutRequest)
    .then(({ numFailures, failures }) => {
      if (numFailures > 0) throw Object.values(failures)[0];
    });

/** Nothing stays of a transaction in which something failed, also where nobody asked for more than the one write. */
export function undoAll(trans: DBCoreTransaction): void {
  try {
    trans.abort();
  } catch {
    // It has ended already.
  }
}
