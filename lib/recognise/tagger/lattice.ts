import { allowedSteps, labelCount, mayEnd, mayStart } from './labels.ts';

const steps = allowedSteps();
const never = -1e9;
/** A label that scores this much below the best at its token has no part in the sums; most have none, which saves time. */
const negligible = -14;

/** Scores of one sequence: a row of `labelCount` for each token. */
export interface Lattice {
  readonly length: number;
  readonly scores: Float64Array;
  /** `labelCount` x `labelCount`, row = label before; -1e9 where not allowed. */
  readonly transitions: Float64Array;
}

/** The best path; the arrays of the model's rules forbid what cannot be. */
export function bestPath({ length, scores, transitions }: Lattice): Uint8Array {
  const path = new Uint8Array(length);
  if (length === 0) return path;
  let best = new Float64Array(labelCount);
  let next = new Float64Array(labelCount);
  const back = new Uint8Array(length * labelCount);
  for (let label = 0; label < labelCount; label += 1) best[label] = mayStart(label) ? (scores[label] ?? 0) : never;
  for (let t = 1; t < length; t += 1) {
    for (let to = 0; to < labelCount; to += 1) {
      let top = -Infinity;
      let from = 0;
      const end = steps.first[to + 1] ?? 0;
      for (let s = steps.first[to] ?? 0; s < end; s += 1) {
        const before = steps.from[s] ?? 0;
        const score = (best[before] ?? never) + (transitions[before * labelCount + to] ?? never);
        if (score > top) {
          top = score;
          from = before;
        }
      }
      next[to] = top + (scores[t * labelCount + to] ?? 0);
      back[t * labelCount + to] = from;
    }
    [best, next] = [next, best];
  }
  let label = 0;
  let top = -Infinity;
  for (let to = 0; to < labelCount; to += 1) {
    const score = best[to] ?? never;
    if (mayEnd(to) && score > top) {
      top = score;
      label = to;
    }
  }
  for (let t = length - 1; t >= 0; t -= 1) {
    path[t] = label;
    label = back[t * labelCount + label] ?? 0;
  }
  return path;
}

/** Room for the sums of one sequence, used again and again. */
export class Sums {
  forward = new Float64Array(0);
  backward = new Float64Array(0);
  factors = new Float64Array(0);
  scale = new Float64Array(0);

  reserve(length: number): void {
    if (this.scale.length >= length) return;
    const size = Math.max(64, length * 2);
    this.forward = new Float64Array(size * labelCount);
    this.backward = new Float64Array(size * labelCount);
    this.factors = new Float64Array(size * labelCount);
    this.scale = new Float64Array(size);
  }
}

/**
 * Probability of each label at each token into `out`; answers the logarithm of the sum over all paths.
 *
 * `expTransitions` holds e to the transitions, 0 where not allowed. `allowed` (a row for each token, 0 or 1) leaves
 * paths out. Scaled forward-backward, linear in tokens.
 */
export function marginals(
  { length, scores }: Pick<Lattice, 'length' | 'scores'>,
  expTransitions: Float64Array,
  sums: Sums,
  out: Float64Array,
  allowed: Uint8Array | null,
): number {
  sums.reserve(length);
  const { forward, backward, factors, scale } = sums;
  let logSum = 0;
  for (let t = 0; t < length; t += 1) {
    const row = t * labelCount;
    let top = -Infinity;
    for (let l = 0; l < labelCount; l += 1) top = Math.max(top, scores[row + l] ?? 0);
    for (let l = 0; l < labelCount; l += 1) {
      const value = (scores[row + l] ?? 0) - top;
      factors[row + l] = value < negligible || (allowed !== null && allowed[row + l] === 0) ? 0 : Math.exp(value);
    }
    logSum += top;
    let sum = 0;
    for (let to = 0; to < labelCount; to += 1) {
      const factor = factors[row + to] ?? 0;
      let value = 0;
      if (factor > 0) {
        if (t === 0) value = mayStart(to) ? factor : 0;
        else {
          const end = steps.first[to + 1] ?? 0;
          for (let s = steps.first[to] ?? 0; s < end; s += 1) {
            const before = steps.from[s] ?? 0;
            value += (forward[row - labelCount + before] ?? 0) * (expTransitions[before * labelCount + to] ?? 0);
          }
          value *= factor;
        }
        if (t === length - 1 && !mayEnd(to)) value = 0;
      }
      forward[row + to] = value;
      sum += value;
    }
    const norm = sum > 0 ? 1 / sum : 0;
    scale[t] = norm;
    for (let l = 0; l < labelCount; l += 1) forward[row + l] = (forward[row + l] ?? 0) * norm;
    logSum += sum > 0 ? Math.log(sum) : never;
  }
  for (let t = length - 1; t >= 0; t -= 1) {
    const row = t * labelCount;
    if (t === length - 1) for (let l = 0; l < labelCount; l += 1) backward[row + l] = mayEnd(l) ? 1 : 0;
    else {
      backward.fill(0, row, row + labelCount);
      const norm = scale[t + 1] ?? 0;
      for (let to = 0; to < labelCount; to += 1) {
        const weight = (backward[row + labelCount + to] ?? 0) * (factors[row + labelCount + to] ?? 0) * norm;
        if (weight === 0) continue;
        const end = steps.first[to + 1] ?? 0;
        for (let s = steps.first[to] ?? 0; s < end; s += 1) {
          const before = steps.from[s] ?? 0;
          backward[row + before] =
            (backward[row + before] ?? 0) + weight * (expTransitions[before * labelCount + to] ?? 0);
        }
      }
    }
    for (let l = 0; l < labelCount; l += 1) out[row + l] = (forward[row + l] ?? 0) * (backward[row + l] ?? 0);
  }
  return logSum;
}
