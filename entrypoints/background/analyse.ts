import { annotate, annotateNames } from '../../lib/annotate/annotate.ts';
import type { Analysis } from '../../lib/model/analysis.ts';
import type { Article } from '../../lib/model/article.ts';
import type { Introduction } from '../../lib/model/card.ts';
import type { Store } from '../../lib/store/store.ts';
import { createPace } from '../../lib/platform/tasks.ts';
import { resources } from './resources.ts';
import { takeTurn } from './thread-turns.ts';

interface Analysed {
  readonly analysis: Analysis;
  /** Those whom the article names and the store knows, as they stood on its day. */
  readonly briefs: readonly Introduction[];
}

/** Milliseconds of the thread at a time: cards are asked for while a long article is read. */
const share = 12;

interface Analysing {
  readonly what: 'all' | 'names';
  /** Ends it at the next place where it gives the thread back. */
  readonly signal?: AbortSignal;
}

/** An article against the store as it stands at this moment, with its claims or without. */
export async function analyse(store: Store, article: Article, { what, signal }: Analysing): Promise<Analysed> {
  const [tagger, checkWorthiness] = await Promise.all([resources.tagger(), resources.checkWorthiness()]);
  const { url, canonicalUrl, publishedAt } = article.metadata;
  const how = what === 'all' ? annotate : annotateNames;
  // Claims that are compared for the first time are taken in on the way.
  const read = what === 'all' ? store.read : store.readAhead;
  // May run twice at once, where the store was something else than it seemed: each has a turn of its own.
  return read(async ({ knowledge, choices, introductions }) => {
    const turn = takeTurn(article.text.length);
    try {
      const analysis = await how(article, {
        knowledge,
        tagger,
        checkWorthiness,
        choices: choices(canonicalUrl ?? url),
        pace: createPace({ share, turn: () => turn.mine().then(() => signal?.throwIfAborted()) }),
      });
      const linked = analysis.clusters.flatMap(({ link }) => (link.kind === 'linked' ? [link.entity] : []));
      return { analysis, briefs: await introductions(linked, publishedAt?.slice(0, 10) ?? null) };
    } finally {
      turn.end();
    }
  });
}
