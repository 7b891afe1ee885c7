import type { StoredClaim } from '../model/claim.ts';
import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { PackReview } from '../model/pack.ts';
import type { Source } from '../model/source.ts';
import type { PackFailure } from '../model/install-failure.ts';
import { limits } from './limits.ts';

/** A record with the line that it stands on, from 1. */
export interface Placed<T> {
  readonly line: number;
  readonly record: T;
}

export interface PlacedRecords {
  readonly entities: readonly Placed<Entity>[];
  readonly facts: readonly Placed<Fact>[];
  readonly claims: readonly Placed<StoredClaim>[];
  readonly reviews: readonly Placed<PackReview>[];
  readonly sources: readonly Placed<Source>[];
}

const ownerOf = (id: string): string => id.slice(0, id.indexOf(':'));

/** Ids of Wikidata mean the same in every pack, so that any other may hold them. */
const sharedOwner = 'wd';

/** The first id that stands twice or leads nowhere; null where all is well. */
export function checkReferences(records: PlacedRecords, requires: readonly string[]): PackFailure | null {
  if (records.entities.length > limits.entities)
    return {
      code: 'PackTooLarge',
      file: 'entities.jsonl',
      size: records.entities.length,
      limit: limits.entities,
    };
  const twice =
    findDouble('entities.jsonl', records.entities) ??
    findDouble('facts.jsonl', records.facts) ??
    findDouble('claims.jsonl', records.claims) ??
    findDouble('reviews.jsonl', records.reviews) ??
    findDouble('sources.jsonl', records.sources);
  if (twice !== null) return twice;
  const known = new Set<string>(records.entities.map(({ record }) => record.id));
  const sources = new Set<string>(records.sources.map(({ record }) => record.id));
  const claims = new Set<string>(records.claims.map(({ record }) => record.id));
  const elsewhere = new Set([sharedOwner, ...requires]);
  const isKnown = (id: string): boolean => known.has(id) || elsewhere.has(ownerOf(id));
  const isSource = (id: string): boolean => sources.has(id);
  return (
    findLoose('entities.jsonl', records.entities, isKnown, ({ context }) =>
      (context ?? []).map((id, i) => [`context.${i}`, id]),
    ) ??
    findLoose('facts.jsonl', records.facts, isKnown, ({ subject, value, of }) => [
      ['subject', subject],
      ...('entity' in value ? [['value.entity', value.entity] as const] : []),
      ...(of === undefined ? [] : [['of', of] as const]),
    ]) ??
    findLoose('facts.jsonl', records.facts, isSource, ({ source }) => [['source', source]]) ??
    findLoose('claims.jsonl', records.claims, isKnown, ({ speaker, about }) => [
      ...(speaker === null ? [] : [['speaker', speaker] as const]),
      ...about.map((id, i) => [`about.${i}`, id] as const),
    ]) ??
    findLoose('claims.jsonl', records.claims, isSource, ({ source }) => [['source', source]]) ??
    findLoose(
      'reviews.jsonl',
      records.reviews,
      (id) => claims.has(id),
      ({ claim }) => [['claim', claim]],
    ) ??
    findLoose('reviews.jsonl', records.reviews, isSource, ({ source }) => [['source', source]])
  );
}

function findDouble(file: string, lines: readonly Placed<{ readonly id: string }>[]): PackFailure | null {
  const seen = new Map<string, number>();
  for (const { line, record } of lines) {
    const first = seen.get(record.id);
    if (first !== undefined)
      return {
        code: 'PackMalformed',
        file,
        line,
        field: 'id',
        fault: 'double',
        detail: `${record.id} stands in line ${first} already`,
      };
    seen.set(record.id, line);
  }
  return null;
}

function findLoose<T>(
  file: string,
  lines: readonly Placed<T>[],
  isKnown: (id: string) => boolean,
  idsOf: (record: T) => readonly (readonly [field: string, id: string])[],
): PackFailure | null {
  for (const { line, record } of lines)
    for (const [field, id] of idsOf(record))
      if (!isKnown(id))
        return { code: 'PackMalformed', file, line, field, fault: 'noRecord', detail: `${id} is not in the pack` };
  return null;
}
