import * as v from 'valibot';
import type { PackManifest } from '../model/pack.ts';
import { failed, ok, type Result } from '../model/result.ts';
import { decodeJson, encodeJson, sha256 } from './bytes.ts';
import type { PackFailure } from './failures.ts';
import { understoodSchema } from './parse.ts';
import { manifestSchema } from './records.ts';

/**
 * A compiled pack as one file: eight bytes of signature, the header's length as 32 bits (little-endian), the header as
 * JSON, then the parts one after the other.
 */
const signature = 'SLPACK1\n';
const headStart = signature.length + 4;
const longestHeader = 64_000_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

const headerSchema = v.object({
  format: v.literal('sidelight-pack'),
  schema: v.number(),
  manifest: manifestSchema,
  counts: v.object({ entities: count, aliases: count, facts: count, claims: count, sources: count }),
  parts: v.array(
    v.object({
      name: v.pipe(v.string(), v.regex(/^(?:index|search|(?:entities|claims)\/\d+)$/u)),
      bytes: count,
      sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
    }),
  ),
});

export interface PackCounts {
  readonly entities: number;
  readonly aliases: number;
  readonly facts: number;
  readonly claims: number;
  readonly sources: number;
}

export interface PackPart {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** A compiled pack whose every part has the hash that its header says. */
export interface VerifiedPack {
  readonly manifest: PackManifest;
  readonly counts: PackCounts;
  readonly parts: readonly PackPart[];
  /** SHA-256 of the header, and by the parts' hashes in it of everything. */
  readonly hash: string;
}

export async function writeArchive(pack: Omit<VerifiedPack, 'hash'>): Promise<Uint8Array<ArrayBuffer>> {
  const parts = await Promise.all(
    pack.parts.map(async ({ name, bytes }) => ({ name, bytes: bytes.byteLength, sha256: await sha256(bytes) })),
  );
  const header = encodeJson({
    format: 'sidelight-pack',
    schema: understoodSchema,
    manifest: pack.manifest,
    counts: pack.counts,
    parts,
  });
  const length = parts.reduce((sum, part) => sum + part.bytes, headStart + header.byteLength);
  const whole = new Uint8Array(length);
  whole.set(new TextEncoder().encode(signature));
  new DataView(whole.buffer).setUint32(signature.length, header.byteLength, true);
  whole.set(header, headStart);
  let at = headStart + header.byteLength;
  for (const { bytes } of pack.parts) {
    whole.set(bytes, at);
    at += bytes.byteLength;
  }
  return whole;
}

const notAPack = (detail: string) => failed<PackFailure>({ code: 'NotAPack', detail });
const damaged = (part: string, detail: string) => failed<PackFailure>({ code: 'PackDamaged', part, detail });

/** Checks everything that can be checked before anything is written: form, sizes, hashes. */
export async function readArchive(bytes: Uint8Array<ArrayBuffer>): Promise<Result<VerifiedPack, PackFailure>> {
  if (bytes.byteLength < headStart) return notAPack('too short');
  if (new TextDecoder().decode(bytes.subarray(0, signature.length)) !== signature) return notAPack('other signature');
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(signature.length, true);
  if (length > longestHeader || headStart + length > bytes.byteLength) return damaged('header', 'is cut off');
  const headerBytes = bytes.subarray(headStart, headStart + length);
  const header = readHeader(headerBytes);
  if (!header.ok) return header;
  const { manifest, counts, parts: listed } = header.value;
  if (new Set(listed.map(({ name }) => name)).size !== listed.length) return damaged('header', 'names a part twice');
  if (!listed.some(({ name }) => name === 'index')) return damaged('index', 'is missing');
  const parts: PackPart[] = [];
  let at = headStart + length;
  for (const part of listed) {
    const content = bytes.slice(at, at + part.bytes);
    if (content.byteLength !== part.bytes) return damaged(part.name, 'is cut off');
    if ((await sha256(content)) !== part.sha256) return damaged(part.name, 'has another hash than the header says');
    parts.push({ name: part.name, bytes: content });
    at += part.bytes;
  }
  if (at !== bytes.byteLength) return damaged('end', 'more bytes than the header says');
  return ok({ manifest, counts, parts, hash: await sha256(headerBytes.slice()) });
}

function readHeader(bytes: Uint8Array): Result<v.InferOutput<typeof headerSchema>, PackFailure> {
  let json: unknown;
  try {
    json = decodeJson(bytes);
  } catch {
    return damaged('header', 'is not JSON');
  }
  const schema = (json as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema === 'number' && schema > understoodSchema)
    return failed({ code: 'PackTooNew', schema, understood: understoodSchema });
  const parsed = v.safeParse(headerSchema, json, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return failed({
    code: 'PackMalformed',
    file: 'header',
    line: null,
    field: v.getDotPath(issue),
    detail: issue.message,
  });
}
