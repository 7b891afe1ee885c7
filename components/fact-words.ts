import { languageTag } from '../lib/i18n/words.ts';
import type { FactLine } from '../lib/model/card.ts';
import { dateWords } from './dates.ts';

const plain = new Intl.NumberFormat(languageTag, { maximumFractionDigits: 6, useGrouping: false });
const grouped = new Intl.NumberFormat(languageTag, { maximumFractionDigits: 6 });

/** Numbers below are read as they are, some of them years. */
const leastGrouped = 10_000;

/** What a fact says, its date or number as the reader's language writes it. */
export function factWords({ text, literal }: Pick<FactLine, 'text' | 'literal'>): string {
  if (literal === null) return text;
  const value = 'date' in literal ? dateWords(literal.date) : numberOf(literal.number, literal.unit);
  return literal.qualifier === null ? value : `${value} (${literal.qualifier})`;
}

const numberOf = (number: number, unit: string | null): string => {
  const digits = (number < leastGrouped ? plain : grouped).format(number);
  return unit === null ? digits : `${digits} ${unit}`;
};
