import type { AnalysisAnswer } from '../message/protocol.ts';
import type { Article } from '../model/article.ts';
import type { CardSubject, PageState, ReadingFailure, Step } from '../model/reading.ts';
import type { ClaimReview } from '../model/review.ts';
import type { CardWiring } from './card/card.ts';

/** What goes with an article besides its text. */
export interface ReadingExtras {
  /** When the article came up, in epoch milliseconds. */
  readonly openedAt: number;
  readonly reviews: readonly ClaimReview[];
}

type OfCards = 'document' | 'signal' | 'frameAddress' | 'settings' | 'askKey' | 'hearEmbeds' | 'parse';

export interface SessionWiring extends Pick<CardWiring, OfCards> {
  /** Null once this script has outlived its extension; a string says why there is no analysis. */
  readonly analyse: (article: Article, read: ReadingExtras) => Promise<AnalysisAnswer | ReadingFailure | null>;
  /** Names alone, of an article's beginning; answers like `analyse`. */
  readonly nameOpening: (article: Article) => Promise<AnalysisAnswer | ReadingFailure | null>;
  readonly publish: (state: PageState) => void;
  /** The document was opened anew: whoever reads it has to begin again. */
  readonly renewed: () => void;
}

export interface Session {
  /** Scrolls to the nth mention (from 0) or the claim and opens its card. False where the page has none. */
  readonly reveal: (subject: CardSubject, nth: number) => Promise<boolean>;
  /** Goes on to the next or previous mark that is painted, and opens its card. False where there is none. */
  readonly step: (step: Step) => Promise<boolean>;
  /** The store says something else: reads the page anew, and has its open cards follow. */
  readonly storeChanged: () => void;
  /** Looks again at a page that was no article. */
  readonly lookAgain: () => void;
  /** Moves the keyboard into the open card. False where none is. */
  readonly enterCard: () => boolean;
  /** Closes the open card, else the one that was pinned last. False where none is. */
  readonly escape: () => boolean;
  /** Paints again, with the settings as they are now. */
  readonly repaint: () => void;
}
