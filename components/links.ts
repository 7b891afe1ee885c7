/** The address if it is one that a link may lead to (http or https), else null. */
export const safeLink = (address: string | null): string | null => {
  if (address === null || !URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? href : null;
};

/** The host name without "www.", or null where there is none. */
export const hostOf = (address: string | null): string | null => {
  const link = safeLink(address);
  return link === null ? null : new URL(link).hostname.replace(/^www\./, '');
};
