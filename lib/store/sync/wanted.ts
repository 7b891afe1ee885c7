import type { Row } from '../../merge/cells.ts';
import type { Stamp } from '../../merge/clock.ts';
import { asEntityId } from '../../model/ids.ts';
import { mostPictureBytes } from '../../model/picture.ts';
import { sha256 } from '../../pack/bytes.ts';
import type { ImageRow } from '../own-rows.ts';
import type { StoreDatabase } from '../schema.ts';
import { applying } from './apply.ts';
import { type Lease, openClock, requireLease } from './clock.ts';
import { isPicture, pictureIn, pictureTable, readBlob } from './pictures.ts';
import type { SyncPictureRow } from './rows.ts';

/** Gives pictures that an earlier version kept the hash by which devices know them; from then on they sync. */
export async function namePictures({ images, syncPictures }: StoreDatabase): Promise<void> {
  for (const id of await syncPictures.toCollection().primaryKeys()) {
    const row = await images.get(asEntityId(id));
    if (row === undefined || row.hash !== undefined) continue;
    const bytes = row.bytes.size <= mostPictureBytes ? await readBlob(row.bytes) : null;
    // What is no picture stays where it is, and here.
    const hash = bytes !== null && isPicture(bytes) ? await sha256(bytes) : null;
    await images.db.transaction('rw', images, syncPictures, async () => {
      const now = await images.get(asEntityId(id));
      if (hash !== null && now !== undefined && now.hash === undefined && now.at === row.at)
        await images.put({ ...now, hash });
      await syncPictures.delete(id);
    });
  }
}

/** A picture whose bytes a store should have. */
export interface Wanted {
  readonly id: string;
  readonly stamp: Stamp;
  /** As the record tells it; not yet checked. */
  readonly row: Row;
  /** The store's word for the version that it has; null where it has none. */
  readonly revision: string | null;
  readonly tries: number;
}

export const listWanted = ({ syncPictures }: StoreDatabase): Promise<SyncPictureRow[]> => syncPictures.toArray();

/** Null where there is nothing to ask this store for. What is done, or is no more, leaves the list. */
export async function findWanted(
  { images, syncPictures, syncRecords }: StoreDatabase,
  store: string,
  { id, tries }: SyncPictureRow,
): Promise<Wanted | null> {
  const [record, here] = [await syncRecords.get([pictureTable, id]), await images.get(asEntityId(id))];
  const found = record === undefined ? null : pictureIn(record.state);
  if (found === null || found.row['hash'] === here?.hash) {
    await syncPictures.delete(id);
    return null;
  }
  const copy = record?.copies?.[store];
  return copy === undefined ? null : { id, tries, revision: copy.revision, ...found };
}

interface Got {
  readonly store: string;
  readonly wanted: Wanted;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lease: Lease;
}

/** Writes the row of a picture whose bytes have arrived, unless the record says something else by now. */
export function keepArrived(database: StoreDatabase, { store, wanted, bytes, lease }: Got): Promise<void> {
  const { images, syncPictures, syncRecords, syncStores } = database;
  return applying(database, async () => {
    await requireLease(database, lease);
    const record = await syncRecords.get([pictureTable, wanted.id]);
    const found = record === undefined ? null : pictureIn(record.state);
    if (record === undefined || found?.stamp !== wanted.stamp) return;
    await images.put({ ...found.row, bytes: new Blob([bytes]) } as unknown as ImageRow);
    await syncPictures.delete(wanted.id);
    // It was passed over in the outbox of whoever lacks it; now that it is whole, it gets a place there again.
    const copy = record.copies?.[store];
    const isThere = copy?.edit === record.edit;
    if (isThere && (await syncStores.count()) < 2) return;
    const clock = await openClock(database, lease.now);
    const edit = clock.nextEdit();
    const copies = copy !== undefined && isThere ? { ...record.copies, [store]: { ...copy, edit } } : record.copies;
    await syncRecords.put({ ...record, edit, again: 1, ...(copies === undefined ? {} : { copies }) });
    await clock.save();
  });
}

/** Notes that a store did not give what it should have; after some times it is not asked any more. */
export function noteMissed(
  database: StoreDatabase,
  { id, tries }: Wanted,
  { most, lease }: { readonly most: number; readonly lease: Lease },
): Promise<void> {
  const { syncMeta, syncPictures } = database;
  return database.transaction('rw', syncMeta, syncPictures, async () => {
    await requireLease(database, lease);
    if (tries + 1 < most) await syncPictures.put({ id, tries: tries + 1 });
    else await syncPictures.delete(id);
  });
}
