import { begin, inside, last, unit } from './labels.ts';
import { mix } from './hash.ts';
import { type Lexicon, longestPhrase } from './lexicon.ts';
import { isNameLike, type WordFacts } from './words.ts';

/** Marks of the longest listed phrases of two words or more, leftmost first; linear in tokens. */
export function matchPhrases(
  facts: readonly WordFacts[],
  lexicon: Lexicon,
): { marks: Int32Array; positions: Uint8Array } {
  const marks = new Int32Array(facts.length);
  const positions = new Uint8Array(facts.length);
  for (let i = 0; i < facts.length; i += 1) {
    const first = facts[i];
    if (first === undefined || !isNameLike(first)) continue;
    let hash = 0;
    let found = 0;
    let end = i;
    for (let length = 1; length <= longestPhrase; length += 1) {
      const word = facts[i + length - 1];
      if (word === undefined) break;
      hash = mix(hash, word.lower);
      if (length === 1) continue;
      const bits = lexicon.phrases.find(hash, 0);
      if (bits === 0) continue;
      found = bits;
      end = i + length;
    }
    if (found === 0) continue;
    for (let at = i; at < end; at += 1) {
      marks[at] = found;
      positions[at] = end - i === 1 ? unit : at === i ? begin : at === end - 1 ? last : inside;
    }
    i = end - 1;
  }
  return { marks, positions };
}
