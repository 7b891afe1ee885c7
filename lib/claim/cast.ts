import type { ClusterId } from '../model/ids.ts';
import type { Cluster, Mention } from '../model/mention.ts';
import type { TextDocument } from '../text/document.ts';

/** Who and what an article names: mentions in order of `start` without overlaps, and the clusters they belong to. */
export interface Cast {
  readonly mentions: readonly Mention[];
  readonly clusters: readonly Cluster[];
  /** What is known of a cluster beside what the article says: its offices on the article's day, or what body it is. */
  readonly known: ReadonlyMap<ClusterId, string>;
}

/** A cast laid over a text's tokens. */
export interface CastIndex {
  /** For each token the index of the mention that covers it, or -1. */
  readonly mentionAt: Int32Array;
  readonly clusterOf: (mention: number) => Cluster | null;
  readonly byId: ReadonlyMap<ClusterId, Cluster>;
  /** First token and end token of each mention. */
  readonly ranges: readonly { readonly first: number; readonly end: number }[];
}

/** Linear in tokens and mentions. */
export function indexCast(document: TextDocument, cast: Cast): CastIndex {
  const mentionAt = new Int32Array(document.tokens.length).fill(-1);
  const ranges: { first: number; end: number }[] = [];
  const byId = new Map(cast.clusters.map((cluster) => [cluster.id, cluster]));
  let token = 0;
  for (const [i, mention] of cast.mentions.entries()) {
    while ((document.tokens[token]?.end ?? Number.POSITIVE_INFINITY) <= mention.start) token += 1;
    const first = token;
    while ((document.tokens[token]?.start ?? Number.POSITIVE_INFINITY) < mention.end) {
      mentionAt[token] = i;
      token += 1;
    }
    ranges.push({ first, end: token });
  }
  const clusterOf = (mention: number): Cluster | null => {
    const found = cast.mentions[mention];
    return found === undefined ? null : (byId.get(found.cluster) ?? null);
  };
  return { mentionAt, clusterOf, byId, ranges };
}
