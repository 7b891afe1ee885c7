import { nativeBrowser } from './native.ts';

/** The pattern by which browsers name all pages of an address's host; ports are no part of it. */
export const originPattern = (url: string): string => {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
};

/** Asks the reader, where it has not been granted yet; must be called straight from a press of a button. */
export const requestOrigin = (url: string): Promise<boolean> =>
  nativeBrowser.permissions.request({ origins: [originPattern(url)] });
