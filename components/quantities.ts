import type { Quantity } from '../lib/model/claim.ts';

const plain = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 2 });
const large = new Intl.NumberFormat('en-GB', { notation: 'compact', compactDisplay: 'long', maximumFractionDigits: 2 });
const currencies = new Set(Intl.supportedValuesOf('currency'));

const numberWords = (value: number): string => (Math.abs(value) >= 1e6 ? large : plain).format(value);

/** Money keeps the country in its sign ("US$", "A$"): a bare dollar does not say whose. */
const moneyWords = (value: number, currency: string): string => {
  const sign = new Intl.NumberFormat('en-GB', { style: 'currency', currency })
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value;
  const space = sign !== undefined && /\p{L}$/u.test(sign) ? '\u00a0' : '';
  return `${value < 0 ? '−' : ''}${sign ?? currency}${space}${numberWords(Math.abs(value))}`;
};

/** The amount with its unit: "30%", "$2.5 billion", "1,200 km"; a bare number for a count. */
export const amountWords = ({ value, unit }: Pick<Quantity, 'value' | 'unit'>): string => {
  if (unit === 'percent') return `${plain.format(value)}%`;
  if (unit === 'percentage-points') return `${plain.format(value)} percentage points`;
  if (unit === 'count' || unit === '') return numberWords(value);
  if (unit === 'ratio') return `${plain.format(value)} to 1`;
  if (currencies.has(unit)) return moneyWords(value, unit);
  return `${numberWords(value)} ${unit.replaceAll('-', ' ')}`;
};

const joins = new Set(['percent', 'ratio', 'percentage-points']);

/** The whole quantity: "30% of oil and gas produced in Russia", "1,200 people". */
export const quantityWords = (quantity: Quantity): string => {
  const of = quantity.of.trim();
  const amount = amountWords(quantity);
  if (of === '') return amount;
  if (quantity.unit === 'count' || quantity.unit === '') return `${amount} ${of}`;
  return joins.has(quantity.unit) && !/^(?:of|in|for|from)\b/i.test(of) ? `${amount} of ${of}` : `${amount}, ${of}`;
};
