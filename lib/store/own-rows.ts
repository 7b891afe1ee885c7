import type { Actor, ChoiceTarget, EditKind } from '../model/edit.ts';
import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { EntityId } from '../model/ids.ts';
import type { ClaimRow, NoteRow, Overlay, SightingRow, SourceRow } from './rows.ts';

/** Rows by which the reader corrects the store. */

/** The reader's word that two ids are one thing, or are not. Taken back, it stays, marked so. */
export interface AssertionRow {
  readonly id: string;
  readonly kind: 'same' | 'different';
  /** Gives the name of what is the same. */
  readonly a: EntityId;
  readonly b: EntityId;
  readonly at: number;
  readonly isWithdrawn: boolean;
}

/** What a name stands for in one article, or wherever it is written, by the reader's word. */
export interface ChoiceRow {
  /** `<url>#<name>` */
  readonly id: string;
  /** As `toArticleUrl` makes it; empty for everywhere. */
  readonly url: string;
  /** Folded. */
  readonly name: string;
  readonly target: ChoiceTarget;
  readonly at: number;
}

/** Something that was removed: it does not come back with a pack, a reading or another device. */
export interface TombstoneRow {
  /** `<table>/<key>` */
  readonly id: string;
  readonly table: OwnTable;
  readonly key: string;
  readonly at: number;
}

/** A picture that a look-up brought. */
export interface ImageRow {
  /** Of the entity. */
  readonly id: EntityId;
  readonly bytes: Blob;
  /** SHA-256 of the bytes, by which devices know them; rows of earlier versions get theirs before the first sync. */
  readonly hash?: string;
  readonly url: string;
  readonly credit: string;
  readonly licence: string;
  readonly at: number;
}

/** Tables of what the reader makes, all of which an edit may write. */
export const ownTables = [
  'entities',
  'facts',
  'claims',
  'sources',
  'notes',
  'overlays',
  'sightings',
  'assertions',
  'choices',
  'tombstones',
] as const;
export type OwnTable = (typeof ownTables)[number];

export type OwnRow =
  | Entity
  | Fact
  | ClaimRow
  | SourceRow
  | NoteRow
  | Overlay
  | SightingRow
  | AssertionRow
  | ChoiceRow
  | TombstoneRow;

/** One row before and after an edit; null where there was none. */
export interface Change {
  readonly table: OwnTable;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** An edit that was made, with all that is needed to undo it exactly. */
export interface HistoryRow {
  readonly id: string;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly by: Actor;
  readonly kind: EditKind | 'undo' | 'look-up' | 'import';
  /** What it was, in the words that the edit had: a name, a role. */
  readonly detail: string;
  readonly subjects: readonly EntityId[];
  readonly changes: readonly Change[];
  /** The entry that this one undid. */
  readonly undoes: string | null;
  readonly undoneBy: string | null;
}
