import type { Article } from '../model/article.ts';
import { findBody, leaveOutClutter, leaveOutLinks } from './text/body.ts';
import { isInside } from './text/body-parts.ts';
import { type ChosenLine, composeArticle, textOf } from './text/compose.ts';
import { findHeadline, isHeading } from './text/headline.ts';
import { articlesOf, scrolledTo } from './text/endless.ts';
import { leaveOutCopies } from './text/copies.ts';
import { collectLines } from './text/lines.ts';
import { ofAppended } from './metadata/appended.ts';
import { findDescription, findTitles, readMetadata } from './metadata/metadata.ts';
import { selectLines } from './text/select.ts';
import { readByline, noByline } from './metadata/byline.ts';
import { atOnce } from '../model/steps.ts';
import type { TextMap } from './text/text-map.ts';

export interface ExtractedArticle {
  readonly article: Article;
  readonly map: TextMap;
  /** The element that holds the article's running text; null where none was found. */
  readonly container: Element | null;
  /** The page's whole articles, of which this is the one that was scrolled to; none unless there are several. */
  readonly articles: readonly Element[];
  /** Open shadow roots of the page. */
  readonly roots: readonly ShadowRoot[];
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
 * The article of a page in steps, so that the page can run between them; the result is the last step's value. What a
 * page changes meanwhile is as gone from the map as what it changes later.
 */
export function* extractInSteps(document: Document, url: string): Generator<void, ExtractedArticle> {
  const page = document.body ? yield* collectLines(document.body) : null;
  let chosen: readonly ChosenLine[] = [];
  let headline: string | null = null;
  let byline = noByline;
  let container: Element | null = null;
  let appended: Element | undefined;
  let articles: readonly Element[] = [];
  if (page) {
    yield;
    yield* leaveOutCopies(page);
    leaveOutClutter(page);
    const whole = articlesOf(page.regions);
    articles = whole.map(({ element }) => element);
    const body = whole[scrolledTo(document, articles)] ?? findBody(page);
    if (body) {
      leaveOutLinks(page, body);
      container = body.element;
      yield;
      const { lines } = page;
      // The picture above a headline has a caption of its own.
      const firstText = lines.findIndex(
        ({ region, prose }) =>
          prose > 0 &&
          !region.out &&
          isInside(region, body) &&
          !region.element.closest('figure,figcaption') &&
          !isHeading(region),
      );
      appended = articles.slice(1).find((each) => each.contains(body.element));
      const title = appended?.querySelector('h1')?.textContent ?? '';
      const at = findHeadline(lines, Math.max(firstText, 0), appended ? [title] : findTitles(document));
      const line = lines[at];
      headline = line ? textOf(line) : null;
      byline = readByline(lines, at, Math.max(firstText, at + 1));
      chosen = yield* selectLines({ lines, body, headline: at, description: findDescription(document) });
      yield;
      chosen = visibleOf(chosen);
    }
  }
  yield;
  const { text, blocks, map } = yield* composeArticle(chosen);
  const metadata = readMetadata(document, url, headline, byline);
  const own = appended && headline ? { article: appended, headline, byline } : null;
  return {
    article: { text, blocks, metadata: own ? ofAppended(metadata, own) : metadata },
    map,
    container,
    articles,
    roots: page?.roots ?? [],
  };
}

/**
 * The article of a page: headline, standfirst and the body's blocks in reading order, without what stands beside them,
 * and the map back to the page. Linear in the size of the page; total: a page without an article gives an empty text.
 */
export const extractArticle = (document: Document, url: string): ExtractedArticle =>
  atOnce(extractInSteps(document, url));
