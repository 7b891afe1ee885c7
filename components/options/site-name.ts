/** Whether a name without a dot is a site: typed by itself it is rather a slip. */
type Dotless = 'refused' | 'taken';

const isHost = (host: string, dotless: Dotless): boolean =>
  (dotless === 'taken' && /^[^*]+$/.test(host)) || host === 'localhost' || /^(?:\*\.)?[^*.]+(?:\.[^*.]+)+$/.test(host);

const parseHost = (text: string, dotless: Dotless): string | null => {
  // A star is no part of an address, so it stands aside while the browser reads the rest.
  const star = text.startsWith('*.') ? '*.' : '';
  const address = `https://${text.slice(star.length)}`;
  if (!URL.canParse(address)) return null;
  const host = star + new URL(address).hostname.replace(/^www\./, '');
  return isHost(host, dotless) ? host : null;
};

/**
 * The pattern in what somebody typed or pasted, or null where there is none. A whole address stands for its site
 * ("https://www.example.org/page" is "example.org"); without "https://" a folder is kept ("example.org/sport"), and a
 * star stands for anything ("*.example.org", "example.org/20*"). A name without a dot is a site where a whole address has
 * it ("http://intranet/page"), or where such names are known to be sites.
 */
export const sitePattern = (typed: string, dotless: Dotless = 'refused'): string | null => {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const [, scheme = null, rest = ''] = /^(?:([a-z][a-z\d+.-]*):\/\/)?(.*)$/i.exec(text) ?? [];
  if (scheme !== null && !/^https?$/i.test(scheme)) return null;
  const [place = '', ...folders] = (rest.split(/[?#]/, 1)[0] ?? '').split('/');
  const host = parseHost(place, scheme === null ? dotless : 'taken');
  if (host === null || scheme !== null) return host;
  const path = folders.filter((folder) => folder !== '').join('/');
  return path === '' ? host : `${host}/${path}`;
};
