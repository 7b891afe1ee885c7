import { labelCount } from './labels.ts';
import type { Ascending } from './ascending.ts';
import type { FeatureSink } from './sink.ts';
import type { SortedHashes } from './sorted-hashes.ts';

/** Weights of one pass: sparse rows of small integers by feature hash. */
export interface Model {
  /** A row each. */
  readonly features: SortedHashes;
  /** From one of these to the next of `labels` and `values` are a row's. */
  readonly rows: Ascending;
  readonly labels: Uint8Array;
  readonly values: Int8Array;
  /** What a value of 1 stands for. */
  readonly unit: number;
  /** `labelCount` x `labelCount`, row = label before. */
  readonly transitions: Float64Array;
}

/** A model, ready to be looked up in; scores sequences. */
export class Scorer {
  readonly model: Model;
  readonly expTransitions: Float64Array;

  constructor(model: Model) {
    this.model = model;
    this.expTransitions = model.transitions.map((weight) => (weight < -1e8 ? 0 : Math.exp(weight)));
  }

  /** Adds up the rows of each token's features into `scores` (a row of `labelCount` for each token). */
  score(sink: FeatureSink, scores: Float64Array): void {
    const { features, rows, labels, values, unit } = this.model;
    const sums = new Int32Array(labelCount);
    for (let t = 0; t < sink.tokens; t += 1) {
      sums.fill(0);
      const end = sink.starts[t + 1] ?? 0;
      for (let f = sink.starts[t] ?? 0; f < end; f += 1) {
        const row = features.indexOf(sink.hashes[f] ?? 0);
        if (row < 0) continue;
        const stop = rows.at(row + 1);
        for (let k = rows.at(row); k < stop; k += 1) {
          const label = labels[k] ?? 0;
          sums[label] = (sums[label] ?? 0) + (values[k] ?? 0);
        }
      }
      for (let l = 0; l < labelCount; l += 1) scores[t * labelCount + l] = (sums[l] ?? 0) * unit;
    }
  }
}
