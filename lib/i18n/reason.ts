import type { PageWhy } from '../model/article.ts';
import { words } from './words.ts';

/** Why a page counts as an article or does not, in words. */
export const reasonWords = ({ code, paragraphs }: PageWhy): string => {
  const said = words.reasons[code];
  return typeof said === 'string' ? said : said({ count: paragraphs });
};
