import { failed, ok, type Result } from '../../model/result.ts';
import { type ByteReader, createByteReader, type PackInput } from '../../pack/byte-reader.ts';
import type { InstallFailure, PackFailure } from '../../model/install-failure.ts';
import { type PackHead, readHead } from '../../pack/head.ts';
import { openIndex } from '../../pack/index-part.ts';
import { InputError } from '../../pack/remote.ts';
import { createProgressTeller, type ImportProgress, type ProgressTeller, watchInput } from './import-progress.ts';
import { findChanges } from './pack-changes.ts';
import { toStoreFailure } from '../failures.ts';
import { countParts, dropParts, type Installed, switchTo } from './generations.ts';
import { findPresent, headerPart, readBytes, takeParts } from './parts.ts';
import type { ImportRow, PackRow } from '../rows.ts';
import type { StoreDatabase } from '../schema.ts';
import { checkTrust } from './trust.ts';

export interface ImportRequest {
  readonly input: PackInput;
  readonly from: ImportRow['from'];
  /** Keys to which the reader has just agreed. */
  readonly accept: readonly string[];
  /** The pack that an update is for; null where any will do. */
  readonly expected: string | null;
  /** A version that the reader went back from, and that counts as present. */
  readonly heldBack: string | null;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ImportProgress) => void;
  /** Waited for once all is written; what comes of it changes nothing. */
  readonly beforeSwitch: (next: Pick<PackRow, 'id' | 'generation'>) => Promise<unknown>;
}

export type Imported = { readonly outcome: Installed; readonly pack: string; readonly version: string };

/**
 * Takes in a signed pack or patch: checks who made it, then part by part what it holds, writes the parts beside what is
 * there and switches to them in one transaction. Stopped, killed or cut off it leaves the old version in force, and the
 * next import of the same file goes on behind the last part that was written.
 */
export async function importPack(
  database: StoreDatabase,
  request: ImportRequest,
): Promise<Result<Imported, InstallFailure>> {
  const progress = createProgressTeller(request.onProgress);
  const input = watchInput(request.input, progress);
  const reader = createByteReader(input.read(0, request.signal));
  try {
    const head = await readHead(reader);
    if (!head.ok) return head;
    return await takeIn(database, { ...request, input }, { head: head.value, reader, progress });
  } catch (error) {
    if (request.signal.aborted) return failed({ code: 'ImportCancelled' });
    if (error instanceof InputError) return failed(error.failure);
    return failed(toStoreFailure(error));
  } finally {
    await reader.close().catch(() => undefined);
  }
}

interface Opened {
  readonly head: PackHead;
  readonly reader: ByteReader;
  readonly progress: ProgressTeller;
}

async function takeIn(
  database: StoreDatabase,
  request: ImportRequest,
  { head, reader, progress }: Opened,
): Promise<Result<Imported, InstallFailure>> {
  const { manifest } = head;
  if (request.expected !== null && request.expected !== manifest.id)
    return failed({ code: 'OtherPack', expected: request.expected, found: manifest.id });
  const today = new Date(request.now).toISOString().slice(0, 10);
  const key = await checkTrust(database, { head, accept: request.accept, today });
  if (!key.ok) return key;
  const installed = await database.packs.get(manifest.id);
  const named = { pack: manifest.id, version: manifest.version };
  if ((await isWhole(database, installed, head)) || manifest.version === request.heldBack)
    return ok({ outcome: 'present', ...named });
  if (head.base !== null && head.base.from !== installed?.manifest.version)
    return failed({ code: 'PatchWithoutBase', from: head.base.from, installed: installed?.manifest.version ?? null });

  const job = await beginJob(database, request, head);
  progress.begin({ ...named, title: manifest.title, total: job.total });
  const fault = await keepingJob(database, job, request, () =>
    takeParts(
      database,
      { head, reader, input: request.input, base: installed ?? null },
      {
        signal: request.signal,
        onBytes: progress.came,
        store: (done) => database.imports.update(manifest.id, { done }),
      },
    ),
  );
  if (fault !== null) return failed(fault);
  const row: PackRow = {
    id: manifest.id,
    generation: head.hash,
    manifest,
    counts: head.counts,
    parts: await countParts(database, { id: manifest.id, generation: head.hash }),
    bytes: head.parts.reduce((sum, { bytes }) => sum + bytes, 0),
    key: key.value,
    installedAt: request.now,
    origin: 'imported',
    cameFrom: request.from.name,
    ...(await followOn(database, installed, head)),
  };
  await request.beforeSwitch(row).catch(() => undefined);
  const outcome = await switchTo(database, row, [head.parts[0]?.name ?? headerPart, headerPart]);
  return outcome.ok ? ok({ outcome: outcome.value, ...named }) : outcome;
}

/** Whether this very version is there, with nothing of it lost. */
async function isWhole(database: StoreDatabase, installed: PackRow | undefined, head: PackHead): Promise<boolean> {
  if (installed?.generation !== head.hash) return false;
  // Its parts, and its header.
  if ((await findPresent(database, head)).size !== head.parts.length + 1) return false;
  const index = await readBytes(database, installed.id, head.hash, 'index').catch(() => null);
  return index !== null && openIndex(index.buffer).ok;
}

/** What a version has of the one before; the same version taken in again, to make it whole, has what it had. */
async function followOn(
  database: StoreDatabase,
  installed: PackRow | undefined,
  head: PackHead,
): Promise<Pick<PackRow, 'previous' | 'changes'>> {
  if (installed === undefined) return { previous: null, changes: null };
  const { generation, previous, changes } = installed;
  if (generation === head.hash) return { previous, changes };
  return { previous: generationOf(installed), changes: await findChanges(database, installed, head) };
}

const generationOf = (row: PackRow): NonNullable<PackRow['previous']> => {
  const { generation, manifest, counts, parts, bytes, key, installedAt } = row;
  return { generation, manifest, counts, parts, bytes, key, installedAt };
};

/** From here on the reader sees the import, also after a kill. */
async function beginJob(database: StoreDatabase, { from }: ImportRequest, head: PackHead): Promise<ImportRow> {
  const { manifest, hash, parts, base } = head;
  const carried = base === null ? null : new Set(base.carries);
  const total = parts.reduce((sum, { name, bytes }) => sum + (carried?.has(name) === false ? 0 : bytes), head.bodyAt);
  const job: ImportRow = {
    pack: manifest.id,
    generation: hash,
    title: manifest.title,
    version: manifest.version,
    from,
    done: 0,
    total,
    trouble: null,
  };
  await database.imports.put(job);
  return job;
}

/** A job outlives what may end well the next time, and goes with everything it wrote where its file is at fault. */
async function keepingJob(
  database: StoreDatabase,
  job: ImportRow,
  { signal }: ImportRequest,
  work: () => Promise<PackFailure | null>,
): Promise<InstallFailure | null> {
  try {
    const fault = await work();
    if (fault === null) return null;
    await dropParts(database, job);
    return fault;
  } catch (error) {
    if (signal.aborted) return { code: 'ImportCancelled' };
    if (error instanceof InputError) {
      await database.imports.update(job.pack, { trouble: error.failure });
      return error.failure;
    }
    const failure = toStoreFailure(error);
    // What was written of it is what takes up the room.
    if (failure.code === 'QuotaExceeded') await dropParts(database, job);
    return failure;
  }
}
