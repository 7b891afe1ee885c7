import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { EntityId, SourceId } from '../model/ids.ts';
import type { PackContent, PackReview } from '../model/pack.ts';
import type { Source } from '../model/source.ts';
import { type ClaimRecord, type EntityRecord, type Shard, shardSize } from './shards.ts';

/** Of a country a million facts may speak; linking weighs company, for which the best known will do. */
const mostNeighbours = 300;
/** Claims that an entity's record lists; a card shows a handful of the latest. */
const mostClaims = 400;

/** A pack's records in the order of their ordinals, shard by shard. */
export interface Arranged {
  /** The most prominent first, so that what news names lies in few shards. */
  readonly entities: readonly Entity[];
  readonly foreign: readonly EntityId[];
  readonly claims: PackContent['claims'];
  readonly entityShards: readonly Shard<EntityRecord>[];
  readonly claimShards: readonly Shard<ClaimRecord>[];
}

export function arrange(content: PackContent): Arranged {
  const entities = [...content.entities].sort(
    (a, b) => (b.prominence ?? 0) - (a.prominence ?? 0) || (a.id < b.id ? -1 : 1),
  );
  const claims = [...content.claims].sort(
    (a, b) => compareText(b.saidAt ?? '', a.saidAt ?? '') || compareText(a.id, b.id),
  );
  const own = new Set<EntityId>(entities.map(({ id }) => id));
  const drafts = new Map<EntityId, Draft>();
  for (const entity of entities) drafts.set(entity.id, createDraft(entity));
  const draftOf = (id: EntityId): Draft => {
    const draft = drafts.get(id) ?? createDraft(null);
    drafts.set(id, draft);
    return draft;
  };
  for (const fact of content.facts) addFact(fact, draftOf);
  for (const [ordinal, claim] of claims.entries())
    for (const id of new Set([...(claim.speaker === null ? [] : [claim.speaker]), ...claim.about]))
      draftOf(id).claims.push(ordinal);

  const foreign = [...drafts.keys()].filter((id) => !own.has(id)).sort(compareText);
  const rank = new Map<EntityId, number>([...entities.map(({ id }) => id), ...foreign].map((id, i) => [id, i]));
  const sources = new Map(content.sources.map((source) => [source.id, source]));
  const reviews = new Map<string, PackReview[]>();
  for (const review of content.reviews) reviews.set(review.claim, [...(reviews.get(review.claim) ?? []), review]);
  const records = [...rank.keys()].map((id) => toRecord(draftOf(id), id, rank));
  return {
    entities,
    foreign,
    claims,
    entityShards: chunks(records).map((part) => ({
      records: part,
      sources: pick(
        sources,
        part.flatMap(({ facts }) => facts),
      ),
    })),
    claimShards: chunks(claims).map((part) => {
      const records = part.map((claim) => ({ claim, reviews: reviews.get(claim.id) ?? [] }));
      return { records, sources: pick(sources, [...part, ...records.flatMap((record) => record.reviews)]) };
    }),
  };
}

/** What is gathered of one entity on the way to its record. */
export interface Draft {
  readonly entity: Entity | null;
  readonly facts: Fact[];
  readonly neighbours: Set<EntityId>;
  readonly claims: number[];
}

export const createDraft = (entity: Entity | null): Draft => ({
  entity,
  facts: [],
  neighbours: new Set(entity?.context ?? []),
  claims: [],
});

/** Puts the fact with its subject, and each end among the other's neighbours. */
export function addFact(fact: Fact, draftOf: (id: EntityId) => Draft): void {
  const subject = draftOf(fact.subject);
  subject.facts.push(fact);
  const others = [...('entity' in fact.value ? [fact.value.entity] : []), ...(fact.of === undefined ? [] : [fact.of])];
  for (const other of others) {
    subject.neighbours.add(other);
    draftOf(other).neighbours.add(fact.subject);
  }
}

/** `rank` has the ordinals of the pack's ids. */
export function toRecord(
  draft: Draft,
  id: EntityId,
  rank: Pick<ReadonlyMap<EntityId, number>, 'get' | 'size'>,
): EntityRecord {
  const last = rank.size;
  const neighbours = [...draft.neighbours]
    .filter((other) => other !== id)
    .sort((a, b) => (rank.get(a) ?? last) - (rank.get(b) ?? last));
  return {
    entity: draft.entity,
    facts: draft.facts,
    neighbours: neighbours.slice(0, mostNeighbours),
    claims: draft.claims.slice(0, mostClaims),
  };
}

function chunks<T>(records: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let at = 0; at < records.length; at += shardSize) parts.push(records.slice(at, at + shardSize));
  return parts;
}

const pick = (
  sources: ReadonlyMap<SourceId, Source>,
  users: readonly { readonly source: SourceId }[],
): readonly Source[] => [...new Set(users.map(({ source }) => source))].flatMap((id) => sources.get(id) ?? []);

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
