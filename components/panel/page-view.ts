import type { PageState } from '../../lib/model/reading.ts';
import { hostOf, safeLink } from '../links.ts';

/** Pages on which no extension may run, by the reason that the reader is told. */
export type UnreadableReason = 'browser-page' | 'extension-store' | 'pdf' | 'file';

/** What a panel shows of the tab that it stands beside. */
export type PageView =
  | { readonly state: 'connecting' }
  | { readonly state: 'unreadable'; readonly why: UnreadableReason }
  /** A web page where nothing of ours answers: it was open before the extension was installed or updated. */
  | { readonly state: 'unreached' }
  | PageState;

const extensionStores = new Set(['chromewebstore.google.com', 'addons.mozilla.org', 'microsoftedge.microsoft.com']);

/** Why a page that does not answer cannot be read, or null where reloading it may help. */
export const unreadableReason = (address: string | undefined): UnreadableReason | null => {
  if (address === undefined || address === '') return 'browser-page';
  if (/^file:/i.test(address)) return 'file';
  if (safeLink(address) === null) return 'browser-page';
  const host = hostOf(address) ?? '';
  const { pathname } = new URL(address);
  if (extensionStores.has(host) || (host === 'chrome.google.com' && pathname.startsWith('/webstore'))) {
    return 'extension-store';
  }
  return /\.pdf$/i.test(pathname) ? 'pdf' : null;
};

/** The view of a tab in which nothing answers. */
export const silentView = (address: string | undefined): PageView => {
  const why = unreadableReason(address);
  return why === null ? { state: 'unreached' } : { state: 'unreadable', why };
};
