import type { Analysis } from '../model/analysis.ts';
import type { Article } from '../model/article.ts';
import type { CardContext, CardRequest, EntityBrief, Introduction } from '../model/card.ts';
import type { Edit, EditFailure, Edited } from '../model/edit.ts';
import type { EntityId } from '../model/ids.ts';
import type { LookUpCandidate, LookUpFailure } from '../model/look-up.ts';
import type { InstalledPack, UnfinishedImport } from '../model/pack.ts';
import type { Forgetting, RememberedPage, RememberedPages } from '../model/memory.ts';
import type { PictureText } from '../model/picture.ts';
import type { ClaimReview, ReviewFeed } from '../model/review.ts';
import type { CardSubject, PageReading, PageState, ReadingReceipt, Step } from '../model/reading.ts';
import type { Result } from '../model/result.ts';
import type { Settings } from '../model/settings.ts';
import type { SyncedStore } from '../model/sync.ts';
import type { OffReason } from '../model/sites.ts';

/** Why a request could not be answered; each carries what its reader needs. */
export type RequestFailure =
  | { readonly code: 'MessageMalformed'; readonly detail: string }
  | { readonly code: 'StoreUnavailable'; readonly detail: string }
  /** A later version of Sidelight wrote it. */
  | { readonly code: 'StoreTooNew'; readonly detail: string }
  /** The disk is full: nothing was written. */
  | { readonly code: 'QuotaExceeded'; readonly detail: string }
  | { readonly code: 'AnalysisFailed'; readonly detail: string }
  | { readonly code: 'NotAllowed'; readonly detail: string }
  /** Nothing is written of what is read in a private window. */
  | { readonly code: 'PrivateWindow' };

export interface StoreCounts {
  readonly entities: number;
  readonly facts: number;
  readonly claims: number;
  readonly sources: number;
  readonly packs: readonly { readonly title: string; readonly version: string; readonly entities: number }[];
}

/** An analysis, with the store's one line for each entity that it links. */
export interface AnalysisAnswer {
  readonly analysis: Analysis;
  readonly briefs: readonly Introduction[];
  readonly receipt: ReadingReceipt;
}

/** The same on its way, without the text; the lists of a long one are empty and have been sent in so many parts before. */
export interface SentAnswer
  extends Omit<Analysis, 'article'>,
    Pick<Article, 'metadata'>,
    Pick<AnalysisAnswer, 'briefs' | 'receipt'> {
  readonly parts: number;
}

/** A stretch of a long analysis; each list goes on where that of the part before ended. */
export interface AnalysisPart extends Pick<Analysis, 'mentions' | 'clusters' | 'claims'> {
  /** The question that it is of, as the page counts them. */
  readonly ask: number;
  readonly nth: number;
}

/** Body of a request that asks for the one thing there is. */
export type Nothing = Readonly<Record<string, unknown>>;

export interface PackOverview {
  readonly packs: readonly InstalledPack[];
  readonly unfinished: readonly UnfinishedImport[];
}

interface PackOnly {
  readonly pack: string;
}

/** Who wants the page read: the article gate by itself, or the reader, who pressed for it. */
export type FoundBy = 'head' | 'gate' | 'reader';

/** Requests to the background, from content scripts and extension pages. */
export interface BackgroundRequests {
  /** Stage one found an article; the background injects the reader unless paused or off for the site. */
  articleFound: { request: { readonly by: FoundBy }; answer: { readonly state: 'reading' | OffReason } };
  /**
   * Stage one found no article of the page's own, but a frame that fills the view: the background lets stage one look at
   * the largest frame of the tab.
   */
  viewerFound: { request: Nothing; answer: { readonly done: boolean } };
  /** Names of an article's beginning, to be marked while the whole is read; remembers nothing. */
  nameOpening: { request: { readonly article: Article }; answer: SentAnswer };
  /** A card is open while an embed of the page has the focus: the background lets the embeds tell of Escape. */
  focusInEmbed: { request: Nothing; answer: { readonly done: boolean } };
  /** Escape was pressed in an embed. False where no card is open any more. */
  escapeInEmbed: { request: Nothing; answer: { readonly found: boolean } };
  /** The whole pipeline; remembers what was read where the settings allow it. */
  analyse: {
    /**
     * `openedAt` in epoch milliseconds: what was forgotten since then is not kept again. `ask` tells parts of a long
     * answer from those of another question; null where the page takes none.
     */
    request: {
      readonly article: Article;
      readonly openedAt: number;
      readonly reviews: readonly ClaimReview[];
      readonly ask: number | null;
    };
    answer: SentAnswer;
  };
  /** What the store says of a figure or a claim. */
  card: { request: CardRequest; answer: CardContext };
  /** The picture that a card's entity has, for after the card is painted; null where there is none that can be shown. */
  picture: { request: { readonly id: EntityId }; answer: PictureText | null };
  /** Entities by name, best first, at most 20. */
  searchStore: { request: { readonly query: string }; answer: readonly EntityBrief[] };
  storeCounts: { request: Nothing; answer: StoreCounts };
  /** Every store that this device syncs with. */
  syncStatus: { request: Nothing; answer: readonly SyncedStore[] };
  /** Begins a sync at once, also after the stores were changed; does not wait for its end. */
  syncNow: { request: Nothing; answer: null };
  /** Card of an entity that the page does not name (search, nested cards). */
  entity: { request: { readonly id: EntityId }; answer: EntityBrief | null };
  /** One change by the reader's hand; the answer says whether it was made, and by which entry it is undone. */
  edit: { request: { readonly edit: Edit }; answer: Result<Edited, EditFailure> };
  undo: { request: { readonly history: string }; answer: Result<Edited, EditFailure> };
  /** A page of ours that opens the store by itself has changed what the reader made: pages and devices are to know. */
  storeWritten: { request: Nothing; answer: { readonly done: true } };
  /** Whether the store says something else than at that moment (epoch milliseconds); forgotten with the browser's end. */
  storeChangedSince: { request: { readonly at: number }; answer: { readonly changed: boolean } };
  /** What is kept of a page under any of its addresses; null where nothing is. */
  pageMemory: { request: { readonly urls: readonly string[] }; answer: RememberedPage | null };
  /** Pages kept, the last read first. */
  rememberedPages: { request: { readonly offset: number; readonly limit: number }; answer: RememberedPages };
  /** Feeds of reviews that were imported. */
  reviewFeeds: { request: Nothing; answer: readonly ReviewFeed[] };
  /** A batch of a feed's reviews. */
  importReviews: {
    request: { readonly feed: Pick<ReviewFeed, 'id' | 'title'>; readonly reviews: readonly ClaimReview[] };
    answer: { readonly done: true };
  };
  removeReviewFeed: { request: { readonly id: string }; answer: { readonly done: true } };
  /** Takes away what was read; answers how many pages. */
  forget: { request: { readonly what: Forgetting }; answer: { readonly pages: number } };
  /** What a name may stand for, as the wikis of the settings know it; asked only by the reader's wish. */
  lookUp: {
    request: { readonly name: string };
    answer: Result<readonly LookUpCandidate[], LookUpFailure>;
  };
  /** What a page that lists meanings leads to. */
  lookUpMeanings: {
    request: { readonly title: string };
    answer: Result<readonly LookUpCandidate[], LookUpFailure>;
  };
  /** Fetches one of them and keeps it with its sources; joined to `of` where that is an entry of the store. */
  keepLookUp: {
    request: { readonly candidate: LookUpCandidate; readonly of: EntityId | null; readonly name: string };
    answer: Result<{ readonly entity: EntityId }, LookUpFailure>;
  };
  /** A one-use key with which a card frame proves that our reader opened it. */
  frameKey: { request: Nothing; answer: { readonly key: string } };
  /** Packs that are installed, and imports that have not ended. */
  packs: { request: Nothing; answer: PackOverview };
  /** Back to the version before; false where there is none. */
  rollBackPack: { request: PackOnly; answer: { readonly done: boolean } };
  /** Reads what an import is about to switch to. */
  openPackAhead: { request: PackOnly & { readonly generation: string }; answer: { readonly done: true } };
  removePack: { request: PackOnly; answer: { readonly done: true } };
  discardImport: { request: PackOnly; answer: { readonly done: true } };
  /** Keeps a pack up to date from an address, or no longer (null). */
  subscribePack: { request: PackOnly & { readonly url: string | null }; answer: { readonly done: true } };
  checkFrameKey: { request: { readonly key: string }; answer: { readonly genuine: boolean } };
}

/** Requests to a tab, from the background, the popup and the side panel. */
export interface TabRequests {
  /** What the answer to `analyse` goes on from; false where nobody waits for it any more. */
  analysisPart: { request: AnalysisPart; answer: { readonly wanted: boolean } };
  /** Answered by stage one (not an article, off) or by the reader. */
  pageState: { request: Nothing; answer: PageState };
  /** Reads the page that the rules leave alone, this once. False where there is no article. */
  readNow: { request: Nothing; answer: { readonly found: boolean } };
  /** Scrolls to the nth mention (from 0) or to the claim, and opens its card. */
  reveal: { request: { readonly subject: CardSubject; readonly nth: number }; answer: { readonly found: boolean } };
  /** The store says something else: the page is read anew as soon as it is seen, and its open cards ask anew. */
  storeChanged: { request: Nothing; answer: { readonly found: boolean } };
  /** Moves the keyboard into the card that is open. False where none is. */
  enterCard: { request: Nothing; answer: { readonly found: boolean } };
  /** Closes the open card, else the one that was pinned last. False where none is. */
  escape: { request: Nothing; answer: { readonly found: boolean } };
  /** Goes on to the next or previous mark of a kind and opens its card; stays where there is none. */
  step: { request: Step; answer: { readonly found: boolean } };
  /** A frame of the page is read: what is asked of the tab from now on, that frame answers. */
  readInFrame: { request: Nothing; answer: { readonly found: boolean } };
}

/** One request of a map, as it travels. */
export type Envelope<Map, K extends keyof Map = keyof Map> = {
  [Type in K]: Map[Type] extends { request: infer Body } ? { readonly type: Type; readonly body: Body } : never;
}[K];

export type AnswerTo<Map, K extends keyof Map> = Map[K] extends { answer: infer Answer }
  ? Result<Answer, RequestFailure>
  : never;

/** Name of the port that keeps a side panel in step; the reader posts its state (state-parts.ts) at once and at each change. */
export const panelPortName = 'panel';

/** From the reader to the card frame, over a MessagePort that only the two hold. */
export type ToFrame =
  /** First message on the window itself, with the port: the key is checked with the background. */
  | { readonly type: 'open'; readonly key: string }
  /** What the cards from now on are of; it comes before the first and each time that the page is read anew. */
  | { readonly type: 'reading'; readonly reading: PageReading }
  /** The pointer has come to rest on it: a card may follow. */
  | { readonly type: 'prepare'; readonly subject: CardSubject }
  | {
      readonly type: 'show';
      readonly token: number;
      readonly subject: CardSubject;
      readonly settings: Settings;
      readonly takeFocus: boolean;
      /** Under what name its frame keeps what is begun in this card, and finds it again once the page has emptied it. */
      readonly drafts: string;
    }
  /** What was shown is before the reader's eyes; until then it is only made ready. */
  | { readonly type: 'seen' }
  /** The keyboard is to go into the card that is shown. */
  | { readonly type: 'focus' }
  /** The store says something else: what is shown is asked anew. */
  | { readonly type: 'storeChanged' }
  | { readonly type: 'hide' };

/** From the card frame to the reader. */
export type FromFrame =
  | { readonly type: 'ready' }
  /** The card's height in CSS pixels, each time it changes; the token says for which `show`. */
  | { readonly type: 'size'; readonly token: number; readonly height: number }
  | { readonly type: 'pointer'; readonly inside: boolean }
  | { readonly type: 'close' }
  /** Tab was pressed at the card's end, or Shift and Tab at its beginning. */
  | { readonly type: 'leave' }
  | { readonly type: 'pin'; readonly pinned: boolean }
  | { readonly type: 'drag'; readonly dx: number; readonly dy: number }
  | { readonly type: 'reveal'; readonly subject: CardSubject; readonly nth: number }
  /** The reader corrected something that the page names: it is to be read anew. */
  | { readonly type: 'reread' };
