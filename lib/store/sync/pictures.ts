import type { Table } from 'dexie';
import { policyOf } from '../../merge/policy.ts';
import { type Row, toRow } from '../../merge/cells.ts';
import type { Stamp } from '../../merge/clock.ts';
import { lifeOf, type RecordState } from '../../merge/record.ts';
import { mostPictureBytes, readImageHead } from '../../model/picture.ts';
import { sha256 } from '../../pack/bytes.ts';
import type { ImageRow } from '../own-rows.ts';
import type { StoreDatabase } from '../schema.ts';
import { keyOf, type SyncPictureRow, type SyncRecordRow } from './rows.ts';

/**
 * A record tells whose a picture is and the hash of its bytes; the bytes travel beside it, once. A row is written only
 * when they are here, so that no picture ever stands under another's licence.
 */

export const pictureTable = 'images';

/** What a record says of the picture that counts, with the stamp of who wrote that; null where there is none. */
export function pictureIn(state: RecordState): { readonly stamp: Stamp; readonly row: Row } | null {
  if (state.table !== pictureTable || lifeOf(state) === 'deleted') return null;
  const policy = policyOf(pictureTable);
  const winner = state.cells[policy.whole ?? '']?.[0];
  return winner === undefined ? null : { stamp: winner.stamp, row: toRow(state, policy) };
}

/** Bytes as they lie here, or null where the browser has lost the file that they were in. */
export const readBlob = (blob: Blob): Promise<Uint8Array<ArrayBuffer> | null> =>
  blob.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );

/** What may be sent and taken in: an image that can be shown, of no more bytes than a picture has. */
export const isPicture = (bytes: Uint8Array): boolean =>
  bytes.length <= mostPictureBytes && readImageHead(bytes) !== null;

export const hasHash = async (bytes: Uint8Array<ArrayBuffer>, hash: unknown): Promise<boolean> =>
  (await sha256(bytes)) === hash;

/** Rows that can be written because their bytes are here; notes of the others that they are to be had. Part of a transaction. */
export async function withBytesHere(database: StoreDatabase, rows: readonly Row[]): Promise<readonly Row[]> {
  const { images, syncPictures } = database;
  const ids = rows.map(({ id }) => id as string);
  const before = await (images as Table<ImageRow, string>).bulkGet(ids);
  const isHere = ({ hash }: Row, at: number): boolean => before[at] !== undefined && before[at].hash === hash;
  await syncPictures.bulkDelete(ids.filter((_, at) => isHere(rows[at] ?? {}, at)));
  const wanted = rows.filter((row, at) => !isHere(row, at));
  await syncPictures.bulkPut(wanted.map(({ id }): SyncPictureRow => ({ id: id as string, tries: 0 })));
  return rows.flatMap((row, at) => (isHere(row, at) ? [{ ...row, bytes: before[at]?.bytes } as unknown as Row] : []));
}

/** Pictures that can go with their records, by `keyOf`. */
export async function findBlobs(
  { images }: StoreDatabase,
  records: readonly SyncRecordRow[],
): Promise<ReadonlyMap<string, Blob>> {
  const told = records.filter(({ table }) => table === pictureTable);
  if (told.length === 0) return new Map();
  const rows = await (images as Table<ImageRow, string>).bulkGet(told.map(({ id }) => id));
  return new Map(
    told.flatMap((record, at): [string, Blob][] => {
      const row = rows[at];
      const isOf = row?.hash !== undefined && row.hash === pictureIn(record.state)?.row['hash'];
      return isOf ? [[keyOf(record), row.bytes]] : [];
    }),
  );
}
