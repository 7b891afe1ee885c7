import { labelCount } from './labels.ts';
import type { FeatureSink } from './sink.ts';

/** Weights of one pass: sparse rows of small integers by feature hash. */
export interface Model {
  /** Feature hashes as Uint32; a row each, in any order. */
  readonly hashes: Uint32Array;
  /** `rows[i]` to `rows[i + 1]` of `labels` and `values` are row i's. */
  readonly rows: Uint32Array;
  readonly labels: Uint8Array;
  readonly values: Int8Array;
  /** What a value of 1 stands for. */
  readonly unit: number;
  /** `labelCount` x `labelCount`, row = label before. */
  readonly transitions: Float64Array;
}

/** A model with its hash table; scores sequences. */
export class Scorer {
  readonly model: Model;
  readonly expTransitions: Float64Array;
  readonly #keys: Uint32Array;
  readonly #index: Int32Array;
  readonly #mask: number;

  constructor(model: Model) {
    this.model = model;
    this.expTransitions = model.transitions.map((weight) => (weight < -1e8 ? 0 : Math.exp(weight)));
    let size = 16;
    while (size < model.hashes.length * 2) size *= 2;
    this.#keys = new Uint32Array(size);
    this.#index = new Int32Array(size).fill(-1);
    this.#mask = size - 1;
    for (const [i, hash] of model.hashes.entries()) {
      let at = hash & this.#mask;
      while (this.#index[at] !== -1) at = (at + 1) & this.#mask;
      this.#keys[at] = hash;
      this.#index[at] = i;
    }
  }

  /** Adds up the rows of each token's features into `scores` (a row of `labelCount` for each token). */
  score(sink: FeatureSink, scores: Float64Array): void {
    const { rows, labels, values, unit } = this.model;
    const sums = new Int32Array(labelCount);
    for (let t = 0; t < sink.tokens; t += 1) {
      sums.fill(0);
      const end = sink.starts[t + 1] ?? 0;
      for (let f = sink.starts[t] ?? 0; f < end; f += 1) {
        const hash = sink.hashes[f] ?? 0;
        let at = hash & this.#mask;
        let row = this.#index[at] ?? -1;
        while (row !== -1 && this.#keys[at] !== hash) {
          at = (at + 1) & this.#mask;
          row = this.#index[at] ?? -1;
        }
        if (row === -1) continue;
        const stop = rows[row + 1] ?? 0;
        for (let k = rows[row] ?? 0; k < stop; k += 1) {
          const label = labels[k] ?? 0;
          sums[label] = (sums[label] ?? 0) + (values[k] ?? 0);
        }
      }
      for (let l = 0; l < labelCount; l += 1) scores[t * labelCount + l] = (sums[l] ?? 0) * unit;
    }
  }
}
