import * as v from 'valibot';
import type { StoredClaim } from '../../lib/model/claim.ts';
import type { Entity } from '../../lib/model/entity.ts';
import type { Fact } from '../../lib/model/fact.ts';
import type { PackReview } from '../../lib/model/pack.ts';
import type { Source } from '../../lib/model/source.ts';
import { claimSchema, entitySchema, factSchema, reviewSchema, sourceSchema } from '../../lib/pack/records.ts';
import { InputFault } from './lines.ts';

/** One record of a pack on its way from any input, with the place it came from. */
export type PackRecord = { readonly file: string; readonly line: number } & (
  | { readonly kind: 'entity'; readonly record: Entity }
  | { readonly kind: 'fact'; readonly record: Fact }
  | { readonly kind: 'claim'; readonly record: StoredClaim }
  | { readonly kind: 'review'; readonly record: PackReview }
  | { readonly kind: 'source'; readonly record: Source }
);

export type RecordKind = PackRecord['kind'];

const schemas = {
  entity: entitySchema,
  fact: factSchema,
  claim: claimSchema,
  review: reviewSchema,
  source: sourceSchema,
} as const;

export interface Place {
  readonly file: string;
  readonly line: number;
}

/** A record from any value; throws `InputFault` with the field. */
export function toRecord(kind: RecordKind, value: unknown, { file, line }: Place): PackRecord {
  const parsed = v.safeParse(schemas[kind] as v.GenericSchema<unknown, PackRecord['record']>, value, {
    abortEarly: true,
  });
  if (parsed.success) return { kind, record: parsed.output, file, line } as PackRecord;
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  throw new InputFault(file, line, `${path === null ? '' : `${path}: `}${issue.message}`);
}

/** What every input is told. */
export interface ReadOptions {
  /** Owner of the ids that are made here. */
  readonly owner: string;
  /** BCP 47, the main one first. */
  readonly languages: readonly string[];
  /** Types that are wanted; all where the list is empty. */
  readonly types: readonly string[];
  /** What is less well known is left out: sitelinks of a Wikidata item. */
  readonly popularity: number;
  /** Says what was left out, at the end. */
  readonly say: (line: string) => void;
}

/** Reads one kind of file. */
export type Reader = (file: string, options: ReadOptions) => AsyncIterable<PackRecord>;

/** The source under which an input's facts stand that name none themselves. */
export const ownSource = (owner: string): string => `${owner}:s-pack`;

/** Lower case letters, digits and hyphens, for ids; of a text in another script than Latin a hash stands for its letters. */
export function slugOf(text: string): string {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')
    .slice(0, 80);
  const isTold = /[a-z]/u.test(slug) || (slug !== '' && !/\p{L}/u.test(text));
  return isTold ? slug : [slug, hashOf(text)].filter((part) => part !== '').join('-');
}

/** A short name for any text, the same at every run: FNV-1a, 64 bits, base 36. */
export function hashOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return hash.toString(36);
}

/** The beginning of a text; no letter of two units is parted. */
export const cutTo = (most: number, text: string): string => text.slice(0, most).replace(/[\uD800-\uDBFF]$/u, '');
