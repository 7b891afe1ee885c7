import type { ArticleVerdict, PageReason } from '../model/article.ts';
import { judgePage } from './gate.ts';
import { isInsistedOn } from './stage.ts';

/** A heading or title of a page in whose place something stood. */
const notFound =
  /^(?:sorry|oops|whoops|error|404|[\s,.!:–—-])*(?:(?:(?:the|this|that|your) )?(?:page|story|article|content)\b[^.:?]{0,40}(?:\bnot|n['’]t)(?: be)? (?:found|exist)|404|(?:page|file) (?:missing|unavailable))(?: error)?[\s.!]*$/iu;

/** What parts a page's own title from its site's. */
const titleEnd = /\s[|–—-]\s/u;

const no = (code: PageReason): ArticleVerdict => ({ isArticle: false, why: { code, paragraphs: 0 } });

const saysNotFound = (document: Document): boolean =>
  [
    document.title.split(titleEnd)[0] ?? '',
    ...Array.from(document.querySelectorAll('h1'), (h1) => h1.textContent),
  ].some((text) => /\d|\p{L}/u.test(text) && notFound.test(text.trim()));

/** Whether the page calls itself a video, and by no other word an article with a video in it. */
const saysVideo = (document: Document, { why }: ArticleVerdict): boolean =>
  why.code !== 'saysNews' &&
  Array.from(document.querySelectorAll<HTMLMetaElement>('meta[property="og:type" i]')).some(({ content }) =>
    /^video\b/iu.test(content.trim()),
  );

/**
 * Whether the page is read: as the gate has it, or because its reader wants it read whatever the gate says. Pages that are
 * not found and players of videos have running text around them, for which stage one has no room to look.
 */
export const verdictOn = (document: Document): ArticleVerdict => {
  if (isInsistedOn()) return { isArticle: true, why: { code: 'asked', paragraphs: 0 } };
  const verdict = judgePage(document, document.URL);
  if (!verdict.isArticle) return verdict;
  if (saysNotFound(document)) return no('saysNotFound');
  return saysVideo(document, verdict) ? no('saysVideo') : verdict;
};
