import * as v from 'valibot';
import type { PackContent, PackManifest } from '../model/pack.ts';
import { failed, ok, type Result } from '../model/result.ts';
import type { PackFailure } from '../model/install-failure.ts';
import { faultOf } from './faults.ts';
import { limits } from './limits.ts';
import { claimSchema, entitySchema, factSchema, manifestSchema, reviewSchema, sourceSchema } from './records.ts';
import { checkReferences, type Placed } from './references.ts';

/** Files of a pack in source form, by name; `manifest.json` and `entities.jsonl` must be there. */
export type PackSource = ReadonlyMap<string, string>;

/** Newest pack format that this version reads. */
export const understoodSchema = 1;

type Malformed = PackFailure & { readonly code: 'PackMalformed' };
const malformed = (file: string, at: Pick<Malformed, 'line' | 'field' | 'fault' | 'detail'>) =>
  failed<PackFailure>({ code: 'PackMalformed', file, ...at });

/** A pack from its source files; the first fault refuses it. */
export function parsePack(files: PackSource): Result<PackContent, PackFailure> {
  const manifest = parseManifest(files.get('manifest.json'));
  if (!manifest.ok) return manifest;
  if (!files.has('entities.jsonl'))
    return malformed('entities.jsonl', { line: null, field: null, fault: 'missing', detail: 'is missing' });
  const entities = parseLines('entities.jsonl', files, entitySchema);
  if (!entities.ok) return entities;
  const facts = parseLines('facts.jsonl', files, factSchema);
  if (!facts.ok) return facts;
  const claims = parseLines('claims.jsonl', files, claimSchema);
  if (!claims.ok) return claims;
  const reviews = parseLines('reviews.jsonl', files, reviewSchema);
  if (!reviews.ok) return reviews;
  const sources = parseLines('sources.jsonl', files, sourceSchema);
  if (!sources.ok) return sources;
  const placed = {
    entities: entities.value,
    facts: facts.value,
    claims: claims.value,
    reviews: reviews.value,
    sources: sources.value,
  };
  const fault = checkReferences(placed, manifest.value.requires ?? []);
  if (fault !== null) return failed(fault);
  return ok({
    manifest: manifest.value,
    entities: recordsOf(placed.entities),
    facts: recordsOf(placed.facts),
    claims: recordsOf(placed.claims),
    reviews: recordsOf(placed.reviews),
    sources: recordsOf(placed.sources),
  });
}

const recordsOf = <T>(lines: readonly Placed<T>[]): T[] => lines.map(({ record }) => record);

/** A manifest from its text; also told apart: a pack of a newer format. */
export function parseManifest(text: string | undefined): Result<PackManifest, PackFailure> {
  const file = 'manifest.json';
  if (text === undefined) return malformed(file, { line: null, field: null, fault: 'missing', detail: 'is missing' });
  if (text.length > limits.line) return failed({ code: 'PackTooLarge', file, size: text.length, limit: limits.line });
  const json = parseJson(text);
  if (!json.ok) return malformed(file, { line: null, field: null, fault: 'notJson', detail: json.failure });
  const schema = (json.value as { readonly schema?: unknown } | null)?.schema;
  if (typeof schema === 'number' && schema > understoodSchema)
    return failed({ code: 'PackTooNew', schema, understood: understoodSchema });
  const parsed = v.safeParse(manifestSchema, json.value, { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  return malformed(file, { line: null, ...faultOf(parsed.issues[0]) });
}

function parseLines<T>(
  file: string,
  files: PackSource,
  schema: v.GenericSchema<unknown, T>,
): Result<Placed<T>[], PackFailure> {
  const text = files.get(file) ?? '';
  if (text.length > limits.part) return failed({ code: 'PackTooLarge', file, size: text.length, limit: limits.part });
  const records: Placed<T>[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    line += 1;
    if (end - start > limits.line)
      return failed({ code: 'PackTooLarge', file: `${file}:${line}`, size: end - start, limit: limits.line });
    const written = text.slice(start, end).trim();
    start = end + 1;
    if (written === '') continue;
    const json = parseJson(written);
    if (!json.ok) return malformed(file, { line, field: null, fault: 'notJson', detail: json.failure });
    const parsed = v.safeParse(schema, json.value, { abortEarly: true });
    if (!parsed.success) return malformed(file, { line, ...faultOf(parsed.issues[0]) });
    records.push({ line, record: parsed.output });
  }
  return ok(records);
}

function parseJson(text: string): Result<unknown, string> {
  try {
    return ok(JSON.parse(text) as unknown);
  } catch (error) {
    return failed(error instanceof Error ? `not JSON: ${error.message}` : 'not JSON');
  }
}
