import type { Article } from './article.ts';
import type { Claim } from './claim.ts';
import type { ClusterId } from './ids.ts';
import type { Cluster, Mention } from './mention.ts';
import type { Span } from './span.ts';

/** Several people of the article under one name or description: "the Riveras", "the couple". */
export interface Group {
  /** The cluster of a family's name; of a description one of its own, counted on from the article's. */
  readonly cluster: ClusterId;
  /** Where the description stands, in order; empty for a family's name, which is a mention. */
  readonly spans: readonly Span[];
  /** Clusters of persons, in order of the page. */
  readonly members: readonly ClusterId[];
}

/** Everything found in one article. */
export interface Analysis {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  /** In order of first mention; `clusters[i].id` is `m${i}`. */
  readonly clusters: readonly Cluster[];
  /** Families first, then descriptions; in order of the page. */
  readonly groups: readonly Group[];
  /** In reading order; at most one a sentence. */
  readonly claims: readonly Claim[];
}
