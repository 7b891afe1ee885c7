const isHost = (host: string): boolean => host === 'localhost' || /^(?:\*\.)?[^*.]+(?:\.[^*.]+)+$/.test(host);

const parseHost = (text: string): string | null => {
  // A star is no part of an address, so it stands aside while the browser reads the rest.
  const star = text.startsWith('*.') ? '*.' : '';
  const address = `https://${text.slice(star.length)}`;
  if (!URL.canParse(address)) return null;
  const host = star + new URL(address).hostname.replace(/^www\./, '');
  return isHost(host) ? host : null;
};

/**
 * The pattern in what somebody typed or pasted, or null where there is none. A whole address stands for its site
 * ("https://www.example.org/page" is "example.org"); without "https://" a folder is kept ("example.org/sport"), and a
 * star stands for anything ("*.example.org", "example.org/20*").
 */
export const sitePattern = (typed: string): string | null => {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const [, scheme = null, rest = ''] = /^(?:([a-z][a-z\d+.-]*):\/\/)?(.*)$/i.exec(text) ?? [];
  if (scheme !== null && !/^https?$/i.test(scheme)) return null;
  const [place = '', ...folders] = (rest.split(/[?#]/, 1)[0] ?? '').split('/');
  const host = parseHost(place);
  if (host === null || scheme !== null) return host;
  const path = folders.filter((folder) => folder !== '').join('/');
  return path === '' ? host : `${host}/${path}`;
};
