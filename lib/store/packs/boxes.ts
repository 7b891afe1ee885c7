import type { Digests } from '../../pack/digest.ts';
import { leastBlob, readStored } from './part-bytes.ts';
import type { PartRow } from '../rows.ts';

/**
 * An imported pack's first shards, in which lies what news names, are rows of their own and read in half a millisecond
 * each. Those behind them lie several to a box: a row with one Blob, which is a file, so that its room is free as soon as
 * the pack is removed; rows stay on the disk until the database compacts them. A shard in a box takes a millisecond more
 * to read (docs/adr/0005).
 */
const shardsInRows = 64;
const shardsInBox = 32;

/** A part that is ready to be written. */
export interface Piece {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly digests: Digests | null;
}

type Box = Pick<PartRow, 'bytes' | 'sizes'>;

/** The row in whose box a shard lies where it is not a row of its own, and its place there; null for other parts. */
function placeOf(name: string): { readonly box: string; readonly place: number } | null {
  const [, kind, number] = /^(entities|claims)\/(\d+)$/u.exec(name) ?? [];
  const shard = Number(number);
  if (kind === undefined || shard < shardsInRows) return null;
  const place = shard % shardsInBox;
  return { box: `${kind}/${shard - place}-${shard - place + shardsInBox - 1}`, place };
}

/** The row into whose box this is written; null where it is one of its own. */
export const boxFor = ({ name, bytes }: Pick<Piece, 'name' | 'bytes'>): string | null =>
  bytes.byteLength < leastBlob ? (placeOf(name)?.box ?? null) : null;

/** Rows in which a part may lie: before there were boxes every shard was one of its own. */
export function rowsFor(name: string): readonly string[] {
  const box = placeOf(name)?.box;
  return box === undefined ? [name] : [name, box];
}

/** Bytes of the part in the rows that were found under `rowsFor` its name; null where none of them has it. */
export function findBytes(name: string, [own, box]: readonly (PartRow | undefined)[]): PartRow['bytes'] | null {
  if (own !== undefined) return own.bytes;
  const at = box === undefined ? null : rangesAt(box, name);
  return box === undefined || at === null ? null : slice(box, at.bytes);
}

/** Whether the row of this name is a box. */
export const isBox = (name: string): boolean => boxName.test(name);

const boxName = /^(.*\/)(\d+)-\d+$/u;

/** Names of the parts in a box. */
export function namesIn(row: PartRow): readonly string[] {
  const [, kind = '', first] = boxName.exec(row.name) ?? [];
  return rangesOf(row).flatMap((at, place) => (at === null ? [] : [`${kind}${Number(first) + place}`]));
}

/** Digests of these shards out of rows that have what is under `rowsFor` their names; null where there are none. */
export async function readDigests(
  names: readonly string[],
  rows: ReadonlyMap<string, PartRow>,
): Promise<readonly (Digests | null)[]> {
  const heads = new Map<PartRow, Promise<ArrayBuffer>>();
  return Promise.all(
    names.map(async (name) => {
      const own = rows.get(name);
      if (own !== undefined) return own.digests;
      const box = rows.get(placeOf(name)?.box ?? '');
      const at = box === undefined ? null : rangesAt(box, name);
      if (box === undefined || at === null) return null;
      const head = heads.get(box) ?? readStored(slice(box, [0, endOfDigests(box)])).then(({ buffer }) => buffer);
      heads.set(box, head);
      const [from, to] = at.digests;
      return new Uint32Array(await head, from, (to - from) / bytesOfDigest);
    }),
  );
}

const bytesOfDigest = Uint32Array.BYTES_PER_ELEMENT;

type Range = readonly [from: number, to: number];

/** Where a shard lies in its box's Blob. */
interface Ranges {
  readonly digests: Range;
  readonly bytes: Range;
}

const slice = ({ bytes }: Box, [from, to]: Range): Blob =>
  bytes instanceof Blob ? bytes.slice(from, to) : new Blob([bytes.subarray(from, to)]);

const numbersOf = ({ sizes }: Box): readonly Range[] =>
  sizes === undefined
    ? []
    : Array.from({ length: shardsInBox }, (_, place) => [sizes[place * 2] ?? 0, sizes[place * 2 + 1] ?? 0]);

const endOfDigests = (box: Box): number => numbersOf(box).reduce((sum, [digests]) => sum + digests * bytesOfDigest, 0);

/** By place; null where nothing has come yet. */
function rangesOf(box: Box): readonly (Ranges | null)[] {
  let digestsAt = 0;
  let at = endOfDigests(box);
  return numbersOf(box).map(([digests, size]) => {
    const [digestsFrom, from] = [digestsAt, at];
    digestsAt += digests * bytesOfDigest;
    at += size;
    return size === 0 ? null : { digests: [digestsFrom, digestsAt], bytes: [from, at] };
  });
}

const rangesAt = (box: Box, name: string): Ranges | null => rangesOf(box)[placeOf(name)?.place ?? -1] ?? null;

/** What comes into a box, with its length in bytes. */
interface Content {
  readonly part: BlobPart;
  readonly length: number;
}

const lengthOf = ([from, to]: Range): number => to - from;

/** A box with these pieces, beside what was in it: all digests first, so that they can be read without the rest. */
export function packBox(pieces: readonly Piece[], before: Box | undefined): Required<Box> {
  const held = new Map<number, { readonly digests: Content; readonly bytes: Content }>();
  const sliceOf = (box: Box, range: Range): Content => ({ part: slice(box, range), length: lengthOf(range) });
  if (before !== undefined)
    for (const [place, at] of rangesOf(before).entries())
      if (at !== null) held.set(place, { digests: sliceOf(before, at.digests), bytes: sliceOf(before, at.bytes) });
  // Not as Blobs of their own, of which thousands take the browser longer than all else of an import.
  const contentOf = (part: Uint8Array<ArrayBuffer> | Digests): Content => ({ part, length: part.byteLength });
  for (const { name, bytes, digests } of pieces)
    held.set(placeOf(name)?.place ?? 0, {
      digests: contentOf(digests ?? new Uint8Array(0)),
      bytes: contentOf(bytes),
    });
  const sizes = new Uint32Array(shardsInBox * 2);
  for (const [place, { digests, bytes }] of held) sizes.set([digests.length / bytesOfDigest, bytes.length], place * 2);
  const inOrder = [...held].sort(([a], [b]) => a - b).map(([, content]) => content);
  const parts = [...inOrder.map(({ digests }) => digests.part), ...inOrder.map(({ bytes }) => bytes.part)];
  return { bytes: new Blob(parts), sizes };
}
