import type { ArticleVerdict } from '../model/article.ts';
import { judgePage } from './gate.ts';
import { isInsistedOn } from './stage.ts';

/** The title or heading of a page in whose place something stood; "Page not found: how the web forgets" is an article's. */
const notFound = /^\W*(?:error )?(?:404|(?:\w+\W+){0,2}page\b[^:]*n.t(?: be)? found|404 not found)\b(?!:| \w)/i;

/**
 * Whether the page is read: as the gate has it, or because its reader wants it read whatever the gate says. Pages that are
 * not found and players of videos have running text around them, for which stage one has no room to look.
 */
export const verdictOn = (document: Document): ArticleVerdict => {
  if (isInsistedOn()) return { isArticle: true, why: { code: 'asked', paragraphs: 0 } };
  const verdict = judgePage(document, document.URL);
  if (!verdict.isArticle) return verdict;
  const shown = [document.title, document.querySelector('h1')?.textContent ?? ''];
  const isVideo = document.querySelector('[property="og:type"][content^=video]') && verdict.why.code !== 'saysNews';
  const code = shown.some((text) => notFound.test(text)) ? 'saysNotFound' : isVideo ? 'saysVideo' : null;
  return code ? { isArticle: false, why: { code, paragraphs: 0 } } : verdict;
};
