import type { Article } from './article.ts';
import type { Claim } from './claim.ts';
import type { Cluster, Mention } from './mention.ts';

/** Everything found in one article. */
export interface Analysis {
  readonly article: Article;
  readonly mentions: readonly Mention[];
  /** In order of first mention; `clusters[i].id` is `m${i}`. */
  readonly clusters: readonly Cluster[];
  /** In reading order; at most one a sentence. */
  readonly claims: readonly Claim[];
}
