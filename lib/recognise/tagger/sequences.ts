import type { Sentence } from '../../text/sentences.ts';

/** Longest sequence that is labelled in one piece, in tokens; bounds memory where a text has no sentences. */
export const longestSequence = 250;

export interface Sequence {
  readonly from: number;
  readonly end: number;
}

/** Sentences as half-open ranges of tokens, cut where they are too long. */
export function sequencesOf(sentences: readonly Sentence[]): Sequence[] {
  const sequences: Sequence[] = [];
  for (const { firstToken, endToken } of sentences)
    for (let from = firstToken; from < endToken; from += longestSequence)
      sequences.push({ from, end: Math.min(endToken, from + longestSequence) });
  return sequences;
}
