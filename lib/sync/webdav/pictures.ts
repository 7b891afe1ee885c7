import { isStamp } from '../../merge/clock.ts';
import { isSeen } from '../../merge/record.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { pictureIn, pictureTable } from '../../store/sync/pictures.ts';
import type { Outgoing } from '../../store/sync/outbox.ts';
import { type Bytes, isSameBytes } from '../bytes.ts';
import { failure, type SyncFailure } from '../failures.ts';
import type { PicturePlace } from '../remote.ts';
import { listFolder, makeFolder, type Placed, placeFile, readFile, removeFile } from './dav.ts';
import { type DavStore, folders } from './files.ts';

/**
 * A picture is a file of its own, named after its entity, blindly, and after the stamp of the write that brought it: it
 * is written once, however often its record is repeated, and as no stamp is given twice nobody can mean another one.
 */
const nameOf = async (store: DavStore, { id, stamp }: Pick<PicturePlace, 'id' | 'stamp'>): Promise<string> =>
  `${await store.blindName(`${pictureTable}:${id}`)}-${stamp}`;

const pathOf = (name: string): string => `${folders.pictures}/${name}`;

export async function readPicture(
  store: DavStore,
  picture: PicturePlace,
): Promise<Result<Bytes | null, SyncFailure>> {
  const name = await nameOf(store, picture);
  const bytes = await readFile(store.server, pathOf(name));
  if (!bytes.ok || bytes.value === null) return bytes;
  const opened = await store.pictures.open(name, bytes.value);
  if (opened.ok) return opened;
  // What was cut short on its way comes otherwise the next time; what is damaged does not.
  const again = await readFile(store.server, pathOf(name));
  if (!again.ok) return again;
  if (again.value !== null && isSameBytes(again.value, bytes.value)) return opened;
  return failed(failure('AnswerMalformed', `${name} came in two forms`));
}

/**
 * Writes the pictures of some records, where they are not there yet. Answers the names of those that these records have
 * replaced or deleted; nobody reads them once the records are there.
 */
export async function placePictures(
  store: DavStore,
  records: readonly Outgoing[],
  device: string,
): Promise<Result<readonly string[], SyncFailure>> {
  const told = records.filter(({ row }) => row.table === pictureTable);
  // A store that was never sent any of them has none of theirs.
  const mayBeThere = told.some(({ isNew }) => !isNew);
  const listed = mayBeThere ? await listFolder(store.server, folders.pictures) : ok([]);
  if (!listed.ok) return listed;
  const there = new Set(listed.value);
  const replaced: string[] = [];
  for (const { row, picture } of told) {
    const name = picture === null ? '' : await nameOf(store, { id: row.id, stamp: picture.stamp });
    if (picture !== null && !there.has(name)) {
      const placed = await place(store, { name, device, bytes: await store.pictures.close(name, picture.bytes) });
      if (!placed.ok) return placed;
    }
    const prefix = `${await store.blindName(`${pictureTable}:${row.id}`)}-`;
    for (const other of there)
      if (other !== name && other.startsWith(prefix) && isReplaced(row, other.slice(prefix.length)))
        replaced.push(other);
  }
  return ok(replaced);
}

/** Whether the record has heard of the write that brought a file, and of another in its place. */
function isReplaced({ state }: Outgoing['row'], stamp: string): boolean {
  if (!isStamp(stamp) || !isSeen(state.seen, stamp)) return false;
  const stands = Object.values(state.cells)
    .flat()
    .some((written) => written.stamp === stamp);
  return !stands || pictureIn(state) === null;
}

interface PictureFile {
  readonly name: string;
  readonly device: string;
  readonly bytes: Bytes;
}

/** The folder is made where the store is older than pictures in it. */
async function place(
  { server, random }: DavStore,
  { name, device, bytes }: PictureFile,
): Promise<Result<Placed, SyncFailure>> {
  const put = (): Promise<Result<Placed, SyncFailure>> =>
    placeFile(server, { temporary: `${folders.temporary}/${device}-${random()}`, path: pathOf(name), bytes });
  const placed = await put();
  if (placed.ok || placed.failure.code !== 'NotFound') return placed;
  const made = await makeFolder(server, folders.pictures);
  return made.ok ? put() : made;
}

/** What is left lying is found by whoever sends the record again. */
export async function clearPictures({ server }: DavStore, names: readonly string[]): Promise<void> {
  for (const name of names) await removeFile(server, pathOf(name));
}
