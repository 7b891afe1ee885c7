import * as v from 'valibot';
import type { PackManifest } from '../model/pack.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { ByteReader } from './byte-reader.ts';
import { decodeJson, encodeJson, sha256 } from './bytes.ts';
import type { DamageFault, PackFailure } from '../model/install-failure.ts';
import { faultOf } from './faults.ts';
import { limits } from './limits.ts';
import { understoodSchema } from './parse.ts';
import { manifestSchema } from './records.ts';
import { type Seal, sealSchema } from './signature.ts';

/**
 * A compiled pack begins with eight bytes of signature, the lengths of header, seal and base as 32 bits each
 * (little-endian), and these three as JSON; the parts follow one after the other. The seal is left out of packs that
 * come with the extension, the base of all but patches.
 */
const signature = 'SLPACK2\n';
const lengthsAt = signature.length;
const blocksAt = lengthsAt + 12;
const longestHeader = 64_000_000;
const longestBlock = 4_000_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u));

const headerSchema = v.object({
  format: v.literal('sidelight-pack'),
  schema: v.number(),
  manifest: manifestSchema,
  counts: v.object({
    entities: count,
    aliases: count,
    facts: count,
    claims: count,
    reviews: count,
    sources: count,
  }),
  parts: v.array(
    v.object({
      name: v.pipe(v.string(), v.regex(/^(?:index|search|(?:entities|claims)\/\d+)$/u)),
      bytes: count,
      sha256: hash,
    }),
  ),
});

const baseSchema = v.object({
  /** Version of the pack that the patch turns into the header's. */
  from: v.string(),
  /** Names of the parts that follow; the base has all others under the same hashes. */
  carries: v.array(v.string()),
});

export type PackCounts = v.InferOutput<typeof headerSchema>['counts'];
export type ListedPart = v.InferOutput<typeof headerSchema>['parts'][number];
export type PatchBase = v.InferOutput<typeof baseSchema>;

export interface PackHead {
  readonly manifest: PackManifest;
  readonly counts: PackCounts;
  readonly parts: readonly ListedPart[];
  /** SHA-256 of the header, and by the parts' hashes in it of everything. */
  readonly hash: string;
  readonly header: Uint8Array<ArrayBuffer>;
  readonly seal: Seal | null;
  readonly base: PatchBase | null;
  /** Where the first part begins. */
  readonly bodyAt: number;
}

export const writeHeader = (pack: Pick<PackHead, 'manifest' | 'counts' | 'parts'>): Uint8Array<ArrayBuffer> =>
  encodeJson({ format: 'sidelight-pack', schema: understoodSchema, ...pack });

/** All that stands before the first part. */
export function joinHead(
  header: Uint8Array<ArrayBuffer>,
  seal: Seal | null,
  base: PatchBase | null,
): Uint8Array<ArrayBuffer> {
  const none = new Uint8Array(0);
  const blocks = [header, seal === null ? none : encodeJson(seal), base === null ? none : encodeJson(base)];
  const whole = new Uint8Array(blocks.reduce((sum, { byteLength }) => sum + byteLength, blocksAt));
  whole.set(new TextEncoder().encode(signature));
  const view = new DataView(whole.buffer);
  let at = blocksAt;
  for (const [i, block] of blocks.entries()) {
    view.setUint32(lengthsAt + i * 4, block.byteLength, true);
    whole.set(block, at);
    at += block.byteLength;
  }
  return whole;
}

const notAPack = (detail: string) => failed<PackFailure>({ code: 'NotAPack', detail });
const damaged = (part: string, fault: DamageFault, detail: string) =>
  failed<PackFailure>({ code: 'PackDamaged', part, fault, detail });

/** Reads and checks what stands before the first part; the seal's form only, not whether it is genuine. */
export async function readHead(reader: ByteReader): Promise<Result<PackHead, PackFailure>> {
  const start = await reader.take(blocksAt);
  if (start === null) return notAPack('too short');
  if (new TextDecoder().decode(start.subarray(0, lengthsAt)) !== signature) return notAPack('it does not begin as one');
  const view = new DataView(start.buffer);
  const [headerLength = 0, sealLength = 0, baseLength = 0] = [0, 4, 8].map((at) =>
    view.getUint32(lengthsAt + at, true),
  );
  if (headerLength > longestHeader || sealLength > longestBlock || baseLength > longestBlock)
    return failed({ code: 'PackTooLarge', file: 'header', size: headerLength, limit: longestHeader });
  const header = await reader.take(headerLength);
  const sealBytes = await reader.take(sealLength);
  const baseBytes = await reader.take(baseLength);
  if (header === null || sealBytes === null || baseBytes === null) return damaged('header', 'cutOff', 'is cut off');
  const read = readHeader(header);
  if (!read.ok) return read;
  const seal = sealLength === 0 ? ok(null) : parseBlock('seal', sealSchema, sealBytes);
  if (!seal.ok) return seal;
  const base = baseLength === 0 ? ok(null) : parseBlock('base', baseSchema, baseBytes);
  if (!base.ok) return base;
  const fault = faultOfParts(read.value.parts);
  if (fault !== null) return failed(fault);
  const { manifest, counts, parts } = read.value;
  return ok({
    manifest,
    counts,
    parts,
    hash: await sha256(header),
    header,
    seal: seal.value,
    base: base.value,
    bodyAt: blocksAt + headerLength + sealLength + baseLength,
  });
}

/** The index comes first, because all that follows is checked against it. */
function faultOfParts(parts: readonly ListedPart[]): PackFailure | null {
  if (new Set(parts.map(({ name }) => name)).size !== parts.length)
    return { code: 'PackDamaged', part: 'header', fault: 'twice', detail: 'names a part twice' };
  if (!parts.some(({ name }) => name === 'index'))
    return { code: 'PackDamaged', part: 'index', fault: 'missing', detail: 'is missing' };
  if (parts[0]?.name !== 'index')
    return { code: 'PackDamaged', part: 'index', fault: 'misplaced', detail: 'is not the first part' };
  const large = parts.find(({ bytes }) => bytes > limits.compiledPart);
  if (large === undefined) return null;
  return { code: 'PackTooLarge', file: large.name, size: large.bytes, limit: limits.compiledPart };
}

function readHeader(bytes: Uint8Array): Result<v.InferOutput<typeof headerSchema>, PackFailure> {
  let json: unknown;
  try {
    json = decodeJson(bytes);
  } catch {
    return damaged('header', 'notJson', 'is not JSON');
  }
  const schema = (json as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema === 'number' && schema > understoodSchema)
    return failed({ code: 'PackTooNew', schema, understood: understoodSchema });
  return check('header', headerSchema, json);
}

function parseBlock<T>(file: string, schema: v.GenericSchema<unknown, T>, bytes: Uint8Array): Result<T, PackFailure> {
  try {
    return check(file, schema, decodeJson(bytes));
  } catch {
    return damaged(file, 'notJson', 'is not JSON');
  }
}

function check<T>(file: string, schema: v.GenericSchema<unknown, T>, json: unknown): Result<T, PackFailure> {
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return failed({ code: 'PackMalformed', file, line: null, ...faultOf(issue) });
}
