/** The name of the outlet: as the page declares it, else as its title, its header and its address agree on it. */
import { titleParts } from '../text/titles.ts';
import { type StructuredData, collapse, metaOf, namesOf, textIn } from './structured-data.ts';

/** "Thanks for visiting us.", "Posted by Ana": what templates put where the outlet's name belongs. */
const noName = /^\S+ \S.*\s.*[.!?]$|^posted by /iu;

/** What the page declares for machines. */
export const findPublisher = ({ document, metas, node }: StructuredData): string | null => {
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
  return named === null || noName.test(named) ? null : named.replace(/^https?:\/\/(?:www\.)?([^/]+).*$/, '$1');
};

const itemName = (document: Document): string | null => {
  const item = document.querySelector('[itemprop~="publisher"]');
  const named = item?.querySelector('[itemprop~="name"]') ?? null;
  return textIn(named?.getAttribute('content') ?? named?.textContent);
};

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase();

/** Labels of a host that may be a name: not its last, nor those that say what part of a site it is. */
const labelsOf = (address: string | null): readonly string[] => {
  const [, host = ''] = /^https?:\/\/([^/:]+)/u.exec(address ?? '') ?? [];
  const labels = host.split('.').slice(0, -1);
  return labels
    .filter((label) => label.length > 2 && label !== 'www' && label !== 'com')
    .map((each) => each.replaceAll('-', ''));
};

const areInOrder = (letters: string, text: string): boolean => {
  let from = 0;
  for (const letter of letters) {
    from = text.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
};

/** How many labels of a host have their letters in the name, in their order. */
const answersTo = (name: string, address: string | null): number =>
  labelsOf(address).filter((label) => areInOrder(label, plain(name))).length;

/** The first of the names to which most of an address answers; null where none is answered to. */
const mostAnswered = (names: readonly string[], address: string | null): string | null => {
  const [best] = names.toSorted((a, b) => answersTo(b, address) - answersTo(a, address));
  return best !== undefined && answersTo(best, address) > 0 ? best : null;
};

/** "The Harbour Post - Breaking News": of a name with a slogan the part to which the address answers; else all of it. */
export const withoutSlogan = (name: string, address: string | null): string => {
  const parts = name.split(/\s+[|–—•·-]\s+|:\s+/u);
  // "The Observers - France 24": the address answers to both.
  return parts.every((part) => answersTo(part, address) > 0) ? name : (mostAnswered(parts, address) ?? name);
};

const ofSites =
  /\b(?:home ?page|home|logo|startseite|accueil|inicio|rss|feed|headlines|(?:go|back) to|the front page of)\b/giu;

/** How a site calls itself where one goes to its front page, and what its feeds are called. */
const shownNames = (document: Document, address: string | null): readonly string[] => {
  const origins = new Set(
    [address, document.URL].map((each) => (each !== null && URL.canParse(each) ? new URL(each).origin : '')),
  );
  const names: (string | null | undefined)[] = [];
  const isHome = (link: Element): boolean => {
    if (link.getAttribute('rel')?.toLowerCase().split(/\s+/).includes('home')) return true;
    const href = link.getAttribute('href')?.trim() ?? '';
    if (href === '/') return true;
    return /^https?:\/\/[^/?#]+\/?$/.test(href) && URL.canParse(href) && origins.has(new URL(href).origin);
  };
  for (const link of document.querySelectorAll('a[rel~="home"],a[href="/"],a[href^="http"]')) {
    if (!isHome(link)) continue;
    names.push(link.getAttribute('aria-label'), link.getAttribute('title'), link.textContent);
    for (const image of link.querySelectorAll('img[alt],svg title'))
      names.push(image.getAttribute('alt') ?? image.textContent);
  }
  for (const feed of document.querySelectorAll(
    'link[rel~="alternate"][type*="rss"],link[rel~="alternate"][type*="atom"]',
  ))
    names.push(feed.getAttribute('title'));
  for (const sign of document.querySelectorAll('.site-name,.site-title,[class*="site-title"],[role="banner"] .logo'))
    names.push(sign.textContent);
  return names.flatMap((name) => {
    const text = collapse((name ?? '').replace(ofSites, ' ')).replace(/^[\s|:»›-]+|[\s|:»›-]+$/gu, '');
    return text.length > 1 && text.length <= 40 ? [text] : [];
  });
};

/** What stands beside the headline and answers to all of an address. */
const wholeNames = (lines: readonly string[], address: string | null): readonly string[] => {
  const labels = labelsOf(address).length;
  const parts = lines.flatMap((line) => line.split(/\s*[|•·]\s*|\s{2,}/u));
  return parts.filter((part) => part.length <= 40 && labels > 0 && answersTo(part, address) === labels);
};

/**
 * The outlet's name where no machine is told: what the page's title has beside the article's own, if the address answers
 * to it, the page calls itself so elsewhere, or it is in a script that no address has; else what leads to the front page,
 * or stands beside the headline, and is answered to by the address. Null where the page says it nowhere.
 */
export const findOutlet = (
  declared: StructuredData,
  {
    own,
    address,
    beside,
  }: { readonly own: string; readonly address: string | null; readonly beside: readonly string[] },
): string | null => {
  const { document } = declared;
  const parts = titleParts(document.title, own);
  const answered = mostAnswered(parts, address);
  if (answered !== null) return answered;
  const shown = shownNames(document, address);
  const known = new Set(shown.map(plain));
  const confirmed = parts.find((part) => known.has(plain(part)));
  if (confirmed !== undefined) return confirmed;
  return (
    itemName(document) ??
    mostAnswered([...shown, ...wholeNames(beside, address)], address) ??
    parts.find((part) => !/\p{Script=Latin}/u.test(part)) ??
    null
  );
};
