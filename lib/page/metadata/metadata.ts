import { findAuthors } from './authors.ts';
import { findCountry } from './country.ts';
import type { ArticleMetadata } from '../../model/article.ts';
import type { DayOrder } from './dates.ts';
import { findOutlet, findPublisher, withoutSlogan } from './outlet.ts';
import { findPublished } from './published.ts';
import { type Byline, noByline } from './byline.ts';
import { likeness, withoutSite } from '../text/titles.ts';
import { type StructuredData, metaOf, namesOf, readMetas, textIn, readStructuredData } from './structured-data.ts';

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

/** What the page says of its language, best first. */
const languagesOf = ({ document, metas, node }: StructuredData): readonly (string | null)[] => {
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
export const findTitles = (document: Document): readonly string[] => titlesOf(readStructuredData(document));

const titlesOf = (declared: StructuredData): readonly string[] => {
  const { document, metas, node } = declared;
  const site = findPublisher(declared);
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
const findCanonical = ({ document, metas }: StructuredData, url: string): string | null => {
  const written = [document.querySelector('link[rel~="canonical" i]')?.getAttribute('href'), metaOf(metas, 'og:url')];
  const isRoot = (address: string): boolean => /^https?:\/\/[^/]+\/$/.test(address);
  const here = absolute(url, '');
  for (const each of written) {
    const address = absolute(textIn(each), url);
    if (address !== null && (!isRoot(address) || here === null || isRoot(here))) return address;
  }
  return null;
};

/** Countries that write the month before the day. */
const monthFirst: ReadonlySet<string> = new Set(['US', 'PH', 'FM', 'MH', 'PW', 'AS', 'GU', 'VI', 'MP']);

/** English alone tells nothing: what sites are made with writes "en-US" unasked, wherever they are. */
const dayOrderOf = (country: string | null, language: string | null): DayOrder => {
  if (country !== null) return monthFirst.has(country) ? 'monthFirst' : 'dayFirst';
  return language === null || language === 'en' ? null : 'dayFirst';
};

/** A title that is shown in capitals throughout, as the page itself writes it. */
const withoutCapitals = (headline: string, titles: readonly string[]): string => {
  if (headline !== headline.toUpperCase()) return headline;
  return titles.find((title) => title !== headline && title.toUpperCase() === headline) ?? headline;
};

/**
 * `headline` is the one found on the page, null where it shows none; `byline` what stands around it. Fields that the
 * page does not tell are null.
 */
export const readMetadata = (
  document: Document,
  url: string,
  headline: string | null,
  byline: Byline = noByline,
): ArticleMetadata => {
  const declared = readStructuredData(document);
  const titles = titlesOf(declared);
  const canonical = findCanonical(declared, url) ?? absolute(url, '');
  const languages = languagesOf(declared);
  const shown = headline !== null && (titles.length === 0 || titles.some((title) => likeness(title, headline) >= 0.5));
  const title = shown ? withoutCapitals(headline, titles) : (titles[0] ?? headline);
  const named = findPublisher(declared);
  const publisher =
    named === null
      ? findOutlet(declared, { own: title ?? '', address: canonical, beside: byline.lines })
      : withoutSlogan(named, canonical ?? url);
  const language = findLanguage(languages);
  const country = findCountry(canonical ?? url, languages);
  const order = dayOrderOf(country, language);
  return {
    url: absolute(url, ''),
    canonicalUrl: canonical,
    title,
    publisher,
    authors: findAuthors(declared, byline).filter((name) => !(named ?? publisher)?.startsWith(name)),
    publishedAt: findPublished(declared, { url: canonical ?? url, order, byline }),
    language,
    country,
  };
};
