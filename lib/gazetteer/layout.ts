/**
 * The index as one buffer, little-endian, used where it lies:
 *
 *     header    264 words of 32 bits
 *     filter    words of 32 bits; each prefix of each alias sets two bits of one word, a whole alias two more of it,
 *               one that goes on with a small word or a mark another
 *     table     slots of two words [check, payload], open addressing with linear probing
 *     postings  [count, ordinal …] for aliases of several entities
 *
 * A payload is a flag for the case rule, a flag for postings, six more bits of the check, and 24 bits of ordinal or of
 * a place in the postings.
 */
export const magic = 0x5a474c53;
export const version = 3;
export const headerWords = 264;

/** Places in the header. */
export const field = {
  magic: 0,
  version: 1,
  /** Of the whole buffer, in bytes. */
  length: 2,
  aliases: 3,
  filterWords: 4,
  slots: 5,
  postingWords: 6,
  /** A bit for the first character of each alias that begins with a small letter, by `startCode`. */
  firsts: 7,
  /** 256 words: a bit for the first three characters of each alias that begins with a small letter or a digit. */
  starts: 8,
} as const;

export const emptySlot = 0xffffffff;
export const exactFlag = 0x80000000;
export const postingsFlag = 0x40000000;
export const ordinalMask = 0x00ffffff;
/** `emptySlot` must not come about by itself, so the last number is left out. */
export const largestOrdinal = ordinalMask - 1;

/** 6 bits that make two hashes of 32 bits one of 38. */
export const extraCheck = (path: number): number => (Math.imul(path, 0x9e3779b1) >>> 26) << 24;

/** Spreads a hash over `size` places without a division; keeps its order. In halves, for exact 64 bits. */
export function placeOf(hash: number, size: number): number {
  const low = Math.floor(((hash & 0xffff) * size) / 0x10000);
  return Math.floor(((hash >>> 16) * size + low) / 0x10000);
}

/** Two bits of the filter's word that say that an alias begins so. */
export function prefixBits(hash: number): number {
  const spread = Math.imul(hash, 0x85ebca77) >>> 17;
  return (1 << (spread & 31)) | (1 << ((spread >>> 5) & 31));
}

/**
 * Two more bits of it, that say that an alias ends so. One would let a fifth of all beginnings through to the table, and
 * each look into that is a miss of the processor's caches: 40% of the time of a scan.
 */
export function wholeBits(hash: number): number {
  const spread = Math.imul(hash, 0xc2b2ae3d) >>> 17;
  return (1 << (spread & 31)) | (1 << ((spread >>> 5) & 31));
}

/** One that says that an alias goes on from there with a word that may be written small, or with a mark. */
export const oddNextBit = (hash: number): number => 1 << ((Math.imul(hash, 0x85ebca77) >>> 12) & 31);

/** Key under which a whole alias is in the table. */
export const endKey = (path: number): number => Math.imul(path ^ 0x5bf03635, 0xc2b2ae35);

/** Words of the header that hold `starts`. */
export const startWords = 256;

/** a to z are 1 to 26, 0 to 9 the next ten; 0 is any other character, and where the word has ended. */
export const startCodes = 37;

/** One of 8,192 bits for the first three characters of a word, each as its code. */
export const startBit = (first: number, second: number, third: number): number =>
  Math.imul((first * startCodes + second) * startCodes + third, 0x9e3779b1) >>> 19;
