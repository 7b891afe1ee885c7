import { annotate, type AnnotateResources } from '../../lib/annotate/annotate.ts';
import { scoreLinks } from './links.ts';
import { f1Of, precisionOf, recallOf, type Score } from './pairwise.ts';
import type { ReferenceArticle } from './references.ts';
import { addScores, emptyScores } from './whole.ts';

const percent = (share: number): string => (100 * share).toFixed(1).padStart(5);
const row = (what: string, score: Score): string =>
  `  ${what.padEnd(34)} P ${percent(precisionOf(score))}   R ${percent(recallOf(score))}   F1 ${percent(f1Of(score))}`;
const share = (right: number, of: number): string => (of === 0 ? '    –' : percent(right / of));

/** Prints what the pipeline makes of whole articles: clusters, roles, claims and their speakers. */
export async function evaluateArticles(
  name: string,
  articles: readonly ReferenceArticle[],
  resources: AnnotateResources,
  print: (line: string) => void,
): Promise<void> {
  const scores = emptyScores();
  for (const { article, reference } of articles) addScores(scores, await annotate(article, resources), reference);
  print(`\n${name}, the whole pipeline: ${articles.length} texts`);
  print(row('names with type (MISC as one)', scores.mentions));
  print(row('clusters (pairs of names)', scores.clusters));
  if (scores.roles.wanted > 0) print(row('roles that the article gives', scores.roles));
  print(row('claims (sentences)', scores.claims));
  print(
    `  ${'kind of claim, speaker'.padEnd(34)} ${share(scores.kindRight, scores.claims.right)}, ${share(scores.speakers.right, scores.speakers.of)} right`,
  );
}

/** Prints how well names are linked to the built-in packs; answers the errors, one a line. */
export async function evaluateLinks(
  shared: string,
  resources: AnnotateResources,
  print: (line: string) => void,
): Promise<string[]> {
  const scores = await scoreLinks(shared, resources);
  if (scores === null) return [];
  print('\nGUM news, links to the built-in packs against its links to Wikipedia');
  print(`  ${'of the links made, right'.padEnd(34)} ${share(scores.right, scores.linked)}   of ${scores.linked}`);
  print(
    `  ${'of the names the packs know, linked'.padEnd(34)} ${share(scores.knownRight, scores.known)}   of ${scores.known}; left as a choice with the right one ${scores.choices}`,
  );
  return [`## links (${scores.errors.length})`, ...scores.errors];
}
