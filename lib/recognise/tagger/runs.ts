import type { TextDocument } from '../../text/document.ts';
import { markBit } from './lexicon.ts';
import { isNameLike, letterCase, type WordFacts } from './words.ts';

/** Runs of capitalised words; every array has an entry for each token, -1 outside a run. */
export interface Runs {
  readonly first: Int32Array;
  /** Index after the run's last token. */
  readonly end: Int32Array;
  /** The same with "of", "for", "and the" and the like inside. */
  readonly longEnd: Int32Array;
  readonly longFirst: Int32Array;
}

const glue: ReadonlySet<string> = new Set(['-', "'", '.', '&', '/']);
const joiners: ReadonlySet<string> = new Set(
  'of the for and de la le du des del della di da dos van von der den bin ibn al el y e in on to'.split(' '),
);
/** How many joiners may stand between two capitalised words of a long run. */
const mostJoiners = 2;
const common = markBit('common');

export function findRuns(document: TextDocument, facts: readonly WordFacts[], opens: Uint8Array): Runs {
  const { tokens, sentences } = document;
  const first = new Int32Array(tokens.length).fill(-1);
  const end = new Int32Array(tokens.length).fill(-1);
  const longFirst = new Int32Array(tokens.length).fill(-1);
  const longEnd = new Int32Array(tokens.length).fill(-1);
  const carries = (i: number): boolean => {
    const word = facts[i];
    return word !== undefined && isNameLike(word) && !(opens[i] === 1 && (word.marks & common) !== 0);
  };
  const isGlue = (i: number): boolean => {
    const token = tokens[i];
    if (token === undefined || !glue.has(token.plain)) return false;
    if (token.plain === '.')
      return facts[i - 1]?.letterCase === letterCase.initial || (tokens[i - 1]?.plain.length ?? 9) <= 3;
    return token.plain === '&' || !token.spaceBefore;
  };
  for (const sentence of sentences) {
    let at = sentence.firstToken;
    let longFrom = -1;
    let longTo = -1;
    const closeLong = (): void => {
      for (let i = longFrom; i >= 0 && i < longTo; i += 1) {
        longFirst[i] = longFrom;
        longEnd[i] = longTo;
      }
      longFrom = -1;
    };
    while (at < sentence.endToken) {
      if (!carries(at)) {
        at += 1;
        continue;
      }
      let to = at + 1;
      while (to < sentence.endToken && (carries(to) || (isGlue(to) && to + 1 < sentence.endToken && carries(to + 1))))
        to += 1;
      for (let i = at; i < to; i += 1) {
        first[i] = at;
        end[i] = to;
      }
      if (longFrom >= 0 && !joinsUp(document, longTo, at)) closeLong();
      if (longFrom < 0) longFrom = at;
      longTo = to;
      at = to;
    }
    closeLong();
  }
  return { first, end, longFirst, longEnd };
}

const joinsUp = ({ tokens }: TextDocument, from: number, to: number): boolean => {
  if (to - from > mostJoiners) return false;
  for (let i = from; i < to; i += 1) if (!joiners.has(tokens[i]?.folded ?? '')) return false;
  return true;
};
