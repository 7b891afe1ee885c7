import type { Article } from '../model/article.ts';

/** Without scheme, "www.", query, fragment and a closing slash. */
export const addressOf = (url: string): string =>
  url
    .replace(/^https?:\/\/(?:www\.)?/iu, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/$/u, '')
    .toLowerCase();

/** Every address of an article. */
export const addressesOf = ({ metadata }: Article): ReadonlySet<string> =>
  new Set([metadata.url, metadata.canonicalUrl].flatMap((url) => (url === null ? [] : [addressOf(url)])));
