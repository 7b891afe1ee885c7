import type { StoredClaim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { Fact } from './fact.ts';
import type { PackId } from './ids.ts';
import type { Source } from './source.ts';

export interface PackManifest {
  readonly id: PackId;
  /** `YYYY.M.N`, compared number by number. */
  readonly version: string;
  /** Version of the pack format. */
  readonly schema: 1;
  readonly title: string;
  readonly publisher: string;
  readonly licence: string;
  readonly language: string;
  readonly created: string;
  readonly description: string;
}

/** A pack, parsed and checked: every reference resolves inside it. */
export interface PackContent {
  readonly manifest: PackManifest;
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
  readonly claims: readonly StoredClaim[];
  readonly sources: readonly Source[];
}
