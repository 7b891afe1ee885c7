import * as v from 'valibot';
import { failed, ok, type Result } from '../../model/result.ts';
import { compress, decompress, fromUtf8, isSameBytes, toUtf8 } from '../bytes.ts';
import { failure, type SyncFailure } from '../failures.ts';
import type { Server } from '../http.ts';
import type { Seal } from '../seal.ts';
import { makeFolder, type Placed, placeFile, readFile, replaceFile } from './dav.ts';
import { type Head, headSchema, numbered, segmentSchema } from './shapes.ts';

export interface DavStore {
  readonly server: Server;
  /** Identity of the store that was joined. */
  readonly store: string;
  readonly segments: Seal;
  readonly heads: Seal;
  readonly pictures: Seal;
  /** A name that tells nothing, the same for the same entity. */
  readonly blindName: (id: string) => Promise<string>;
  readonly deviceName: string;
  readonly random: () => string;
}

/** Holds a word that whoever has written a head replaces; only a hint, see `glance`. */
export const notePath = '/note';

export const folders = {
  segments: '/segments',
  heads: '/heads',
  pictures: '/pictures',
  temporary: '/temporary',
  locks: '/locks',
} as const;

/** The folders of a store; the folder itself is made as well where its parent is there. */
export async function makeFolders(server: Server): Promise<Result<null, SyncFailure>> {
  for (const path of ['', ...Object.values(folders)]) {
    const made = await makeFolder(server, path);
    if (!made.ok) return made;
  }
  return ok(null);
}

/** Longer is no word of ours. */
const longestNote = 100;

/** Null where there is none. */
export async function readNote(server: Server): Promise<Result<string | null, SyncFailure>> {
  const bytes = await readFile(server, notePath);
  if (!bytes.ok || bytes.value === null || bytes.value.length > longestNote) return bytes.ok ? ok(null) : bytes;
  return ok(new TextDecoder().decode(bytes.value));
}

export const writeNote = (server: Server, word: string): Promise<Result<null, SyncFailure>> =>
  replaceFile(server, notePath, toUtf8(word));

type Kind = 'segments' | 'heads';

export interface File {
  readonly kind: Kind;
  readonly device: string;
  readonly number: number;
}

const nameOf = ({ device, number }: File): string => numbered(device, number);
export const pathOf = (file: File): string => `${folders[file.kind]}/${nameOf(file)}`;

/** Reads and opens a file; null where it is not there. */
async function readSealed(store: DavStore, file: File): Promise<Result<unknown, SyncFailure>> {
  const bytes = await readFile(store.server, pathOf(file));
  if (!bytes.ok || bytes.value === null) return bytes;
  const opened = await store[file.kind].open(nameOf(file), bytes.value);
  if (!opened.ok) {
    // What was cut short on its way comes otherwise the next time; what is damaged does not.
    const again = await readFile(store.server, pathOf(file));
    if (!again.ok) return again;
    if (again.value !== null && isSameBytes(again.value, bytes.value)) return opened;
    return failed(failure('AnswerMalformed', `${nameOf(file)} came in two forms`));
  }
  try {
    return ok(JSON.parse(fromUtf8(await decompress(opened.value))));
  } catch (error) {
    return failed(failure('Damaged', `${nameOf(file)}: ${error instanceof Error ? error.message : String(error)}`));
  }
}

export async function writeSealed(store: DavStore, file: File, content: object): Promise<Result<Placed, SyncFailure>> {
  const bytes = await store[file.kind].close(nameOf(file), await compress(toUtf8(JSON.stringify(content))));
  const temporary = `${folders.temporary}/${file.device}-${store.random()}`;
  return placeFile(store.server, { temporary, path: pathOf(file), bytes });
}

export async function readHead(
  store: DavStore,
  device: string,
  number: number,
): Promise<Result<Head | null, SyncFailure>> {
  const found = await readSealed(store, { kind: 'heads', device, number });
  if (!found.ok || found.value === null) return found as Result<null, SyncFailure>;
  const parsed = v.safeParse(headSchema, found.value);
  return parsed.success ? ok(parsed.output) : failed(failure('StoreUnknown', 'a device wrote in a later form'));
}

export interface Segment {
  readonly token: string;
  readonly records: readonly unknown[];
}

export async function readSegment(
  store: DavStore,
  device: string,
  number: number,
): Promise<Result<Segment | null, SyncFailure>> {
  const found = await readSealed(store, { kind: 'segments', device, number });
  if (!found.ok || found.value === null) return found as Result<null, SyncFailure>;
  const parsed = v.safeParse(segmentSchema, found.value);
  return parsed.success ? ok(parsed.output) : failed(failure('StoreUnknown', 'a device wrote in a later form'));
}
