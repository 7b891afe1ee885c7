import { reasonWords } from '../../lib/i18n/reason.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import type { ArticleVerdict } from '../../lib/model/article.ts';
import type { ClaimRelation } from '../../lib/model/claim.ts';
import type { ClusterId } from '../../lib/model/ids.ts';

/** The analysis as `sidelight-analysis/1`: one JSON object, offsets in UTF-16 units of `text`. */
export function formatAnalysis(analysis: Analysis, { isArticle, why }: ArticleVerdict): unknown {
  const { article, mentions, clusters, claims } = analysis;
  const clusterOf = new Map(clusters.map((cluster) => [cluster.id, cluster]));
  const entityOf = (id: ClusterId): string | null => {
    const link = clusterOf.get(id)?.link;
    return link?.kind === 'linked' ? link.entity : null;
  };
  const nameOf = (id: ClusterId): string => clusterOf.get(id)?.name ?? '';
  const { url, canonicalUrl, title, publisher, authors, publishedAt, language } = article.metadata;
  return {
    format: 'sidelight-analysis/1',
    article: { isArticle, why: reasonWords(why), url, canonicalUrl, title, publisher, authors, publishedAt, language },
    text: article.text,
    mentions: mentions.map(({ start, end, surface, type, cluster, confidence }) => ({
      start,
      end,
      surface,
      type,
      cluster,
      name: nameOf(cluster),
      entity: entityOf(cluster),
      confidence: rounded(confidence),
    })),
    claims: claims.map(
      ({ start, end, kind, attribution: { speaker }, about, quantities, checkWorthiness, related }) => ({
        start,
        end,
        kind,
        speaker: speaker === null ? null : { cluster: speaker, name: nameOf(speaker), entity: entityOf(speaker) },
        about,
        quantities: quantities.map(({ value, unit, of }) => ({ value, unit, of })),
        checkWorthiness: rounded(checkWorthiness),
        related: related.map(({ claim, relation }) => ({ claim, relation: writtenAs[relation] })),
      }),
    ),
  };
}

/** The format has four relations: a later figure is, to whoever reads it, one that differs. */
const writtenAs: Readonly<Record<ClaimRelation, Exclude<ClaimRelation, 'updates'>>> = {
  repeats: 'repeats',
  supports: 'supports',
  differs: 'differs',
  contradicts: 'contradicts',
  updates: 'differs',
};

const rounded = (share: number): number => Math.round(share * 1000) / 1000;
