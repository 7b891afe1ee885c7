import { annotate, type AnnotateResources } from '../../lib/annotate/annotate.ts';
import type { Article } from '../../lib/model/article.ts';
import { blocksOfLines } from '../../lib/text/document.ts';

/** What each name is linked to, by the name that the store has for it; `?` where the reader chooses, `-` for nobody. */
export async function linksIn(text: string, resources: AnnotateResources): Promise<string[]> {
  const article: Article = {
    text,
    blocks: blocksOfLines(text),
    metadata: {
      url: 'https://news.test/a',
      canonicalUrl: null,
      title: '',
      publisher: null,
      authors: [],
      publishedAt: '2024-05-01',
      language: 'en',
      country: null,
    },
  };
  const { mentions, clusters } = await annotate(article, resources);
  const all = await resources.knowledge.getCandidates(
    clusters.flatMap(({ link }) => (link.kind === 'linked' ? [link.entity] : [])),
  );
  const names = new Map(all.map(({ entity }) => [entity.id, entity.name]));
  const linked = new Map(
    clusters.map(({ id, link }) => [
      id,
      link.kind === 'linked' ? (names.get(link.entity) ?? link.entity) : link.kind === 'nil' ? '-' : '?',
    ]),
  );
  return mentions.map(({ surface, cluster }) => `${surface}: ${linked.get(cluster)}`);
}
