import { Dexie, type Transaction } from 'dexie';
import type { SyncPictureRow } from './rows.ts';

/** Puts all pictures on the list of those of which something is to be done. */
export async function notePictures(transaction: Transaction): Promise<void> {
  const here = (await transaction.table('images').toCollection().primaryKeys()) as string[];
  const told = (await transaction
    .table('syncRecords')
    .where('[table+id]')
    .between(['images', Dexie.minKey], ['images', Dexie.maxKey])
    .primaryKeys()) as [table: string, id: string][];
  const ids = new Set([...here, ...told.map(([, id]) => id)]);
  await transaction.table('syncPictures').bulkPut([...ids].map((id): SyncPictureRow => ({ id, tries: 0 })));
}
