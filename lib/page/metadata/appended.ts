import type { ArticleMetadata } from '../../model/article.ts';
import { likeness } from '../text/titles.ts';
import { authorsOf, type Byline, dateOf } from './byline.ts';
import { parseDate } from './dates.ts';

const addressData = /^(?:itemid|data-.*(?:url|href|link))$/;

/** Where the article says that it is found by itself. */
const ownAddress = (article: Element, page: string): string | null => {
  const written = [
    article.querySelector('h1 a[href]')?.getAttribute('href'),
    ...[...article.attributes].filter(({ name }) => addressData.test(name)).map(({ value }) => value),
  ];
  for (const each of written) {
    if (!each || !URL.canParse(each, page)) continue;
    const url = new URL(each, page);
    url.hash = '';
    if (url.origin === new URL(page).origin && url.href !== page) return url.href;
  }
  return null;
};

/**
 * What is known of an article that hangs below another one: the page's head, which is of the first, tells its outlet and
 * language alone. It has the page's address only where the page has taken its title, and may have none.
 */
export const ofAppended = (
  page: ArticleMetadata,
  { article, headline, byline }: { readonly article: Element; readonly headline: string; readonly byline: Byline },
): ArticleMetadata => {
  const isPage = likeness(article.ownerDocument.title, headline) >= 0.9;
  const url = isPage || page.url === null ? page.url : ownAddress(article, page.url);
  const time = article.querySelector('time')?.getAttribute('datetime') ?? '';
  return {
    ...page,
    url,
    canonicalUrl: url,
    title: headline,
    authors: authorsOf(byline),
    publishedAt: parseDate(time) ?? dateOf(byline, null),
  };
};
