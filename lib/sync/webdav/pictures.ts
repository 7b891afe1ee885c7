import { isStamp } from '../../merge/clock.ts';
import { isSeen } from '../../merge/record.ts';
import { failed, ok, type Result } from '../../model/result.ts';
import { pictureTable } from '../../store/sync/pictures.ts';
import type { Outgoing } from '../../store/sync/outbox.ts';
import { type Bytes, isSameBytes } from '../bytes.ts';
import { failure, type SyncFailure } from '../failures.ts';
import type { PicturePlace } from '../remote.ts';
import { listFolder, makeFolder, placeFile, readFile, removeFile } from './dav.ts';
import { type DavStore, folders } from './files.ts';

/**
 * A picture is a file of its own, named after its entity, blindly, and after the stamp of the write that brought it: it
 * is written once, however often its record is repeated, and as no stamp is given twice nobody can mean another one.
 */
const prefixOf = async ({ blindName }: DavStore, id: string): Promise<string> =>
  `${await blindName(`${pictureTable}:${id}`)}-`;

const pathOf = (name: string): string => `${folders.pictures}/${name}`;

export async function readPicture(
  store: DavStore,
  { id, stamp }: PicturePlace,
): Promise<Result<Bytes | null, SyncFailure>> {
  const name = (await prefixOf(store, id)) + stamp;
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
  const missing: PictureFile[] = [];
  const replaced: string[] = [];
  for (const { row, picture } of told) {
    const prefix = await prefixOf(store, row.id);
    const name = picture === null ? null : prefix + picture.stamp;
    if (picture !== null && name !== null && !there.has(name)) missing.push({ name, bytes: picture.bytes });
    const others = listed.value.filter((other) => other !== name && other.startsWith(prefix));
    replaced.push(...others.filter((other) => isReplaced(row, other.slice(prefix.length))));
  }
  const placed = await placeAll(store, missing, device);
  return placed.ok ? ok(replaced) : placed;
}

/** Whether the record has heard of the write that brought a file; if that counted, the file would be its own. */
const isReplaced = ({ state }: Outgoing['row'], stamp: string): boolean => isStamp(stamp) && isSeen(state.seen, stamp);

interface PictureFile {
  readonly name: string;
  readonly bytes: Bytes;
}

async function placeAll(
  { server, pictures, random }: DavStore,
  files: readonly PictureFile[],
  device: string,
): Promise<Result<null, SyncFailure>> {
  if (files.length === 0) return ok(null);
  // A store may be older than pictures in it, and servers say in many ways that a folder is missing.
  const made = await makeFolder(server, folders.pictures);
  if (!made.ok) return made;
  for (const { name, bytes } of files) {
    const temporary = `${folders.temporary}/${device}-${random()}`;
    const placed = await placeFile(server, {
      temporary,
      path: pathOf(name),
      bytes: await pictures.close(name, bytes),
    });
    if (!placed.ok) return placed;
  }
  return ok(null);
}

/** What is left lying is found by whoever sends the record again. */
export async function clearPictures({ server }: DavStore, names: readonly string[]): Promise<void> {
  for (const name of names) await removeFile(server, pathOf(name));
}
