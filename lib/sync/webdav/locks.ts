import { failed, ok, type Result } from '../../model/result.ts';
import { fromUtf8, toUtf8 } from '../bytes.ts';
import { failure, type SyncFailure } from '../failures.ts';
import type { Server } from '../http.ts';
import { type Lock, parseLock } from '../lock.ts';
import { listFolder, placeFile, readFile, removeFile } from './dav.ts';
import { folders } from './files.ts';
import { numbered, parseNumbered } from './shapes.ts';

/** The lock with the highest number counts; of two that were made at once, that of the device whose name is later. */
async function newestLock(server: Server): Promise<Result<{ name: string; number: number } | null, SyncFailure>> {
  const names = await listFolder(server, folders.locks);
  if (!names.ok) return names;
  const found = names.value.flatMap((name) => {
    const parsed = parseNumbered(name);
    return parsed === null ? [] : [{ name, number: parsed.number }];
  });
  found.sort((a, b) => a.number - b.number || (a.name < b.name ? -1 : 1));
  return ok(found.at(-1) ?? null);
}

/** Null where there is no store in the folder yet. */
export async function readLock(server: Server): Promise<Result<Lock | null, SyncFailure>> {
  const newest = await newestLock(server);
  if (!newest.ok || newest.value === null) return newest.ok ? ok(null) : newest;
  const bytes = await readFile(server, `${folders.locks}/${newest.value.name}`);
  if (!bytes.ok) return bytes;
  if (bytes.value === null) return failed(failure('Busy', 'the lock was just replaced'));
  try {
    return parseLock(JSON.parse(fromUtf8(bytes.value)));
  } catch {
    return failed(failure('Damaged', 'the lock cannot be read'));
  }
}

export interface NewLock {
  readonly device: string;
  readonly lock: Lock;
  readonly random: () => string;
}

/** Adds a lock that counts from now on. */
export async function writeLock(server: Server, { device, lock, random }: NewLock): Promise<Result<null, SyncFailure>> {
  const newest = await newestLock(server);
  if (!newest.ok) return newest;
  const path = `${folders.locks}/${numbered(device, (newest.value?.number ?? 0) + 1)}`;
  const temporary = `${folders.temporary}/${device}-${random()}`;
  const placed = await placeFile(server, { temporary, path, bytes: toUtf8(JSON.stringify(lock)) });
  return placed.ok ? ok(null) : placed;
}

/** Takes away every lock but the one that counts: they would open the same key with the words of their time. */
export async function removeOldLocks(server: Server): Promise<Result<null, SyncFailure>> {
  const newest = await newestLock(server);
  if (!newest.ok || newest.value === null) return newest.ok ? ok(null) : newest;
  const { number } = newest.value;
  const names = await listFolder(server, folders.locks);
  if (!names.ok) return names;
  for (const name of names.value.filter((each) => (parseNumbered(each)?.number ?? number) < number)) {
    const removed = await removeFile(server, `${folders.locks}/${name}`);
    if (!removed.ok) return removed;
  }
  return ok(null);
}
