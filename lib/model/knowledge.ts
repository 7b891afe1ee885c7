import type { StoredClaim } from './claim.ts';
import type { ClaimSegment, SegmentBuilder } from './claim-segment.ts';
import type { Entity, EntityType } from './entity.ts';
import type { Fact } from './fact.ts';
import type { ClaimId, EntityId } from './ids.ts';
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
  openClaims(query: ClaimQuery): Promise<KnownClaims>;
}

/** What claims are opened for. */
export interface ClaimQuery {
  /** Addresses of the page. */
  readonly urls: readonly string[];
  readonly builder: SegmentBuilder;
}

/** Claims to compare with. */
export interface KnownClaims {
  /** All that the reader keeps and packs publish, but for what was written in this moment. */
  readonly segments: readonly ClaimSegment[];
  /** The page itself, under whichever of its addresses, as segments tell articles apart. */
  readonly own: ReadonlySet<string>;
  isRemoved(id: ClaimId): boolean;
  /** One id for each of the ids of a thing, by the reader's word. */
  mainOf(id: EntityId): EntityId;
  membersOf(id: EntityId): readonly EntityId[];
}
