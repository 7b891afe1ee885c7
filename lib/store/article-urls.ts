/** Parameters that say how a reader came, not what is read. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|cmpid|ns_\w+|at_\w+|ref|ref_src|smid|smtyp|partner|ocid|__twitter_impression|amp)$/iu;

/** One form for the addresses under which the same article is found; what is no web address stays as it is. */
export function toArticleUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.hash = '';
  // A copy: the list itself changes while names are taken from it.
  const names = Array.from(parsed.searchParams.keys());
  for (const name of names) if (tracking.test(name)) parsed.searchParams.delete(name);
  if (parsed.pathname !== '/') parsed.pathname = parsed.pathname.replace(/\/+$/u, '');
  return parsed.href;
}

/** Whether two addresses lead to one article; an unknown address is no article's. */
export const isSameArticle = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && toArticleUrl(a) === toArticleUrl(b);
