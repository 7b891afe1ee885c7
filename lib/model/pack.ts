import type { StoredClaim } from './claim.ts';
import type { Entity } from './entity.ts';
import type { Fact, PartialDate } from './fact.ts';
import type { InstallFailure } from './install-failure.ts';
import type { ClaimId, PackId, SourceId } from './ids.ts';
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
  readonly created: PartialDate;
  /** Last day on which it may be installed; a pack without one does not age. */
  readonly expires?: PartialDate;
  readonly description: string;
  /** Owners (`seed` of `seed:wang-yi`) whose ids this pack may name without holding them; `wd` needs no mention. */
  readonly requires?: readonly string[];
}

/** What a fact-checker published on a claim of the pack (schema.org ClaimReview); the rating in its own words. */
export interface PackReview {
  readonly id: string;
  readonly claim: ClaimId;
  readonly rating: string;
  /** The fact-checker's article. */
  readonly source: SourceId;
}

/** A pack, parsed and checked: every reference resolves inside it, or is to an owner that it requires. */
export interface PackContent {
  readonly manifest: PackManifest;
  readonly entities: readonly Entity[];
  readonly facts: readonly Fact[];
  readonly claims: readonly StoredClaim[];
  readonly reviews: readonly PackReview[];
  readonly sources: readonly Source[];
}

/** What differs in an entity between two versions of its pack. */
export type ChangedPart = 'name' | 'description' | 'aliases' | 'facts' | 'other';

/** What the last update of a pack brought; of each kind the best known as examples. */
export interface PackChanges {
  readonly fromVersion: string;
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly examples: {
    readonly added: readonly string[];
    readonly removed: readonly string[];
    readonly changed: readonly { readonly name: string; readonly what: readonly ChangedPart[] }[];
  };
}

/**
 * What a pack has lost: the index (or it is in a form of another version), without which it answers nothing; what a search
 * reads; some of its records.
 */
export type LostPart = 'index' | 'search' | 'entries';

/** An installed pack, as its owner sees it. */
export interface InstalledPack {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly publisher: string;
  readonly licence: string;
  readonly description: string;
  readonly isBuiltIn: boolean;
  /** Of the publisher's key; null for packs that come with the extension. */
  readonly fingerprint: string | null;
  readonly entities: number;
  readonly facts: number;
  readonly claims: number;
  /** On this machine, the version before not counted. */
  readonly bytes: number;
  /** Epoch milliseconds. */
  readonly installedAt: number;
  readonly created: string;
  readonly expires: string | null;
  /** What of it cannot be read; empty where it is whole. */
  readonly lost: readonly LostPart[];
  /** File name or address. */
  readonly cameFrom: string;
  readonly previous: { readonly version: string; readonly bytes: number } | null;
  readonly changes: PackChanges | null;
  readonly subscription: PackSubscription | null;
}

/** That a pack is kept up to date from an address. */
export interface PackSubscription {
  readonly url: string;
  /** Epoch milliseconds; null before the first time. */
  readonly checkedAt: number | null;
  readonly nextAt: number;
  /** Why the last check brought nothing; null where it ended well. */
  readonly trouble: InstallFailure | null;
}

/** Where an import comes from. */
export type ImportPlace =
  | { readonly kind: 'file'; readonly name: string }
  /** `subscribe`: kept up to date from there once it is in. */
  | { readonly kind: 'url'; readonly name: string; readonly subscribe: boolean };

/** An import that has not ended: it can go on where it stopped. */
export interface UnfinishedImport {
  readonly pack: string;
  readonly title: string;
  readonly version: string;
  readonly from: ImportPlace;
  /** Bytes. */
  readonly done: number;
  readonly total: number;
  /** Null where it was stopped by the reader or by the browser's end. */
  readonly trouble: InstallFailure | null;
}
