import type { Span } from './span.ts';

/** `cell`: what stands in a table or beside a term, and says no sentence: it may name somebody, and claims nothing. */
export type BlockKind = 'headline' | 'standfirst' | 'paragraph' | 'heading' | 'item' | 'quote' | 'caption' | 'cell';

/** A paragraph-like piece of the article; blocks are in reading order and joined by `\n` in `Article.text`. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

export interface ArticleMetadata {
  readonly url: string | null;
  readonly canonicalUrl: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly authors: readonly string[];
  /** ISO 8601. */
  readonly publishedAt: string | null;
  /** BCP 47 primary language subtag, lower case. */
  readonly language: string | null;
  /** ISO 3166-1 alpha-2, upper case: where the outlet is, as far as address and language tell. */
  readonly country: string | null;
}

export interface Article {
  /** The blocks' texts joined by `\n`; every offset counts UTF-16 units in it. */
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly metadata: ArticleMetadata;
}

/** What tells an article from other pages. */
export type PageReason =
  | 'asked'
  | 'saysNews'
  | 'saysArticle'
  | 'textInArticle'
  | 'textUnderHeadline'
  | 'plainText'
  | 'saysList'
  | 'saysProduct'
  | 'saysForum'
  | 'saysOther'
  | 'saysVideo'
  | 'saysNotFound'
  | 'saysFrontPage'
  | 'frontPage'
  | 'searchResults'
  | 'aboutSite'
  | 'wiki'
  | 'documentation'
  | 'forum'
  | 'specification'
  | 'code'
  | 'listOfArticles'
  | 'listOfLinks'
  | 'noText'
  | 'tooLittle'
  | 'tooLittleForArticle';

/** Why a page is an article or none, to be said in the reader's language. */
export interface PageWhy {
  readonly code: PageReason;
  /** Paragraphs of running text; 0 where the reason does not count them. */
  readonly paragraphs: number;
}

/** Whether a page is a news article. */
export interface ArticleVerdict {
  readonly isArticle: boolean;
  readonly why: PageWhy;
}
