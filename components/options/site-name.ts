/**
 * The host name in what somebody typed or pasted ("www.example.org/page", "https://example.org"), or null where there
 * is none. "www." goes, so that one entry covers the whole site.
 */
export const siteName = (typed: string): string | null => {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const host = hostname.replace(/^www\./, '');
  return host.includes('.') || host === 'localhost' ? host : null;
};
