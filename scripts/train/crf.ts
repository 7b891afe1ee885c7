import { labelCount, mayFollow } from '../../lib/recognise/tagger/labels.ts';
import { marginals, Sums } from '../../lib/recognise/tagger/lattice.ts';
import { Random } from './random.ts';

/** Sequences with indexed features; all arrays are flat, sequence after sequence. */
export interface Sequences {
  /** `tokens[s]` to `tokens[s + 1]` are sequence s's tokens. */
  readonly tokens: Int32Array;
  /** `features[t]` to `features[t + 1]` point into `indexes`. */
  readonly features: Float64Array;
  /** Feature numbers; -1 where the feature is too rare to be kept. */
  readonly indexes: Int32Array;
  /** Mask numbers; below `labelCount` a single label. */
  readonly targets: Uint8Array;
  readonly masks: readonly Uint8Array[];
  readonly weights: Float32Array;
  readonly featureCount: number;
  /** Fixed scores that the model adds to (a row for each token), or null. */
  readonly offsets: Float32Array | null;
}

export interface Training {
  readonly epochs: number;
  readonly rate: number;
  /** L1, taken off each weight that a sequence touches. */
  readonly shrink: number;
  /** Share of features that a sequence does not see. */
  readonly dropout: number;
  readonly seed: number;
  readonly report: (line: string) => void;
}

export interface Weights {
  /** `featureCount` rows of `labelCount`. */
  readonly features: Float32Array;
  /** `labelCount` x `labelCount`, row = label before; -1e9 where not allowed. */
  readonly transitions: Float64Array;
}

/** A sequence whose loss is below this rests for some epochs: there is next to nothing to learn from it. */
const learnt = 0.002;
const restEpochs = 2;

/**
 * Trains a linear-chain CRF by AdaGrad on the sequences in `chosen`; targets that leave several labels open are
 * marginalised over. The answer is the mean of the weights after each of the last epochs.
 */
export function trainCrf(data: Sequences, chosen: Int32Array, training: Training): Weights {
  const random = new Random(training.seed);
  const weights = new Float32Array(data.featureCount * labelCount);
  const squares = new Float32Array(data.featureCount * labelCount).fill(0.1);
  const transitions = new Float64Array(labelCount * labelCount);
  const transitionSquares = new Float64Array(labelCount * labelCount).fill(0.1);
  const expTransitions = new Float64Array(labelCount * labelCount);
  const steps = new Float64Array(labelCount * labelCount);
  const refresh = (k: number): void => {
    expTransitions[k] = mayFollow(Math.floor(k / labelCount), k % labelCount) ? Math.exp(transitions[k] ?? 0) : 0;
  };
  for (let k = 0; k < expTransitions.length; k += 1) refresh(k);
  const order = chosen.slice();
  const sums = new Sums();
  const rests = new Uint8Array(data.weights.length);
  const keptEpochs = Math.max(1, Math.floor(training.epochs / 3));
  const mean = new Float32Array(weights.length);
  const meanTransitions = new Float64Array(transitions.length);
  let scores = new Float64Array(300 * labelCount);
  let free = new Float64Array(scores.length);
  let bound = new Float64Array(scores.length);
  let allowed = new Uint8Array(scores.length);
  let isDropped = new Uint8Array(1 << 14);

  for (let epoch = 0; epoch < training.epochs; epoch += 1) {
    random.shuffle(order);
    let loss = 0;
    const rate = training.rate;
    for (const s of order) {
      if ((rests[s] ?? 0) > 0) {
        rests[s] = (rests[s] ?? 0) - 1;
        continue;
      }
      const from = data.tokens[s] ?? 0;
      const end = data.tokens[s + 1] ?? 0;
      const length = end - from;
      if (length * labelCount > scores.length) {
        scores = new Float64Array(length * labelCount);
        free = new Float64Array(length * labelCount);
        bound = new Float64Array(length * labelCount);
        allowed = new Uint8Array(length * labelCount);
      }
      const base = data.features[from] ?? 0;
      const featureTotal = (data.features[end] ?? 0) - base;
      if (featureTotal > isDropped.length) isDropped = new Uint8Array(featureTotal * 2);
      const scale = 1 / (1 - training.dropout);
      for (let f = 0; f < featureTotal; f += 1) isDropped[f] = random.next() < training.dropout ? 1 : 0;
      for (let t = 0; t < length; t += 1) {
        const row = t * labelCount;
        for (let l = 0; l < labelCount; l += 1) scores[row + l] = 0;
        const stop = data.features[from + t + 1] ?? 0;
        for (let f = data.features[from + t] ?? 0; f < stop; f += 1) {
          const feature = data.indexes[f] ?? -1;
          if (feature < 0 || isDropped[f - base] === 1) continue;
          const at = feature * labelCount;
          for (let l = 0; l < labelCount; l += 1) scores[row + l] = (scores[row + l] ?? 0) + (weights[at + l] ?? 0);
        }
        for (let l = 0; l < labelCount; l += 1)
          scores[row + l] =
            (scores[row + l] ?? 0) * scale +
            (data.offsets === null ? 0 : (data.offsets[(from + t) * labelCount + l] ?? 0));
        const mask = data.masks[data.targets[from + t] ?? 0];
        if (mask !== undefined) allowed.set(mask, row);
      }
      const logBound = marginals({ length, scores }, expTransitions, sums, bound, allowed);
      if (logBound < -1e8) continue;
      addSteps(length, -1);
      const logAll = marginals({ length, scores }, expTransitions, sums, free, null);
      addSteps(length, 1);
      const weight = data.weights[s] ?? 1;
      loss += weight * (logAll - logBound);
      if (logAll - logBound < learnt && epoch + 1 < training.epochs - keptEpochs) rests[s] = restEpochs;
      for (let t = 0; t < length; t += 1) {
        const row = t * labelCount;
        let largest = 0;
        for (let l = 0; l < labelCount; l += 1) {
          const gradient = ((free[row + l] ?? 0) - (bound[row + l] ?? 0)) * weight;
          free[row + l] = gradient;
          largest = Math.max(largest, Math.abs(gradient));
        }
        if (largest < 2e-3) continue;
        const stop = data.features[from + t + 1] ?? 0;
        for (let l = 0; l < labelCount; l += 1) {
          const gradient = free[row + l] ?? 0;
          if (Math.abs(gradient) < 5e-4) continue;
          const square = gradient * gradient;
          for (let f = data.features[from + t] ?? 0; f < stop; f += 1) {
            const feature = data.indexes[f] ?? -1;
            if (feature < 0 || isDropped[f - base] === 1) continue;
            const at = feature * labelCount + l;
            const sum = (squares[at] ?? 0) + square;
            squares[at] = sum;
            const step = rate / Math.sqrt(sum);
            const moved = (weights[at] ?? 0) - step * gradient;
            const cut = step * training.shrink * weight;
            weights[at] = moved > cut ? moved - cut : moved < -cut ? moved + cut : 0;
          }
        }
      }
      moveTransitions(rate, weight);
    }
    if (epoch >= training.epochs - keptEpochs) {
      for (let k = 0; k < weights.length; k += 1) mean[k] = (mean[k] ?? 0) + (weights[k] ?? 0) / keptEpochs;
      for (let k = 0; k < transitions.length; k += 1)
        meanTransitions[k] = (meanTransitions[k] ?? 0) + (transitions[k] ?? 0) / keptEpochs;
    }
    training.report(`epoch ${epoch + 1}/${training.epochs}: loss ${(loss / order.length).toFixed(4)} a sequence`);
  }
  for (let k = 0; k < meanTransitions.length; k += 1)
    if (!mayFollow(Math.floor(k / labelCount), k % labelCount)) meanTransitions[k] = -1e9;
  return { features: mean, transitions: meanTransitions };

  /** Adds the chances of each step, as the last call of `marginals` left them in `sums`. */
  function addSteps(length: number, sign: number): void {
    const { forward, backward, factors, scale } = sums;
    for (let t = 1; t < length; t += 1) {
      const row = t * labelCount;
      const norm = scale[t] ?? 0;
      for (let to = 0; to < labelCount; to += 1) {
        const right = (factors[row + to] ?? 0) * (backward[row + to] ?? 0) * norm * sign;
        if (Math.abs(right) < 1e-4) continue;
        for (let before = 0; before < labelCount; before += 1) {
          const left = forward[row - labelCount + before] ?? 0;
          if (left < 1e-4) continue;
          const k = before * labelCount + to;
          steps[k] = (steps[k] ?? 0) + left * (expTransitions[k] ?? 0) * right;
        }
      }
    }
  }

  function moveTransitions(rate: number, weight: number): void {
    for (let k = 0; k < steps.length; k += 1) {
      const gradient = (steps[k] ?? 0) * weight;
      steps[k] = 0;
      if (Math.abs(gradient) < 1e-3) continue;
      const square = (transitionSquares[k] ?? 0) + gradient * gradient;
      transitionSquares[k] = square;
      transitions[k] = (transitions[k] ?? 0) - (rate / Math.sqrt(square)) * gradient;
      refresh(k);
    }
  }
}
