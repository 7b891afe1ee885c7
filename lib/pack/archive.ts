import type { PackManifest } from '../model/pack.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { createByteReader, inputOfBytes } from './byte-reader.ts';
import { sha256 } from './bytes.ts';
import type { PackFailure } from '../model/install-failure.ts';
import { joinHead, type ListedPart, type PackCounts, readHead, writeHeader } from './head.ts';
import { type SigningKey, signHeader } from './signature.ts';

export interface PackPart {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A compiled pack in memory. */
export interface PackArchive {
  readonly manifest: PackManifest;
  readonly counts: PackCounts;
  readonly parts: readonly PackPart[];
  readonly hash: string;
}

const listPart = async ({ name, bytes }: PackPart): Promise<ListedPart> => ({
  name,
  bytes: bytes.byteLength,
  sha256: await sha256(bytes),
});

/** A whole pack as one file; unsigned where there is no key. */
export async function writeArchive(
  pack: Omit<PackArchive, 'hash'>,
  key: SigningKey | null,
): Promise<Uint8Array<ArrayBuffer>> {
  const listed = await Promise.all(pack.parts.map(listPart));
  const header = writeHeader({ manifest: pack.manifest, counts: pack.counts, parts: listed });
  const head = joinHead(header, key === null ? null : await signHeader(header, key), null);
  return joinParts(head, pack.parts);
}

/** The parts that differ from those of an older version, as one file that turns that version into this. */
export async function writePatch(
  file: Uint8Array<ArrayBuffer>,
  older: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>, PackFailure>> {
  const [target, base] = await Promise.all([readArchive(file), readArchive(older)]);
  if (!target.ok) return target;
  if (!base.ok) return base;
  if (target.value.manifest.id !== base.value.manifest.id)
    return failed({ code: 'OtherPack', expected: target.value.manifest.id, found: base.value.manifest.id });
  const head = await readHead(createByteReader(inputOfBytes(file).read(0, new AbortController().signal)));
  if (!head.ok) return head;
  const known = new Set(await Promise.all(base.value.parts.map(({ bytes }) => sha256(bytes))));
  const listed = new Map(head.value.parts.map((part) => [part.name, part.sha256]));
  const carried = target.value.parts.filter(({ name }) => !known.has(listed.get(name) ?? ''));
  const start = joinHead(head.value.header, head.value.seal, {
    from: base.value.manifest.version,
    carries: carried.map(({ name }) => name),
  });
  return ok(joinParts(start, carried));
}

function joinParts(head: Uint8Array<ArrayBuffer>, parts: readonly PackPart[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { bytes }) => sum + bytes.byteLength, head.byteLength));
  whole.set(head);
  let at = head.byteLength;
  for (const { bytes } of parts) {
    whole.set(bytes, at);
    at += bytes.byteLength;
  }
  return whole;
}

/** Checks the form, all sizes and all hashes of a whole pack; who signed it is not asked. */
export async function readArchive(bytes: Uint8Array<ArrayBuffer>): Promise<Result<PackArchive, PackFailure>> {
  const reader = createByteReader(inputOfBytes(bytes).read(0, new AbortController().signal));
  const head = await readHead(reader);
  if (!head.ok) return head;
  const { manifest, counts, parts: listed, hash, base } = head.value;
  if (base !== null) return failed({ code: 'PatchWithoutBase', from: base.from, installed: null });
  const parts: PackPart[] = [];
  for (const part of listed) {
    const content = await reader.take(part.bytes);
    const fault = await faultOfPart(part, content);
    if (fault !== null) return failed(fault);
    if (content !== null) parts.push({ name: part.name, bytes: content });
  }
  if (!(await reader.isAtEnd())) return failed(trailing);
  return ok({ manifest, counts, parts, hash });
}

export const trailing: PackFailure = {
  code: 'PackDamaged',
  part: 'end',
  fault: 'trailing',
  detail: 'more bytes than the header says',
};

/** Why these are not the bytes that the header lists; null where they are. */
export async function faultOfPart(
  { name, sha256: expected }: ListedPart,
  content: Uint8Array<ArrayBuffer> | null,
): Promise<PackFailure | null> {
  if (content === null) return { code: 'PackDamaged', part: name, fault: 'cutOff', detail: 'is cut off' };
  if ((await sha256(content)) === expected) return null;
  return { code: 'PackDamaged', part: name, fault: 'otherHash', detail: 'has another hash than the header says' };
}
