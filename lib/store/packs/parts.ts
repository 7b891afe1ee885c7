import { failed, type Result } from '../../model/result.ts';
import { faultOfPart, trailing } from '../../pack/archive.ts';
import { type ByteReader, createByteReader, type PackInput } from '../../pack/byte-reader.ts';
import { decodeJson } from '../../pack/bytes.ts';
import { checkIndex, checkPart } from '../../pack/check-part.ts';
import type { Digests } from '../../pack/digest.ts';
import type { PackFailure } from '../../model/install-failure.ts';
import type { ListedPart, PackHead } from '../../pack/head.ts';
import type { PackIndex } from '../../pack/index-part.ts';
import { InputError } from '../../pack/remote.ts';
import { boxFor, findBytes, isBox, namesIn, packBox, type Piece, rowsFor } from './boxes.ts';
import { isThere, readStored, toStored } from './part-bytes.ts';
import type { PackRow, PartRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';

/**
 * Bytes written in one transaction: other contexts wait no longer than some tens of milliseconds for their turn. Four times
 * as many take the import as long, and the longest wait for a card beside it is two to three times as long.
 */
export const bytesAtOnce = 1_000_000;

/** The header as it came, kept for patches. */
export const headerPart = 'header';

export interface Incoming {
  readonly head: PackHead;
  /** Stands at the first part. */
  readonly reader: ByteReader;
  readonly input: PackInput;
  /** What a patch is applied to. */
  readonly base: PackRow | null;
}

export interface Taking {
  readonly signal: AbortSignal;
  /** Bytes of the file behind which all is checked. */
  readonly onBytes: (done: number) => void;
  /** The same, once it is written. */
  readonly store: (done: number) => PromiseLike<unknown>;
}

/** Checks every part and writes those that are not there yet; answers what is wrong with the pack. */
export async function takeParts(
  database: StoreDatabase,
  incoming: Incoming,
  taking: Taking,
): Promise<PackFailure | null> {
  const writer = createWriter(database, incoming.head, taking);
  try {
    return await checkParts(database, incoming, { ...taking, writer });
  } catch (error) {
    // What is checked so far need not come again.
    if (taking.signal.aborted || error instanceof InputError) await writer.flush();
    throw error;
  }
}

async function checkParts(
  database: StoreDatabase,
  incoming: Incoming,
  { signal, onBytes, writer }: Taking & { readonly writer: PartWriter },
): Promise<PackFailure | null> {
  const { head } = incoming;
  const present = await findPresent(database, head);
  const source = await createSource(database, incoming, signal);
  let index: PackIndex | null = null;
  const ahead: Checking[] = [];
  const settle = async ({ name, bytes, done, result }: Checking): Promise<PackFailure | null> => {
    const checked = await result;
    if (!checked.ok) return checked.failure;
    await writer.add({ name, bytes, digests: checked.value }, done);
    onBytes(done);
    return null;
  };
  for (const part of head.parts) {
    signal.throwIfAborted();
    const isPresent = present.has(part.name);
    if (index === null) {
      // The index is read even where it is there: what follows is checked against it. One that was damaged comes anew.
      const kept = isPresent
        ? await readBytes(database, head.manifest.id, head.hash, part.name).catch(() => null)
        : null;
      const isKept = kept !== null && (await faultOfPart(part, kept)) === null;
      if (isKept) source.pass(part);
      const bytes = isKept ? kept : await source.take(part);
      const fault = isKept ? null : await faultOfPart(part, bytes);
      if (fault !== null || bytes === null) return fault;
      const checked = checkIndex(head, bytes);
      if (!checked.ok) return checked.failure;
      index = checked.value;
      if (!isKept) await writer.add({ name: part.name, bytes, digests: null }, source.done());
    } else if (isPresent) {
      source.pass(part);
    } else {
      const bytes = await source.take(part);
      // In the order of the file, so that the first fault is the one that is told.
      const result = bytes === null ? faultOfPart(part, null).then(toFailure) : checkBytes(index, part, bytes);
      ahead.push({ name: part.name, bytes: bytes ?? new Uint8Array(0), done: source.done(), result });
      const first = ahead.length < partsAhead && bytes !== null ? undefined : ahead.shift();
      const fault = first === undefined ? null : await settle(first);
      if (fault !== null) return fault;
      if (bytes === null) break;
    }
    if (ahead.length === 0) onBytes(source.done());
  }
  for (const checking of ahead) {
    const fault = await settle(checking);
    if (fault !== null) return fault;
  }
  if (!(await source.isAtEnd())) return trailing;
  signal.throwIfAborted();
  await writer.add({ name: headerPart, bytes: head.header, digests: null }, source.done());
  await writer.flush();
  return null;
}

/** Parts whose hash and text are being worked out while the one before is checked: the platform does both elsewhere. */
const partsAhead = 6;

/** A part on its way. */
interface Checking {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of the file up to its end. */
  readonly done: number;
  readonly result: Promise<Result<Digests, PackFailure>>;
}

const toFailure = (fault: PackFailure | null): Result<Digests, PackFailure> => failed(fault ?? trailing);

async function checkBytes(
  index: PackIndex,
  part: ListedPart,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Digests, PackFailure>> {
  const [fault, checked] = await Promise.all([faultOfPart(part, bytes), checkPart(index, part.name, bytes)]);
  return fault === null ? checked : failed(fault);
}

/** Names of the parts that are there, whole: what an earlier attempt has left, or all. */
export async function findPresent(
  database: StoreDatabase,
  { manifest, hash }: Pick<PackHead, 'manifest' | 'hash'>,
): Promise<ReadonlySet<string>> {
  const keys = await database.packParts.where('[pack+generation]').equals([manifest.id, hash]).primaryKeys();
  const inFiles = (name: string): boolean => isBox(name) || name === 'search';
  const rows = await database.packParts.bulkGet(keys.filter(([, , name]) => inFiles(name)));
  const names = await Promise.all(
    rows.map(async (row) => {
      if (row === undefined || !(await isThere(row.bytes))) return [];
      return isBox(row.name) ? namesIn(row) : [row.name];
    }),
  );
  return new Set([...keys.flatMap(([, , name]) => (inFiles(name) ? [] : [name])), ...names.flat()]);
}

export async function readBytes(
  database: StoreDatabase,
  ...[pack, generation, name]: [pack: string, generation: string, name: string]
): Promise<Uint8Array<ArrayBuffer> | null> {
  const rows = await database.packParts.bulkGet(rowsFor(name).map((own) => [pack, generation, own]));
  const bytes = findBytes(name, rows);
  return bytes === null ? null : readStored(bytes);
}

/** The bytes of parts in their order: out of the file, or where a patch leaves them out from the version before. */
interface PartSource {
  take(part: ListedPart): Promise<Uint8Array<ArrayBuffer> | null>;
  /** Leaves the part out. */
  pass(part: ListedPart): void;
  done(): number;
  isAtEnd(): Promise<boolean>;
}

/** What is passed over is read up to this many bytes, and not asked for beyond. */
const longestSkip = 1_000_000;

async function createSource(
  database: StoreDatabase,
  { head, reader: first, input, base }: Incoming,
  signal: AbortSignal,
): Promise<PartSource> {
  const carried = head.base === null ? null : new Set(head.base.carries);
  const known = carried === null || base === null ? new Map<string, string>() : await namesByHash(database, base);
  let reader = first;
  let at = head.bodyAt;
  let skipped = 0;
  const isInFile = ({ name }: ListedPart): boolean => carried === null || carried.has(name);
  const catchUp = async (): Promise<boolean> => {
    const skip = skipped;
    skipped = 0;
    if (skip <= longestSkip) return reader.skip(skip);
    await reader.close();
    reader = createByteReader(input.read(at, signal));
    return true;
  };
  return {
    async take(part) {
      if (!isInFile(part)) {
        const name = known.get(part.sha256);
        return base === null || name === undefined ? null : readBytes(database, base.id, base.generation, name);
      }
      if (!(await catchUp())) return null;
      at += part.bytes;
      return reader.take(part.bytes);
    },
    pass(part) {
      if (!isInFile(part)) return;
      at += part.bytes;
      skipped += part.bytes;
    },
    done: () => at,
    // Nothing is fetched just to see that nothing follows.
    isAtEnd: async () => (skipped > 0 ? (input.size() ?? at) === at : reader.isAtEnd()),
  };
}

async function namesByHash(database: StoreDatabase, base: PackRow): Promise<ReadonlyMap<string, string>> {
  const header = await readBytes(database, base.id, base.generation, headerPart);
  if (header === null) return new Map();
  // Our own row, checked when it was written.
  const { parts } = decodeJson(header) as { readonly parts: readonly ListedPart[] };
  return new Map(parts.map(({ name, sha256 }) => [sha256, name]));
}

interface PartWriter {
  add(piece: Piece, done: number): Promise<void>;
  flush(): Promise<void>;
}

/**
 * Writes parts in transactions of a megabyte or so, one at a time; what comes next is checked meanwhile. A box is written
 * as a whole, unless the import breaks off in the middle of it.
 */
function createWriter(database: StoreDatabase, { manifest, hash }: PackHead, { store }: Taking): PartWriter {
  let pieces: Piece[] = [];
  let size = 0;
  let written = 0;
  let writing: PromiseLike<void> = Promise.resolve();
  /** Ends once the transaction before has ended and the next has begun. */
  const begin = async (): Promise<void> => {
    await writing;
    if (pieces.length === 0) return;
    const [batch, done] = [pieces, written];
    pieces = [];
    size = 0;
    writing = database.transaction('rw', database.packParts, database.imports, async () => {
      await putPieces(database, { pack: manifest.id, generation: hash }, batch);
      await store(done);
    });
    // Whoever waits next is told, if anybody does.
    writing.then(undefined, () => undefined);
  };
  return {
    async flush() {
      await begin();
      await writing;
    },
    async add(piece, done) {
      const last = pieces.at(-1);
      const isInBox = last !== undefined && boxFor(last) !== null && boxFor(last) === boxFor(piece);
      if (size >= bytesAtOnce && !isInBox) await begin();
      pieces.push(piece);
      size += piece.bytes.byteLength;
      written = done;
    },
  };
}

async function putPieces(
  database: StoreDatabase,
  of: Pick<PartRow, 'pack' | 'generation'>,
  pieces: readonly Piece[],
): Promise<void> {
  const own = pieces.filter((piece) => boxFor(piece) === null);
  const boxed = pieces.filter((piece) => boxFor(piece) !== null);
  const names = [...new Set(boxed.map((piece) => boxFor(piece) ?? ''))];
  const before = await database.packParts.bulkGet(
    names.map((name): [string, string, string] => [of.pack, of.generation, name]),
  );
  await database.packParts.bulkPut([
    ...own.map(({ name, bytes, digests }) => ({ ...of, name, bytes: toStored(bytes), digests })),
    ...names.map((name, at) => {
      const inBox = boxed.filter((piece) => boxFor(piece) === name);
      return { ...of, name, digests: null, ...packBox(inBox, before[at]) };
    }),
  ]);
}
