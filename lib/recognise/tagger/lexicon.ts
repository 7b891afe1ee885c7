import { mix } from './hash.ts';

/** What the word lists say of a word; a word may bear several marks. */
export const wordMarks = [
  'person-name',
  'given-name',
  'surname',
  'country',
  'demonym',
  'city',
  'big-city',
  'region',
  'company',
  'title',
  'role',
  'organisation-tail',
  'place-tail',
  'event-word',
  'work-word',
  'law-word',
  'product-word',
  'common',
  'speech-verb',
  'calendar',
  'organisation',
  'person',
  'product',
  'work',
] as const;
export type WordMark = (typeof wordMarks)[number];
export const markBit = (mark: WordMark): number => 1 << wordMarks.indexOf(mark);

/** Bits of a key that a table compares; a stranger is taken for a word once in some thousands. */
export const keyBits = 28;

/** Word (or phrase) hashes to a number; open addressing, load at most one half. */
export class HashTable {
  readonly #keys: Uint32Array;
  readonly #values: Uint32Array;
  readonly #mask: number;

  constructor(hashes: ArrayLike<number>, values: ArrayLike<number>) {
    let size = 16;
    while (size < hashes.length * 2) size *= 2;
    this.#keys = new Uint32Array(size);
    this.#values = new Uint32Array(size);
    this.#mask = size - 1;
    for (let i = 0; i < hashes.length; i += 1) {
      const key = keyOf(hashes[i] ?? 0) + 1;
      let at = slotOf(key) & this.#mask;
      while (this.#keys[at] !== 0 && this.#keys[at] !== key) at = (at + 1) & this.#mask;
      this.#keys[at] = key;
      this.#values[at] = values[i] ?? 0;
    }
  }

  /** The value of a 32-bit hash, or `missing`. */
  find(hash: number, missing: number): number {
    const key = keyOf(hash) + 1;
    let at = slotOf(key) & this.#mask;
    for (;;) {
      const found = this.#keys[at];
      if (found === key) return this.#values[at] ?? missing;
      if (found === 0) return missing;
      at = (at + 1) & this.#mask;
    }
  }
}

export const keyOf = (hash: number): number => (hash & ((1 << keyBits) - 1)) >>> 0;
const slotOf = (key: number): number => mix(key, 0x5bd1e995);

/** What the word vectors tell, word marks, and phrases with marks. */
export interface Lexicon {
  /**
   * From the lowest bit: the word's cluster (12; three levels of sixteen: `top << 8 | middle << 4 | low`), what it leans
   * to as a name (12), what kind of name follows it (4) and what kind stands before it (4); see scripts/train/leanings.ts.
   */
  readonly codes: HashTable;
  readonly words: HashTable;
  /** Keys are `mix` over the words' hashes, first word first, starting from 0. */
  readonly phrases: HashTable;
}
/** No cluster: a word that the vectors do not know. */
export const noCluster = 0xffff;
/** No code, for the same reason. */
export const noCode = -1;
/** Longest phrase in words. */
export const longestPhrase = 6;
