/** Unit of what is written with a bare "$", or as dollars or cents of no country. */
export const bareDollar = '$';

/** Whether a unit is money: an ISO 4217 code, or dollars of an unknown country. */
export const isMoney = (unit: string): boolean => unit === bareDollar || /^[A-Z]{3}$/u.test(unit);

/**
 * What the papers of a country (ISO 3166-1) mean by a bare dollar. Only those whose own money it is: elsewhere it may be
 * anybody's, and where it stands for pesos too, either.
 */
const dollars: ReadonlyMap<string, string> = new Map(
  Object.entries({
    USD: 'US PR GU VI AS MP FM MH PW',
    AUD: 'AU KI NR',
    NZD: 'NZ CK NU TK',
    CAD: 'CA',
    SGD: 'SG',
    HKD: 'HK',
    TWD: 'TW',
    BND: 'BN',
    JMD: 'JM',
    TTD: 'TT',
    BBD: 'BB',
    BSD: 'BS',
    BZD: 'BZ',
    GYD: 'GY',
    BMD: 'BM',
    KYD: 'KY',
    XCD: 'AG DM GD KN LC VC AI MS',
    FJD: 'FJ',
    SBD: 'SB',
    NAD: 'NA',
  }).flatMap(([currency, countries]) => countries.split(' ').map((country) => [country, currency] as const)),
);

/** A unit as an outlet of that country means it; a bare dollar stays one where the country is not known or has none. */
export const unitIn = (country: string | null, unit: string): string =>
  unit === bareDollar ? (dollars.get(country ?? '') ?? bareDollar) : unit;

/** Whether two units may be the same money or measure: a bare dollar is any country's. */
export const mayBeSame = (a: string, b: string): boolean =>
  a === b || (a === bareDollar && isDollar(b)) || (b === bareDollar && isDollar(a));

const currencies: ReadonlySet<string> = new Set(dollars.values());
const isDollar = (unit: string): boolean => currencies.has(unit);
