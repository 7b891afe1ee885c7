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
  readonly keys: SortedHashes;
  /** The lowest byte of each value, then the next of each, and so on. */
  readonly planes: readonly Uint8Array[];

  /** Keys of hashes (`keyOf`). */
  constructor(keys: SortedHashes, planes: HashTable['planes']) {
    this.keys = keys;
    this.planes = planes;
  }

  /** With so many bytes a value; of hashes with one key the first counts. */
  static of(entries: ReadonlyMap<number, number>, bytes: number): HashTable {
    const byKey = new Map<number, number>();
    for (const [hash, value] of entries) if (!byKey.has(keyOf(hash))) byKey.set(keyOf(hash), value);
    const keys = Uint32Array.from(byKey.keys()).sort();
    const plane = (byte: number) => Uint8Array.from(keys, (key) => (byKey.get(key) ?? 0) >>> (8 * byte));
    return new HashTable(
      SortedHashes.of(keys, keyBits),
      Array.from({ length: bytes }, (_, byte) => plane(byte)),
    );
  }

  /** The value of a 32-bit hash, or `missing`. */
  find(hash: number, missing: number): number {
    const at = this.keys.indexOf(keyOf(hash));
    if (at < 0) return missing;
    const [first, second, third, fourth] = this.planes;
    return (
      ((first?.[at] ?? 0) | ((second?.[at] ?? 0) << 8) | ((third?.[at] ?? 0) << 16) | ((fourth?.[at] ?? 0) << 24)) >>> 0
    );
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
