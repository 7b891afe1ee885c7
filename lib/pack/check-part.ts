import * as v from 'valibot';
import { failed, ok, type Result } from '../model/result.ts';
import { letGo } from '../model/byte-streams.ts';
import { gunzipWithin } from './bytes.ts';
import type { DamageFault, PackFailure, RecordFault } from '../model/install-failure.ts';
import { faultOf } from './faults.ts';
import { type Digests, digestsOf } from './digest.ts';
import type { PackHead } from './head.ts';
import { openIndex, type PackIndex } from './index-part.ts';
import { limits } from './limits.ts';
import { claimSchema, entityId, entitySchema, factSchema, reviewSchema, sourceSchema } from './records.ts';
import { isSurelySound } from './quick-check.ts';
import { openSearch } from './search-part.ts';
import { shardSize, shardsFor } from './shards.ts';
import { splitLines } from './text-lines.ts';

/**
 * What a stranger's pack must be before it is kept: the signature tells who made it, not that it is well made. The
 * index must open and agree with the header, and every record must have the shape and the ids that the index says.
 */

const damaged = (part: string, fault: DamageFault, detail: string) =>
  failed<PackFailure>({ code: 'PackDamaged', part, fault, detail });

export function checkIndex(
  { counts, parts }: Pick<PackHead, 'counts' | 'parts'>,
  bytes: Uint8Array<ArrayBuffer>,
): Result<PackIndex, PackFailure> {
  const opened = openIndex(bytes.buffer);
  if (!opened.ok) return damaged('index', 'unreadable', opened.failure);
  const { entities, claims } = opened.value;
  if (entities.count < counts.entities || entities.count > limits.entities)
    return damaged('index', 'otherCount', `lists ${entities.count} entities, the header ${counts.entities}`);
  if (claims.count !== counts.claims)
    return damaged('index', 'otherCount', `lists ${claims.count} claims, the header ${counts.claims}`);
  const wanted = [
    ...Array.from({ length: shardsFor(entities.count) }, (_, i) => `entities/${i}`),
    ...Array.from({ length: shardsFor(claims.count) }, (_, i) => `claims/${i}`),
  ];
  const listed = new Set(parts.map(({ name }) => name));
  const missing = wanted.find((name) => !listed.has(name)) ?? (listed.has('search') ? undefined : 'search');
  if (missing !== undefined) return damaged(missing, 'missing', 'is missing');
  if (listed.size !== wanted.length + 2) return damaged('header', 'tooMany', 'lists more parts than the index needs');
  return opened;
}

const ordinal = v.pipe(v.number(), v.integer(), v.minValue(0));
const headSchema = v.object({ sources: v.array(sourceSchema) });
const entityRecordSchema = v.object({
  entity: v.nullable(entitySchema),
  facts: v.array(factSchema),
  neighbours: v.array(entityId),
  claims: v.array(ordinal),
});
const claimRecordSchema = v.object({ claim: claimSchema, reviews: v.array(reviewSchema) });

/** Checks any part but the index. */
export async function checkPart(
  index: PackIndex,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Digests, PackFailure>> {
  if (name === 'search') {
    const opened = openSearch(bytes.buffer);
    return opened.ok ? ok(new Uint32Array(0)) : damaged(name, 'unreadable', opened.failure);
  }
  const lines = await readLines(name, bytes);
  if (!lines.ok) return lines;
  const [kind = '', place = '0'] = name.split('/');
  const shard = { name, first: Number(place) * shardSize, index, ...lines.value };
  const checked = kind === 'entities' ? checkEntities(shard) : checkClaims(shard);
  letGo(shard.unpacked);
  return checked;
}

interface Unfolded {
  readonly unpacked: Uint8Array<ArrayBuffer>;
  readonly lines: readonly string[];
}

async function readLines(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<Unfolded, PackFailure>> {
  try {
    const unpacked = await gunzipWithin(bytes, limits.shard);
    if (unpacked === null)
      return failed({ code: 'PackTooLarge', file: name, size: bytes.byteLength, limit: limits.shard });
    return ok({ unpacked, lines: splitLines(unpacked) });
  } catch {
    return damaged(name, 'notText', 'is no gzipped text');
  }
}

interface ShardLines extends Unfolded {
  readonly name: string;
  /** Ordinal of the first record. */
  readonly first: number;
  readonly index: PackIndex;
}

function checkEntities({ name, first, index, lines, unpacked }: ShardLines): Result<Digests, PackFailure> {
  const sources = readSources(name, lines);
  if (!sources.ok) return sources;
  const count = Math.min(shardSize, index.entities.count - first);
  if (lines.length - 1 !== count)
    return damaged(name, 'otherCount', `holds ${lines.length - 1} records instead of ${count}`);
  for (let i = 0; i < count; i += 1) {
    const at = { file: name, line: i + 2 };
    const json = parseJson(at, lines[i + 1] ?? '');
    if (!json.ok) return json;
    if (isSurelySound(json.value, { index, ordinal: first + i, sources: sources.value })) continue;
    const record = matchSchema(at, entityRecordSchema, json.value);
    if (!record.ok) return record;
    const id = index.entities.idAt(first + i);
    const { entity, facts, claims } = record.value;
    if (entity !== null && entity.id !== id)
      return malformed({ ...at, field: 'entity.id', fault: 'otherId' }, `is not ${id}, as the index has it`);
    const stranger = facts.findIndex((fact) => fact.subject !== id);
    if (stranger >= 0)
      return malformed({ ...at, field: `facts.${stranger}.subject`, fault: 'otherId' }, `is not ${id}`);
    const loose = facts.findIndex((fact) => !sources.value.has(fact.source));
    if (loose >= 0)
      return malformed({ ...at, field: `facts.${loose}.source`, fault: 'noSource' }, 'is not in the part');
    const beyond = claims.findIndex((claim) => claim >= index.claims.count);
    if (beyond >= 0)
      return malformed({ ...at, field: `claims.${beyond}`, fault: 'noRecord' }, 'is beyond the last claim');
  }
  return ok(digestsOf(unpacked, count));
}

function checkClaims({ name, first, index, lines }: ShardLines): Result<Digests, PackFailure> {
  const sources = readSources(name, lines);
  if (!sources.ok) return sources;
  const count = Math.min(shardSize, index.claims.count - first);
  if (lines.length - 1 !== count)
    return damaged(name, 'otherCount', `holds ${lines.length - 1} records instead of ${count}`);
  for (let i = 0; i < count; i += 1) {
    const at = { file: name, line: i + 2 };
    const record = parseLine(at, claimRecordSchema, lines[i + 1] ?? '');
    if (!record.ok) return record;
    const { claim, reviews } = record.value;
    const id = index.claims.idAt(first + i);
    if (claim.id !== id)
      return malformed({ ...at, field: 'claim.id', fault: 'otherId' }, `is not ${id}, as the index has it`);
    if (!sources.value.has(claim.source))
      return malformed({ ...at, field: 'claim.source', fault: 'noSource' }, 'is not in the part');
    const loose = reviews.findIndex((review) => !sources.value.has(review.source) || review.claim !== id);
    if (loose >= 0)
      return malformed({ ...at, field: `reviews.${loose}`, fault: 'otherClaim' }, 'is of another claim or source');
  }
  return ok(new Uint32Array(0));
}

function readSources(name: string, lines: readonly string[]): Result<ReadonlySet<string>, PackFailure> {
  const head = parseLine({ file: name, line: 1 }, headSchema, lines[0] ?? '');
  return head.ok ? ok(new Set<string>(head.value.sources.map(({ id }) => id))) : head;
}

interface LinePlace {
  readonly file: string;
  readonly line: number;
}

interface FaultPlace extends LinePlace {
  readonly field: string | null;
  readonly fault: RecordFault;
}

const malformed = (at: FaultPlace, detail: string) => failed<PackFailure>({ code: 'PackMalformed', ...at, detail });

function parseLine<T>(at: LinePlace, schema: v.GenericSchema<unknown, T>, text: string): Result<T, PackFailure> {
  const json = parseJson(at, text);
  return json.ok ? matchSchema(at, schema, json.value) : json;
}

function parseJson(at: LinePlace, text: string): Result<unknown, PackFailure> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch {
    return malformed({ ...at, field: null, fault: 'notJson' }, 'not JSON');
  }
}

function matchSchema<T>(at: LinePlace, schema: v.GenericSchema<unknown, T>, json: unknown): Result<T, PackFailure> {
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return failed({ code: 'PackMalformed', ...at, ...faultOf(issue) });
}
