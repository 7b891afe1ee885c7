const signs: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: '’',
  nbsp: ' ',
  shy: '',
  lsquo: '‘',
  rsquo: '’',
  sbquo: '‚',
  ldquo: '“',
  rdquo: '”',
  bdquo: '„',
  laquo: '«',
  raquo: '»',
  lsaquo: '‹',
  rsaquo: '›',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  middot: '·',
  bull: '•',
  iexcl: '¡',
  iquest: '¿',
  euro: '€',
  pound: '£',
  yen: '¥',
  cent: '¢',
  deg: '°',
  times: '×',
  szlig: 'ß',
  aelig: 'æ',
  oelig: 'œ',
  oslash: 'ø',
};
/** Marks over and under letters, by the name that follows the letter: `eacute`, `ccedil`. */
const marks: Readonly<Record<string, string>> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  ring: '\u030A',
  caron: '\u030C',
  cedil: '\u0327',
};
const entity = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z]{2,8}));/giu;

function letterOf(whole: string, hex: string | undefined, digits: string | undefined, name = ''): string {
  const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(digits ?? 0);
  if (code > 0 && code <= 0x10ffff) return String.fromCodePoint(code);
  const sign = signs[name.toLowerCase()];
  if (sign !== undefined) return name === 'Oslash' ? 'Ø' : sign;
  const mark = marks[name.slice(1).toLowerCase()];
  return mark === undefined ? whole : `${name.slice(0, 1)}${mark}`.normalize('NFC');
}

/** Structured data is escaped once, twice or not at all. */
function decode(text: string): string {
  const once = text.replace(entity, letterOf);
  return once === text ? text : once.replace(entity, letterOf);
}

const edges =
  /^[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+|[\s\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]+$/gu;
const quoted = [
  /^[“"„](?<inside>[^“”"„]*)[”"“]$/u,
  /^«\s?(?<inside>[^«»]*?)\s?»$/u,
  /^»\s?(?<inside>[^«»]*?)\s?«$/u,
  /^‘(?<inside>[^‘’]*)’$/u,
  /^「(?<inside>[^「」]*)」$/u,
];

/** Without tags and entities, which structured data should not have and often has, nor marks around the whole; null where nothing is left. */
export function plain(text: string): string | null {
  let words = decode(text)
    .replace(/<\/?[a-z][^<>]*>/giu, ' ')
    .replace(edges, '')
    .replace(/\s+/gu, ' ');
  for (const form of quoted) words = words.replace(form, '$<inside>');
  return words === '' ? null : words;
}
