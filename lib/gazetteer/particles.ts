import { hashWord } from './hashes.ts';

/** Small words that a name holds inside and that headlines capitalise; folded. */
const particles =
  'of the and for in on at by to with from or a an de la le les du des del della delle di da do dos das der den dem ter ten van von zu zur zum y e et und el al bin bint ibn ben ul ud upon against under over vs v s'.split(
    ' ',
  );

const hashes: ReadonlySet<number> = new Set([...particles, "'s"].map((word) => hashWord(word, 0, word.length)));

/** By the hash's low bits: nearly every word is told to be none without a look into the set. */
const low = 0x3ff;
const mayBe = new Uint8Array(low + 1);
for (const hash of hashes) mayBe[hash & low] = 1;

/** Whether a word, by its first hash, may be written small or capitalised inside a name. */
export const isParticle = (word: number): boolean => mayBe[word & low] === 1 && hashes.has(word);
