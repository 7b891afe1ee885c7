import { Random } from './random.ts';
import type { Vectors } from './vectors.ts';

/** What a word leans to: person, organisation, place, another name, no name. */
export const leaningCount = 5;

/** How often each word was seen as what: rows of `leaningCount`. */
export type LeaningCounts = Map<string, Float32Array>;

const hidden = 32;
const epochs = 12;
const folds = 3;

/**
 * Chances of each leaning for every word of the vectors: rows of `leaningCount`. A net of one hidden layer learns them
 * from the counts; each word's chances come from a net that was not shown that word, so that they are worth on known
 * words what they are worth on new ones.
 */
export function spreadLeanings(vectors: Vectors, counts: LeaningCounts, seed: number): Float32Array {
  const { words, dimensions, values } = vectors;
  const examples: number[] = [];
  for (const [i, word] of words.entries()) if (counts.has(word)) examples.push(i);
  const out = new Float32Array(words.length * leaningCount);
  const scale = Math.sqrt(dimensions);
  for (let fold = 0; fold < folds; fold += 1) {
    const random = new Random(seed + fold);
    const inner = Float32Array.from({ length: hidden * dimensions }, () => (random.next() - 0.5) * 0.2);
    const bias = new Float32Array(hidden);
    const outer = Float32Array.from({ length: leaningCount * hidden }, () => (random.next() - 0.5) * 0.2);
    const outBias = new Float32Array(leaningCount);
    const active = new Float32Array(hidden);
    const chances = new Float32Array(leaningCount);
    const forward = (word: number): void => {
      const base = word * dimensions;
      for (let h = 0; h < hidden; h += 1) {
        let sum = bias[h] ?? 0;
        const row = h * dimensions;
        for (let d = 0; d < dimensions; d += 1) sum += (inner[row + d] ?? 0) * (values[base + d] ?? 0) * scale;
        active[h] = sum > 0 ? sum : 0;
      }
      let top = -Infinity;
      for (let c = 0; c < leaningCount; c += 1) {
        let sum = outBias[c] ?? 0;
        for (let h = 0; h < hidden; h += 1) sum += (outer[c * hidden + h] ?? 0) * (active[h] ?? 0);
        chances[c] = sum;
        top = Math.max(top, sum);
      }
      let total = 0;
      for (let c = 0; c < leaningCount; c += 1) {
        chances[c] = Math.exp((chances[c] ?? 0) - top);
        total += chances[c] ?? 0;
      }
      for (let c = 0; c < leaningCount; c += 1) chances[c] = (chances[c] ?? 0) / total;
    };
    const chosen = Int32Array.from(examples.filter((_, k) => k % folds !== fold));
    const pull = new Float32Array(hidden);
    for (let epoch = 0; epoch < epochs; epoch += 1) {
      random.shuffle(chosen);
      const rate = 0.03 / (1 + epoch * 0.5);
      for (const word of chosen) {
        const row = counts.get(words[word] ?? '');
        if (row === undefined) continue;
        let total = 0;
        for (const value of row) total += value;
        const step = rate * Math.min(1, 0.3 + 0.3 * Math.log2(1 + total));
        forward(word);
        pull.fill(0);
        for (let c = 0; c < leaningCount; c += 1) {
          const gradient = (chances[c] ?? 0) - (row[c] ?? 0) / total;
          outBias[c] = (outBias[c] ?? 0) - step * gradient;
          for (let h = 0; h < hidden; h += 1) {
            const at = c * hidden + h;
            pull[h] = (pull[h] ?? 0) + gradient * (outer[at] ?? 0);
            outer[at] = (outer[at] ?? 0) - step * gradient * (active[h] ?? 0);
          }
        }
        const base = word * dimensions;
        for (let h = 0; h < hidden; h += 1) {
          if ((active[h] ?? 0) <= 0) continue;
          const gradient = (pull[h] ?? 0) * step;
          bias[h] = (bias[h] ?? 0) - gradient;
          const at = h * dimensions;
          for (let d = 0; d < dimensions; d += 1)
            inner[at + d] = (inner[at + d] ?? 0) - gradient * (values[base + d] ?? 0) * scale;
        }
      }
    }
    const foldOf = new Map(examples.map((word, k) => [word, k % folds]));
    for (let word = 0; word < words.length; word += 1) {
      const own = foldOf.get(word);
      if (own !== undefined && own !== fold) continue;
      forward(word);
      for (let c = 0; c < leaningCount; c += 1) {
        const at = word * leaningCount + c;
        out[at] = (out[at] ?? 0) + (chances[c] ?? 0) * (own === undefined ? 1 / folds : 1);
      }
    }
  }
  return out;
}
