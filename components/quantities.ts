import { languageTag, words } from '../lib/i18n/words.ts';
import { bareDollar } from '../lib/model/money.ts';
import type { Quantity } from '../lib/model/claim.ts';
import { comma } from './words.ts';

const plain = new Intl.NumberFormat(languageTag, { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat(languageTag, { style: 'percent', maximumFractionDigits: 4 });
/** A third that the text gives in words has no last digit. */
const rounded = new Intl.NumberFormat(languageTag, { style: 'percent', maximumFractionDigits: 1 });
const isEndless = (value: number): boolean => Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-4;
const large = new Intl.NumberFormat(languageTag, {
  notation: 'compact',
  compactDisplay: 'long',
  maximumFractionDigits: 2,
});
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** What two decimals would round to nothing. */
const tiny = new Intl.NumberFormat(languageTag, { maximumSignificantDigits: 3 });
const least = 0.01;

function amountOf(value: number): string {
  const size = Math.abs(value);
  const format = size >= 1e6 ? large : size > 0 && size < least ? tiny : plain;
  return format.format(value).replace('-', '−');
}

const digits: ReadonlySet<string> = new Set(['integer', 'group', 'decimal', 'fraction']);

/**
 * Money keeps the country in its sign ("US$", "A$") where it is known whose dollar is meant, and the sign on the side where
 * the language has it.
 */
const moneyWords = (value: number, currency: string): string => {
  const whose =
    currency === bareDollar
      ? ({ currency: 'USD', currencyDisplay: 'narrowSymbol' } as const)
      : ({ currency, currencyDisplay: 'symbol' } as const);
  const style = { style: 'currency', maximumFractionDigits: 0, ...whose } as const;
  const around = new Intl.NumberFormat(languageTag, style)
    .formatToParts(1)
    .map((part) => (digits.has(part.type) ? amountOf(Math.abs(value)) : part.value));
  return `${value < 0 ? '−' : ''}${around.join('')}`;
};

/** The amount with its unit: "30%", "$2.5 billion", "1,200 km"; a bare number for a count. */
export const amountWords = ({ value, unit }: Pick<Quantity, 'value' | 'unit'>): string => {
  if (unit === 'percent') return (isEndless(value) ? rounded : share).format(value / 100).replace('-', '−');
  if (unit === 'percentage-points') return words.facts.percentagePoints({ amount: amountOf(value) });
  if (unit === 'count' || unit === '') return amountOf(value);
  if (unit === 'ratio') return words.facts.toOne({ amount: plain.format(value) });
  if (unit === bareDollar || currencies.has(unit)) return moneyWords(value, unit);
  return `${amountOf(value)} ${unit.replaceAll('-', ' ')}`;
};

const joins = new Set(['percent', 'ratio', 'percentage-points']);

/** The whole quantity: "30% of oil and gas produced in Russia", "1,200 people". */
export const quantityWords = (quantity: Quantity): string => {
  const of = quantity.of.trim();
  const amount = amountWords(quantity);
  if (of === '') return amount;
  if (quantity.unit === 'count' || quantity.unit === '') return `${amount} ${of}`;
  return joins.has(quantity.unit) && !/^(?:of|in|for|from)\b/i.test(of)
    ? words.facts.ofWhat({ amount, what: of })
    : `${amount}${comma}${of}`;
};
