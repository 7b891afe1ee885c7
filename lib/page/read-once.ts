import type { AnalysisAnswer } from '../message/protocol.ts';
import type { Article } from '../model/article.ts';
import { type ExtractedArticle, extractInSteps } from './extract.ts';
import { reviewsOf } from './metadata/claim-reviews.ts';
import { openingsOf } from './openings.ts';
import { afterRoute } from './route.ts';
import type { SessionWiring } from './session-wiring.ts';
import { countParagraphs, measureText } from './standing.ts';
import { inTasks, nextTask } from '../platform/tasks.ts';

export interface OneReading {
  /** Nothing of the page is marked yet. */
  readonly isFirst: boolean;
  /** When the article came up, in epoch milliseconds. */
  readonly openedAt: number;
  /** What was read before the page went on to another address. */
  readonly leftBehind: Article | null;
  readonly include: (roots: readonly ShadowRoot[]) => void;
  /** Marks what an answer found in the article, or in its beginning. False where the page has gone on meanwhile. */
  readonly take: (next: ExtractedArticle, answered: AnalysisAnswer) => Promise<boolean>;
}

/**
 * Takes the page's article apart, has its openings named and then all of it analysed. Answers how its text measured, and
 * null where all of it is not marked: it has no text, was not analysed, or the page has gone on.
 */
export const readOnce = async (
  wiring: Pick<SessionWiring, 'document' | 'analyse' | 'nameOpening' | 'publish'>,
  isOver: () => boolean,
  { isFirst, openedAt, leftBehind, include, take }: OneReading,
): Promise<string | null> => {
  const { document, publish } = wiring;
  if (isFirst) publish({ state: 'analysing' });
  await nextTask();
  if (isOver()) return null;
  const paragraphs = countParagraphs(document);
  const found = await inTasks(extractInSteps(document, document.URL));
  if (isOver()) return null;
  const next = { ...found, article: afterRoute(found.article, leftBehind) };
  include(next.roots);
  if (next.article.blocks.length === 0) {
    publish({ state: 'not-article', why: { code: 'noText', paragraphs: 0 } });
    return null;
  }
  // The background is at work while the page is measured, or painted.
  const openings = isFirst ? openingsOf(next.article) : [];
  const ask = (nth: number) => (openings[nth] ? wiring.nameOpening(openings[nth]) : null);
  let asked = ask(0);
  // What came while the page was taken apart may not be in what was taken: it is looked at again.
  const measured = paragraphs === countParagraphs(document) ? measureText(document, next) : '';
  await nextTask();
  let opened = 0;
  while (asked !== null) {
    const named = await asked;
    if (isOver()) return null;
    // What is wrong is told of by the whole, which is asked for in any case.
    if (named === null || typeof named === 'string') break;
    opened += 1;
    asked = ask(opened);
    if (!(await take(next, named))) return null;
  }
  await nextTask();
  const answered = await wiring.analyse(next.article, { openedAt, reviews: reviewsOf(document, next.article) });
  if (isOver() || answered === null) return null;
  if (typeof answered === 'string') {
    publish({ state: 'failed', why: answered });
    return null;
  }
  return (await take(next, answered)) ? measured : null;
};
