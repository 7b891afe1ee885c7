import { hashWord } from './hashes.ts';

/** Small words that a name holds inside and that headlines capitalise; folded. */
export const particles: readonly string[] =
  "of the and for in on at by to with from or a an de la le les du des del della delle di da do dos das der den dem ter ten van von zu zur zum y e et und el al bin bint ibn ben ul ud upon against under over vs v s 's".split(
    ' ',
  );

const hashes: ReadonlySet<number> = new Set(particles.map((word) => hashWord(word, 0, word.length)));

/** Whether a word, by its first hash, may be written small or capitalised inside a name. */
export const isParticle = (word: number): boolean => hashes.has(word);
