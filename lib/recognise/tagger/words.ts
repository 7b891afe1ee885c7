import type { Token } from '../../text/tokens.ts';
import { hashText, mix } from './hash.ts';
import { type Lexicon, noCluster, noCode } from './lexicon.ts';

/** How a token is written. */
export const letterCase = {
  lower: 0,
  capital: 1,
  upper: 2,
  mixed: 3,
  initial: 4,
  number: 5,
  mark: 6,
  caseless: 7,
  possessive: 8,
} as const;
export type LetterCase = (typeof letterCase)[keyof typeof letterCase];

/** What is known of a word wherever it stands; hashes are of 32 bits. */
export interface WordFacts {
  readonly lower: number;
  readonly surface: number;
  readonly shape: number;
  /** Shape with runs of one kind written once. */
  readonly brief: number;
  readonly letterCase: LetterCase;
  /** `noCluster` or 12 bits. */
  readonly cluster: number;
  /** Four chances (person, organisation, place, another name) in steps of three bits each; -1 for a word without vector. */
  readonly leaning: number;
  /** The same, two bits each. */
  readonly roughLeaning: number;
  /** What kind of name stands behind the word, and before it: four bits; -1 for a word without vector. */
  readonly ahead: number;
  readonly behind: number;
  readonly marks: number;
  readonly affixes: readonly number[];
  readonly length: number;
}

export function wordFacts(token: Token, lexicon: Lexicon): WordFacts {
  const { plain, folded } = token;
  const lower = hashText(folded);
  const code = lexicon.codes.find(lower, noCode);
  const leaning = code === noCode ? -1 : (code >>> 12) & 0xfff;
  return {
    lower,
    surface: hashText(plain),
    ...shapesOf(plain),
    letterCase: caseOf(token),
    cluster: code === noCode ? noCluster : code & 0xfff,
    leaning,
    roughLeaning: roughly(leaning),
    ahead: code === noCode ? -1 : (code >>> 24) & 15,
    behind: code === noCode ? -1 : code >>> 28,
    marks: lexicon.words.find(lower, 0),
    affixes: token.kind === 'word' ? affixesOf(folded) : [],
    length: Math.min(plain.length, 8),
  };
}

function caseOf({ kind, plain }: Token): LetterCase {
  if (kind === 'number') return letterCase.number;
  if (kind === 'possessive') return letterCase.possessive;
  if (kind !== 'word') return letterCase.mark;
  if (/^\p{Lu}\.?$/u.test(plain)) return letterCase.initial;
  if (/^\p{Lu}[^\p{Lu}]*$/u.test(plain)) return letterCase.capital;
  if (!/\p{L}/u.test(plain) || !/[\p{Lu}\p{Ll}]/u.test(plain)) return letterCase.caseless;
  if (!/\p{Lu}/u.test(plain)) return letterCase.lower;
  return /\p{Ll}/u.test(plain) ? letterCase.mixed : letterCase.upper;
}

/** Names begin with a token of one of these cases, but for particles ("van", "al"). */
export const isNameLike = (facts: WordFacts): boolean =>
  (facts.letterCase >= letterCase.capital && facts.letterCase <= letterCase.initial) ||
  facts.letterCase === letterCase.caseless;

function shapesOf(plain: string): { shape: number; brief: number } {
  let shape = 7;
  let brief = 7;
  let before = 0;
  let run = 0;
  for (const character of plain) {
    const kind = /\p{Lu}/u.test(character)
      ? 1
      : /\p{Ll}/u.test(character)
        ? 2
        : /\p{Nd}/u.test(character)
          ? 3
          : /\p{L}/u.test(character)
            ? 4
            : (character.codePointAt(0) ?? 0) + 8;
    run = kind === before ? run + 1 : 1;
    if (run === 1) brief = mix(brief, kind);
    if (run <= 4) shape = mix(shape, kind);
    before = kind;
  }
  return { shape, brief };
}

function affixesOf(folded: string): number[] {
  const affixes: number[] = [];
  for (let length = 1; length <= 4 && length < folded.length; length += 1) {
    affixes.push(mix(length, hashText(folded, 0, length)));
    affixes.push(mix(16 + length, hashText(folded, folded.length - length)));
  }
  return affixes;
}

const roughly = (leaning: number): number =>
  leaning < 0
    ? -1
    : ((leaning >> 1) & 3) | (((leaning >> 4) & 3) << 2) | (((leaning >> 7) & 3) << 4) | (((leaning >> 10) & 3) << 6);
