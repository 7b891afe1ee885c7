import { findCountry } from './country.ts';
import type { ArticleMetadata } from '../model/article.ts';
import { findDateInUrl, parseDate } from './dates.ts';
import { decodeEntities } from './entities.ts';
import { type JsonLdNode, findJsonLd, isArticleType, listOf, typesOf } from './json-ld.ts';
import { parseAuthors } from './people.ts';
import { likeness, siteInTitle, withoutSite } from './titles.ts';

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();
/** The first text in a value of JSON-LD or an attribute; a number is one as well (a moment in milliseconds). */
const textIn = (value: unknown): string | null => {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return collapse(value) === '' ? null : collapse(decodeEntities(value));
  if (Array.isArray(value)) return value.map(textIn).find((text) => text !== null) ?? null;
  return typeof value === 'object' && value !== null && '@value' in value ? textIn(value['@value']) : null;
};

interface Meta {
  readonly content: string;
  readonly isItem: boolean;
}

/** What the page's meta tags say, by their names in small letters. */
type Metas = ReadonlyMap<string, readonly Meta[]>;

/** One pass over a list that the browser keeps: a selector for each name would look through the whole page. */
const readMetas = (document: Document): Metas => {
  const metas = new Map<string, Meta[]>();
  for (const tag of document.getElementsByTagName('meta')) {
    const content = textIn(tag.getAttribute('content'));
    if (content === null) continue;
    const named = new Set([tag.getAttribute('property')?.toLowerCase(), tag.getAttribute('name')?.toLowerCase()]);
    const item = tag.getAttribute('itemprop')?.toLowerCase();
    for (const name of new Set([...named, item])) {
      if (name === undefined) continue;
      const known = metas.get(name) ?? [];
      metas.set(name, known);
      known.push({ content, isItem: !named.has(name) });
    }
  }
  return metas;
};

/** Content of the first meta tag of these names that says something, in their order. */
const metaOf = (metas: Metas, ...names: readonly string[]): string | null => {
  for (const name of names) {
    const [meta] = metas.get(name.toLowerCase()) ?? [];
    if (meta) return meta.content;
  }
  return null;
};

/** Names of people or organisations: texts, nodes, or references to nodes elsewhere on the page. */
const namesOf = (document: Document, value: unknown): readonly string[] =>
  listOf(value).flatMap((each) => {
    if (typeof each !== 'object' || each === null) return textIn(each) ?? [];
    const node = each as JsonLdNode;
    const names = listOf(node.name).flatMap((name) => textIn(name) ?? []);
    if (names.length > 0 || node['@id'] === undefined) return names;
    const meant = findJsonLd(document).find((other) => other['@id'] === node['@id'] && other.name !== undefined);
    return listOf(meant?.name).flatMap((name) => textIn(name) ?? []);
  });

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

/** Where a page tells of itself. */
interface Told {
  readonly document: Document;
  readonly metas: Metas;
  readonly node: JsonLdNode | null;
}

const toldBy = (document: Document): Told => ({
  document,
  metas: readMetas(document),
  node: findArticleNode(document),
});

/** An `itemprop` of the page, outside of comments and lists of other articles. */
const itemOf = (document: Document, name: string): string | null => {
  const element = document.querySelector(`[itemprop~="${name}"]`);
  if (!element || element.closest('[class*="comment"],aside,nav,footer')) return null;
  return textIn(element.getAttribute('content') ?? element.getAttribute('datetime') ?? element.textContent);
};

/** How far ahead of the reader's clock an article may be dated: whoever lives farthest east, and a clock that is late. */
const mostAhead = 36 * 3_600_000;

/** When the article appeared, as its own outlet's calendar has it; what lies in the future is a mistake. */
const findPublished = ({ document, metas, node }: Told, url: string): string | null => {
  const declared = [
    textIn(node?.datePublished),
    metaOf(metas, 'article:published_time', 'og:article:published_time', 'datePublished', 'parsely-pub-date'),
    metaOf(
      metas,
      'pubdate',
      'publish-date',
      'publishdate',
      'publication_date',
      'sailthru.date',
      'dc.date.issued',
      'dc.date',
      'dcterms.date',
      'dcterms.created',
      'og:published_time',
      'og:pubdate',
      'published_time',
      'originalpublicationdate',
      'cxenseparse:recs:publishtime',
      'citation_publication_date',
      'ptime',
      'pdate',
      'date',
    ),
    itemOf(document, 'datePublished'),
    textIn(node?.dateCreated),
    itemOf(document, 'dateCreated'),
  ];
  const addressed = findDateInUrl(url);
  const dates = [...declared, findShownTime(document)]
    .map((each) => (each === null ? null : parseDate(each)))
    .concat(addressed)
    .filter((date) => date !== null && Date.parse(date.slice(0, 10)) < Date.now() + mostAhead);
  // A year alone is passed over where something says more.
  const found = dates.find((date) => date !== null && date.length >= 10) ?? dates[0] ?? null;
  return found !== null && addressed !== null && isSameNight(found, addressed) ? addressed : found;
};

/**
 * The date that the page shows beside its article. Lists and margins have those of other articles, a site's own header
 * that of today; where nothing tells them apart, only a time that stands alone counts.
 */
const findShownTime = (document: Document): string | null => {
  const times = Array.from(document.querySelectorAll('time[datetime]')).filter(
    (time) =>
      !time.closest('aside,nav,footer,[class*="comment"]') &&
      !time.closest('li')?.querySelector('article,h2,h3,h4,a[href]'),
  );
  for (const place of ['time[pubdate]', 'article time', 'main time', 'header time']) {
    const found = times.find((time) => time.matches(place));
    if (found) return found.getAttribute('datetime');
  }
  const written = new Set(times.map((time) => time.getAttribute('datetime')));
  return written.size === 1 ? ([...written][0] ?? null) : null;
};

/** Whether a time in UTC is that of the day before or after in the outlet's own zone: 03:30Z on the 8th is the 7th in New York. */
const isSameNight = (date: string, day: string): boolean => {
  if (!date.endsWith('Z') || date.startsWith(day)) return false;
  const hours = (Date.parse(date) - Date.parse(day)) / 3_600_000;
  return (hours >= 24 && hours < 36) || (hours >= -14 && hours < 0);
};

const findAuthors = ({ document, metas, node }: Told): readonly string[] => {
  const declared = parseAuthors(namesOf(document, node?.author ?? node?.creator));
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
    const authors = parseAuthors((metas.get(name) ?? []).flatMap(({ content, isItem }) => (isItem ? [] : content)));
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

const findPublisher = ({ document, metas, node }: Told): string | null => {
  const [declared] = namesOf(document, node?.publisher);
  const named =
    declared ??
    metaOf(
      metas,
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

/** What the page says of its language, best first. */
const languagesOf = ({ document, metas, node }: Told): readonly (string | null)[] => {
  const names = [
    document.documentElement?.getAttribute('lang') || document.documentElement?.getAttribute('xml:lang'),
    document.body?.getAttribute('lang'),
    metaOf(metas, 'content-language', 'dc.language', 'language', 'inLanguage'),
    textIn(document.querySelector('meta[http-equiv="content-language" i]')?.getAttribute('content')),
    textIn(node?.inLanguage) ?? namesOf(document, node?.inLanguage)[0] ?? null,
    metaOf(metas, 'og:locale'),
  ];
  return names.map((name) => name || null);
};

const findLanguage = (written: readonly (string | null)[]): string | null => {
  for (const each of written) {
    const [, language] = /^\s*([a-z]{2,3})(?:[-_,\s]|$)/i.exec(each ?? '') ?? [];
    if (language) return language.toLowerCase();
  }
  return null;
};

/** What the page calls itself, best first: to find the headline by, and the title where no headline is shown. */
export const findTitles = (document: Document): readonly string[] => titlesOf(toldBy(document));

const titlesOf = (told: Told): readonly string[] => {
  const { document, metas, node } = told;
  const site = findPublisher(told);
  const written = [
    textIn(node?.headline),
    metaOf(metas, 'og:title', 'twitter:title', 'dc.title'),
    textIn(document.title),
  ];
  const titles = written.filter((title) => title !== null).map((title) => withoutSite(title, site));
  return [...new Set(titles)];
};

export const findDescription = (document: Document): string =>
  metaOf(readMetas(document), 'description', 'og:description', 'twitter:description') ?? '';

/** The page's own address for what it shows; a site that gives its front page for all of them tells nothing. */
const findCanonical = ({ document, metas }: Told, url: string): string | null => {
  const written = [document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), metaOf(metas, 'og:url')];
  const isRoot = (address: string): boolean => /^https?:\/\/[^/]+\/$/.test(address);
  const here = absolute(url, '');
  for (const each of written) {
    const address = absolute(textIn(each), url);
    if (address !== null && (!isRoot(address) || here === null || isRoot(here))) return address;
  }
  return null;
};

/** `headline` is the one found on the page, null where it shows none. Fields that the page does not tell are null. */
export const readMetadata = (document: Document, url: string, headline: string | null): ArticleMetadata => {
  const told = toldBy(document);
  const titles = titlesOf(told);
  const canonical = findCanonical(told, url) ?? absolute(url, '');
  const languages = languagesOf(told);
  const shown = headline !== null && (titles.length === 0 || titles.some((title) => likeness(title, headline) >= 0.5));
  const title = shown ? headline : (titles[0] ?? headline);
  const publisher = findPublisher(told) ?? siteInTitle(document.title, title ?? '', canonical);
  return {
    url: absolute(url, ''),
    canonicalUrl: canonical,
    title,
    publisher,
    authors: findAuthors(told).filter((name) => publisher === null || !publisher.startsWith(name)),
    publishedAt: findPublished(told, canonical ?? url),
    language: findLanguage(languages),
    country: findCountry(canonical ?? url, languages),
  };
};
