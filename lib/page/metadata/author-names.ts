/** Names of authors, as bylines and meta tags write them. */

const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim();

const notNames =
  /^(?:https?:|www\.|@|\d|.*\.(?:com|org|net)\b)|^(?:photo(?:graph)?s?|pictures?|images?|illustrations?) (?:by|credit)\b|\svia\s|^watch live\b|^(?:send|subscribe|follow|e-?mail|contact|share|print)\b|^(?:see|view|read|show|more|all)\b.*\b(?:articles?|posts?|stories)\b|\b(?:staff|editors?|newsroom|admin|desk|redaktion|redaction|rédaction)$|[:：]$|^(?:null|undefined|author|by|anonymous|unknown)$/i;

/** "By Ana Gil and Ben Ode, Science Editor" gives the two names. Addresses, desks and roles are left out. */
export const parseAuthors = (written: readonly string[]): readonly string[] => {
  const names: string[] = [];
  for (const each of written) {
    const parts = collapse(each)
      // "ByAna Gil"
      .replace(/^By(?=[A-Z][a-z])/, '')
      .replace(
        /^(?:(?:written|posted|reported|story|words)\s+)?(?:by|von|par|por|di|door)\s*:?\s+|^(?:автор(?:и|ы)?|текст|كتبت?|بقلم|تحرير|מאת|作者|记者|記者)\s*[:：]?\s*/iu,
        '',
      )
      .split(/\s*(?:[,;|•·、，،]|\s(?:and|und|и|та|і|&)\s|\s(?:et|y|e|en)\s(?=\p{Lu}\S*\s+\p{L}))\s*/u);
    for (const [at, part] of parts.entries()) {
      const name = part
        .replace(/\s*\(.*$/u, '')
        // "Illustrated by", and a date that only a style sheet parts from the name.
        .replace(/\s+(?:edited|illustrated|photographed|translated|photographs?|photos|pictures)\s+by\s.*$/iu, '')
        .replace(/\s+(?:more|all|other) (?:articles|posts|stories) (?:by|from)\s.*$/iu, '')
        .replace(/(?<=^(?:\p{Lu}\S*\s(?:\S+\s)*\p{L}+|\p{Lo}{2,8}))\d.*$/u, '')
        .replace(/\s+(?:\p{L}{3,9}\.?\s+\d{1,2}|\d{1,2}[./]\d|\d{4}).*$/u, '')
        // "Ana Gil Tuesday", "Ana Gil on March", "Ana Gil Twitter"
        .replace(/ (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|on( \w+)?|Twitter)$/, '')
        .trim();
      // Scripts without capitals do not tell names from roles.
      const isRole =
        at > 0 &&
        !/\p{Lo}/u.test(name) &&
        !/^\p{Lu}[\p{L}.'’-]*(?:\s+(?:[a-z]{1,3}\s+)?\p{Lu}[\p{L}.'’-]*)+$/u.test(name);
      const isTitle = /\b(?:correspondent|reporter|editor|writer|columnist|contributor|producer)\b/i.test(name);
      if (name.length < 2 || name.length > 80 || isRole || isTitle || notNames.test(name)) continue;
      if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    }
  }
  return names;
};
