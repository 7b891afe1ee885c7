import { annotate, type annotateNames } from '../../lib/annotate/annotate.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import type { Article } from '../../lib/model/article.ts';
import type { Introduction } from '../../lib/model/card.ts';
import type { Store } from '../../lib/store/store.ts';
import { resources } from './resources.ts';

interface Analysed {
  readonly analysis: Analysis;
  /** Those whom the article names and the store knows, as they stood on its day. */
  readonly briefs: readonly Introduction[];
}

/** An article against the store as it stands at this moment, as far as `how` goes. */
export async function analyse(
  store: Store,
  article: Article,
  how: typeof annotate | typeof annotateNames = annotate,
): Promise<Analysed> {
  const [tagger, checkWorthiness] = await Promise.all([resources.tagger(), resources.checkWorthiness()]);
  const { url, canonicalUrl, publishedAt } = article.metadata;
  return store.read(async ({ knowledge, choices, introductions }) => {
    const analysis = await how(article, {
      knowledge,
      tagger,
      checkWorthiness,
      choices: await choices(canonicalUrl ?? url),
    });
    const linked = analysis.clusters.flatMap(({ link }) => (link.kind === 'linked' ? [link.entity] : []));
    return { analysis, briefs: await introductions(linked, publishedAt?.slice(0, 10) ?? null) };
  });
}
