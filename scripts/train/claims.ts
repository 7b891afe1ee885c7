import { hashFeature, judgements } from '../../lib/claim/checkworthy.ts';
import { Random } from './random.ts';

/** A sentence as its active buckets, with the answer wanted: an index into the heads. */
export interface Example {
  readonly buckets: Int32Array;
  readonly answer: number;
  readonly weight: number;
}

export interface LinearModel {
  /** One row of weights a head. */
  readonly weights: readonly Float64Array[];
  readonly biases: Float64Array;
}

export const bucketBits = 15;
const mask = 2 ** bucketBits - 1;

export const toBuckets = (features: readonly string[]): Int32Array =>
  Int32Array.from(new Set(features.map((feature) => hashFeature(feature) & mask)));

export interface Regime {
  readonly heads: number;
  readonly rounds: number;
  readonly rate: number;
  /** Pull towards zero at each step that touches a weight. */
  readonly decay: number;
}

/** Orders of the examples whose weights are averaged: one alone moves what is found by up to a point. */
const seeds = [7, 8, 9, 10, 11];

/** The mean over several orders; the same examples in the same order give the same weights. */
export function trainLinear(examples: readonly Example[], regime: Regime): LinearModel {
  const models = seeds.map((seed) => trainOnce(examples, regime, seed));
  const mean = (rows: readonly Float64Array[]): Float64Array =>
    Float64Array.from(rows[0] ?? [], (_, i) => rows.reduce((sum, row) => sum + (row[i] ?? 0), 0) / rows.length);
  return {
    weights: Array.from({ length: regime.heads }, (_, head) =>
      mean(models.flatMap(({ weights }) => weights[head] ?? [])),
    ),
    biases: mean(models.map(({ biases }) => biases)),
  };
}

/** Multinomial logistic regression by AdaGrad. */
function trainOnce(examples: readonly Example[], { heads, rounds, rate, decay }: Regime, seed: number): LinearModel {
  const weights = Array.from({ length: heads }, () => new Float64Array(2 ** bucketBits));
  const squares = Array.from({ length: heads }, () => new Float64Array(2 ** bucketBits).fill(1e-2));
  const biases = new Float64Array(heads);
  const biasSquares = new Float64Array(heads).fill(1);
  const random = new Random(seed);
  const order = Int32Array.from(examples.keys());
  const mean = Array.from({ length: heads }, () => new Float64Array(2 ** bucketBits));
  for (let round = 0; round < rounds; round += 1) {
    for (let i = order.length - 1; i > 0; i -= 1) {
      const j = random.below(i + 1);
      const kept = order[i] ?? 0;
      order[i] = order[j] ?? 0;
      order[j] = kept;
    }
    for (const at of order) {
      const example = examples[at];
      if (example === undefined) continue;
      const shares = probabilities({ weights, biases }, example.buckets);
      for (let head = 0; head < heads; head += 1) {
        const gradient = ((shares[head] ?? 0) - (head === example.answer ? 1 : 0)) * example.weight;
        const row = weights[head];
        const seen = squares[head];
        if (row === undefined || seen === undefined) continue;
        for (const bucket of example.buckets) {
          const weight = row[bucket] ?? 0;
          const slope = gradient + decay * weight;
          seen[bucket] = (seen[bucket] ?? 0) + slope * slope;
          row[bucket] = weight - (rate * slope) / Math.sqrt(seen[bucket] ?? 1);
        }
        biasSquares[head] = (biasSquares[head] ?? 0) + gradient * gradient;
        biases[head] = (biases[head] ?? 0) - (rate * gradient) / Math.sqrt(biasSquares[head] ?? 1);
      }
    }
    // The mean over the rounds depends less on the order of the last one.
    for (const [head, row] of mean.entries())
      for (let i = 0; i < row.length; i += 1) row[i] = (row[i] ?? 0) + (weights[head]?.[i] ?? 0);
  }
  for (const row of mean) for (let i = 0; i < row.length; i += 1) row[i] = (row[i] ?? 0) / rounds;
  return { weights: mean, biases };
}

export function probabilities({ weights, biases }: LinearModel, buckets: Int32Array): number[] {
  const sums = weights.map((row, head) => {
    let sum = biases[head] ?? 0;
    for (const bucket of buckets) sum += row[bucket] ?? 0;
    return sum;
  });
  const most = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - most));
  const total = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / total);
}

/** The form that `openCheckWorthiness` reads: kinds of claim, then check-worthiness as the difference of its two heads. */
export function packModels(kinds: LinearModel, worth: LinearModel): Uint8Array {
  const [no, yes] = worth.weights;
  const rows = [...kinds.weights, Float64Array.from(yes ?? [], (weight, i) => weight - (no?.[i] ?? 0))];
  const biases = [...kinds.biases, (worth.biases[1] ?? 0) - (worth.biases[0] ?? 0)];
  const header = 8 + rows.length * 8;
  const bytes = new Uint8Array(header + rows.length * 2 ** bucketBits);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x31574c53, true);
  view.setUint32(4, bucketBits, true);
  for (const [head, row] of rows.entries()) {
    const most = row.reduce((a, b) => Math.max(a, Math.abs(b)), 1e-9);
    const scale = most / 127;
    view.setFloat32(8 + head * 8, biases[head] ?? 0, true);
    view.setFloat32(12 + head * 8, scale, true);
    for (const [i, weight] of row.entries())
      view.setInt8(header + head * 2 ** bucketBits + i, Math.round(weight / scale));
  }
  return bytes;
}

export const answerOf = (kind: string | undefined): number =>
  kind === undefined ? 0 : judgements.findIndex((judgement) => judgement === kind);
