import { languageTag } from '../lib/i18n/words.ts';

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "1.6 MB", in powers of a thousand; "0 bytes", whose short form has no plural in some languages. */
export function sizeWords(bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return new Intl.NumberFormat(languageTag, {
    style: 'unit',
    unit: units[unit] ?? 'gigabyte',
    unitDisplay: unit === 0 ? 'long' : 'short',
    maximumFractionDigits: unit === 0 || value >= 99.95 ? 0 : 1,
  }).format(value);
}
