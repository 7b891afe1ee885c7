import type { Article } from '../model/article.ts';

const placeOf = (url: string | null): string | null => url?.replace(/^https?:\/\/(?:www\.)?|[?#].*$/g, '') ?? null;

/**
 * An article after the page went on to another address by itself. Its address changes before its text does: as long as
 * it is the text of the article before, it is kept as that article. Some pages also leave the canonical address of the
 * article before in place, under which the new one would take the old one's place.
 */
export const afterRoute = (now: Article, before: Article | null): Article => {
  if (before === null) return now;
  if (now.text === before.text) return { ...now, metadata: before.metadata };
  const { url, canonicalUrl } = now.metadata;
  const isStale =
    canonicalUrl !== null &&
    canonicalUrl === before.metadata.canonicalUrl &&
    placeOf(canonicalUrl) === placeOf(before.metadata.url) &&
    placeOf(canonicalUrl) !== placeOf(url);
  return isStale ? { ...now, metadata: { ...now.metadata, canonicalUrl: url } } : now;
};
