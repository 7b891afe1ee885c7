import { isFirefox, nativeBrowser } from './native.ts';

/** The pattern by which browsers name all pages of an address's host; ports are no part of it. */
export const originPattern = (url: string): string => {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
};

/** Asks the reader, where it has not been granted yet; must be called straight from a press of a button. */
export const requestOrigin = (url: string): Promise<boolean> =>
  nativeBrowser.permissions.request({ origins: [originPattern(url)] });

/**
 * Asks the reader for origins; must be called at once within a press of theirs, before anything is awaited, and answers
 * true without a question where they are granted already. Null where this context cannot ask (a frame in a page may not
 * in every browser): then a page of the extension's own must.
 */
export async function requestOrigins(origins: readonly string[]): Promise<boolean | null> {
  try {
    return await nativeBrowser.permissions.request({ origins: [...origins] });
  } catch {
    return null;
  }
}

/** What sync sends, in the words in which Firefox asks its reader; other browsers have none. */
const sentBySync = {
  always: ['websiteContent', 'authenticationInfo'],
  reading: ['browsingActivity'],
} as const;

interface SyncReach {
  readonly url: string;
  /** Whether articles that were read travel as well. */
  readonly carries: { readonly reading: boolean };
}

const syncReach = ({ url, carries }: SyncReach) => {
  const origins = [originPattern(url)];
  if (!isFirefox()) return { origins };
  return { origins, data_collection: [...sentBySync.always, ...(carries.reading ? sentBySync.reading : [])] };
};

/** Asks the reader whether this may be sent to that server; must be called straight from a press of a button. */
export const requestSync = (reach: SyncReach): Promise<boolean> => nativeBrowser.permissions.request(syncReach(reach));

/** Whether the reader still lets it be sent there. */
export const maySync = (reach: SyncReach): Promise<boolean> => nativeBrowser.permissions.contains(syncReach(reach));
