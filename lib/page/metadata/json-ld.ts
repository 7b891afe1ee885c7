/** schema.org JSON-LD, as pages really carry it: wrapped in comments or CDATA, with raw line ends in strings, or cut off. */
export type JsonLdNode = Readonly<Record<string, unknown>>;

const isNode = (value: unknown): value is JsonLdNode => typeof value === 'object' && value !== null;

const parseScript = (source: string): unknown => {
  const trimmed = source.trim();
  const opened = trimmed.replace(/^[^[{]*(?:<!--|<!\[CDATA\[)\s*/, '');
  const closing = /(?:-->|\]\]>)[\s/*]{0,20}$/.exec(opened);
  const json = closing ? opened.slice(0, closing.index).replace(/(?:\/\/|\/\*)\s{0,20}$/, '') : opened;
  // A whole script that was escaped as if it were text.
  const decoded = /^[[{]\s*&quot;/.test(json) ? json.replaceAll('&quot;', '"').replaceAll('&amp;', '&') : json;
  for (const attempt of [decoded, decoded.replace(/\p{Cc}+|\/\*[^]*?\*\//gu, ' ').replace(/,\s*([\]}])/g, '$1')]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next attempt mends what pages most often break.
    }
  }
  // Beyond mending: the types alone still tell what kind of page it is.
  return Array.from(decoded.matchAll(/"@type"\s*:\s*"(\w+)"/g), ([, type]) => ({ '@type': type }));
};

const flatten = (value: unknown, depth = 0): readonly JsonLdNode[] => {
  if (depth > 3) return [];
  if (Array.isArray(value)) return value.flatMap((item) => flatten(item, depth + 1));
  if (!isNode(value)) return [];
  return [value, ...flatten(value['@graph'], depth + 1), ...flatten(value.mainEntity, depth + 1)];
};

/** Top-level nodes, members of `@graph` and main entities, in the order of the page. Never throws. */
export const findJsonLd = (within: ParentNode): readonly JsonLdNode[] =>
  [...within.querySelectorAll('script[type*="ld+json" i]')].flatMap((script) =>
    flatten(parseScript(script.textContent ?? '')),
  );

/** Types without their vocabulary (`http://schema.org/NewsArticle` counts as `NewsArticle`). */
export const typesOf = (node: JsonLdNode): readonly string[] =>
  [node['@type']].flat().flatMap((type) => (typeof type === 'string' ? [type.replace(/^.*[/:#]/, '')] : []));

/** A piece of writing under one headline, whatever the kind of publication. */
export const isArticleType = (type: string): boolean =>
  /^(?:\w*NewsArticle|(?:Scholarly|AdvertiserContent|Satirical)?Article|(?:(?:Live)?Blog|SocialMedia)Posting|Report|(?!Aggregate)\w*Review)$/.test(
    type,
  );
