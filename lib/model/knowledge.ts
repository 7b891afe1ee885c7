import type { StoredClaim } from './claim.ts';
import type { Entity, EntityType } from './entity.ts';
import type { Fact } from './fact.ts';
import type { EntityId } from './ids.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';

/** One of the entities that a name in the text may stand for, as the gazetteer knows it without a look into the store. */
export interface NameCandidate {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly prominence: number;
}

/** A span of text that is an alias of one or more entities; spans of one text do not overlap (longest, then leftmost). */
export interface KnownName extends Span {
  readonly candidates: readonly NameCandidate[];
}

/** An entity with what linking weighs. */
export interface Candidate {
  readonly entity: Entity;
  /** `jobTitle` and the like with their dates, `demonymOf`, `containedInPlace`, … */
  readonly facts: readonly Fact[];
  /** Entities that facts of either direction join with this one, `Entity.context` included. */
  readonly neighbours: ReadonlySet<EntityId>;
}

export interface StoredClaimWithSource {
  readonly claim: StoredClaim;
  readonly source: Source;
}

/** What the pure pipeline asks of a knowledge store; the store, a pack in memory and tests implement it. */
export interface Knowledge {
  findNames(text: string): Promise<readonly KnownName[]>;
  /** In any order; unknown ids are left out. */
  getCandidates(ids: readonly EntityId[]): Promise<readonly Candidate[]>;
  /** Claims that share a speaker or a subject with these entities, at most `limit`, latest first. */
  findClaims(entities: readonly EntityId[], limit: number): Promise<readonly StoredClaimWithSource[]>;
}
