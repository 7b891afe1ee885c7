const named: Readonly<Record<string, string>> = {
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  ndash: '–',
  mdash: '—',
  hellip: '…',
};

const letterOf = (whole: string, code: number): string =>
  code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;

/** JSON-LD and meta tags are often escaped once too often. */
export const decodeEntities = (text: string): string =>
  text
    .replace(/&(?:#0?39|#x27|apos|rsquo);/gi, '’')
    .replace(/&(?:quot|#34);/gi, '"')
    .replace(/&#(\d{1,7});/g, (whole, digits: string) => letterOf(whole, Number(digits)))
    .replace(/&#x([\da-f]{1,6});/gi, (whole, digits: string) => letterOf(whole, Number.parseInt(digits, 16)))
    .replace(/&(nbsp|lsquo|ldquo|rdquo|ndash|mdash|hellip);/gi, (_, name: string) => named[name.toLowerCase()] ?? ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&');
