import { bareDollar } from '../../model/money.ts';
import type { Lexeme } from '../syntax/lexemes.ts';

/** Currency by sign or by letters before the figure; the longest wins ("US$" is two tokens). */
const signs: ReadonlyMap<string, string> = new Map([
  ['$', bareDollar],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['₦', 'NGN'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₺', 'TRY'],
  ['₴', 'UAH'],
  ['₪', 'ILS'],
]);
const dollars: ReadonlyMap<string, string> = new Map([
  ['us', 'USD'],
  ['a', 'AUD'],
  ['au', 'AUD'],
  ['c', 'CAD'],
  ['ca', 'CAD'],
  ['nz', 'NZD'],
  ['s', 'SGD'],
  ['hk', 'HKD'],
  ['nt', 'TWD'],
  ['j', 'JMD'],
  ['r', 'BRL'],
  ['fj', 'FJD'],
]);
const letters: ReadonlyMap<string, string> = new Map([
  ['rs', 'INR'],
  ['r', 'ZAR'],
  ['n', 'NGN'],
  ['sh', 'KES'],
  ['ksh', 'KES'],
  ['ush', 'UGX'],
  ['tsh', 'TZS'],
  ['rm', 'MYR'],
  ['rp', 'IDR'],
]);
/** Codes of money as they stand before a figure, with a space or without. */
const codes: ReadonlySet<string> = new Set(
  'USD GBP EUR CHF CNY RMB INR SEK NOK DKK CZK ISK PLN HUF RON JPY KRW AUD CAD NZD HKD SGD TWD MYR IDR THB PHP VND PKR LKR BDT NGN GHS KES UGX TZS RWF ETB ZAR ZMW EGP MAD AED SAR QAR KWD ILS TRY RUB UAH MXN BRL ARS COP CLP PEN'.split(
    ' ',
  ),
);
/** Currencies by the words behind a figure: code and what to multiply by. */
export const money: ReadonlyMap<string, readonly [string, number]> = new Map([
  ['dollar', [bareDollar, 1]],
  ['cent', [bareDollar, 0.01]],
  ['pound', ['GBP', 1]],
  ['pence', ['GBP', 0.01]],
  ['penny', ['GBP', 0.01]],
  ['p', ['GBP', 0.01]],
  ['euro', ['EUR', 1]],
  ['yen', ['JPY', 1]],
  ['yuan', ['CNY', 1]],
  ['renminbi', ['CNY', 1]],
  ['rupee', ['INR', 1]],
  ['rouble', ['RUB', 1]],
  ['ruble', ['RUB', 1]],
  ['rand', ['ZAR', 1]],
  ['naira', ['NGN', 1]],
  ['shilling', ['KES', 1]],
  ['cedi', ['GHS', 1]],
  ['ringgit', ['MYR', 1]],
  ['peso', ['PHP', 1]],
  ['franc', ['CHF', 1]],
  ['krona', ['SEK', 1]],
  ['krone', ['NOK', 1]],
  ['kroner', ['NOK', 1]],
  ['kronor', ['SEK', 1]],
  ['zloty', ['PLN', 1]],
  ['forint', ['HUF', 1]],
  ['baht', ['THB', 1]],
  ['rupiah', ['IDR', 1]],
  ['taka', ['BDT', 1]],
  ['hryvnia', ['UAH', 1]],
  ['hryvnias', ['UAH', 1]],
  ['reais', ['BRL', 1]],
  ['dirham', ['AED', 1]],
  ['birr', ['ETB', 1]],
  ['won', ['KRW', 1]],
  ['lira', ['TRY', 1]],
  ['shekel', ['ILS', 1]],
  ['usd', ['USD', 1]],
  ['gbp', ['GBP', 1]],
  ['eur', ['EUR', 1]],
]);

/** Currency written before the figure at `at`: its code and first token, or null. */
export function readCurrencyBefore(
  tokens: readonly Lexeme[],
  at: number,
): { readonly unit: string; readonly first: number } | null {
  const before = tokens[at - 1];
  if (
    before === undefined ||
    (tokens[at]?.spaceBefore === true &&
      !/^(?:rs|rm|ksh)$/iu.test(before.plain) &&
      !codes.has(before.plain) &&
      before.plain !== '.')
  )
    return null;
  if (before.plain === '¢' && !before.spaceBefore && tokens[at - 2]?.folded === 'gh')
    return { unit: 'GHS', first: at - 2 };
  const sign = signs.get(before.plain);
  if (sign !== undefined) {
    const prefix = tokens[at - 2];
    const isTouching = prefix !== undefined && !before.spaceBefore;
    const country = before.plain === '$' && isTouching ? dollars.get(prefix.folded) : undefined;
    if (country !== undefined) return { unit: country, first: at - 2 };
    return { unit: sign, first: at - 1 };
  }
  if (before.plain === '.' && tokens[at - 2]?.folded === 'rs') return { unit: 'INR', first: at - 2 };
  // "R14", "(N4bn", but not "H5N1"
  const isWhole = before.spaceBefore || at === 1 || tokens[at - 2]?.kind === 'punctuation';
  const isCode = isWhole && before.kind === 'word' && /^\p{Lu}/u.test(before.plain);
  const isoCode = before.plain === 'RMB' ? 'CNY' : before.plain;
  const code = isCode ? (codes.has(before.plain) ? isoCode : letters.get(before.folded)) : undefined;
  return code === undefined ? null : { unit: code, first: at - 1 };
}
