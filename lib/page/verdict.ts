import type { ArticleVerdict } from '../model/article.ts';
import { judgePage } from './gate.ts';
import { isInsistedOn } from './stage.ts';

/** Whether the page is read: as the gate has it, or because its reader wants it read whatever the gate says. */
export const verdictOn = (document: Document): ArticleVerdict =>
  isInsistedOn() ? { isArticle: true, why: { code: 'asked', paragraphs: 0 } } : judgePage(document, document.URL);
