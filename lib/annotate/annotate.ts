import { findClaims } from '../claim/claims.ts';
import type { CheckWorthiness } from '../claim/checkworthy.ts';
import { openStored, relateClaims } from '../claim/compare/relate.ts';
import { findCandidates } from '../link/candidates/candidates.ts';
import { withoutTowns } from '../link/candidates/articled-towns.ts';
import { askOnce, inLanguage } from '../link/candidates/in-language.ts';
import { asLandscapes, findLandscapes } from '../link/candidates/landscape.ts';
import { linkNames } from '../link/names.ts';
import { unmistakable } from '../link/candidates/unmistakable.ts';
import type { Choice } from '../model/edit.ts';
import type { Analysis } from '../model/analysis.ts';
import type { Article } from '../model/article.ts';
import type { Knowledge } from '../model/knowledge.ts';
import type { Cluster, Mention } from '../model/mention.ts';
import { isAnalysedLanguage } from '../model/languages.ts';
import { breath, type Pace } from '../model/steps.ts';
import { takeArticles } from '../recognise/articles.ts';
import { bareHits } from '../recognise/bare-hits.ts';
import { findCouples } from '../recognise/cluster/couples.ts';
import { combineNames } from '../recognise/combine.ts';
import { findFamilies } from '../recognise/cluster/families.ts';
import { recogniseNames } from '../recognise/names.ts';
import { withSurnames } from '../recognise/firms-called-by-people.ts';
import { withFirmsOfPeoples } from '../recognise/firms-called-by-peoples.ts';
import type { Tagger } from '../recognise/tagger/tagger.ts';
import { readText, type TextDocument } from '../text/document.ts';
import { guessLanguage } from '../text/language.ts';
import { inCells, withoutLabels } from './cells.ts';
import { heedChoices } from './choices.ts';
import { knownRoles } from './known-roles.ts';

/** What the pipeline needs beside the article. */
export interface AnnotateResources {
  readonly knowledge: Knowledge;
  readonly tagger: Tagger;
  readonly checkWorthiness: CheckWorthiness;
  /** The reader's word on names in this article; what comes late is waited for where it is needed. */
  readonly choices: readonly Choice[] | Promise<readonly Choice[]>;
  /** A long article takes seconds, in which others may want the thread. */
  readonly pace: Pace;
}

/** An article whose names are found, and what finding its claims goes on with. */
interface Named {
  readonly document: TextDocument;
  readonly mentions: readonly Mention[];
  readonly clusters: readonly Cluster[];
  readonly store: Pick<Knowledge, 'getCandidates'>;
}

const inItsLanguage = (article: Article): Article => {
  const language = guessLanguage(article.text, article.metadata.language) ?? article.metadata.language;
  return { ...article, metadata: { ...article.metadata, language } };
};

async function nameAll(article: Article, resources: AnnotateResources): Promise<Named> {
  const { language } = article.metadata;
  const { pace } = resources;
  const isAnalysed = isAnalysedLanguage(language);
  const choices = Promise.resolve(resources.choices);
  choices.catch(() => {});
  const document = readText(article.text, article.blocks);
  await pace(breath());
  const store = askOnce(resources.knowledge);
  const matches = await resources.knowledge.findNames(article.text);
  await pace(breath());
  const hits = await inLanguage(article.text, matches, language, store);
  const told = isAnalysed ? await findLandscapes(article.text, hits, store) : { known: hits, sure: new Set<number>() };
  const known = bareHits(article.text, told.known);
  const tagged = isAnalysed ? await pace(recogniseNames(document, known, resources.tagger)) : [];
  const counted = isAnalysed ? known : unmistakable(article.text, known, language);
  const combined = withFirmsOfPeoples(
    article.text,
    withSurnames(article.text, combineNames(article.text, tagged, counted)),
  );
  const asked = { findNames: (text: string) => resources.knowledge.findNames(text), ...store };
  const looked = isAnalysed ? await findCandidates(article, combined, known, asked) : combined;
  const articled = takeArticles(document, asLandscapes(looked, told.sure));
  const names = await withoutTowns(article.text, articled, store);
  const found = await linkNames(document, names, article.metadata, { ...store, pace });
  const linked = withoutLabels(found, article.blocks);
  return { document, store, ...(await heedChoices(linked, await choices, resources.knowledge)) };
}

/** Who and what an article names, without its claims; pure but for what `knowledge` looks up. */
export async function annotateNames(given: Article, resources: AnnotateResources): Promise<Analysis> {
  const article = inItsLanguage(given);
  const { mentions, clusters } = await nameAll(article, resources);
  return { article, mentions, clusters, groups: [], claims: [] };
}

/** The whole analysis of an article; pure but for what `knowledge` looks up. */
export async function annotate(given: Article, resources: AnnotateResources): Promise<Analysis> {
  const article = inItsLanguage(given);
  // A database answers while the text is read.
  const stored = isAnalysedLanguage(article.metadata.language) ? openStored(article, resources.knowledge) : null;
  stored?.catch(() => {});
  const { document, mentions, clusters, store } = await nameAll(article, resources);
  if (stored === null) return { article, mentions, clusters, groups: [], claims: [] };

  const day = article.metadata.publishedAt?.slice(0, 10) ?? null;
  const roles = await knownRoles(clusters, store, day);
  const options = { day, country: article.metadata.country, model: resources.checkWorthiness };
  const told = await resources.pace(findClaims(document, { mentions, clusters, known: roles }, options));
  const isInCell = inCells(article.blocks);
  const found = told.filter((claim) => !isInCell(claim));
  const known = found.length === 0 ? null : await stored;
  const claims = known === null ? found : await resources.pace(relateClaims(found, clusters, { article, known }));
  const groups = [...findFamilies(document, { mentions, clusters }), ...findCouples(document, { mentions, clusters })];
  return { article, mentions, clusters, groups, claims };
}
