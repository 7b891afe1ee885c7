import { isPlural } from './grammar.ts';
import type { Lexeme } from './lexemes.ts';

/** A number at its place in a sentence, over the half-open range from `first` to `end`. */
export interface NumberPlace {
  readonly lexemes: readonly Lexeme[];
  readonly first: number;
  readonly end: number;
  readonly value: number;
}

const verbsInS =
  /^(?:is|was|has|does|says|this|thus|its|his|as|us|yes|plus|perhaps|always|applies|remains|shows|means|makes|takes|goes|comes|gets|gives|lists|covers|allows|requires|opens|closes|runs|starts|ends|begins|leaves|carries|holds|states|reads|bans|adds|brings|needs|seems|looks|stays|stands|wins|versus|across|towards|besides|afterwards|sometimes)$/u;
const people = /^(?:people|men|women|children|police|staff|others|more)$/u;

/** Whether a lower-case plural that a number may count stands at a place: "12 stations", not "12 stands". */
export function isCountedNoun(lexeme: Lexeme | undefined): boolean {
  if (lexeme?.kind !== 'word' || !lexeme.spaceBefore || !/^\p{Ll}{3,}$/u.test(lexeme.plain)) return false;
  return people.test(lexeme.plain) || (isPlural(lexeme.plain) && !verbsInS.test(lexeme.plain));
}

export const isCapital = (lexeme: Lexeme | undefined): boolean =>
  lexeme?.kind === 'word' && /^\p{Lu}/u.test(lexeme.plain);

/** Whether most longer words are capitals, as in headlines of some papers: there a capital tells nothing. */
export function isTitleCase(lexemes: readonly Lexeme[]): boolean {
  let [capitals, words] = [0, 0];
  for (const lexeme of lexemes) {
    if (lexeme.kind !== 'word' || lexeme.plain.length < 4) continue;
    words += 1;
    if (isCapital(lexeme)) capitals += 1;
  }
  return words >= 3 && capitals / words > 0.75;
}
