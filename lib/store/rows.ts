import type { StoredClaim } from '../model/claim.ts';
import type { Alias, Entity, EntityType } from '../model/entity.ts';
import type { EntityId, PackId, SourceId } from '../model/ids.ts';
import type { PackManifest } from '../model/pack.ts';
import type { Source } from '../model/source.ts';
import type { PackCounts } from '../pack/archive.ts';

/** Rows as they lie in the database; schema.ts says which of their fields are indexed. */

/** A claim with what it is found by. */
export interface ClaimRow extends StoredClaim {
  /** `momentKey` of the speaker; absent where nobody is named. */
  readonly spoken?: string;
  /** `momentKey` of the speaker and of each entity that it is about. */
  readonly by: readonly string[];
}

/** An article that was read, or another origin of what the reader keeps. */
export interface SourceRow extends Source {
  /** Epoch milliseconds of the last reading. */
  readonly readAt: number;
  /** Of what was kept from it: the same again is not written again. */
  readonly contentHash: string;
}

/** That an article names a figure. */
export interface SightingRow {
  /** `<source>#<entity or name>` */
  readonly id: string;
  readonly source: SourceId;
  /** Null for a name that the store did not know when it was read. */
  readonly entity: EntityId | null;
  readonly name: string;
  readonly type: EntityType;
  readonly mentions: number;
  /** `momentKey` of the entity, or of the folded name. */
  readonly met: string;
}

/** The reader's words on an entity or a claim. */
export interface NoteRow {
  readonly id: string;
  readonly subject: string;
  readonly text: string;
  readonly changedAt: number;
}

/** The reader's edits of a pack's entity; a later version of the pack leaves them alone. */
export interface Overlay {
  readonly id: EntityId;
  /** Fields that the reader wrote over. */
  readonly fields: Partial<Pick<Entity, 'type' | 'name' | 'description' | 'gender' | 'prominence'>>;
  readonly addedAliases: readonly Alias[];
  /** Texts of aliases that do not stand for this entity. */
  readonly removedAliases: readonly string[];
  readonly isHidden: boolean;
  readonly changedAt: number;
}

/** An installed pack: the pointer to the generation that counts. */
export interface PackRow {
  readonly id: PackId;
  /** Parts of any other generation are leftovers. */
  readonly generation: string;
  readonly manifest: PackManifest;
  readonly counts: PackCounts;
  readonly parts: number;
  readonly origin: 'built-in' | 'imported';
  readonly installedAt: number;
}

export interface PartRow {
  readonly pack: PackId;
  readonly generation: string;
  readonly name: string;
  /** A Blob is read back several times as fast as a buffer (facts: 8 ms against 28 for the index of a million names). */
  readonly bytes: Blob;
}

/** Small facts on the store itself. */
export interface MetaRow {
  readonly key: 'names-revision';
  readonly value: number;
}

/** Sorts what concerns one entity (or name) by date: the key of a range that is read backwards. */
export const momentKey = (whom: string, moment: string | null): string => `${whom}\u0000${moment ?? ''}`;

/** First and last key of everything that concerns one entity (or name). */
export const momentRange = (whom: string): readonly [string, string] => [`${whom}\u0000`, `${whom}\u0000\uffff`];

/** Stands for a name without an entity. */
export const nameSubject = (folded: string): string => `name:${folded}`;
