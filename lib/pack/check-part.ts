import * as v from 'valibot';
import { failed, ok, type Result } from '../model/result.ts';
import { decodeText, gunzipWithin } from './bytes.ts';
import type { DamageFault, PackFailure, RecordFault } from '../model/install-failure.ts';
import { faultOf } from './faults.ts';
import type { PackHead } from './head.ts';
import { openIndex, type PackIndex } from './index-part.ts';
import { limits } from './limits.ts';
import { claimSchema, entityId, entitySchema, factSchema, reviewSchema, sourceSchema } from './records.ts';
import { openSearch } from './search-part.ts';
import { shardSize, shardsFor } from './shards.ts';

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

/** For each record of a part a number that tells whether it changed; empty for other parts than entities. */
export type Digests = Uint32Array<ArrayBuffer>;

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
  const [kind = '', shard = '0'] = name.split('/');
  const first = Number(shard) * shardSize;
  return kind === 'entities'
    ? checkEntities({ name, first, index, lines: lines.value })
    : checkClaims({ name, first, index, lines: lines.value });
}

async function readLines(name: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<string[], PackFailure>> {
  try {
    const unpacked = await gunzipWithin(bytes, limits.shard);
    if (unpacked === null)
      return failed({ code: 'PackTooLarge', file: name, size: bytes.byteLength, limit: limits.shard });
    return ok(decodeText(unpacked).trimEnd().split('\n'));
  } catch {
    return damaged(name, 'notText', 'is no gzipped text');
  }
}

interface ShardLines {
  readonly name: string;
  /** Ordinal of the first record. */
  readonly first: number;
  readonly index: PackIndex;
  readonly lines: readonly string[];
}

function checkEntities({ name, first, index, lines }: ShardLines): Result<Digests, PackFailure> {
  const sources = readSources(name, lines);
  if (!sources.ok) return sources;
  const count = Math.min(shardSize, index.entities.count - first);
  if (lines.length - 1 !== count)
    return damaged(name, 'otherCount', `holds ${lines.length - 1} records instead of ${count}`);
  const digests = new Uint32Array(count);
  for (let i = 0; i < count; i += 1) {
    const text = lines[i + 1] ?? '';
    const record = parseLine(name, i + 2, entityRecordSchema, text);
    if (!record.ok) return record;
    const id = index.entities.idAt(first + i);
    const { entity, facts, claims } = record.value;
    const at = { file: name, line: i + 2 };
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
    digests[i] = digestOf(text);
  }
  return ok(digests);
}

function checkClaims({ name, first, index, lines }: ShardLines): Result<Digests, PackFailure> {
  const sources = readSources(name, lines);
  if (!sources.ok) return sources;
  const count = Math.min(shardSize, index.claims.count - first);
  if (lines.length - 1 !== count)
    return damaged(name, 'otherCount', `holds ${lines.length - 1} records instead of ${count}`);
  for (let i = 0; i < count; i += 1) {
    const record = parseLine(name, i + 2, claimRecordSchema, lines[i + 1] ?? '');
    if (!record.ok) return record;
    const { claim, reviews } = record.value;
    const at = { file: name, line: i + 2 };
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
  const head = parseLine(name, 1, headSchema, lines[0] ?? '');
  return head.ok ? ok(new Set<string>(head.value.sources.map(({ id }) => id))) : head;
}

interface FaultPlace {
  readonly file: string;
  readonly line: number;
  readonly field: string | null;
  readonly fault: RecordFault;
}

const malformed = (at: FaultPlace, detail: string) => failed<PackFailure>({ code: 'PackMalformed', ...at, detail });

function parseLine<T>(
  file: string,
  line: number,
  schema: v.GenericSchema<unknown, T>,
  text: string,
): Result<T, PackFailure> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return malformed({ file, line, field: null, fault: 'notJson' }, 'not JSON');
  }
  const parsed = v.safeParse(schema, json, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  return failed({ code: 'PackMalformed', file, line, ...faultOf(issue) });
}

/** Of the entity and its facts: which claims and neighbours it has changes with every other record. */
function digestOf(line: string): number {
  const end = line.lastIndexOf(',"neighbours":');
  let hash = 0x811c9dc5;
  for (let i = 0; i < (end === -1 ? line.length : end); i += 1) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}
