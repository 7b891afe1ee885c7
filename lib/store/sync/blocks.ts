import { Dexie } from 'dexie';
import type { StoreDatabase } from '../schema.ts';
import { arrivedRow } from './arrivals.ts';
import { keyOf, type SyncReceiptRow, type SyncRecordRow } from './rows.ts';

type Key = [table: string, id: string];

const keyIn = (name: string): Key => {
  const end = name.indexOf('\u0000');
  return [name.slice(0, end), name.slice(end + 1)];
};

/** A block of arrivals, without what it holds. */
export interface Block {
  readonly id: number;
  readonly store: string;
  readonly first: number;
  readonly last: number;
}

/** The first behind a place, by its index alone. */
export async function nextBlock({ syncArrivals }: StoreDatabase, after: number): Promise<Block | null> {
  const next = syncArrivals.where('[last+first+store]').above([after, Dexie.maxKey, Dexie.maxKey]).limit(1);
  const [key] = (await next.keys()) as unknown as readonly [number, number, string][];
  if (key === undefined) return null;
  const [last, first, store] = key;
  const [id = 0] = await syncArrivals.where('[last+first+store]').equals(key).primaryKeys();
  return { id, store, first, last };
}

/** Records of a block that have not changed since. */
export async function stillIn(
  { syncArrivals, syncRecords }: StoreDatabase,
  id: number,
): Promise<readonly SyncRecordRow[]> {
  const block = await syncArrivals.get(id);
  if (block === undefined) return [];
  const now = await syncRecords.bulkGet(block.keys.map(keyIn));
  // As they are now: what other stores have of them is noted since.
  return now.filter((row, at): row is SyncRecordRow => row !== undefined && row.edit === block.edits[at]);
}

/** Gives a row to each record that came from a store in a block. Part of a transaction. */
export async function dissolveArrivals({ syncArrivals, syncRecords }: StoreDatabase, store: string): Promise<void> {
  for (const id of await syncArrivals.where('store').equals(store).primaryKeys()) {
    const block = await syncArrivals.get(id);
    if (block === undefined) continue;
    // Those that changed since have one already.
    await syncArrivals.delete(id);
    const rows = await syncRecords.bulkGet(block.keys.map(keyIn));
    await syncRecords.bulkPut(
      block.keys.flatMap((_, at) => (rows[at] === undefined ? (arrivedRow(block, at) ?? []) : [])),
    );
  }
}

/** Notes with the records themselves what a store answered in receipts. Part of a transaction. */
export async function dissolveReceipts({ syncReceipts, syncRecords }: StoreDatabase, store: string): Promise<void> {
  for (const id of await syncReceipts.where('store').equals(store).primaryKeys()) {
    const block = await syncReceipts.get(id);
    if (block === undefined) continue;
    const rows = await syncRecords.bulkGet(block.keys.map(keyIn));
    await syncRecords.bulkPut(rows.flatMap((row, at) => withCopy(row, block, at)));
    await syncReceipts.delete(id);
  }
}

function withCopy(row: SyncRecordRow | undefined, block: SyncReceiptRow, at: number): readonly SyncRecordRow[] {
  if (row === undefined || row.copies?.[block.store] !== undefined) return [];
  const [edit = 0, revision = null] = [block.edits[at], block.revisions[at]];
  return [{ ...row, copies: { ...row.copies, [block.store]: { edit, revision } } }];
}

/** Takes records out of the blocks in which they arrived, so that nothing of them stays there. Part of a transaction. */
export async function takeOutOfArrivals(
  { syncArrivals }: StoreDatabase,
  records: readonly Pick<SyncRecordRow, 'table' | 'id'>[],
): Promise<void> {
  if (records.length === 0 || (await syncArrivals.limit(1).primaryKeys()).length === 0) return;
  const gone = new Set(records.map(keyOf));
  const found = await Promise.all([...gone].map((key) => syncArrivals.where('keys').equals(key).primaryKeys()));
  for (const id of new Set(found.flat())) {
    const block = await syncArrivals.get(id);
    if (block === undefined) continue;
    const kept = block.keys.map((key) => !gone.has(key));
    const stays = (_: unknown, at: number): boolean => kept[at] === true;
    await syncArrivals.put({
      ...block,
      keys: block.keys.filter(stays),
      edits: block.edits.filter(stays),
      revisions: block.revisions.filter(stays),
      states: block.states.filter(stays),
    });
  }
}
