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
  /** Owners (`seed` of `seed:wang-yi`) whose ids this pack may name without holding them; `wd` needs no mention. */
  readonly requires?: readonly string[];
}

/** A pack, parsed and checked: every reference resolves inside it, or is to an owner that it requires. */
export interface PackContent {
  readonly manifest: PackManifest;
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
  readonly claims: readonly StoredClaim[];
  readonly sources: readonly Source[];
}
