import { type DayOrder, findDateInUrl, parseDate } from './dates.ts';
import { type Byline, dateOf } from './byline.ts';
import { type StructuredData, itemOf, metaOf, textIn } from './structured-data.ts';

/** How far ahead of the reader's clock an article may be dated: whoever lives farthest east, and a clock that is late. */
const mostAhead = 36 * 3_600_000;

/** What was never set is counted from 1970 on. */
const isLikely = (date: string | null): date is string =>
  date !== null && !/^(?:1970-01-01|1969-12-31)/.test(date) && Date.parse(date.slice(0, 10)) < Date.now() + mostAhead;

/** The date within the JSON that Parse.ly had pages carry in one tag, which is not always whole. */
const pubDateIn = (page: string | null): string | null => /"pub_date"\s*:\s*"([^"]+)"/.exec(page ?? '')?.[1] ?? null;

const isDay = (date: string): boolean => date.length >= 10;

/** When the article appeared, as its own outlet's calendar has it; what lies in the future is a mistake. */
export const findPublished = (
  { document, metas, node }: StructuredData,
  { url, order, byline }: { readonly url: string; readonly order: DayOrder; readonly byline: Byline },
): string | null => {
  const declared = [
    textIn(node?.datePublished),
    metaOf(metas, 'article:published_time', 'og:article:published_time', 'datePublished', 'parsely-pub-date'),
    metaOf(
      metas,
      'pubdate',
      'publish-date',
      'publish_date',
      'publishdate',
      'pub_date',
      'article_date_original',
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
  const written = [...declared, findShownTime(document), pubDateIn(metaOf(metas, 'parsely-page'))]
    .map((each) => (each === null ? null : parseDate(each, order)))
    .filter(isLikely);
  // The words around the headline are looked through only where no machine is told the day.
  const dates = written.some(isDay) ? written : [...written, dateOf(byline, order), addressed].filter(isLikely);
  // A year alone is passed over where something says more.
  const found = dates.find(isDay) ?? dates[0] ?? null;
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
