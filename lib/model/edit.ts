import type { ClaimDraft } from './claim-draft.ts';
import type { Alias, EntityType, Gender } from './entity.ts';
import type { FactValue, PartialDate } from './fact.ts';
import type { ClaimId, EntityId, FactId, SourceId } from './ids.ts';

/** Who changed something. */
export type Actor = 'you' | 'look-up' | 'import';

/** A thing that the reader adds; its id is made when it is kept. */
export interface EntityDraft {
  readonly type: EntityType;
  readonly name: string;
  readonly aliases: readonly Alias[];
  readonly description: string;
}

/** Where the reader has a fact from; `your own entry` where the title is empty. */
export interface SourceDraft {
  readonly title: string;
  readonly url: string | null;
}

export interface FactDraft {
  readonly predicate: string;
  readonly value: FactValue;
  readonly of: EntityId | null;
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
  readonly source: SourceDraft;
}

/** What a name in an article stands for, by the reader's word. */
export type ChoiceTarget =
  | { readonly kind: 'entity'; readonly entity: EntityId }
  /** Something that the store does not know. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-a-name' };

/** The reader's word on a name in one article, or wherever it is written. */
export interface Choice {
  /** As `foldForSearch` makes it. */
  readonly name: string;
  readonly scope: 'here' | 'everywhere';
  readonly target: ChoiceTarget;
}

/** One change that the reader makes; each is kept whole or not at all, and can be undone. */
export type Edit =
  | { readonly kind: 'create'; readonly entity: EntityDraft }
  /** Another main name; the one before stays among the other names. */
  | { readonly kind: 'rename'; readonly id: EntityId; readonly name: string }
  | {
      readonly kind: 'describe';
      readonly id: EntityId;
      readonly type: EntityType;
      readonly description: string;
      readonly gender: Gender | null;
    }
  | { readonly kind: 'add-alias'; readonly id: EntityId; readonly alias: Alias }
  | { readonly kind: 'remove-alias'; readonly id: EntityId; readonly text: string }
  | { readonly kind: 'add-fact'; readonly id: EntityId; readonly fact: FactDraft }
  /** A fact has its id for good: the changed one is another fact, in the place of the first. */
  | { readonly kind: 'change-fact'; readonly id: EntityId; readonly fact: FactId; readonly to: FactDraft }
  | { readonly kind: 'remove-fact'; readonly id: EntityId; readonly fact: FactId }
  | { readonly kind: 'add-claim'; readonly claim: ClaimDraft }
  | { readonly kind: 'remove-claim'; readonly id: EntityId; readonly claim: ClaimId }
  | { readonly kind: 'add-note'; readonly id: EntityId; readonly text: string }
  | { readonly kind: 'change-note'; readonly id: EntityId; readonly note: string; readonly text: string }
  | { readonly kind: 'remove-note'; readonly id: EntityId; readonly note: string }
  /** Two entries of one thing become one; `keep` gives the name. */
  | { readonly kind: 'merge'; readonly keep: EntityId; readonly join: EntityId }
  /** Takes a merge or a parting back. */
  | { readonly kind: 'withdraw'; readonly id: EntityId; readonly assertion: string }
  /** One entry of two things becomes two: names, facts, claims and articles named here go to the new one. */
  | {
      readonly kind: 'split';
      readonly id: EntityId;
      readonly entity: EntityDraft;
      readonly facts: readonly FactId[];
      readonly claims: readonly ClaimId[];
      readonly sources: readonly SourceId[];
    }
  | { readonly kind: 'delete'; readonly id: EntityId }
  /** A name on a page means something else than Sidelight thought: there alone, or wherever it stands. */
  | {
      readonly kind: 'correct';
      readonly url: string | null;
      readonly name: string;
      readonly wrong: EntityId | null;
      readonly target: ChoiceTarget | { readonly kind: 'new'; readonly entity: EntityDraft };
      readonly scope: 'here' | 'everywhere';
    };

export type EditKind = Edit['kind'];

/** What an edit came to. */
export interface Edited {
  /** Names the entry in the history, by which it is undone. */
  readonly history: string;
  /** The entity that the edit made, else the one that it was about; null where it was about none. */
  readonly entity: EntityId | null;
}

/** What is wrong with an edit. */
export type EditFault =
  | 'nameEmpty'
  | 'nameTooLong'
  | 'mainName'
  | 'descriptionTooLong'
  | 'factKind'
  | 'factEmpty'
  | 'noDate'
  | 'endsFirst'
  | 'noAddress'
  | 'claimEmpty'
  | 'claimTooLong'
  | 'claimOfNobody'
  | 'noteEmpty'
  | 'noteTooLong'
  | 'sameAlready';

/** Why an edit was not made; nothing has changed then. */
export type EditFailure =
  | { readonly code: 'Unknown'; readonly what: string }
  /** `of`: what was given, where the words need it; else empty. */
  | { readonly code: 'Invalid'; readonly fault: EditFault; readonly of: string }
  /** A later change would be lost with an undo. */
  | { readonly code: 'ChangedSince'; readonly fault: 'undoneAlready' | 'changedAgain' };
