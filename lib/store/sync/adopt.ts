import type { Transaction } from 'dexie';
import { beginning, toStamp } from '../../merge/clock.ts';
import { policyOf, syncedTables } from '../../merge/policy.ts';
import { emptyState, writeRow } from '../../merge/write.ts';
import type { SyncMetaRow, SyncRecordRow } from './rows.ts';
import { createClock, toRecordRow } from './track.ts';

const rowsAtOnce = 1000;

/** Gives states to the rows that were there before anybody kept track, as old as can be: any later edit wins. */
export async function adoptRows(transaction: Transaction): Promise<void> {
  const clock = createClock();
  const stamp = toStamp(beginning, clock.device);
  let { edit } = clock;
  const present = new Set(transaction.storeNames);
  for (const name of Object.keys(syncedTables).filter((table) => present.has(table))) {
    const { key, whole } = policyOf(name);
    // Pictures get theirs when their bytes have been hashed, for which a transaction does not wait.
    if (whole !== null) continue;
    let last = '';
    for (;;) {
      const rows = (await transaction.table(name).where(key).above(last).limit(rowsAtOnce).toArray()) as Record<
        string,
        string
      >[];
      const records = rows.map((row): SyncRecordRow => {
        edit += 1;
        return toRecordRow(writeRow(emptyState(name, row[key] ?? ''), row, stamp), edit);
      });
      await transaction.table('syncRecords').bulkPut(records);
      last = rows.at(-1)?.[key] ?? last;
      if (rows.length < rowsAtOnce) break;
    }
  }
  await transaction.table('syncMeta').put({ ...clock, time: 2, edit } satisfies SyncMetaRow);
}
