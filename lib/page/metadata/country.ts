/** Domains of two letters that everybody may have and many do, whatever their country. */
const anybodys: ReadonlySet<string> = new Set(
  'ac ai am at cc cd cm co dj fm gg im io is la li ly me ms mu nu pw rs sc sh so st tk to tv vc vu ws'.split(' '),
);
/** Domains of one country's authorities. */
const american: ReadonlySet<string> = new Set(['gov', 'mil']);

function countryOfAddress(address: string | null): string | null {
  if (address === null || !URL.canParse(address)) return null;
  const domain = /\.([a-z]{2,3})$/u.exec(new URL(address).hostname)?.[1] ?? '';
  if (american.has(domain)) return 'US';
  if (domain.length !== 2 || domain === 'eu' || anybodys.has(domain)) return null;
  return domain === 'uk' ? 'GB' : domain.toUpperCase();
}

/**
 * Country (ISO 3166-1 alpha-2, upper case) of an outlet: by its address, else by the region of its language. "en-US" tells
 * nothing: what sites are made with writes it unasked, wherever they are.
 */
export function findCountry(address: string | null, languages: readonly (string | null)[]): string | null {
  const byAddress = countryOfAddress(address);
  if (byAddress !== null) return byAddress;
  for (const language of languages) {
    const [, region] = /^\s*[a-z]{2,3}(?:[-_][a-z]{4})?[-_]([a-z]{2})(?![a-z])/iu.exec(language ?? '') ?? [];
    if (region !== undefined) return region.toUpperCase() === 'US' ? null : region.toUpperCase();
  }
  return null;
}
