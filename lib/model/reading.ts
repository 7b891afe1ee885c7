import type { ArticleMetadata, PageWhy } from './article.ts';
import type { ClaimKind, Period, Quantity, RelatedClaim } from './claim.ts';
import type { EntityType } from './entity.ts';
import type { OffReason } from './sites.ts';
import type { ClusterId, EntityId } from './ids.ts';

/** A figure of the page that is being read. */
export interface Figure {
  readonly cluster: ClusterId;
  readonly name: string;
  readonly type: EntityType;
  /** Null where the store does not know it, or several fit. */
  readonly entity: EntityId | null;
  readonly candidates: readonly EntityId[];
  /** Those whom the name of a family or the description of a couple stands for; empty for one thing. */
  readonly members: readonly ClusterId[];
  /** The store's one line, else what the article says of it, else empty. */
  readonly description: string;
  /** What it held on the article's day, as the store says. */
  readonly roleOnDay: string | null;
  /** What the article says when it introduces the figure. */
  readonly role: string | null;
  readonly mentions: number;
  /** Its names as they stand on the page, the longest first. */
  readonly forms: readonly string[];
  /** Indexes into `PageReading.claims` of what the figure is heard to say. */
  readonly statements: readonly number[];
}

/** A claim of the page that is being read. */
export interface PageClaim {
  /** Its place in `PageReading.claims`. */
  readonly index: number;
  readonly kind: ClaimKind;
  /** The whole sentence, as on the page. */
  readonly text: string;
  /** The words in quotation marks, as on the page. */
  readonly quotes: readonly string[];
  readonly speaker: ClusterId | null;
  /** Words that name an unnamed source ("officials"), as on the page. */
  readonly speakerWords: string | null;
  readonly about: readonly ClusterId[];
  readonly quantities: readonly Quantity[];
  /** The first time that it names; null where it names none. */
  readonly when: Period | null;
  readonly checkWorthiness: number;
  readonly related: readonly RelatedClaim[];
  /** Counts from 1. */
  readonly paragraph: number;
}

/** When an article was read, and what makes its text known again. */
export interface ReadingReceipt {
  /** ISO 8601. */
  readonly readAt: string;
  /** SHA-256 of the article's text in UTF-8, hexadecimal. */
  readonly textHash: string;
}

/** What popup, side panel and card need to know of the page; figures in order of weight, claims in reading order. */
export interface PageReading {
  readonly article: ArticleMetadata;
  readonly receipt: ReadingReceipt;
  readonly why: PageWhy;
  readonly figures: readonly Figure[];
  /** Descriptions of several figures ("the couple"): they have a card, and are no figures themselves. */
  readonly groups: readonly Figure[];
  readonly claims: readonly PageClaim[];
  /** No card opens on the page: a frame in what is sandboxed without an origin is none of ours. */
  readonly isSealed?: true;
}

/** What kept an article from being read: no answer of the background, no store or a later one, an analysis that failed. */
export type ReadingFailure = 'noAnswer' | 'store' | 'storeTooNew' | 'analysis';

/** How far the reading of a page is. */
export type PageState =
  | { readonly state: 'not-article'; readonly why: PageWhy }
  | { readonly state: 'off'; readonly why: OffReason }
  | { readonly state: 'analysing' }
  | { readonly state: 'analysed'; readonly reading: PageReading }
  | { readonly state: 'failed'; readonly why: ReadingFailure };

/** Where the keyboard goes from the mark it was last at, or from the top of the view. */
export interface Step {
  readonly kind: 'figure' | 'claim';
  readonly to: 'next' | 'previous';
}

/** What a card is about, by itself enough to paint a first card. */
export type CardSubject =
  | { readonly kind: 'figure'; readonly cluster: ClusterId }
  | { readonly kind: 'claim'; readonly index: number };
