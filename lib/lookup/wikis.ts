/** Wikipedias that stand under another code than their language has: `no` is written in `nb`. */
const languagesOfCodes: Readonly<Record<string, string>> = {
  als: 'gsw',
  'bat-smg': 'sgs',
  'be-x-old': 'be-tarask',
  'fiu-vro': 'vro',
  no: 'nb',
  'roa-rup': 'rup',
  simple: 'en',
  'zh-classical': 'lzh',
  'zh-min-nan': 'nan',
  'zh-yue': 'yue',
};

/** Languages of more than one part that have a Wikipedia of their own; any other is read in that of its first part. */
const ownWikis: readonly string[] = ['be-tarask', 'cbk-zam', 'map-bms', 'nds-nl', 'roa-tara'];

const codesOfLanguages = new Map(
  Object.entries(languagesOfCodes).flatMap(([code, language]) => (language === 'en' ? [] : [[language, code]])),
);

/** The code of a language's Wikipedia, as it stands in its address. */
export function codeOf(language: string): string {
  if (ownWikis.includes(language)) return language;
  const code = codesOfLanguages.get(language);
  return code ?? language.split('-', 1)[0] ?? language;
}

/** What Wikidata calls a Wikipedia among the links of an item. */
export const siteOf = (code: string): string => `${code === 'be-tarask' ? 'be_x_old' : code.replaceAll('-', '_')}wiki`;

/** The code of a Wikipedia by its address, on a computer or a telephone; null for other wikis. */
function codeAt(place: string): string | null {
  const { hostname } = URL.parse(place) ?? { hostname: '' };
  return /^([a-z]+(?:-[a-z]+)*)\.(?:m\.)?wikipedia\.org$/u.exec(hostname)?.[1] ?? null;
}

/** The language of a Wikipedia by its address, as Wikidata names it; English for other wikis. */
export function languageOf(place: string): string {
  const code = codeAt(place);
  return code === null || code === 'www' ? 'en' : (languagesOfCodes[code] ?? code);
}

/** The name of a wiki among the links of an item. */
export const siteAt = (place: string): string => siteOf(codeAt(place) ?? 'en');
