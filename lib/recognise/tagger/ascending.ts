/** Numbers that share a base. */
const together = 256;

/** Numbers that never fall, two bytes each, which are read where they lie in a file. */
export class Ascending {
  /** The first of each `together`. */
  readonly bases: Uint32Array;
  /** What each lies above its base. */
  readonly steps: Uint16Array;

  constructor(bases: Uint32Array, steps: Uint16Array) {
    this.bases = bases;
    this.steps = steps;
  }

  /** How many bases so many numbers have. */
  static basesOf(count: number): number {
    return Math.ceil(count / together);
  }

  /** Throws where numbers that share a base lie further apart than two bytes tell. */
  static of(numbers: readonly number[]): Ascending {
    const bases = Uint32Array.from({ length: Ascending.basesOf(numbers.length) }, (_, i) => numbers[i * together] ?? 0);
    const steps = numbers.map((number, i) => number - (bases[Math.floor(i / together)] ?? 0));
    if (steps.some((step) => step < 0 || step > 0xffff)) throw new RangeError('numbers too far from each other');
    return new Ascending(bases, Uint16Array.from(steps));
  }

  /** 0 beyond the end. */
  at(i: number): number {
    return (this.bases[i >>> 8] ?? 0) + (this.steps[i] ?? 0);
  }
}
