import type { EntityId } from '../model/ids.ts';
import { mostPictureBytes, type Picture, type PictureMark, readImageHead } from '../model/picture.ts';
import type { StoreView } from './gather.ts';
import type { ImageRow } from './own-rows.ts';

/**
 * The picture's row, as long as the entry that its look-up made stands: what was undone or deleted shows no picture, and
 * shows it again when that is undone. Reads nothing for an entity that only packs know.
 */
async function findRow({ database, own }: StoreView, id: EntityId): Promise<ImageRow | null> {
  const { mainOf, membersOf } = own.identity;
  const members = membersOf(mainOf(id)).filter((member) => own.ownIds.has(member));
  if (members.length === 0) return null;
  const rows = await database.images.bulkGet(members);
  // Rows come from files, too.
  return rows.find((row) => row !== undefined && row.bytes.size > 0 && row.bytes.size <= mostPictureBytes) ?? null;
}

/** Whether there is a picture, and whose, without reading it. */
export async function findPictureMark(view: StoreView, id: EntityId): Promise<PictureMark | null> {
  const row = await findRow(view, id);
  if (row === null) return null;
  const { url, credit, licence, at } = row;
  return { url, credit, licence, at };
}

/** The picture; null where there is none, or where its bytes are no image that may be shown. */
export async function findPicture(view: StoreView, id: EntityId): Promise<Picture | null> {
  const row = await findRow(view, id);
  if (row === null) return null;
  // A file that the browser keeps beside its database may be gone.
  const bytes = await row.bytes.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
  const head = bytes === null ? null : readImageHead(bytes);
  if (bytes === null || head === null) return null;
  const { url, credit, licence } = row;
  return { bytes, mediaType: head.mediaType, url, credit, licence };
}
