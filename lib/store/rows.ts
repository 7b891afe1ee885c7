import type { InstallFailure } from '../model/install-failure.ts';
import type { StoredClaim } from '../model/claim.ts';
import type { Alias, Entity, EntityType } from '../model/entity.ts';
import type { EntityId, PackId, SourceId } from '../model/ids.ts';
import type { ImportPlace, PackChanges, PackManifest } from '../model/pack.ts';
import type { Source } from '../model/source.ts';
import type { Digests } from '../pack/digest.ts';
import type { PackCounts } from '../pack/head.ts';
import { hashText, plainWords, type Sketch } from '../text/sketch.ts';

/** Rows as they lie in the database; schema.ts says which of their fields are indexed. */

/** A claim with what it is found by. */
export interface ClaimRow extends StoredClaim {
  /** `momentKey` of the speaker, or of the folded name of one whom the store does not know; absent where nobody is named. */
  readonly spoken?: string;
  /** `momentKey` of the speaker and of each entity that it is about. */
  readonly by: readonly string[];
  /** `gistOf` its text; absent in rows of the first version. */
  readonly gist?: string;
}

/** An article that was read, or another origin of what the reader keeps. */
export interface SourceRow extends Source {
  /** Epoch milliseconds of the last reading; 0 for what was never read as a page. */
  readonly readAt: number;
  /** Of what was kept from it: the same again is not written again. */
  readonly contentHash: string;
  readonly reading?: ReadingTrace;
  /** `addressKey` of every address under which it was read. */
  readonly addresses?: readonly string[];
  /** The first hashes of its sketch, by which near-duplicates are found. */
  readonly traits?: readonly number[];
}

/** What is kept of an article's text, so that its copies are known: not the text itself. */
export interface ReadingTrace {
  /** Epoch milliseconds. */
  readonly firstReadAt: number;
  readonly sketch: Sketch;
  /** UTF-16 units. */
  readonly length: number;
  /** `addressKey` of the last reading; the host before it where it was read on another site than the address's own. */
  readonly address: string | null;
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

/** One version of a pack in the store. */
export interface PackGeneration {
  /** SHA-256 of the pack's header. */
  readonly generation: string;
  readonly manifest: PackManifest;
  readonly counts: PackCounts;
  /** Rows in `packParts`. */
  readonly parts: number;
  readonly bytes: number;
  /** Of the publisher, base64url; null for a pack that comes with the extension. */
  readonly key: string | null;
  readonly installedAt: number;
}

/** An installed pack: the pointer to the generation that counts, and to the one before. */
export interface PackRow extends PackGeneration {
  readonly id: PackId;
  readonly origin: 'built-in' | 'imported';
  /** File name or address. */
  readonly cameFrom: string;
  /** Kept so that the reader can go back; parts of any other generation are leftovers. */
  readonly previous: PackGeneration | null;
  readonly changes: PackChanges | null;
}

export interface PartRow {
  readonly pack: PackId;
  readonly generation: string;
  /** Of the part, or of the box in which several lie (boxes.ts). */
  readonly name: string;
  /** See part-bytes.ts. */
  readonly bytes: Blob | Uint8Array<ArrayBuffer>;
  /** Of an imported shard: a number for each record, by which two versions are compared. Those of a box lie in its bytes. */
  readonly digests: Digests | null;
  /** Of a box: how many digests and bytes each of its shards has there. */
  readonly sizes?: Uint32Array<ArrayBuffer>;
}

/** An import under way, or one that can go on. */
export interface ImportRow {
  readonly pack: PackId;
  readonly generation: string;
  readonly title: string;
  readonly version: string;
  readonly from: ImportPlace;
  readonly done: number;
  readonly total: number;
  readonly trouble: InstallFailure | null;
}

/** A key that the reader accepted, and the name under which it publishes. */
export interface PublisherRow {
  readonly key: string;
  readonly name: string;
  readonly acceptedAt: number;
}

/** A pack that is kept up to date. */
export interface SubscriptionRow {
  readonly pack: PackId;
  readonly url: string;
  /** As the server gave it, for `If-None-Match`; null where it gave none. */
  readonly etag: string | null;
  readonly checkedAt: number | null;
  readonly nextAt: number;
  /** Checks that failed since the last that did not. */
  readonly failures: number;
  readonly trouble: InstallFailure | null;
  /** The version that the reader went back from: it is not fetched again. */
  readonly heldBack: string | null;
}

/** Small facts on the store itself. */
export interface MetaRow {
  /** `made-at`: epoch milliseconds at which the database was made, by which an emptied one is told. */
  readonly key: 'names-revision' | 'made-at';
  readonly value: number;
}

/** Sorts what concerns one entity (or name) by date: the key of a range that is read backwards. */
export const momentKey = (whom: string, moment: string | null): string => `${whom}\u0000${moment ?? ''}`;

/** First and last key of everything that concerns one entity (or name). */
export const momentRange = (whom: string): readonly [string, string] => [`${whom}\u0000`, `${whom}\u0000\uffff`];

/** Stands for a name without an entity. */
export const nameSubject = (folded: string): string => `name:${folded}`;

/** One key for sentences of the same words. */
export const gistOf = (text: string): string => {
  const words = plainWords(text).join(' ');
  return `${words.length}/${hashText(words).toString(36)}`;
};
