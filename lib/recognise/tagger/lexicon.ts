import { SortedHashes } from './sorted-hashes.ts';

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

/** Word (or phrase) hashes to a number. */
export class HashTable {
  readonly #keys: SortedHashes;
  readonly #values: Uint32Array;

  /** Keys of hashes (`keyOf`), ascending, each once, and the value of each. */
  constructor(keys: Uint32Array, values: Uint32Array) {
    this.#keys = new SortedHashes(keys, keyBits);
    this.#values = values;
  }

  /** The value of a 32-bit hash, or `missing`. */
  find(hash: number, missing: number): number {
    const at = this.#keys.indexOf(keyOf(hash));
    return at < 0 ? missing : (this.#values[at] ?? missing);
  }
}

export const keyOf = (hash: number): number => (hash & ((1 << keyBits) - 1)) >>> 0;

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
