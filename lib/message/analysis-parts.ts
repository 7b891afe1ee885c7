import type { Analysis } from '../model/analysis.ts';
import type { Article } from '../model/article.ts';
import type { AnalysisAnswer, AnalysisPart, SentAnswer } from './protocol.ts';

/**
 * How an analysis travels: without the text, which who asked has, and that of a long article in parts, each its own
 * message. A browser writes and reads a message in one go: that of a megabyte of text took a page a tenth of a second.
 */

/** Mentions, clusters and claims in one message: a page takes in so many in some milliseconds. */
const inPart = 1_000;

const lists = ['mentions', 'clusters', 'claims'] as const;
type Lists = Pick<Analysis, (typeof lists)[number]>;

const noLists: Lists = { mentions: [], clusters: [], claims: [] };

/** What is sent before the answer, and the answer itself; a short analysis is all answer. */
export interface Parted {
  readonly parts: readonly AnalysisPart[];
  readonly answer: SentAnswer;
}

export function toParts({ analysis, briefs, receipt }: AnalysisAnswer, ask: number | null): Parted {
  const { article, groups, mentions, clusters, claims } = analysis;
  const rest = { metadata: article.metadata, groups, briefs, receipt };
  const longest = Math.max(mentions.length, clusters.length, claims.length);
  if (ask === null || longest <= inPart)
    return { parts: [], answer: { ...rest, mentions, clusters, claims, parts: 0 } };
  const parts: AnalysisPart[] = [];
  for (const list of lists)
    for (let from = 0; from < analysis[list].length; from += inPart)
      parts.push({ ask, nth: parts.length, ...noLists, [list]: analysis[list].slice(from, from + inPart) });
  return { parts, answer: { ...rest, ...noLists, parts: parts.length } };
}

/** Takes in parts as they come. Those of a question that was repeated come again, from the first. */
export interface PartsTaken {
  readonly ask: number;
  readonly parts: AnalysisPart[];
}

export const takePart = (taken: PartsTaken | null, part: AnalysisPart): PartsTaken =>
  taken === null || taken.ask !== part.ask || part.nth === 0
    ? { ask: part.ask, parts: [part] }
    : { ask: part.ask, parts: [...taken.parts, part] };

/** The whole of it; null where a part was lost on the way. */
export const fromParts = (
  answer: SentAnswer,
  article: Article,
  taken: readonly AnalysisPart[],
): AnalysisAnswer | null => {
  if (taken.length !== answer.parts || taken.some(({ nth }, at) => nth !== at)) return null;
  const { metadata, groups, briefs, receipt } = answer;
  const whole = <List extends keyof Lists>(list: List): Lists[List] =>
    (answer.parts === 0 ? answer[list] : taken.flatMap((part) => part[list] as readonly unknown[])) as Lists[List];
  return {
    analysis: {
      article: { ...article, metadata },
      mentions: whole('mentions'),
      clusters: whole('clusters'),
      groups,
      claims: whole('claims'),
    },
    briefs,
    receipt,
  };
};
