import type { EntityBrief, FactLine, Statement } from './card.ts';
import type { Actor, EditKind } from './edit.ts';
import type { Alias, Entity, EntityType } from './entity.ts';
import type { Fact } from './fact.ts';
import type { EntityId } from './ids.ts';
import type { Picture } from './picture.ts';
import type { Source } from './source.ts';

/** What the library's list is asked for. */
export interface BrowseQuery {
  /** Empty: all, the most prominent first. */
  readonly query: string;
  readonly type: EntityType | null;
  /** A pack's id, the reader's own, or all. */
  readonly from: 'all' | 'own' | { readonly pack: string };
  /** `seen`: only what was met in articles, the latest first. */
  readonly order: 'prominence' | 'seen';
  readonly offset: number;
  readonly limit: number;
}

export interface BrowseRow extends EntityBrief {
  /** Epoch milliseconds of the last article that named it; known only where the list is ordered by it. */
  readonly seenAt: number | null;
}

export interface BrowsePage {
  readonly rows: readonly BrowseRow[];
  readonly hasMore: boolean;
  /** How many there are in all; null where counting would take longer than looking. */
  readonly total: number | null;
}

/** Where something of an entity comes from. */
export type Origin =
  | { readonly kind: 'own' }
  | {
      readonly kind: 'pack';
      readonly id: string;
      readonly title: string;
      readonly version: string;
      readonly licence: string;
    };

export interface FactEntry {
  readonly fact: Fact;
  readonly line: FactLine;
  readonly isOwn: boolean;
}

export interface ClaimEntry {
  readonly statement: Statement;
  readonly isSpeaker: boolean;
  readonly isOwn: boolean;
}

export interface Meeting {
  readonly source: Source;
  /** Epoch milliseconds. */
  readonly readAt: number;
  readonly name: string;
  readonly mentions: number;
}

export interface Note {
  readonly id: string;
  /** Markdown. */
  readonly text: string;
  readonly changedAt: number;
}

/** Another entity that facts join with this one. */
export interface Relation {
  readonly predicate: string;
  readonly entity: EntityBrief;
  /** Whether this one is the subject of the fact. */
  readonly direction: 'out' | 'in';
  readonly tense: FactLine['tense'];
}

/** The reader's word that an entry is this one, or is not. */
export interface Assertion {
  readonly id: string;
  readonly kind: 'same' | 'different';
  readonly other: EntityBrief;
  readonly at: number;
}

/** What a name was corrected to stand for; null of other changes, and where that is no longer known. */
export type Meaning = { readonly kind: 'entity'; readonly name: string } | { readonly kind: 'unknown' | 'not-a-name' };

/** One line of "who changed what". */
export interface HistoryLine {
  /** Null for what is no edit: a pack's version, readings. */
  readonly id: string | null;
  readonly at: number;
  readonly by: Actor | 'pack' | 'reading';
  readonly kind: EditKind | 'undo' | 'look-up' | 'import' | 'installed' | 'met';
  /** Of a fact its predicate; empty of what needs no further word. */
  readonly detail: string;
  readonly meaning: Meaning | null;
  /** Whom it is about, as they are called today, where lines of several stand together. */
  readonly of: { readonly id: EntityId; readonly name: string } | null;
  /** Of an undoing, what it undid. */
  readonly undid: Pick<HistoryLine, 'kind' | 'detail' | 'meaning'> | null;
  readonly isUndone: boolean;
}

/** All that the store has of one entity, for its page in the library. */
export interface EntityPage {
  readonly entity: Entity;
  readonly aliases: readonly Alias[];
  readonly origins: readonly Origin[];
  readonly facts: readonly FactEntry[];
  readonly claims: readonly ClaimEntry[];
  readonly metIn: readonly Meeting[];
  readonly notes: readonly Note[];
  readonly relations: readonly Relation[];
  readonly assertions: readonly Assertion[];
  /** Latest first. */
  readonly history: readonly HistoryLine[];
  readonly picture: Picture | null;
}

/** Packs to filter by. */
export interface PackBrief {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly entities: number;
}

/** What the library says of one id. */
export type EntityAnswer =
  | { readonly state: 'known'; readonly page: EntityPage }
  /** Removed by the reader, or its pack is gone. */
  | { readonly state: 'unknown'; readonly history: readonly HistoryLine[] };
