import type { Settings } from '../../lib/model/settings.ts';

/** Whether the reader switched Sidelight off for the host of this address, or for a domain above it. */
export function isOffFor(settings: Settings, url: string | undefined): boolean {
  if (url === undefined || !URL.canParse(url)) return false;
  const host = new URL(url).hostname;
  return settings.sitesOff.some((site) => host === site || host.endsWith(`.${site}`));
}
