import type { Article } from '../model/article.ts';
import { findBody, isInside, leaveOutClutter, leaveOutLinks } from './body.ts';
import { type ChosenLine, composeArticle, textOf } from './compose.ts';
import { findHeadline } from './headline.ts';
import { collectLines } from './lines.ts';
import { findDescription, findTitles, readMetadata } from './metadata.ts';
import { selectLines } from './select.ts';
import type { TextMap } from './text-map.ts';

export interface ExtractedArticle {
  readonly article: Article;
  readonly map: TextMap;
  /** The element that holds the article's running text; null where none was found. */
  readonly container: Element | null;
}

/**
 * Leaves out lines that the style sheets hide, where there is layout to tell. A page whose text is mostly hidden (not
 * shown yet, or behind a notice) is taken as it is.
 */
const visibleOf = (chosen: readonly ChosenLine[]): readonly ChosenLine[] => {
  const shown = chosen.filter(({ line }) => line.region.element.checkVisibility?.() ?? true);
  return shown.length * 2 > chosen.length ? shown : chosen;
};

/**
 * The article of a page: headline, standfirst and the body's blocks in reading order, without what stands beside them,
 * and the map back to the page. Linear in the size of the page; total: a page without an article gives an empty text.
 */
export const extractArticle = (document: Document, url: string): ExtractedArticle => {
  const page = document.body ? collectLines(document.body) : null;
  let chosen: readonly ChosenLine[] = [];
  let headline: string | null = null;
  let container: Element | null = null;
  if (page) {
    leaveOutClutter(page);
    const body = findBody(page);
    if (body) {
      leaveOutLinks(page, body);
      container = body.element;
      const { lines } = page;
      const firstText = lines.findIndex(({ region, prose }) => prose > 0 && !region.out && isInside(region, body));
      const at = findHeadline(lines, Math.max(firstText, 0), findTitles(document));
      const line = lines[at];
      headline = line ? textOf(line) : null;
      chosen = visibleOf(selectLines({ lines, body, headline: at, description: findDescription(document) }));
    }
  }
  const { text, blocks, map } = composeArticle(chosen);
  return { article: { text, blocks, metadata: readMetadata(document, url, headline) }, map, container };
};
