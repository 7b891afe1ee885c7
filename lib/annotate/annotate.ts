import { findClaims } from '../claim/claims.ts';
import type { CheckWorthiness } from '../claim/checkworthy.ts';
import { relateClaims } from '../claim/relate.ts';
import { linkNames } from '../link/names.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Article } from '../model/article.ts';
import type { Knowledge } from '../model/knowledge.ts';
import { combineNames } from '../recognise/combine.ts';
import { recogniseNames } from '../recognise/names.ts';
import type { Tagger } from '../recognise/tagger.ts';
import { readText } from '../text/document.ts';

/** What the pipeline needs beside the article. */
export interface AnnotateResources {
  readonly knowledge: Knowledge;
  readonly tagger: Tagger;
  readonly checkWorthiness: CheckWorthiness;
}

/** The whole analysis of an article; pure but for what `knowledge` looks up. */
export async function annotate(article: Article, resources: AnnotateResources): Promise<Analysis> {
  const document = readText(article.text, article.blocks);
  const known = await resources.knowledge.findNames(article.text);
  const tagged = recogniseNames(document, known, resources.tagger);
  const names = combineNames(tagged, known);
  const { mentions, clusters } = await linkNames(document, names, article.metadata, resources.knowledge);
  const found = findClaims(document, { mentions, clusters }, { day: dayOf(article), model: resources.checkWorthiness });
  const claims = await relateClaims(found, clusters, article, resources.knowledge);
  return { article, mentions, clusters, claims };
}

const dayOf = (article: Article): string | null => article.metadata.publishedAt?.slice(0, 10) ?? null;
