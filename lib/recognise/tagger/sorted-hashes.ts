/**
 * Ascending hashes that are as good as random, found by their upper bits. All that has to be made is where each part
 * begins, in one pass: weights are opened whenever a worker starts.
 */
export class SortedHashes {
  readonly #hashes: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #shift: number;

  /** `bits`: of a hash that count, at most 32. */
  constructor(hashes: Uint32Array, bits: number) {
    let partBits = 1;
    while (partBits < bits && 2 ** partBits < hashes.length) partBits += 1;
    const shift = bits - partBits;
    const starts = new Uint32Array(2 ** partBits + 1);
    let part = 0;
    for (let i = 0; i < hashes.length; i += 1) {
      const own = (hashes[i] ?? 0) >>> shift;
      while (part < own) {
        part += 1;
        starts[part] = i;
      }
    }
    starts.fill(hashes.length, part + 1);
    this.#hashes = hashes;
    this.#starts = starts;
    this.#shift = shift;
  }

  /** Where the hash stands; -1 where it does not. */
  indexOf(hash: number): number {
    const part = hash >>> this.#shift;
    const end = this.#starts[part + 1] ?? 0;
    for (let i = this.#starts[part] ?? 0; i < end; i += 1) if (this.#hashes[i] === hash) return i;
    return -1;
  }
}
