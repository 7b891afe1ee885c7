import type { Forgetting } from '../../model/memory.ts';
import { unreachable } from '../../model/result.ts';
import { addressKey } from '../article-urls.ts';

/** Whether one of these `addressKey`s lies on a host or on one under it, whichever of its variants they name. */
export const isOfSite = (addresses: readonly string[], host: string): boolean => {
  const site = addressKey(`https://${host}/`).replace(/\/$/u, '');
  return addresses.some((address) => {
    const own = address.replace(/[:/].*$/su, '');
    return own === site || own.endsWith(`.${site}`);
  });
};

interface OpenPage {
  readonly urls: readonly string[];
  /** Epoch milliseconds. */
  readonly openedAt: number;
}

/** Whether what was forgotten takes in a page that stood open then. */
export function isCovered(what: Forgetting, { urls, openedAt }: OpenPage): boolean {
  const addresses = urls.map(addressKey);
  switch (what.kind) {
    case 'page':
      return what.urls.some((url) => addresses.includes(addressKey(url)));
    case 'site':
      return isOfSite(addresses, what.host);
    case 'span':
      // It may have been read anew at any time since it was opened.
      return openedAt < what.to;
    case 'all':
      return true;
    default:
      return unreachable(what);
  }
}
