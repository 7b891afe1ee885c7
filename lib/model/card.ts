import type { ClaimKind, ClaimRelation, EarlierWording, Quantity } from './claim.ts';
import type { EntityType } from './entity.ts';
import type { PartialDate } from './fact.ts';
import type { ClaimId, EntityId } from './ids.ts';
import type { PictureMark } from './picture.ts';
import type { ClaimReview } from './review.ts';
import type { Source } from './source.ts';

/** An entity in as few words as a row or a chip needs. */
export interface EntityBrief {
  readonly id: EntityId;
  readonly type: EntityType;
  readonly name: string;
  readonly description: string;
}

/** An entity as it stood on the article's day. */
export interface Introduction extends EntityBrief {
  /** What it held then, in one line. */
  readonly roleOnDay: string | null;
}

/** The article that a card is asked from: what was true is told as of its date, and it never counts as "before". */
export interface CardOccasion {
  readonly url: string | null;
  readonly publisher: string | null;
  readonly publishedAt: string | null;
}

/** A date or a number, with what its source adds to it. */
export type FactLiteral = { readonly qualifier: string | null } & (
  | { readonly date: PartialDate }
  | { readonly number: number; readonly unit: string | null }
);

/** A fact, ready to be shown. */
export interface FactLine {
  readonly predicate: string;
  /** In words, as its source has them; of a date or a number, in English. */
  readonly text: string;
  /** What is written otherwise in each language. */
  readonly literal: FactLiteral | null;
  readonly entity: EntityBrief | null;
  readonly validFrom: PartialDate | null;
  readonly validTo: PartialDate | null;
  /** Where the article's day (today where it has none) lies: in the fact's time, before it or after it. */
  readonly tense: 'holds' | 'not-yet' | 'no-longer';
  readonly source: Source;
}

/** Something that was said or written elsewhere, with its receipt. */
export interface Statement {
  readonly id: ClaimId;
  readonly kind: ClaimKind;
  readonly text: string;
  readonly quote: string | null;
  readonly speaker: EntityBrief | null;
  readonly speakerName: string | null;
  readonly quantities: readonly Quantity[];
  readonly saidAt: string | null;
  readonly source: Source;
  /** What its page said in its place before, the latest first. */
  readonly earlier: readonly EarlierWording[];
  /** When its page was read without it, in epoch milliseconds; null while it stands there. */
  readonly goneAt: number | null;
}

/** Articles that count as one report: of one outlet, or of several that print one text. */
export interface Report {
  readonly outlets: readonly string[];
  readonly sources: readonly Source[];
  /** Whether the article that is being read is one of them. */
  readonly isHere: boolean;
}

/** What the store has to say of a figure. */
export interface FigureContext {
  readonly kind: 'figure';
  /** Null where the store does not know the figure. */
  readonly entity: EntityBrief | null;
  /** What they held on the article's day, in one line. */
  readonly roleOnDay: string | null;
  /** The same today, where it differs. */
  readonly roleNow: string | null;
  readonly facts: readonly FactLine[];
  /** Latest first. */
  readonly saidBefore: readonly Statement[];
  /** Other sources that name the figure, latest first. */
  readonly metIn: readonly Source[];
  /** The reader's own words on it, in Markdown, latest first. */
  readonly notes: readonly string[];
  /** That a look-up brought a picture, which is asked for by itself; null where there is none. */
  readonly picture: PictureMark | null;
  /** For a name that several entities bear. */
  readonly candidates: readonly EntityBrief[];
}

export interface RelatedStatement {
  readonly relation: ClaimRelation | 'same-subject';
  readonly statement: Statement;
}

/** What the store has to say of a claim. */
export interface ClaimContext {
  readonly kind: 'claim';
  readonly related: readonly RelatedStatement[];
  /** Independent reports of the same, this article's own first. */
  readonly reports: readonly Report[];
  /** What fact-checkers published on it, the best match first. */
  readonly reviews: readonly ClaimReview[];
  /** What this page said in the claim's place before, the latest first. */
  readonly earlier: readonly EarlierWording[];
}

export type CardContext = FigureContext | ClaimContext;

export type CardRequest =
  | {
      readonly kind: 'figure';
      readonly entity: EntityId | null;
      readonly candidates: readonly EntityId[];
      readonly name: string;
      readonly occasion: CardOccasion;
    }
  | {
      readonly kind: 'claim';
      readonly text: string;
      readonly speaker: EntityId | null;
      readonly about: readonly EntityId[];
      readonly quantities: readonly Quantity[];
      readonly related: readonly { readonly claim: ClaimId; readonly relation: ClaimRelation }[];
      readonly occasion: CardOccasion;
    };
