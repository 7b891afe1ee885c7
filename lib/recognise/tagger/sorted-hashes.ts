import { Ascending } from './ascending.ts';

/** Hashes of one part of all that there may be, in the mean: few enough to be gone through. */
const inPart = 4;

/**
 * Ascending hashes that are as good as random, each once. Their upper bits say in which part they stand, and only the
 * others are kept. Weights are opened whenever a worker starts: all of it is read where it lies in their file.
 */
export class SortedHashes {
  /** Bits of a hash that do not say in which part it stands. */
  readonly shift: number;
  /** Where each part begins, and where the last ends. */
  readonly starts: Ascending;
  /** The lower `shift` bits of each hash. */
  readonly rests: Uint16Array | Uint32Array;

  constructor(shift: number, starts: Ascending, rests: SortedHashes['rests']) {
    this.shift = shift;
    this.starts = starts;
    this.rests = rests;
  }

  /** Of ascending hashes; `bits`: of a hash that count, at most 32. */
  static of(hashes: Uint32Array, bits: number): SortedHashes {
    let partBits = 1;
    while (partBits < bits && 2 ** partBits * inPart < hashes.length) partBits += 1;
    const shift = bits - partBits;
    const starts = Array.from({ length: 2 ** partBits + 1 }, () => hashes.length);
    for (let i = hashes.length - 1; i >= 0; i -= 1) starts[(hashes[i] ?? 0) >>> shift] = i;
    for (let part = 2 ** partBits - 1; part >= 0; part -= 1)
      starts[part] = Math.min(starts[part] ?? 0, starts[part + 1] ?? 0);
    const rests = hashes.map((hash) => (hash & (2 ** shift - 1)) >>> 0);
    return new SortedHashes(shift, Ascending.of(starts), SortedHashes.isShort(shift) ? Uint16Array.from(rests) : rests);
  }

  /** Whether two bytes hold what is kept of a hash. */
  static isShort(shift: number): boolean {
    return shift <= 16;
  }

  get count(): number {
    return this.rests.length;
  }

  /** Where the hash stands; -1 where it does not. */
  indexOf(hash: number): number {
    const { rests, shift, starts } = this;
    const part = hash >>> shift;
    const end = starts.at(part + 1);
    let i = starts.at(part);
    if (i === end) return -1;
    const rest = (hash & ((1 << shift) - 1)) >>> 0;
    for (; i < end; i += 1) if (rests[i] === rest) return i;
    return -1;
  }
}
