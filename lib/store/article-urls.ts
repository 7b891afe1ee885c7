/** Parameters that say how a reader came, not what is read. */
const tracking =
  /^(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|mc_[ce]id|igshid|cmpid|ns_\w+|at_\w+|ref|ref_src|smid|smtyp|partner|ocid|__twitter_impression|amp)$/iu;

/** Forms of one page that its site keeps beside it: for mobiles, for printing, AMP. */
const variantHost = /^(?:www|m|mobile|amp)\.(?=[^.]+\.)/iu;
const variantEnd = /(?:\/amp|\/print|\.amp)(?=\.html?$|$)/iu;
const variantParameters = /^(?:amp|outputType|output|print|view)$/iu;
const isVariant = (name: string, value: string): boolean =>
  variantParameters.test(name) && /^(?:amp|print|1|true|amp-type|)$/iu.test(value);

/** Host without "www." and the like. */
export const hostOf = (url: string | null): string | null =>
  url !== null && URL.canParse(url) ? new URL(url).hostname.replace(variantHost, '') : null;

/** One form for the addresses under which the same article is found; what is no web address stays as it is. */
export function toArticleUrl(url: string): string {
  if (!URL.canParse(url)) return url;
  const parsed = new URL(url);
  parsed.hash = '';
  // A copy: the list itself changes while names are taken from it.
  const names = Array.from(parsed.searchParams.keys());
  for (const name of names)
    if (tracking.test(name) || isVariant(name, parsed.searchParams.get(name) ?? '')) parsed.searchParams.delete(name);
  if (parsed.pathname !== '/') parsed.pathname = parsed.pathname.replace(/(?<!\/)\/+$/u, '').replace(variantEnd, '');
  return parsed.href;
}

/** Whether two addresses lead to one article; an unknown address is no article's. */
export const isSameArticle = (a: string | null, b: string | null): boolean =>
  a !== null && b !== null && addressKey(a) === addressKey(b);

/** What two addresses of one article have in common, whatever the scheme and the host's variants. */
export function addressKey(url: string): string {
  const article = toArticleUrl(url);
  return /^https?:/iu.test(article) ? article.replace(/^https?:\/\//iu, '').replace(variantHost, '') : article;
}
