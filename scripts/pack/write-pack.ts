import { createHash } from 'node:crypto';
import {
  createReadStream,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  openSync,
  readSync,
  closeSync,
  rmSync,
  statSync,
  writeSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { PackManifest } from '../../lib/model/pack.ts';
import { letGo } from '../../lib/model/byte-streams.ts';
import { createByteReader, type PackInput } from '../../lib/pack/byte-reader.ts';
import { describePackFailure } from '../../lib/pack/failures.ts';
import { joinHead, type ListedPart, type PackHead, readHead, writeHeader } from '../../lib/pack/head.ts';
import { type SigningKey, signHeader } from '../../lib/pack/signature.ts';
import { compareVersions } from '../../lib/pack/version.ts';
import { assemble } from './assemble.ts';
import { collect } from './collect.ts';
import { reasonOf } from './named-file.ts';
import type { PackRecord } from './records.ts';

export interface PackOrder {
  readonly manifest: PackManifest;
  readonly records: AsyncIterable<PackRecord>;
  /** Null leaves the pack unsigned: nobody but its maker can use it. */
  readonly key: SigningKey | null;
  readonly folder: string;
  /** Files of older versions, to each of which a patch is made. */
  readonly previous: readonly string[];
}

export interface WrittenFile {
  readonly path: string;
  readonly bytes: number;
}

export interface WrittenPack {
  readonly counts: PackHead['counts'];
  readonly files: readonly WrittenFile[];
}

/** Builds pack, patches and feed; throws with the place where an input is at fault. */
export async function writePack(order: PackOrder): Promise<WrittenPack> {
  const { manifest, folder } = order;
  makeFolder(folder);
  const older: PackHead[] = [];
  for (const path of order.previous) older.push(await readPrevious(path, manifest));
  const workshop = mkdtempSync(join(tmpdir(), 'sidelight-pack-'));
  try {
    const collected = await collect(order.records, workshop);
    const body = join(workshop, 'body');
    const listed = await writeBody(body, assemble(collected, workshop, manifest.requires ?? []));
    const { aliases, facts, reviews } = collected.counts;
    const counts = {
      entities: collected.entityIds.length,
      aliases,
      facts,
      claims: collected.claimEntries.length,
      reviews,
      sources: collected.sources.size,
    };
    collected.close();
    const header = writeHeader({ manifest, counts, parts: listed });
    const seal = order.key === null ? null : await signHeader(header, order.key);
    const name = `${manifest.id}-${manifest.version}.slpack`;
    const files = [await joinFile(join(folder, name), joinHead(header, seal, null), [{ path: body, parts: null }])];
    const patches: { readonly from: string; readonly url: string; readonly bytes: number }[] = [];
    for (const from of older) {
      const known = new Set(from.parts.map(({ sha256 }) => sha256));
      const carried = listed.filter(({ sha256 }) => !known.has(sha256));
      const base = { from: from.manifest.version, carries: carried.map((part) => part.name) };
      const url = `${manifest.id}-${base.from}-${manifest.version}.slpatch`;
      const start = joinHead(header, seal, base);
      const file = await joinFile(join(folder, url), start, [{ path: body, parts: rangesOf(listed, carried) }]);
      files.push(file);
      patches.push({ from: base.from, url, bytes: file.bytes });
    }
    const feed = join(folder, `${manifest.id}.json`);
    const { id, version } = manifest;
    const pack = { url: name, bytes: files[0]?.bytes ?? 0 };
    writeFileSync(
      feed,
      `${JSON.stringify({ format: 'sidelight-feed', schema: 1, id, version, pack, patches }, null, 2)}\n`,
    );
    return { counts, files: [...files, { path: feed, bytes: statSync(feed).size }] };
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    const isFile = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw new Error(`${path}: no folder for the pack: ${isFile ? 'it is a file' : reasonOf(error)}`, { cause: error });
  }
}

async function writeBody(
  path: string,
  parts: AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>,
): Promise<ListedPart[]> {
  const file = openSync(path, 'w');
  const listed: ListedPart[] = [];
  for await (const part of parts) {
    const sha256 = createHash('sha256').update(part.bytes).digest('hex');
    listed.push({ name: part.name, bytes: part.bytes.byteLength, sha256 });
    writeSync(file, part.bytes);
    letGo(part.bytes);
  }
  closeSync(file);
  return listed;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function rangesOf(all: readonly ListedPart[], wanted: readonly ListedPart[]): Range[] {
  const names = new Set(wanted.map(({ name }) => name));
  let at = 0;
  return all.flatMap(({ name, bytes }) => {
    at += bytes;
    return names.has(name) ? [{ start: at - bytes, end: at }] : [];
  });
}

interface Piece {
  readonly path: string;
  /** Null takes all of it. */
  readonly parts: readonly Range[] | null;
}

async function joinFile(path: string, head: Uint8Array, pieces: readonly Piece[]): Promise<WrittenFile> {
  writeFileSync(path, head);
  for (const { path: from, parts } of pieces)
    for (const range of parts ?? [null]) {
      if (range !== null && range.start === range.end) continue;
      const options = range === null ? {} : { start: range.start, end: range.end - 1 };
      await pipeline(createReadStream(from, options), createWriteStream(path, { flags: 'a' }));
    }
  return { path, bytes: statSync(path).size };
}

/** A file as a pack's input, read in pieces. */
export const inputOfPath = (path: string): PackInput => ({
  size: () => statSync(path).size,
  async *read(offset) {
    const file = openSync(path, 'r');
    try {
      for (let at = offset; ; ) {
        const block = new Uint8Array(1 << 20);
        const count = readSync(file, block, 0, block.length, at);
        if (count === 0) return;
        at += count;
        yield await Promise.resolve(block.subarray(0, count));
      }
    } finally {
      closeSync(file);
    }
  },
});

/** What stands before the first part of a pack's file; throws where that is none. */
export async function readPackHead(path: string): Promise<PackHead> {
  const reader = createByteReader(inputOfPath(path).read(0, new AbortController().signal));
  try {
    const head = await readHead(reader);
    if (head.ok) return head.value;
    throw new Error(`${path}: ${describePackFailure(head.failure)}`);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    throw new Error(`${path}: ${reasonOf(error)}`, { cause: error });
  } finally {
    await reader.close();
  }
}

async function readPrevious(path: string, manifest: PackManifest): Promise<PackHead> {
  const head = await readPackHead(path);
  const { id, version } = head.manifest;
  if (id !== manifest.id) throw new Error(`${path}: is the pack ${id}, not ${manifest.id}`);
  if (compareVersions(version, manifest.version) >= 0)
    throw new Error(`${path}: version ${version} is not older than ${manifest.version}`);
  return head;
}
