import { words } from '../../lib/i18n/words.ts';
import type { ArticleMetadata } from '../../lib/model/article.ts';
import type { RememberedPage } from '../../lib/model/memory.ts';
import { isKeptAt, type Settings } from '../../lib/model/settings.ts';

/** What memory has to do with the page that a panel stands beside. */
export type PageMemoryView =
  | { readonly state: 'unasked' }
  | { readonly state: 'off' }
  | { readonly state: 'private' }
  | { readonly state: 'site-off' }
  | { readonly state: 'none' }
  /** An article that hangs below another one and has no address of its own is not kept. */
  | { readonly state: 'unaddressed' }
  /** The store has not answered yet. */
  | { readonly state: 'asking'; readonly siteOff: boolean }
  /** `siteOff`: what is read there from now on is not kept. */
  | { readonly state: 'kept'; readonly page: RememberedPage; readonly siteOff: boolean };

type Addresses = Pick<ArticleMetadata, 'url' | 'canonicalUrl'>;

/**
 * Addresses under which what is read may be kept: its own where it is an article, which need not be the page's where
 * several hang below each other, else the page's.
 */
export const addressesOf = (article: Addresses | null, address: string | null): readonly string[] => {
  const all = article === null ? [address] : [article.canonicalUrl, article.url];
  return [...new Set(all)].filter((url) => url !== null && /^https?:/iu.test(url)) as string[];
};

interface Beside {
  readonly settings: Pick<Settings, 'memory' | 'memorySitesOff'>;
  readonly address: string | null;
  readonly isPrivate: boolean;
  /** The article that is read; null where none is. */
  readonly article: Addresses | null;
  /** What the store keeps of the page; undefined until it has answered. */
  readonly kept: RememberedPage | null | undefined;
}

/** What was kept before counts first: it can be forgotten wherever it is looked at. */
export const pageMemoryView = ({ settings, address, isPrivate, article, kept }: Beside): PageMemoryView => {
  if (settings.memory === 'unasked') return isPrivate ? { state: 'private' } : { state: 'unasked' };
  const siteOff = address !== null && !isKeptAt({ ...settings, memory: 'on' }, address);
  if (kept === undefined) return { state: 'asking', siteOff };
  if (kept !== null) return { state: 'kept', page: kept, siteOff };
  if (settings.memory === 'off') return { state: 'off' };
  if (isPrivate) return { state: 'private' };
  if (siteOff) return { state: 'site-off' };
  return { state: article !== null && addressesOf(article, address).length === 0 ? 'unaddressed' : 'none' };
};

/** From midnight to midnight of a moment's day where the reader is, in epoch milliseconds, the end not included. */
export const dayAround = (moment: number): { readonly from: number; readonly to: number } => {
  const start = new Date(moment);
  start.setHours(0, 0, 0, 0);
  const end = new Date(start);
  end.setDate(end.getDate() + 1);
  return { from: start.getTime(), to: end.getTime() };
};

/** What came of forgetting: how many pages, or null where it failed. */
export const outcomeWords = (pages: number | null): string => {
  if (pages === null) return words.memory.failed;
  return pages === 0 ? words.memory.nothingForgotten : words.memory.forgotten({ count: pages });
};
