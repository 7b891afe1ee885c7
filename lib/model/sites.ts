/** Where Sidelight reads: which pages, by the reader's own rules. */

export const reaches = ['news', 'chosen', 'click'] as const;
/** Every news page, the chosen sites only, or the chosen sites and whatever the toolbar button is pressed on. */
export type Reach = (typeof reaches)[number];

export interface SiteRules {
  /** Paused on every site. */
  readonly paused: boolean;
  readonly reach: Reach;
  /** Patterns of sites that are chosen; they count where `reach` is not every news page. */
  readonly sitesOn: readonly string[];
  /** Patterns of sites that are never read; they win over the chosen ones. */
  readonly sitesOff: readonly string[];
}

/** Why a page is not read. */
export type OffReason = 'paused' | 'site-off' | 'not-chosen' | 'on-click';

/** Addresses write letters beyond ASCII in percent signs, readers as they are. */
const readable = (path: string): string => {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
};

/** Whether a text is the pattern, where a star stands for anything. Linear in the text for each star. */
const isLike = (pattern: string, text: string): boolean => {
  const parts = pattern.split('*');
  let at = 0;
  return parts.every((part, nth) => {
    const found = nth === parts.length - 1 ? text.length - part.length : text.indexOf(part, at);
    const fits = found >= at && text.startsWith(part, found) && (nth > 0 || found === 0);
    at = found + part.length;
    return fits;
  });
};

interface Place {
  /** Lower case, a dot in front. */
  readonly host: string;
  /** A slash at both ends. */
  readonly path: string;
}

const placeOf = (address: string): Place => {
  const [, host = '', path = ''] =
    /^https?:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]+)(?::\d+)?([^?#]*)/i.exec(address) ?? [];
  return { host: `.${host}`.toLowerCase(), path: `${readable(path)}/` };
};

const covers = (pattern: string, { host, path }: Place): boolean => {
  const slash = pattern.indexOf('/');
  const wanted = (slash < 0 ? pattern : pattern.slice(0, slash)).toLowerCase();
  if (wanted === '') return false;
  const isHost = wanted.includes('*') ? isLike(`*.${wanted}`, host) : host.endsWith(`.${wanted}`);
  // Of thousands of patterns few get as far as that.
  return isHost && (slash < 0 || isLike(`${readable(pattern.slice(slash)).replace(/\/$/, '')}/*`, path));
};

/**
 * Whether a pattern covers an address. "example.org" covers its subdomains too, "example.org/opinion" what lies below
 * that folder; a star stands for anything within the host or the path.
 */
export const coversPage = (pattern: string, address: string): boolean => covers(pattern, placeOf(address));

const covered = (patterns: readonly string[], address: string): boolean => {
  const place = placeOf(address);
  return patterns.some((pattern) => covers(pattern, place));
};

/** The patterns that cover an address, in their order. */
export const coveringOf = (patterns: readonly string[], address: string): readonly string[] =>
  patterns.filter((pattern) => coversPage(pattern, address));

/** Why nothing is read at an address, as the rules say; null where it is read. */
export const whyOff = ({ paused, reach, sitesOn, sitesOff }: SiteRules, address: string): OffReason | null => {
  if (paused) return 'paused';
  if (covered(sitesOff, address)) return 'site-off';
  if (reach === 'news' || covered(sitesOn, address)) return null;
  return reach === 'click' ? 'on-click' : 'not-chosen';
};

/** The rules after a site's own switch was used; `site` is the host as a pattern. */
export const switchSite = (
  rules: SiteRules,
  { address, site, to }: { readonly address: string; readonly site: string; readonly to: 'on' | 'off' },
): Pick<SiteRules, 'paused' | 'sitesOn' | 'sitesOff'> => {
  const others = (patterns: readonly string[]): string[] => patterns.filter((each) => !coversPage(each, address));
  if (to === 'off') {
    const off = rules.reach === 'news' ? [...others(rules.sitesOff), site].toSorted() : rules.sitesOff;
    return { paused: rules.paused, sitesOn: others(rules.sitesOn), sitesOff: off };
  }
  const on = rules.reach === 'news' ? rules.sitesOn : [...others(rules.sitesOn), site].toSorted();
  return { paused: false, sitesOn: on, sitesOff: others(rules.sitesOff) };
};

/** Characters that browsers sync of all lists of sites together: some two thousand sites. */
export const mostCharacters = 60_000;

/** Characters of lists of sites, a line each. */
export const charactersOf = (lists: readonly (readonly string[])[]): number =>
  lists.reduce((sum, list) => sum + list.reduce((length, site) => length + site.length + 1, 0), 0);
