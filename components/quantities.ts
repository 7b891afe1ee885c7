import { languageTag, words } from '../lib/i18n/words.ts';
import { bareDollar } from '../lib/model/money.ts';
import type { Quantity } from '../lib/model/claim.ts';
import { comma } from './words.ts';

const plain = new Intl.NumberFormat(languageTag, { maximumFractionDigits: 2 });
const share = new Intl.NumberFormat(languageTag, { style: 'percent', maximumFractionDigits: 4 });
/** A third that the text gives in words has no last digit. */
const rounded = new Intl.NumberFormat(languageTag, { style: 'percent', maximumFractionDigits: 1 });
const isEndless = (value: number): boolean => Math.abs(value * 1000 - Math.round(value * 1000)) > 1e-4;
const currencies = new Set(Intl.supportedValuesOf('currency'));

/** What is less two decimals would round to nothing. */
const least = 0.01;

function digitsOf(value: number): Intl.NumberFormatOptions {
  const size = Math.abs(value);
  if (size >= 1e6) return { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 };
  return size > 0 && size < least ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 };
}

const amountOf = (value: number): string =>
  new Intl.NumberFormat(languageTag, digitsOf(value)).format(value).replace('-', '−');

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

/** Units that every language has words of its own for, by their names in CLDR. */
const measures: ReadonlyMap<string, string> = new Map([
  ...['year', 'month', 'week', 'day', 'hour', 'minute', 'second'].map((unit) => [`${unit}s`, unit] as const),
  ['metres', 'meter'],
  ['hectares', 'hectare'],
  ['litres', 'liter'],
  ['km', 'kilometer'],
  ['kg', 'kilogram'],
  ['km/h', 'kilometer-per-hour'],
]);

/** "30 years" as the interface's language says it; what it has no words for keeps those of the claim. */
function measureWords(value: number, unit: string): string {
  const known = measures.get(unit);
  if (known === undefined) return `${amountOf(value)} ${unit.replaceAll('-', ' ')}`;
  const style = { style: 'unit', unit: known, unitDisplay: unit.startsWith('k') ? 'short' : 'long' } as const;
  return new Intl.NumberFormat(languageTag, { ...style, ...digitsOf(value) }).format(value).replace('-', '−');
}

/** The amount with its unit: "30%", "$2.5 billion", "1,200 km"; a bare number for a count. */
export const amountWords = ({ value, unit }: Pick<Quantity, 'value' | 'unit'>): string => {
  if (unit === 'percent') return (isEndless(value) ? rounded : share).format(value / 100).replace('-', '−');
  if (unit === 'percentage-points') return words.facts.percentagePoints({ amount: amountOf(value) });
  if (unit === 'count' || unit === '') return amountOf(value);
  if (unit === 'ratio') return words.facts.toOne({ amount: plain.format(value) });
  if (unit === bareDollar || currencies.has(unit)) return moneyWords(value, unit);
  return measureWords(value, unit);
};

/** Whether a sentence has "of" before what it counts: "30 years of relations", but neither "a loan of £5m" nor "Inflation was 5%". */
const saysOf = (text: string, what: string): boolean => {
  const at = text.indexOf(what);
  return at >= 0 && /\bof (?:(?:the|a|an|all|its|his|her|their|our) )*$/.test(text.slice(0, at));
};

/** The whole quantity: "30% of oil and gas", "1,200 people"; `text` is the sentence that gives it. */
export const quantityWords = (quantity: Quantity, text: string): string => {
  const of = quantity.of.trim();
  const amount = amountWords(quantity);
  if (of === '') return amount;
  if (quantity.unit === 'count' || quantity.unit === '') return `${amount} ${of}`;
  return saysOf(text, of) ? words.facts.ofWhat({ amount, what: of }) : `${amount}${comma}${of}`;
};
