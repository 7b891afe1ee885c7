import type { ArticleMetadata } from '../model/article.ts';
import { findDateInUrl, parseDate } from './dates.ts';
import { type JsonLdNode, findJsonLd, isArticleType, listOf, typesOf } from './json-ld.ts';
import { parseAuthors } from './people.ts';
import { likeness, withoutSite } from './titles.ts';

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
const textIn = (value: unknown): string | null =>
  typeof value === 'string' && collapse(value) !== '' ? collapse(decode(value)) : null;

/** JSON-LD and meta tags are often escaped once too often. */
const decode = (text: string): string =>
  text
    .replace(/&(?:#0?39|#x27|apos|rsquo);/gi, '’')
    .replace(/&(?:quot|#34);/gi, '"')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&');

/** Content of the first meta tag of these names that says something, in their order. */
const metaOf = (document: Document, ...names: readonly string[]): string | null => {
  for (const name of names) {
    for (const tag of document.querySelectorAll(
      `meta[property="${name}" i],meta[name="${name}" i],meta[itemprop="${name}" i]`,
    )) {
      const content = textIn(tag.getAttribute('content'));
      if (content !== null) return content;
    }
  }
  return null;
};

const metasOf = (document: Document, name: string): readonly string[] =>
  Array.from(document.querySelectorAll(`meta[property="${name}" i],meta[name="${name}" i]`), (tag) =>
    textIn(tag.getAttribute('content')),
  ).filter((content) => content !== null);

const nameOf = (value: unknown): string | null =>
  typeof value === 'string' ? textIn(value) : textIn((value as JsonLdNode | null)?.name);

const absolute = (address: string | null, base: string): string | null => {
  if (address === null) return null;
  try {
    const url = new URL(address, base === '' ? undefined : base);
    if (!/^https?:$/.test(url.protocol)) return null;
    url.hash = '';
    return url.href;
  } catch {
    return null;
  }
};

/** The article's own node: the one whose headline is the page's title, else the first. */
const findArticleNode = (document: Document): JsonLdNode | null => {
  const nodes = findJsonLd(document).filter((node) => typesOf(node).some((type) => isArticleType(type)));
  const alike = (node: JsonLdNode): number => likeness(textIn(node.headline) ?? '', document.title);
  return nodes.toSorted((a, b) => alike(b) - alike(a))[0] ?? null;
};

/** An `itemprop` of the page, outside of comments and lists of other articles. */
const itemOf = (document: Document, name: string): string | null => {
  const element = document.querySelector(`[itemprop~="${name}"]`);
  if (!element || element.closest('[class*="comment"],aside,nav,footer')) return null;
  return textIn(element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent);
};

/** How far ahead of the reader's clock an article may be dated: whoever lives farthest east, and a clock that is late. */
const mostAhead = 36 * 3_600_000;

/** When the article appeared, as its own outlet's calendar has it; what lies in the future is a mistake. */
const findPublished = (document: Document, node: JsonLdNode | null, url: string): string | null => {
  const declared = [
    textIn(node?.datePublished),
    metaOf(document, 'article:published_time', 'og:article:published_time', 'datePublished', 'parsely-pub-date'),
    metaOf(
      document,
      'pubdate',
      'publish-date',
      'publishdate',
      'publication_date',
      'sailthru.date',
      'dc.date.issued',
      'dc.date',
      'dcterms.date',
      'dcterms.created',
      'ptime',
      'pdate',
      'date',
    ),
    itemOf(document, 'datePublished'),
    textIn(node?.dateCreated),
    itemOf(document, 'dateCreated'),
  ];
  const shown = document.querySelector(
    'time[pubdate][datetime],article time[datetime],header time[datetime],main time[datetime]',
  );
  const addressed = findDateInUrl(url);
  const dates = [...declared, shown?.getAttribute('datetime') ?? null]
    .map((each) => (each === null ? null : parseDate(each)))
    .concat(addressed)
    .filter((date) => date !== null && Date.parse(date.slice(0, 10)) < Date.now() + mostAhead);
  // A year alone is passed over where something says more.
  const found = dates.find((date) => date !== null && date.length >= 10) ?? dates[0] ?? null;
  return found !== null && addressed !== null && isSameNight(found, addressed) ? addressed : found;
};

/** Whether a time in UTC is that of the day before or after in the outlet's own zone: 03:30Z on the 8th is the 7th in New York. */
const isSameNight = (date: string, day: string): boolean => {
  if (!date.endsWith('Z') || date.startsWith(day)) return false;
  const hours = (Date.parse(date) - Date.parse(day)) / 3_600_000;
  return (hours >= 24 && hours < 36) || (hours >= -14 && hours < 0);
};

const findAuthors = (document: Document, node: JsonLdNode | null): readonly string[] => {
  const declared = parseAuthors(
    listOf(node?.author ?? node?.creator)
      .map(nameOf)
      .filter((name) => name !== null),
  );
  if (declared.length > 0) return declared;
  for (const name of [
    'author',
    'article:author',
    'byl',
    'parsely-author',
    'sailthru.author',
    'dc.creator',
    'dcterms.creator',
  ]) {
    const authors = parseAuthors(metasOf(document, name));
    if (authors.length > 0) return authors;
  }
  const items = Array.from(document.querySelectorAll('[itemprop~="author"]'), (item) => {
    const named = item.querySelector('[itemprop~="name"]') ?? item;
    return textIn(named.getAttribute('content') ?? named.textContent);
  });
  const named = parseAuthors(items.filter((item) => item !== null && item.length < 120) as readonly string[]);
  if (named.length > 0) return named;
  // A shown byline counts only where it is the only one: lists of other articles have theirs.
  const shown = Array.from(document.querySelectorAll('a[rel~="author"],.byline,.author,.author-name,.byline__name'))
    .filter((element) => !element.closest('aside,nav,footer,li') && !element.parentElement?.closest('.byline,.author'))
    .map((element) => collapse(element.textContent ?? ''))
    .filter((text) => text.length > 2 && text.length < 80);
  return new Set(shown).size === 1 ? parseAuthors(shown) : [];
};

const findPublisher = (document: Document, node: JsonLdNode | null): string | null => {
  const declared = listOf(node?.publisher)
    .map(nameOf)
    .find((name) => name !== null);
  const named =
    declared ??
    metaOf(
      document,
      'og:site_name',
      'application-name',
      'publisher',
      'dc.publisher',
      'dcterms.publisher',
      'cre',
      'apple-mobile-web-app-title',
    );
  return named === null ? null : named.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/, '$1');
};

const findLanguage = (document: Document, node: JsonLdNode | null): string | null => {
  const written = [
    document.documentElement?.getAttribute('lang') || document.documentElement?.getAttribute('xml:lang'),
    document.body?.getAttribute('lang'),
    metaOf(document, 'content-language', 'dc.language', 'language', 'inLanguage'),
    textIn(document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content')),
    nameOf(node?.inLanguage),
    metaOf(document, 'og:locale'),
  ];
  for (const each of written) {
    const [, language] = /^\s*([a-z]{2,3})(?:[-_,\s]|$)/i.exec(each ?? '') ?? [];
    if (language) return language.toLowerCase();
  }
  return null;
};

/** What the page calls itself, best first: to find the headline by, and the title where no headline is shown. */
export const findTitles = (document: Document): readonly string[] => {
  const node = findArticleNode(document);
  const site = findPublisher(document, node);
  const written = [
    textIn(node?.headline),
    metaOf(document, 'og:title', 'twitter:title', 'dc.title'),
    textIn(document.title),
  ];
  const titles = written.filter((title) => title !== null).map((title) => withoutSite(title, site));
  return [...new Set(titles)];
};

export const findDescription = (document: Document): string =>
  metaOf(document, 'description', 'og:description', 'twitter:description') ?? '';

/** `headline` is the one found on the page, null where it shows none. Fields that the page does not tell are null. */
export const readMetadata = (document: Document, url: string, headline: string | null): ArticleMetadata => {
  const node = findArticleNode(document);
  const titles = findTitles(document);
  const publisher = findPublisher(document, node);
  const canonical =
    document.querySelector('link[rel~="canonical" i]')?.getAttribute('href') ?? metaOf(document, 'og:url');
  const shown = headline !== null && (titles.length === 0 || titles.some((title) => likeness(title, headline) >= 0.5));
  return {
    url: absolute(url, ''),
    canonicalUrl: absolute(textIn(canonical), url) ?? absolute(url, ''),
    title: shown ? headline : (titles[0] ?? headline),
    publisher,
    authors: findAuthors(document, node).filter((name) => publisher === null || !publisher.startsWith(name)),
    publishedAt: findPublished(document, node, textIn(canonical) ?? url),
    language: findLanguage(document, node),
  };
};
