import { type ExtractedArticle, extractInSteps } from './extract.ts';
import { measureText } from './standing.ts';
import { inTasks } from '../platform/tasks.ts';

/** What has become of an article since it was read. */
export interface Change {
  /** The page's article now. */
  readonly next: ExtractedArticle;
  /**
   * `same`: it stands where it stood. `moved`: its text stands in other nodes. `other`: it has another text. `next`:
   * another of the page's articles was scrolled to. `emptied`: most of the text is gone, for a moment as a rule.
   */
  readonly what: 'same' | 'moved' | 'other' | 'next' | 'emptied';
}

/** Null where nothing has changed, or another reading has begun meanwhile. */
export const findChange = async (
  document: Document,
  read: ExtractedArticle & { readonly measured: string },
  isOver: () => boolean,
): Promise<Change | null> => {
  const { map, container, article } = read;
  const held = container?.isConnected === true && (await inTasks(map.isIntact()));
  if (isOver() || (held && read.measured === measureText(document, read))) return null;
  const next = await inTasks(extractInSteps(document, document.URL));
  if (isOver()) return null;
  if (next.article.text === article.text) {
    // The same text may stand elsewhere: a reader view of the page's own shows a copy of it.
    return { next, what: held && next.map.elementAt(0) === map.elementAt(0) ? 'same' : 'moved' };
  }
  if (held && next.container !== container) return { next, what: 'next' };
  return { next, what: next.article.text.length * 3 < article.text.length ? 'emptied' : 'other' };
};
