import { languageTag, words } from '../lib/i18n/words.ts';
import type { ClaimRelation } from '../lib/model/claim.ts';

/** How another statement stands to this one; never who is right. */
export const relationWords = (relation: ClaimRelation | 'same-subject'): string =>
  words.card.relation[relation === 'same-subject' ? 'sameSubject' : relation];

const numbers = new Intl.NumberFormat(languageTag);

/** A number as the interface's language writes it: "2,400". */
export const numberWords = (value: number): string => numbers.format(value);

/** Words of somebody's in the quotation marks of the interface's language. */
export const quoted = (text: string): string => `${words.quoteOpen}${text}${words.quoteClose}`;

/** Parts in a line, "a · b"; what is null or empty is left out. */
export const lineOf = (parts: readonly (string | null)[]): string =>
  parts.filter((part) => part !== null && part !== '').join(' · ');

const signs: readonly (readonly [language: RegExp, comma: string, colon: string])[] = [
  [/^ar/, '، ', ': '],
  [/^zh/, '、', '：'],
  [/^fr/, ', ', '\u00A0: '],
];

/**
 * What stands between the items of a list, and between a word and what is told of it: ", " and ": " as the interface's
 * language writes them.
 */
export const [, comma, colon] = signs.find(([language]) => language.test(languageTag)) ?? [null, ', ', ': '];
